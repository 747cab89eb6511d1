"""From trees and models to reports."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crossread.extract.cues import reports_speech
from crossread.extract.reading import Reading
from crossread.extract.reports.cues import PARTS, cue_features, lexeme
from crossread.extract.reports.model import ROLES, Models, shipped_models
from crossread.extract.reports.parts import Part, inner_parts, part_features, parts_of
from crossread.extract.reports.tree import Tree
from crossread.extract.reports.wording import near, word_features

# these were chosen on PolNeAR's development articles, of values that came within 0.005 of F1
LEAST_CUE = 0.36
LEAST_NESTED = 0.7  # a chain of speakers is told only where it is sure
LEAST_WORD = 0.38  # the cue's own likelihood is counted in
LIKELY_CUE = "5"  # the digit from which on the reader's network takes a word for one of a cue
UNLIKELY_CONTENT = "4"  # the digit up to which it does not take a word for one of what is said
_DEEPEST = 4  # steps down from a cue's head that its words may stand


@dataclass(frozen=True, slots=True)
class Report:
    """Who is said to have said what: the words of the cue, the source and the content, each in text order.

    `within` is the root of the report in whose content this one stands ("the official said a *source told* him …").
    `root` is the cue's head. `source` is empty where the cue governs none, `content` where the sentence has none.
    """

    root: int
    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    likelihood: float
    within: int | None = None


def find_reports(reading: Reading, models: Models | None = None) -> tuple[Report, ...]:
    """Return the reports of an article with trees, in text order within a sentence.

    An article without trees has none.
    """
    if not reading.annotated.words.head:
        return ()
    finder = _Finder(Tree(reading), models or shipped_models())
    return tuple(report for start, end in reading.sentence_words for report in finder.sentence(start, end))


def may_be_cue(tree: Tree, word: int, lexemes: frozenset[str]) -> bool:
    """Whether cues are learned from the word: every verb, and the nouns and adjectives that have been cues."""
    pos = tree.pos[word]
    return pos == "VERB" or (pos in PARTS and lexeme(tree, word) in lexemes)


def looks_like_cue(tree: Tree, word: int) -> bool:
    """Whether the reader's network takes a noun or adjective for a cue, though it has been none in what was learned."""
    return tree.pos[word] in PARTS and tree.roles(word)[:1] >= LIKELY_CUE


def _without(report: Report, other: Report) -> Report:
    """Return the report, with nothing in its content that is cue or source of the other."""
    taken = {*other.cue, *other.source}
    return replace(report, content=tuple(word for word in report.content if word not in taken))


@dataclass(frozen=True, slots=True)
class _Finder:
    tree: Tree
    models: Models

    def sentence(self, start: int, end: int) -> Sequence[Report]:
        """Find the reports of one sentence, from the root of its tree down."""
        found: list[Report] = []
        said: dict[int, int] = {}
        cued: set[int] = set()
        candidates = [
            word
            for word in range(start, end)
            if may_be_cue(self.tree, word, self.models.lexemes) or looks_like_cue(self.tree, word)
        ]
        for word in sorted(candidates, key=lambda w: (self.tree.depth[w], w)):
            inside = word in said and not self._stands_out(word)
            if word in cued or (inside and not self._retells(word)):
                continue
            likelihood = self.models.cues.likelihood(cue_features(self.tree, word, nested=inside))
            if likelihood >= (LEAST_NESTED if inside else LEAST_CUE):
                report = self._report(word, likelihood)
                if inside:
                    report = replace(report, within=said[word])
                elif word in said:
                    found = [_without(other, report) for other in found]
                found.append(report)
                cued.update(report.cue)
                said.update((told, said.get(told, word)) for told in report.content)
        return sorted(found, key=lambda report: report.root)

    def _stands_out(self, word: int) -> bool:
        """Whether the reader's network takes a word inside a content for a cue that is none of it."""
        roles = self.tree.roles(word)
        return bool(roles) and roles[0] >= LIKELY_CUE and roles[2] <= UNLIKELY_CONTENT

    def _retells(self, word: int) -> bool:
        """Whether the word, in the content of a report, says by itself that somebody else spoke, outside marks."""
        return reports_speech(self.tree.lemmas[word]) and not self.tree.reading.quoted[word]

    def _report(self, root: int, likelihood: float) -> Report:
        words: dict[str, set[int]] = {role: set() for role in ROLES}
        waiting = [(root, "")]
        quoted = self._quoted(root)
        while waiting:
            word, path = waiting.pop()
            for part in parts_of(self.tree, root, word, path):
                role = "source" if part.child == quoted else self._role(part)
                if role != "cue":
                    self._take(part, role, words)
                elif not part.above and path.count(">") < _DEEPEST:
                    waiting.append((part.child, part.below(self.tree)))
        if not words["content"] and not self.tree.beside_quote(root):
            self._take_likeliest(root, words)
        cue = self._cue(root, likelihood)
        content = words["content"] - cue - words["source"]
        source = words["source"] - cue
        return Report(root, tuple(sorted(cue)), tuple(sorted(source)), tuple(sorted(content)), likelihood)

    def _quoted(self, root: int) -> int | None:
        """Return the subject of "was quoted as saying" or "is heard saying": it is who speaks."""
        tree = self.tree
        children = {tree.dep[child]: child for child in tree.children(root)}
        says = (reports_speech(tree.lemmas[c]) and tree.reading.lower[c].endswith("ing") for c in children.values())
        return children.get("nsubj:pass") if any(says) else None

    def _take_likeliest(self, root: int, words: dict[str, set[int]]) -> None:
        """Give the part that is likeliest to be content that role: something must be said, if not in a quotation."""
        free = [part for part in parts_of(self.tree, root, root) if part.child not in words["source"]]
        if free:
            self._take(max(free, key=self._leaning), "content", words)

    def _leaning(self, part: Part) -> float:
        """Return by how much the part is likelier content than nothing."""
        scores = self.models.parts.scores(part_features(self.tree, part, self.tree.reading.timed))
        return scores[ROLES.index("content")] - scores[ROLES.index("none")]

    def _take(self, part: Part, role: str, words: dict[str, set[int]]) -> None:
        """Give the words of a part to its role, those of its inner parts to theirs."""
        own = {word for first, after in part.ranges(self.tree) for word in range(first, after)}
        if role in ("content", "source"):
            for inner in inner_parts(self.tree, part, role):
                other = self._role(inner)
                if other != role:
                    apart = set(range(*self.tree.constituent[inner.child]))
                    own -= apart
                    words[other] |= apart
        words[role] |= own

    def _role(self, part: Part) -> str:
        return ROLES[self.models.parts.best(part_features(self.tree, part, self.tree.reading.timed))]

    def _cue(self, root: int, likelihood: float) -> set[int]:
        found = {root}
        for word, path in near(self.tree, root):
            features = word_features(self.tree, root, word, path, self.tree.reading.timed)
            if likelihood * self.models.words.likelihood(features) >= LEAST_WORD:
                found.add(word)
        return found
