"""What an article speaks of: names, descriptions and pronouns, each with the word that heads it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from crossread.annotate.reader.names import NameSpan

Form = Literal["name", "nominal", "pronoun"]

# Relations by which a word is part of a larger name or description, so that it heads no mention of its own.
_PARTS: Final = ("flat", "fixed", "goeswith")
_NAME_HEADS: Final = frozenset({"flat", "flat:name", "flat:foreign"})
# Dependents of a noun that belong to its phrase; what else hangs from it (a preposition before, a copula and the
# subject of a nominal sentence, a conjunct) does not.
_HEADS_OF_MENTIONS: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PRON", "DET"})
_OF_THE_PHRASE: Final = frozenset(
    {"det", "amod", "compound", "nmod", "nummod", "flat", "fixed", "goeswith", "acl", "obl"}
)
# Kinds of name that are no one and nothing that acts: they have stages of their own.
_NO_MENTION: Final = frozenset({"DATE", "MONEY"})


@dataclass(frozen=True, slots=True)
class Syntax:
    """The columns that finding mentions needs; a root's head is itself."""

    upos: Sequence[str]
    feats: Sequence[str]
    heads: Sequence[int]
    relations: Sequence[str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible mention: its head word, the words of its phrase, and of the name in it where there is one."""

    head: int
    start: int
    end: int
    form: Form
    kind: str
    name: NameSpan | None = None


def candidates(syntax: Syntax, names: Sequence[NameSpan], kinds: Sequence[str]) -> list[Candidate]:
    """All possible mentions in order of their first words, longer ones first.

    Args:
        syntax: the article's tags and trees.
        names: the names found.
        kinds: for each word, the kind of mention that it heads, or ``none``.
    """
    reach = _reach(syntax)
    named = [name for name in names if name.kind not in _NO_MENTION]
    inside = {word for name in names for word in range(name.start, name.end)}
    found = [_named(syntax, reach, name, kinds) for name in named]
    heads = {candidate.head for candidate in found}
    for word, upos in enumerate(syntax.upos):
        if word in heads or word in inside:
            continue
        if upos == "PRON" and "PronType=Prs" in syntax.feats[word]:
            found.append(Candidate(word, word, word + 1, "pronoun", kinds[word]))
        elif upos in _HEADS_OF_MENTIONS and kinds[word] != "none" and not syntax.relations[word].startswith(_PARTS):
            found.append(Candidate(word, *reach[word], "nominal", kinds[word]))
    return sorted(found, key=lambda candidate: (candidate.start, -candidate.end, candidate.head))


def _named(syntax: Syntax, reach: Sequence[tuple[int, int]], name: NameSpan, kinds: Sequence[str]) -> Candidate:
    head = name_head(syntax, name)
    start, end = reach[head]
    kind = kinds[head] if kinds[head] != "none" else name.kind
    return Candidate(head, min(start, name.start), max(end, name.end), "name", kind, name)


def name_head(syntax: Syntax, name: NameSpan) -> int:
    """The word that heads a name's phrase: for ``President Ann Lee`` the title, which UD makes the head."""
    words = range(name.start, name.end)
    head = next((word for word in words if syntax.heads[word] not in words or syntax.heads[word] == word), name.start)
    while syntax.relations[head] in _NAME_HEADS and syntax.heads[head] < head:
        head = syntax.heads[head]
    return head


def _reach(syntax: Syntax) -> list[tuple[int, int]]:
    """For each word the stretch of words of its phrase, without what only hangs on to it."""
    count = len(syntax.heads)
    first, last = list(range(count)), list(range(count))  # of all that is below each word
    start, end = list(range(count)), list(range(count))  # of its phrase
    nominal_sentences = {syntax.heads[word] for word in range(count) if syntax.relations[word].startswith("cop")}
    for word in _bottom_up(syntax.heads):
        head = syntax.heads[word]
        if head == word:
            continue
        relation = syntax.relations[word].split(":")[0]
        if relation != "punct":
            first[head] = min(first[head], first[word])
            last[head] = max(last[head], last[word])
        possessive = relation == "case" and word > head
        in_clause = relation == "obl" and head in nominal_sentences
        if possessive or (relation in _OF_THE_PHRASE and not in_clause):
            start[head] = min(start[head], first[word])
            end[head] = max(end[head], last[word])
    return [(begin, stop + 1) for begin, stop in zip(start, end, strict=True)]


def _bottom_up(heads: Sequence[int]) -> list[int]:
    """Words ordered so that each comes before its head."""
    depths = [-1] * len(heads)
    for word in range(len(heads)):
        path: list[int] = []
        at = word
        while depths[at] < 0 and heads[at] != at:
            path.append(at)
            at = heads[at]
        depth = max(depths[at], 0)
        depths[at] = depth
        for passed in reversed(path):
            depth += 1
            depths[passed] = depth
    return sorted(range(len(heads)), key=lambda word: -depths[word])
