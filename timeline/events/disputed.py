"""Whether two mentions of different days tell one occurrence, of which a source has the day wrong.

A wrong merge is worse than a missed one, so the evidence must be strong: days next to each other, the
same deed by the same actors at no other place, the same numbers, and something that hardly happens
twice in a few days. Two reports of the news of their own days tell two occurrences, and so does one
that says "again".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from timeline.events.alike import Features, elsewhere, others, rare_names, share, stem, title_words
from timeline.model import Article, Mention, Status
from timeline.temporal.languages.en.words import CATEGORIES

_MOST = timedelta(days=2)
"""How far apart sources put the day of one occurrence."""
_SEVERAL = timedelta(days=7)
"""An article that tells the like of another day so near tells several such occurrences."""
_SAME_WORDS = 0.75
_FEW, _MANY = 2, 3
"""So many words beyond deed, actors and place must be the same, by whether such things recur."""
_ONCE = frozenset({"agreement", "vote", "legal", "annexation", "election", "other"})
"""Kinds of which the like seldom comes twice in a few days."""
_DAILY = frozenset({"attack", "call", "statement", "military"})
"""Kinds that come daily in the same words; only a name or a number makes one known again."""
_SEQUEL = re.compile(
    r"\b(?:again|another|more|further|new|fresh|latest|repeated(?:ly)?|once more|anew)\b", re.I
)
_ABOUT = frozenset(
    "some about around nearly almost least most over roughly approximately only just each".split()
)
_LARGE = 10
"""A number that is hardly the same by chance."""
_TOKEN = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+")


def near_days(mentions: Sequence[Mention], features: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """Pairs, by their places, of the same deed on days next to each other."""
    by_day: dict[tuple[str, date], list[int]] = {}
    for i, mention in enumerate(mentions):
        if (day := _day(mention)) is not None:
            for word in features[i].trigger:
                by_day.setdefault((word, day), []).append(i)
    seen = set()
    for (word, day), members in by_day.items():
        for step in range(1, _MOST.days + 1):
            if day > date.max - timedelta(days=step):
                continue
            for b in by_day.get((word, day + timedelta(days=step)), ()):
                for a in members:
                    if (a, b) not in seen:
                        seen.add((a, b))
                        yield a, b


def disputed(a: Mention, b: Mention, fa: Features, fb: Features, articles: Mapping[str, Article]) -> bool:
    """Whether two mentions of the same deed on different days tell one occurrence."""
    if a.article_id == b.article_id or a.kind != b.kind:
        return False
    if {w.lower() for w in _SEQUEL.findall(a.sentence)} != {w.lower() for w in _SEQUEL.findall(b.sentence)}:
        return False
    if others(fa, fb) or elsewhere(a, b, fa, fb) or _news_of_their_days(a, b, articles):
        return False
    numbers = _numbers(a), _numbers(b)
    if all(numbers) and numbers[0] != numbers[1]:
        return False
    words = [frozenset(w for w in title_words(m.title) if w not in _ABOUT) for m in (a, b)]
    if share(*words) < _SAME_WORDS:
        return False
    known = {stem(w.lower()) for name in fa.actors | fb.actors | fa.where | fb.where for w in name.split()}
    known |= {stem(m.trigger.lower()) for m in (a, b)} | {stem(word) for word in fa.trigger | fb.trigger}
    told = (words[0] & words[1]) - known
    rare = rare_names(a.title) & rare_names(b.title)
    counted = all(numbers) and any(n < 0 or n >= _LARGE for n in numbers[0])
    telling = rare - known or counted or len(fa.actors & fb.actors) >= _MANY
    if a.kind in _DAILY:
        return bool(telling) and bool(told)
    return bool(telling) or len(told) >= (_FEW if a.kind in _ONCE else _MANY)


def one_occurrence(
    members: Sequence[int],
    mentions: Sequence[Mention],
    features: Sequence[Features],
    of_article: Mapping[str, Sequence[int]],
) -> bool:
    """Whether the mentions at these places can be of one occurrence, by all that their articles tell.

    Their days lie close together, and no article tells the like of a second day.
    """
    days = {i: day for i in members if (day := _day(mentions[i])) is not None}
    if max(days.values()) - min(days.values()) > _MOST:
        return False
    for i, day in days.items():
        for other in of_article[mentions[i].article_id]:
            second = _day(mentions[other])
            if second is None or second == day or abs(second - day) > _SEVERAL:
                continue
            alike = not features[i].trigger.isdisjoint(features[other].trigger)
            if alike and not others(features[i], features[other]):
                return False
    return True


def _day(mention: Mention) -> date | None:
    """The day on which it happened, where a mention says so."""
    when = mention.when
    exact = when.begin == when.end and when.shape == "within" and not when.approximate
    return when.begin if exact and mention.status is Status.HAPPENED else None


def _news_of_their_days(a: Mention, b: Mention, articles: Mapping[str, Article]) -> bool:
    """Whether each report tells what is as fresh as in the other, so of its own day; or nobody can say."""
    ages = []
    for mention in (a, b):
        article, day = articles.get(mention.article_id), _day(mention)
        if article is None or article.published is None or day is None:
            return True
        ages.append(article.published - day)
    return ages[0] == ages[1]


def _numbers(mention: Mention) -> frozenset[float]:
    """The amounts that a title tells ("nearly 300"); those that count in a row ("the sixth") negative."""
    out = set()
    for word in _TOKEN.findall(mention.title.lower()):
        if word[0].isdigit():
            plain = word.replace(",", "")
            out.add(float(plain) if plain.count(".") <= 1 else 0.0)
        elif (amount := CATEGORIES["number_word"].get(word)) is not None:
            out.add(float(str(amount)))
        elif (place := CATEGORIES["ordinal_word"].get(word)) is not None:
            out.add(-float(str(place)))
    return frozenset(out)
