"""Other words in the same slot: what one sentence calls, or says of, a thing and the other calls otherwise."""

from collections.abc import Iterator, Mapping
from typing import Final

from rapidfuzz import fuzz

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.contrast import Contrast, Token, contrasts
from crossread.compare.discrepancies.scene import Pair, Scene
from crossread.compare.passages import Passage, Word
from crossread.records import Span

_PHRASE: Final = 6  # words of a slot with the rest of its phrase: more of them are another clause
_SURE: Final = 0.6  # of the alignment: below it two sentences may not tell the same at all
_ROOT: Final = 4  # letters: words that begin alike are often of one family
_MANY: Final = 14.0  # shared telling words: from here on, more of them tell no more
_ONE_WORD: Final = 85.0  # percent of letters in common, from which on two words are one
_FULL: Final = 4.0  # equal tokens beside the slot: from here on, more of them tell no more


def find_told(scene: Scene) -> Iterator[Candidate]:
    """Yield the slots of aligned sentences in which the accounts use words that the other article never uses."""
    used = {
        coded.annotated.document.id: frozenset(
            word.key for passage in scene.passages.of(coded.annotated.document.id) for word in passage.words
        )
        for coded in scene.resolved.story.documents
    }
    names = {entity.id: entity.name for entity in scene.resolved.entities}
    for pair in scene.pairs:
        for contrast in contrasts(pair) if pair.accepted and pair.confidence >= _SURE else ():
            parallel = contrast.head or (contrast.left > 0 and contrast.right > 0)
            known = (
                _kin(contrast) or _measured(contrast) or _mere_names(contrast) or _spelt(contrast) or _spoken(contrast)
            )
            phrases = tuple(_phrase(passage, slot) for passage, slot in _sides(contrast))
            if parallel and not known and phrases[0] and phrases[1]:
                yield _candidate(contrast, (phrases[0], phrases[1]), used, names)


def _measured(contrast: Contrast) -> bool:
    """Tell whether both slots hold numbers or times: other finders know those better."""
    return _holds(contrast.pair.a, contrast.a) and _holds(contrast.pair.b, contrast.b)


def _holds(passage: Passage, slot: tuple[Token, ...]) -> bool:
    start, end = slot[0].words[0].start, slot[-1].words[-1].end
    spans = [q.span for q in passage.quantities] + [t.span for t in passage.times]
    return any(span.start < end and start < span.end for span in spans)


def _about(contrast: Contrast, called: str | None) -> str:
    """Name who is called otherwise, or else the word beside which something else is put."""
    if called is not None:
        return f"how {called} is called"
    noun = contrast.a[-1].words[-1] if contrast.head else _beside(contrast)
    return f"how it is put: {noun.text}" if noun is not None else "how it is put"


def _beside(contrast: Contrast) -> Word | None:
    """Return the nearest telling word, common to both sentences, before the slot, or else after it."""
    words = contrast.pair.a.words
    start, end = contrast.a[0].words[0].start, contrast.a[-1].words[-1].end
    theirs = {word.key for word in contrast.pair.b.words}
    before = [word for word in words if word.end <= start][::-1]
    after = [word for word in words if word.start >= end]
    return next((w for w in (*before, *after) if not w.grammar and w.key in theirs), None)


def _called(contrast: Contrast, names: Mapping[str, str]) -> str | None:
    """Return the name of the one entity that both slots describe: by their own words, or right before its name."""
    a, b = (_described(passage, slot) for passage, slot in _sides(contrast))
    return next((name for entity, name in names.items() if entity in a & b), None)


def _described(passage: Passage, slot: tuple[Token, ...]) -> frozenset[str]:
    text = passage.coded.annotated.document.text
    start, end = slot[0].words[0].start, slot[-1].words[-1].end
    return frozenset(
        m.entity
        for m in passage.mentions
        if m.entity is not None
        and m.mention.form != "pronoun"
        and ((m.mention.span.start < end and start < m.mention.span.end) or text[end : m.mention.span.start] == " ")
    )


def _sides(contrast: Contrast) -> tuple[tuple[Passage, tuple[Token, ...]], tuple[Passage, tuple[Token, ...]]]:
    return (contrast.pair.a, contrast.a), (contrast.pair.b, contrast.b)


def _candidate(
    contrast: Contrast, phrases: tuple[Span, Span], used: Mapping[str, frozenset[str]], names: Mapping[str, str]
) -> Candidate:
    pair, called = contrast.pair, _called(contrast, names)
    keys_a, keys_b = _keys(contrast.a), _keys(contrast.b)
    foreign_a = _foreign(keys_a - keys_b, used[pair.b.doc])
    foreign_b = _foreign(keys_b - keys_a, used[pair.a.doc])
    named = _others(contrast)
    return Candidate(
        finder="told",
        kind="actor" if named else "label" if called else "wording",
        severity="difference" if named else "framing",
        about="who it was" if named else _about(contrast, called),
        a=Fragment(pair.a, (phrases[0],)),
        b=Fragment(pair.b, (phrases[1],)),
        strength=pair.confidence,
        features={
            "head": float(contrast.head),
            "called": float(called is not None),
            "left": min(contrast.left / _FULL, 1.0),
            "right": min(contrast.right / _FULL, 1.0),
            "foreign": min(foreign_a, foreign_b),
            "either": max(foreign_a, foreign_b),
            "long": max(len(contrast.a), len(contrast.b)) / _PHRASE,
            "short": min(len(contrast.a), len(contrast.b)) / _PHRASE,
            "shares": float(bool(keys_a & keys_b)),
            "others": float(named),
            "verbs": (_verbs(contrast.a) + _verbs(contrast.b)) / 2,
            "capitals": (_capitals(pair.a, contrast.a) + _capitals(pair.b, contrast.b)) / 2,
            "dense": pair.confidence * _dense(pair),
        },
    )


