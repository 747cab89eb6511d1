"""What a standing looks like to the model: names of features, each there or not.

Words said (`s:`), verbs done (`d:`) with the words after them (`a:`), what the lexicons find in both (`x:`, `r:`), who
it is (`k:`, `h:`, `t:`), how it is said (`c:`, `q:`), and what the sentences beside tell of the same holder (`n:`).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from crossread.extract.reading import Reading
from crossread.extract.sides import Side
from crossread.extract.standings import Deed, Standing, Words
from crossread.records import StanceSide
from crossread.resources import read_table

_TURNED: Final = 4  # words after a negator that it turns
_AFTER: Final = 8  # words after a verb that say what is done
_MOST: Final = 3  # counts above are alike
_OFTEN: Final = 6
_PARTS: Final = 5  # of an article
_DESCRIBING: Final = 6  # words of a description that are looked at
_OPPOSITE: Final[Mapping[str, str]] = {"for": "against", "against": "for", "neutral": "neutral"}
_DUTY: Final = frozenset({"should", "must", "need", "needs", "ought", "cannot"})

Lean = tuple[str, str]
"""A lexicon (A: judging words, V: verbs, N: nouns of taking sides, M: duty) and the side."""


def features_of(reading: Reading, standings: Sequence[Standing]) -> list[tuple[str, ...]]:
    """Return the features of each standing of one article."""
    often = Counter(standing.holder.name for standing in standings)
    leans = [_leans(reading, standing) for standing in standings]
    at = {(standing.holder.name, standing.sentence): number for number, standing in enumerate(standings)}
    found = []
    for number, standing in enumerate(standings):
        features = [*_own(reading, standing), *_lean_names(leans[number])]
        features.append(f"o:{min(often[standing.holder.name], _OFTEN)}")
        for beside in (standing.sentence - 1, standing.sentence + 1):
            other = at.get((standing.holder.name, beside))
            if other is not None:
                features += [f"n:{kind}:{side}" for where, kind, side in leans[other] if where != "e"]
                features += [f"n:r:{side.by}:{side.side}" for side in standings[other].sides]
        found.append(tuple(dict.fromkeys(features)))
    return found


def _own(reading: Reading, standing: Standing) -> Iterator[str]:
    yield "one"
    for said in standing.said:
        yield from _said(reading, said.words)
    for deed in standing.deeds:
        yield from _done(reading, deed, standing.holder.name)
    for side in standing.sides:
        yield from _by_rules(side)
    yield from (f"q:{how}" for how in standing.how)
    yield from (f"c:{cue.lower()}" for cue in standing.cues)
    yield f"w:{bool(standing.said):d}{bool(standing.deeds):d}"
    yield f"p:{min(_PARTS - 1, _PARTS * standing.sentence // len(reading.sentence_words))}"
    yield from _who(reading, standing)


def _said(reading: Reading, words: Words) -> Iterator[str]:
    for word, turned in _turned(reading, words):
        if _has_letter(reading.lower[word]):
            mention = reading.names[word]
            named = mention is not None and mention.form == "name"
            lexeme = f"<{mention.kind}>" if named and mention is not None else _lemma(reading, word)
            yield f"s:{'!' if turned and reading.tags[word].part != 'neg' else ''}{lexeme}"


def _done(reading: Reading, deed: Deed, holder: str) -> Iterator[str]:
    group, speaker = deed.group, deed.telling.speaker
    by = "" if speaker is None else "self:" if speaker.name == holder else "other:"
    yield f"d:{by}{'!' if group.negated else ''}{group.lemma}"
    if group.modal:
        yield f"m:{group.modal}"
    for word in range(group.verb + 1, min(deed.telling.clause.end, group.verb + _AFTER)):
        if _has_letter(reading.lower[word]):
            if word == group.verb + 1:
                yield f"d2:{group.lemma}_{_lemma(reading, word)}"
            yield f"a:{_lemma(reading, word)}"


def _by_rules(side: Side) -> Iterator[str]:
    told = "outlet" if side.speaker is None else "self" if side.speaker.name == side.holder.name else "other"
    yield f"r:{side.by}:{side.side}"
    yield f"r:{side.by}:{side.act}:{side.side}"
    yield f"r:{side.by}:{told}:{side.side}"


def _who(reading: Reading, standing: Standing) -> Iterator[str]:
    span = standing.holder.span
    mention = reading.names[reading.word_at(span.start)] if span is not None else None
    if mention is not None and mention.form == "name":
        yield f"k:{mention.kind}"
    else:
        yield "k:described"
        yield from (f"h:{word}" for word in standing.holder.name.lower().split()[:_DESCRIBING])
    if mention is not None and mention.title:
        yield from (f"t:{word}" for word in mention.title.lower().split()[:2])


def _leans(reading: Reading, standing: Standing) -> Counter[tuple[str, str, str]]:
    """Count what the lexicons find in what is said (`s`) and done (`d`), and the names in it (`e`)."""
    found: Counter[tuple[str, str, str]] = Counter()
    for said in standing.said:
        _count(reading, said.words, "s", found)
    for deed in standing.deeds:
        _count(reading, (deed.group.verb, min(deed.telling.clause.end, deed.group.verb + _AFTER)), "d", found)
    return found


def _count(reading: Reading, words: Words, where: str, found: Counter[tuple[str, str, str]]) -> None:
    for word, turned in _turned(reading, words):
        form = reading.lower[word]
        for kind, side in _sides_of(form, reading.tags[word].lemma if reading.tags[word].part == "verb" else ""):
            found[where, kind, _OPPOSITE[side] if turned else side] += 1
        if form in _DUTY:
            found[where, "M", "duty"] += 1
        mention = reading.names[word]
        if mention is not None and mention.form == "name" and reading.annotated.words.start[word] == mention.span.start:
            found["e", where, mention.kind] += 1


def _lean_names(leans: Counter[tuple[str, str, str]]) -> Iterator[str]:
    for (where, kind, side), count in leans.items():
        yield from (f"x:{where}:{kind}:{side}:{number}" for number in range(1, min(count, _MOST) + 1))


def _turned(reading: Reading, words: Words) -> Iterator[tuple[int, bool]]:
    """Yield the words of the range, each with whether a negator before it turns it."""
    until = -1
    for word in range(*words):
        if reading.tags[word].part == "neg":
            until = word + _TURNED
        yield word, word <= until


def _sides_of(form: str, verb: str) -> Iterator[Lean]:
    judging, verbs, nouns = _lexicons()
    if form in judging:
        yield "A", judging[form]
    if verb in verbs:
        yield "V", verbs[verb]
    if form in nouns:
        yield "N", nouns[form]


@cache
def _lexicons() -> tuple[dict[str, StanceSide], dict[str, StanceSide], dict[str, StanceSide]]:
    """Return the side of each judging word, verb of one word, and noun of taking sides."""
    tables = (("appraisal", "word"), ("stance_verbs", "pattern"), ("stance_nouns", "noun"))
    judging, verbs, nouns = (
        {row[key]: row["side"] for row in read_table(f"lexicons/en/{name}.tsv")} for name, key in tables
    )
    return judging, verbs, nouns  # type: ignore[return-value]  # the tables hold nothing but sides


def _has_letter(form: str) -> bool:
    return form.isalpha() or any(map(str.isalpha, form))


def _lemma(reading: Reading, word: int) -> str:
    return reading.tags[word].lemma or reading.annotated.words.lemma[word].lower()
