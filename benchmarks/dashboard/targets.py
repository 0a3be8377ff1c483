"""What the dashboard is meant to reach: a row for each measure, with the most that it may be."""

from dataclasses import dataclass

SMALL, MIDDLE, LARGE = 2_000, 10_000, 100_000


@dataclass(frozen=True, slots=True)
class Target:
    """One measure; `most` by number of events, or for any number under 0."""

    key: str
    what: str
    unit: str
    most: dict[int, float]

    def limit(self, size: int) -> float | None:
        """The most it may be at this number of events; None where nothing is set."""
        return self.most.get(size, self.most.get(0))


TARGETS: tuple[Target, ...] = (
    Target("T1", "first marks visible, nothing cached", "ms", {SMALL: 3000, MIDDLE: 3500, LARGE: 3500}),
    Target("T2", "the same, loaded again", "ms", {0: 1500}),
    Target("T3", "sent for the first load", "MB", {0: 2.8}),
    Target("T3b", "requests to other machines", "", {0: 0}),
    Target("T4", "drag: 95 of 100 frames within", "ms", {0: 33}),
    Target("T4b", "drag: longest frame", "ms", {0: 100}),
    Target("T5", "zoom until drawn anew, p95", "ms", {MIDDLE: 250, LARGE: 450}),
    Target("T6", "key in the search until drawn (200 ms wait), p95", "ms", {MIDDLE: 450, LARGE: 800}),
    Target("T7", "marks in the page", "", {0: 600}),
    Target("T7b", "labels in the page", "", {0: 250}),
    Target("T7c", "shapes in the page", "", {0: 20}),
    Target("T7d", "traces in the page", "", {0: 45}),
    Target("T8", "choosing and packing a view, p95", "ms", {0: 40}),
    Target("T8b", "of it packing", "ms", {0: 10}),
    Target("T9", "figure", "kB", {0: 90}),
    Target("T9b", "figure, compressed", "kB", {0: 20}),
    Target("T9c", "whole answer for a view", "kB", {}),
    Target("T10", "card open, p95", "ms", {0: 200}),
    Target("T11", "list: first rows", "ms", {0: 400}),
    Target("T11b", "list: rows after a far scroll", "ms", {0: 250}),
    Target("T12", "CSV of all", "ms", {MIDDLE: 1000, LARGE: 6000}),
    Target("T12b", "memory that it took", "MB", {0: 100}),
    Target("T13", "pasted 1,000 words until the cards", "ms", {0: 1500}),
    Target("T13b", "100 articles read and stored", "s", {0: 60}),
    Target("T14", "pairs of labels that overlap", "", {0: 0}),
    Target("T15", "browser's memory after 200 zooms", "MB", {0: 150}),
    Target("T15b", "of it grown since the first 20", "MB", {0: 10}),
    Target("T16", "axe violations, screens × themes × widths", "", {0: 0}),
    Target("T17", "keys for find, why, export", "", {0: 25}),
    Target("T18", "bytes that CSV → import → CSV changes", "", {SMALL: 0, MIDDLE: 0}),
    Target("T19", "mentions whose offsets do not fit", "", {0: 0}),
    Target("T20", "keys of the state that a link loses", "", {0: 0}),
    Target("T21", "zoom with ten readers, times alone", "×", {MIDDLE: 2}),
)
BY_KEY = {target.key: target for target in TARGETS}


def heading() -> str:
    """The head of the table."""
    return f"{'events':>8}  {'':<5}{'measure':<50}{'target':>10}{'figure':>10}"


def line(size: int, key: str, figure: float) -> str:
    """A row of the table, marked where the target is missed."""
    target = BY_KEY[key]
    limit = target.limit(size)
    said = "" if limit is None else _number(limit, target.unit)
    missed = "  missed" if limit is not None and figure > limit else ""
    return f"{size:>8}  {key:<5}{target.what:<50}{said:>10}{_number(figure, target.unit):>10}{missed}"


def _number(value: float, unit: str) -> str:
    digits = f"{value:,.0f}" if value == int(value) or value >= 20 else f"{value:,.1f}"
    return f"{digits} {unit}".strip()