def _kin(contrast: Contrast) -> bool:
    """Tell whether the words of one slot are of one family with some of the other's: "dockers", "dockworkers"."""
    a, b = _keys(contrast.a), _keys(contrast.b)
    fewer, more = sorted((a - b, b - a), key=len)
    return all(any(x[:_ROOT] == y[:_ROOT] for y in more) for x in fewer)


def _keys(slot: tuple[Token, ...]) -> frozenset[str]:
    return frozenset(token.key for token in slot if not token.grammar)


def _foreign(keys: frozenset[str], vocabulary: frozenset[str]) -> float:
    """Return the share of the words that the other article never uses, in [0, 1]."""
    return sum(key not in vocabulary for key in keys) / len(keys) if keys else 0.0


def _dense(pair: Pair) -> float:
    """Return how much two sentences share, in [0, 1]: the more facts they share, the likelier one of them differs."""
    shared = {w.key for w in pair.a.words if not w.grammar} & {w.key for w in pair.b.words if not w.grammar}
    return min(len(shared) / _MANY, 1.0) ** 2


def _mere_names(contrast: Contrast) -> bool:
    """Tell whether one slot holds nothing but names or capitals, and not of somebody else: a fuller name, a title."""
    sides = ((contrast.pair.a, contrast.a), (contrast.pair.b, contrast.b))
    return any(_capitals(passage, slot) == 1 for passage, slot in sides) and not _others(contrast)


def _spelt(contrast: Contrast) -> bool:
    """Tell whether the slots differ in spelling only: "harbour" and "harbor"."""
    a, b = ({word.text for token in slot for word in token.words} for slot in (contrast.a, contrast.b))
    only_a, only_b = a - b, b - a
    return all(any(fuzz.ratio(x, y) >= _ONE_WORD for y in only_b) for x in only_a) and len(only_a) == len(only_b)


def _spoken(contrast: Contrast) -> bool:
    """Tell whether both slots stand in quotation marks: how quotations differ is told elsewhere."""
    return _in_marks(contrast.pair.a, contrast.a) and _in_marks(contrast.pair.b, contrast.b)


def _in_marks(passage: Passage, slot: tuple[Token, ...]) -> bool:
    start, end = slot[0].words[0].start, slot[-1].words[-1].end
    return any(q.kind == "direct" and q.span.start <= start and end <= q.span.end for q in passage.quotes)


def _capitals(passage: Passage, slot: tuple[Token, ...]) -> float:
    """Return the share of the telling words that are written with a capital, in [0, 1]."""
    text = passage.coded.annotated.document.text
    telling = [token for token in slot if not token.grammar]
    return sum(text[token.words[0].start].isupper() for token in telling) / len(telling) if telling else 0.0


def _others(contrast: Contrast) -> bool:
    """Tell whether each slot names somebody whom the other sentence does not."""
    a, b = _actors(contrast.pair.a, contrast.a), _actors(contrast.pair.b, contrast.b)
    return bool(a - _everybody(contrast.pair.b)) and bool(b - _everybody(contrast.pair.a))


def _everybody(passage: Passage) -> frozenset[str]:
    return frozenset(m.entity for m in passage.mentions if m.entity is not None)


def _actors(passage: Passage, slot: tuple[Token, ...]) -> frozenset[str]:
    start, end = slot[0].words[0].start, slot[-1].words[-1].end
    return frozenset(
        m.entity
        for m in passage.mentions
        if m.entity is not None and m.mention.kind in ("person", "org") and start <= m.mention.span.start < end
    )


def _verbs(slot: tuple[Token, ...]) -> float:
    """Return the share of the telling words that look like verbs: most exchanged verbs are a matter of style."""
    telling = [word.text for token in slot for word in token.words if not word.grammar]
    return sum(word.endswith(("ed", "ing")) for word in telling) / len(telling) if telling else 0.0


def _phrase(passage: Passage, slot: tuple[Token, ...]) -> Span | None:
    """Return the words of the slot with those of its phrase beside them, None where that is no short phrase.

    A phrase ends at a mark and at a word of grammar; the one word of grammar before it belongs to it.
    """
    text = passage.coded.annotated.document.text
    start, end = slot[0].words[0].start, slot[-1].words[-1].end
    inside = [n for n, word in enumerate(passage.words) if start <= word.start and word.end <= end]
    first, last, words = inside[0], inside[-1], passage.words
    while last + 1 < len(words) and not words[last + 1].grammar and not _marked(text, words[last], words[last + 1]):
        last += 1
    while first and not words[first].grammar and not _marked(text, words[first - 1], words[first]):
        first -= 1
    broken = any(_marked(text, words[n], words[n + 1]) for n in range(first, last))
    return None if broken or last - first >= _PHRASE else passage.cut(words[first].start, words[last].end)


def _marked(text: str, left: Word, right: Word) -> bool:
    """Tell whether a mark stands between two neighbouring words."""
    return bool(text[left.end : right.start].strip())
