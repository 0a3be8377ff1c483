"""A verb group with the clause it stands in."""

from dataclasses import dataclass, field
from typing import Any

from timeline.events.lexicon import Form


@dataclass(slots=True)
class Predicate:
    """A verb group: `at` is the verb, `first` the first word of its group, `begin` to `end` its clause.

    None but who makes it changes it. It is no tuple: a slot is read three times as fast as a tuple's field.
    """

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
    finite: bool = field(init=False)
    """Whether it can be the verb of a sentence."""
    lemma: str = field(init=False)
    """The verb in the dictionary's form."""
    kind: str | None = field(init=False)
    """The lexicon's kind or class of the verb."""

    def __post_init__(self) -> None:
        self.finite = self.tense not in ("infinitive", "participle")
        self.lemma, self.kind = self.form.lemma, self.form.kind

    def _replace(self, **changes: Any) -> "Predicate":
        """The same verb group but for some fields; a third of the time that `dataclasses.replace` takes."""
        other = Predicate(
            self.at, self.first, self.form, self.tense, self.perfect, self.passive, self.progressive,
            self.modal, self.negated, self.begin, self.end, self.opener, self.subject, self.governor,
        )  # fmt: skip
        for name, value in changes.items():
            setattr(other, name, value)
        if "tense" in changes or "form" in changes:
            other.__post_init__()
        return other
