"""An actor where a text names it."""

from dataclasses import dataclass
from typing import Literal

ActorKind = Literal["person", "country", "organisation"]


@dataclass(frozen=True, slots=True)
class NamedActor:
    """An actor where the text names it; `coreferent` marks a pronoun or the like."""

    start_char: int
    end_char: int
    text: str
    name: str
    kind: ActorKind
    coreferent: bool = False
