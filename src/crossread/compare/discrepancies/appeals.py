"""What somebody was called on to do, when two accounts of one appeal ask for different things."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.scene import Scene
from crossread.compare.passages import Passage, Word
from crossread.linking import candidate_pairs
from crossread.records import Span

_APPEAL: Final = re.compile(
    r"\b(?:call(?:ed|s|ing)?\s+(?:on|upon)|urg(?:ed|es|e|ing)|implor(?:ed|es|ing)|order(?:ed|s)|press(?:ed|es)|"
    r"appeal(?:ed|s)\s+to|exhort(?:ed|s)|begg?(?:ed|s)|instruct(?:ed|s)|ask(?:ed|s)|demand(?:ed|s)\s+that)\s+",
    re.IGNORECASE,
)
_MOST_ADDRESSEE: Final = 8  # words between the appeal and the "to" of what is asked
_MOST_ASKED: Final = 9
_ASIDE: Final = re.compile(r"\s*[-–—(,]\s.{0,60}?[-–—),]\s")
_STOP: Final = re.compile(r"[.,;:!?()“”\"—–]|\s-\s|\s(?:and|but|while|because|although|as)\s")


@dataclass(frozen=True, slots=True)
class Appeal:
    """`to_whom`: stems and entities of the addressee; `asked`: the words of what they should do."""

    passage: Passage
    to_whom: frozenset[str]
    asked: Span
    keys: frozenset[str]
    callers: frozenset[str]


def find_appeals(scene: Scene) -> Iterator[Candidate]:
    """Yield two appeals to the same addressee that ask for different things."""
    found = [a for passage in scene.passages.all() if not passage.endless for a in appeals(passage)]
    confidence = {(pair.a.place, pair.b.place): pair.confidence for pair in scene.pairs}
    keys = {f"{number:09d}": sorted(appeal.to_whom) for number, appeal in enumerate(found)}
    for left, right in candidate_pairs(keys):
        a, b = found[int(left)], found[int(right)]
        shared = a.to_whom & b.to_whom
        if a.passage.order < b.passage.order and not a.keys & b.keys:
            yield Candidate(
                finder="appeal",
                kind="stance",
                severity="difference",
                about="what was called for",
                a=Fragment(a.passage, (a.asked,)),
                b=Fragment(b.passage, (b.asked,)),
                strength=len(shared) / min(len(a.to_whom), len(b.to_whom)),
                features={
                    "caller": float(bool(a.callers & b.callers)),
                    "aligned": confidence.get((a.passage.place, b.passage.place), 0.0),
                },
            )


def appeals(passage: Passage) -> Iterator[Appeal]:
    """Yield the appeals of a sentence: to whom, and to do what."""
    text = passage.coded.annotated.document.text
    for match in _APPEAL.finditer(text, passage.span.start, passage.span.end):
        words = [word for word in passage.words if word.start >= match.end()]
        to = next((n for n, word in enumerate(words[: _MOST_ADDRESSEE + 1]) if word.text == "to"), None)
        to = to if to is not None else _after_aside(words, text, match.end())
        if not to:
            continue
        asked = _asked(words[to + 1 :], text)
        whom = _keys(passage, _asked(words[:to], text))
        if asked and whom:
            span = passage.cut(asked[0].start, asked[-1].end)
            keys = frozenset(word.key for word in asked if not word.grammar)
            yield Appeal(passage, whom, span, keys, _named(passage, passage.span.start, match.start()))


def _after_aside(words: list[Word], text: str, start: int) -> int | None:
    """Find the "to" behind an aside in dashes, brackets or commas: "on the army - so far loyal - to disobey"."""
    for n, word in enumerate(words[:_MOST_ADDRESSEE]):
        aside = _ASIDE.match(text, word.end)
        if aside and text[aside.end() :].startswith("to "):
            return next((m for m, other in enumerate(words) if other.start >= aside.end()), None)
        if "." in text[start : word.start]:
            return None
        if n and _STOP.match(text, word.end) and not aside:
            return None
    return None


def _asked(words: list[Word], text: str) -> list[Word]:
    """Return the first words, up to a mark or a conjunction."""
    taken: list[Word] = []
    for word in words[:_MOST_ASKED]:
        if taken and _STOP.search(text, taken[-1].end, word.end):
            break
        taken.append(word)
    return taken


def _keys(passage: Passage, words: list[Word]) -> frozenset[str]:
    """Return what the addressee is known by: its last noun, "forces" in "the country's armed forces"."""
    if not words:
        return frozenset()
    head = [word.key for word in words if not word.grammar][-1:]
    return frozenset(head) | _named(passage, words[-1].start, words[-1].end)


def _named(passage: Passage, start: int, end: int) -> frozenset[str]:
    return frozenset(m.entity for m in passage.mentions if m.entity and start <= m.mention.span.start < end)
