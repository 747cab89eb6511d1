"""What gold attributions teach the models of reports: which words are cues, and what the parts around them are."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from crossread.annotate.reader.roles import ROLES as READER_ROLES
from crossread.extract.reading import Reading
from crossread.extract.reports.cues import PARTS, cue_features, lexeme
from crossread.extract.reports.find import may_be_cue
from crossread.extract.reports.model import ROLES
from crossread.extract.reports.parts import Part, inner_parts, part_features, parts_of
from crossread.extract.reports.tree import Tree
from crossread.extract.reports.wording import near, word_features
from crossread.learn.statements.polnear import GoldAttribution, Range

_FEWEST = 3  # times that a noun or adjective is a cue to be looked at
_LEAST_SHARE = 0.02  # of its uses
_DEEPEST = 4  # steps below the head of a cue


@dataclass(frozen=True, slots=True)
class Attribution:
    """A gold attribution in words; `root` is the head of its cue."""

    root: int
    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One article with its attributions."""

    tree: Tree
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Examples:
    """Features and answers, row by row."""

    features: list[list[str]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)

    def add(self, features: list[str], answer: int) -> None:
        """Add one example."""
        self.features.append(features)
        self.answers.append(answer)


def lesson(reading: Reading, gold: Iterable[GoldAttribution]) -> Lesson:
    """Return the lesson of an article with trees; attributions without a cue teach nothing."""
    tree = Tree(reading)
    found = []
    for attribution in gold:
        cue = _words(reading, attribution.cue)
        if cue:
            source, content = _words(reading, attribution.source), _words(reading, attribution.content)
            found.append(Attribution(_root(tree, cue), source, cue, content))
    return Lesson(tree, tuple(found))


def answers(one: Lesson) -> NDArray[np.int64]:
    """Return every word's role as its number among the reader's roles, and how many those are where it has none."""
    found = np.full(len(one.tree.pos), len(READER_ROLES))
    for attribution in one.attributions:
        for role in reversed(READER_ROLES):  # a word of a cue inside a content is one of the cue
            found[sorted(getattr(attribution, role))] = READER_ROLES.index(role)
    return found


def _words(reading: Reading, ranges: Iterable[Range]) -> frozenset[int]:
    return frozenset(word for start, end in ranges for word in range(reading.word_at(start), reading.word_after(end)))


def _root(tree: Tree, cue: frozenset[int]) -> int:
    """Return the word of a cue that none of it governs; a verb, noun or adjective if there is one."""
    tops = sorted(word for word in cue if tree.head[word] not in cue or tree.head[word] == word) or sorted(cue)
    return next((word for word in tops if tree.pos[word] in PARTS), tops[0])


def lexemes(lessons: Sequence[Lesson]) -> frozenset[str]:
    """Return the nouns and adjectives that are cues often enough to be looked at."""
    used: Counter[str] = Counter()
    cues: Counter[str] = Counter()
    for one in lessons:
        tree = one.tree
        used.update(lexeme(tree, word) for word in range(len(tree.pos)) if tree.pos[word] in PARTS[1:])
        cues.update(lexeme(tree, a.root) for a in one.attributions if tree.pos[a.root] in PARTS[1:])
    return frozenset(name for name, n in cues.items() if n >= _FEWEST and n > _LEAST_SHARE * used[name])


def cue_examples(lessons: Sequence[Lesson], known: frozenset[str]) -> Examples:
    """Return every word outside contents that may be a cue, and whether it is one."""
    found = Examples()
    for one in lessons:
        said = frozenset[int]().union(*(attribution.content for attribution in one.attributions))
        roots = {attribution.root for attribution in one.attributions}
        for word in range(len(one.tree.pos)):
            if word not in said and may_be_cue(one.tree, word, known):
                found.add(cue_features(one.tree, word), int(word in roots))
    return found


def word_examples(lessons: Sequence[Lesson]) -> Examples:
    """Return the words near the heads of cues, and whether they belong to the cue."""
    found = Examples()
    for one in lessons:
        timed = one.tree.reading.timed
        for attribution in one.attributions:
            for word, path in near(one.tree, attribution.root):
                features = word_features(one.tree, attribution.root, word, path, timed)
                found.add(features, int(word in attribution.cue))
    return found


def part_examples(lessons: Sequence[Lesson]) -> Examples:
    """Return the parts around cues, and the role that most of their words have."""
    found = Examples()
    for one in lessons:
        for attribution in one.attributions:
            if one.tree.pos[attribution.root] in PARTS:
                _add_parts(one.tree, attribution, found)
    return found


def _add_parts(tree: Tree, attribution: Attribution, found: Examples) -> None:
    waiting = [(attribution.root, "")]
    while waiting:
        word, path = waiting.pop()
        for part in parts_of(tree, attribution.root, word, path):
            role = _role(tree, attribution, part)
            if role is None:
                continue
            _add(tree, part, role, found)
            if role == "cue" and not part.above and path.count(">") < _DEEPEST:
                waiting.append((part.child, part.below(tree)))
            elif role in ("content", "source"):
                for inner in inner_parts(tree, part, role):
                    other = _majority(tree, attribution, inner)
                    if other is not None:
                        _add(tree, inner, other, found)


def _add(tree: Tree, part: Part, role: str, found: Examples) -> None:
    found.add(part_features(tree, part, tree.reading.timed), ROLES.index(role))


def _role(tree: Tree, attribution: Attribution, part: Part) -> str | None:
    """Return the part's role: that of its own word if the cue holds it, else that of most of its words."""
    if not part.above and part.child in attribution.cue:
        return "cue"
    return _majority(tree, attribution, part)


def _majority(tree: Tree, attribution: Attribution, part: Part) -> str | None:
    counts: Counter[str] = Counter()
    for start, end in part.ranges(tree):
        for word in range(start, end):
            if tree.pos[word] != "PUNCT":
                counts[_role_of(word, attribution)] += 1
    return counts.most_common(1)[0][0] if counts else None


def _role_of(word: int, attribution: Attribution) -> str:
    if word in attribution.content:
        return "content"
    if word in attribution.source:
        return "source"
    return "cue" if word in attribution.cue else "none"
