"""A verb group with the clause it stands in."""

from typing import NamedTuple

from timeline.events.lexicon import Form


class Predicate(NamedTuple):
    """A verb group: `at` is the verb, `first` the first word of its group, `begin` to `end` its clause."""

    at: int
    first: int
    form: Form
    tense: str
    """past, present, future, infinitive or participle."""
    perfect: bool = False
    passive: bool = False
    progressive: bool = False
    modal: str = ""
    negated: bool = False
    begin: int = 0
    end: int = 0
    opener: str = ""
    """The subordinator or relative that opens the clause; "" in a main clause."""
    subject: tuple[int, int] = (0, 0)
    """The words of the subject; empty where the clause has none."""
    governor: int | None = None
    """The verb that reports, plans or orders this one, as the place of its word."""

    @property
    def finite(self) -> bool:
        """Whether it can be the verb of a sentence."""
        return self.tense not in ("infinitive", "participle")

    @property
    def lemma(self) -> str:
        """The verb in the dictionary's form."""
        return self.form.lemma

    @property
    def kind(self) -> str | None:
        """The lexicon's kind or class of the verb."""
        return self.form.kind
