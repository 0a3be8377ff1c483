"""Where the data that comes with the program is: bundled articles, gazetteers, gold."""

from functools import cache
from pathlib import Path


@cache
def data_folder() -> Path:
    """The `data` folder: of the checkout, or installed with the package."""
    package = Path(__file__).parent
    checkout = package.parent / "data"
    return checkout if (checkout / "gazetteers").is_dir() else package / "data"
