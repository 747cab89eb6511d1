"""What the models see of the parts around a cue: each constituent that hangs on it, and the clause it hangs on itself.

A part hangs on `word`, which is the cue's head `root` or a word that belongs to the cue, at the end of `path` below it
("obj>" for the words below the object of "expressed support for"). A word's own governor is its part `ABOVE`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from crossread.extract.reports.cues import lexeme
from crossread.extract.reports.tree import OPENERS, Tree

Range = tuple[int, int]

_SET_APART = frozenset({"parataxis", "advcl", "acl:relcl", "appos"})
_SIZES = (2, 4, 8, 16)  # words from which on a constituent counts as a size larger


@dataclass(frozen=True, slots=True)
class Part:
    """`word` governs `child`; where `above` is set, `child` governs `word`, and the part is the rest of its clause."""

    root: int
    word: int
    child: int
    path: str = ""
    above: bool = False

    def ranges(self, tree: Tree) -> tuple[Range, ...]:
        """Return the words of the part."""
        start, end = tree.constituent[self.child]
        if not self.above:
            return ((start, end),)
        first, after = tree.constituent[self.word]
        return tuple((a, b) for a, b in ((start, first), (after, end)) if a < b)

    def below(self, tree: Tree) -> str:
        """Return the path of what hangs on the part's word."""
        return f"{self.path}{tree.dep[self.child]}>"


def parts_of(tree: Tree, root: int, word: int, path: str = "") -> Iterator[Part]:
    """Yield the parts around a word of a cue."""
    for child in tree.children(word):
        yield Part(root, word, child, path)
    governor = tree.head[word]
    if not path and governor != word:
        yield Part(root, word, governor, above=True)
        if tree.dep[word] in OPENERS and tree.head[governor] != governor:
            # "according to the mayor, …": the cue leads its source in, and that hangs on what is said
            yield Part(root, governor, tree.head[governor], "led>", above=True)


def inner_parts(tree: Tree, part: Part, role: str) -> Iterator[Part]:
    """Yield what hangs on a part with a role and may have another: its opener, and what is set apart from it."""
    if part.above:
        return
    path = f"{part.below(tree)}{role[0]}:"
    for child in tree.children(part.child):
        opens = tree.dep[child] in OPENERS and not tree.reading.children[child]
        if role == "source" or opens or tree.dep[child] in _SET_APART:
            yield Part(part.root, part.child, child, path)


def part_features(tree: Tree, part: Part, timed: frozenset[int]) -> list[str]:
    """Return the features of a part; `timed` are the words of expressions of time."""
    relation = f"UP:{tree.dep[part.word]}" if part.above else tree.dep[part.child]
    dep = part.path + relation
    seen = (
        _itself(tree, part, dep),
        _cue(tree, part, dep),
        _extent(tree, part, dep, timed),
        _in_context(tree, part, dep),
    )
    return ["b", *chain.from_iterable(seen)]


def _itself(tree: Tree, part: Part, dep: str) -> Iterator[str]:
    root, child, reading = lexeme(tree, part.root), part.child, tree.reading
    opener = "" if part.above else tree.opener(child)
    sort, lemma = tree.sort(child), tree.lemmas[child]
    yield from (f"d={dep}", f"dp={dep}{tree.pos[child]}", f"dL={dep}{root}", f"db={dep}{child < part.word}")
    yield from (f"dc={dep}{opener}", f"dcL={dep}{opener}{root}", f"dh={dep}{tree.pos[part.word]}", f"ds={dep}{sort}")
    yield from (f"dsp={dep}{sort}{tree.pos[part.root]}", f"dq={dep}{reading.quoted[child]}")
    yield from (f"dLk={dep}{root}{lemma}", f"dlk={dep}{lemma}")


def _cue(tree: Tree, part: Part, dep: str) -> Iterator[str]:
    """What else the cue governs: with a clause of its own, its object is somebody told, not something said."""
    relations = tree.relations(part.root)
    passive = "aux:pass" in relations or "nsubj:pass" in relations
    clause = "ccomp" in relations
    yield from (f"dcc={dep}{clause}", f"dxc={dep}{'xcomp' in relations}", f"dob={dep}{'obj' in relations}")
    yield from (f"dps={dep}{passive}", f"dLcc={dep}{lexeme(tree, part.root)}{clause}")
    yield f"dsq={dep}{tree.beside_quote(part.word)}"


def _extent(tree: Tree, part: Part, dep: str, timed: frozenset[int]) -> Iterator[str]:
    reading = tree.reading
    if part.above:
        start, end = reading.sentence_of(part.word)
        first, after = tree.constituent[part.word]
        before = reading.forms[first - 1] if first > start else "<s>"
        yield from (f"uc={dep}{before}", f"ue={dep}{after >= end - 1}", f"us={dep}{first == start}")
        return
    first, after = tree.constituent[part.child]
    size = sum(after - first >= least for least in _SIZES)
    yield from (f"dn={dep}{size}", f"dqs={dep}{any(reading.quoted[first:after])}", f"df={dep}{reading.lower[first]}")
    yield f"dt={dep}{part.child in timed}"


def _in_context(tree: Tree, part: Part, dep: str) -> Iterator[str]:
    """What the reader's network knows of the part's own word, and of all of its words on the whole."""
    own = tree.roles(part.child)
    if not own:
        return
    yield from (f"r={own}", f"rd={dep}{own}")
    told = [tree.roles(word) for start, end in part.ranges(tree) for word in range(start, end)]
    for place, role in enumerate("csk" if told else ""):  # cue, source, content
        mean = round(sum(int(digits[place]) for digits in told) / len(told))
        yield from (f"rm={role}{mean}", f"rmd={role}{mean}{dep}")
