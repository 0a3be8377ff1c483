"""Text in, ISO 639-1 code of its language out; a text too short to tell is taken for English."""

from functools import cache
from typing import Any

LANGUAGES = {
    "en": "English", "uk": "Ukrainian", "ru": "Russian", "be": "Belarusian", "pl": "Polish", "de": "German",
    "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch", "ro": "Romanian",
    "cs": "Czech", "sk": "Slovak", "hu": "Hungarian", "bg": "Bulgarian", "sr": "Serbian", "hr": "Croatian",
    "sl": "Slovenian", "tr": "Turkish", "el": "Greek", "lt": "Lithuanian", "lv": "Latvian", "et": "Estonian",
    "fi": "Finnish", "sv": "Swedish", "da": "Danish", "no": "Norwegian", "ka": "Georgian", "ar": "Arabic",
    "he": "Hebrew", "zh": "Chinese", "ja": "Japanese", "ko": "Korean",
}  # fmt: skip
"""Those that report on the crisis, with their names; a smaller choice makes fewer mistakes on short texts."""

ENOUGH_LETTERS = 20
ENOUGH_PLAIN_LETTERS = 80  # letters of a-z alone: names in a short English text mislead the model
SAMPLE_CHARS = 4000  # more text changes no answer and costs time


def guess_language(text: str) -> str:
    """The language of `text` as an ISO 639-1 code.

    >>> guess_language("Переговори в Мінську завершилися без угоди.")
    'uk'
    """
    sample = text[:SAMPLE_CHARS]
    letters = sum(map(str.isalpha, sample))
    if letters < (ENOUGH_PLAIN_LETTERS if sample.isascii() else ENOUGH_LETTERS):
        return "en"
    return str(_identifier().classify(sample)[0])


@cache
def _identifier() -> Any:
    """The model takes half a second to load, so it waits until a language has to be guessed."""
    from py3langid import langid

    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    identifier.set_languages(list(LANGUAGES))
    return identifier
