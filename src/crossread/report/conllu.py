"""Annotated articles as others read them: CoNLL-U with offsets, names and coreference, or JSON Lines.

Column MISC holds `start_char` and `end_char` (half-open, in Unicode code points of the article's text) and, where a
mention starts or ends, `Entity` with the layout that `# global.Entity` states: `(3-person-name` opens a mention of
chain 3, `3)` closes it. Mentions that nothing else means the same as have a number of their own.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from crossread.errors import UsageError
from crossread.records import AnnotatedDocument
from crossread.report.contractions import written_tokens

ENTITY_LAYOUT = "eid-etype-form"


def to_conllu(annotated: AnnotatedDocument) -> str:
    """Return one article as CoNLL-U, ending in a blank line.

    Raises UsageError if it was read without syntax.
    """
    if not annotated.words.has_syntax:
        raise UsageError(f"CoNLL-U needs parts of speech and trees, and {annotated.made_by} gives none")
    return "".join(_Conllu(annotated).lines())


def to_json_line(annotated: AnnotatedDocument) -> str:
    """Return one article as one line of JSON: its identity, and every column that was read."""
    document = annotated.document
    words = asdict(annotated.words)
    record = {
        "id": document.id,
        "source": document.source,
        "outlet": document.outlet,
        "made_by": annotated.made_by,
        "sentences": annotated.sentences,
        "words": {name: column for name, column in words.items() if column},
        "mentions": [_placed(asdict(mention)) for mention in annotated.mentions],
        "chains": annotated.chains,
        "times": [_placed(asdict(time)) for time in annotated.times],
        "quantities": [_placed(asdict(quantity)) for quantity in annotated.quantities],
    }
    return json.dumps(record, ensure_ascii=False) + "\n"


def _placed(record: dict[str, Any]) -> dict[str, Any]:
    """Put a span's offsets and text in place of the span."""
    span = record.pop("span")
    return {"start": span["start"], "end": span["end"], "text": span["text"], **record}


class _Conllu:
    def __init__(self, annotated: AnnotatedDocument) -> None:
        self._annotated = annotated
        self._text = annotated.document.text
        self._words = annotated.words
        self._forms = [self._text[a:b] for a, b in zip(self._words.start, self._words.end, strict=True)]
        self._marks = _entity_marks(annotated)

    def lines(self) -> Iterator[str]:
        document = self._annotated.document
        yield f"# newdoc id = {document.id}\n# global.Entity = {ENTITY_LAYOUT}\n"
        by_sentence: defaultdict[int, list[int]] = defaultdict(list)
        for word, sentence in enumerate(self._words.sentence):
            by_sentence[sentence].append(word)
        for number, (start, end) in enumerate(self._annotated.sentences):
            if self._starts_paragraph(number):
                yield "# newpar\n"
            text = " ".join(self._text[start:end].split())
            yield f"# sent_id = {document.id}-{number + 1}\n# text = {text}\n"
            yield from self._sentence(by_sentence[number])
            yield "\n"

    def _starts_paragraph(self, number: int) -> bool:
        if number == 0:
            return True
        before, here = self._annotated.sentences[number - 1], self._annotated.sentences[number]
        return "\n" in self._text[before[1] : here[0]]

    def _sentence(self, words: list[int]) -> Iterator[str]:
        if not words:
            return
        first, end = words[0], words[-1] + 1
        columns = self._words
        tokens = written_tokens(
            self._forms[first:end], columns.start[first:end], columns.end[first:end], columns.pos[first:end]
        )
        for begin, stop in tokens:
            if stop - begin > 1:
                yield self._token(first + begin, first + stop, first)
            for word in range(first + begin, first + stop):
                yield self._word(word, first, apart=stop - begin == 1)

    def _token(self, begin: int, stop: int, first: int) -> str:
        form = self._text[self._words.start[begin] : self._words.end[stop - 1]]
        misc = self._misc([], stop - 1)
        return f"{begin - first + 1}-{stop - first}\t{form}" + "\t_" * 7 + f"\t{misc}\n"

    def _word(self, word: int, first: int, *, apart: bool) -> str:
        columns = self._words
        offsets = [f"start_char={columns.start[word]}", f"end_char={columns.end[word]}"]
        marks = self._marks.get(word)
        parts = [*([f"Entity={marks}"] if marks else []), *offsets]
        misc = self._misc(parts, word) if apart else "|".join(parts)
        head = 0 if columns.head[word] == word else columns.head[word] - first + 1
        cells = (
            word - first + 1,
            self._forms[word],
            columns.lemma[word],
            columns.pos[word],
            "_",
            columns.feats[word] or "_",
            head,
            columns.dep[word],
            "_",
            misc,
        )
        return "\t".join(str(cell) for cell in cells) + "\n"

    def _misc(self, parts: list[str], word: int) -> str:
        end = self._words.end[word]
        spaced = end >= len(self._text) or self._text[end].isspace()
        return "|".join(sorted([*parts, *([] if spaced else ["SpaceAfter=No"])])) or "_"


def _entity_marks(annotated: AnnotatedDocument) -> dict[int, str]:
    """Map words to their part of the Entity notation."""
    starts = {offset: word for word, offset in enumerate(annotated.words.start)}
    ends = {offset: word for word, offset in enumerate(annotated.words.end)}
    chain_of = {mention: number for number, chain in enumerate(annotated.chains, 1) for mention in chain}
    number = len(annotated.chains)
    opening: defaultdict[int, list[str]] = defaultdict(list)
    closing: defaultdict[int, list[str]] = defaultdict(list)
    for index in sorted(range(len(annotated.mentions)), key=lambda i: _outermost_first(annotated, i)):
        mention = annotated.mentions[index]
        first, last = starts.get(mention.span.start), ends.get(mention.span.end)
        if first is None or last is None:
            continue
        if index not in chain_of:
            number += 1
            chain_of[index] = number
        mark = f"({chain_of[index]}-{mention.kind}-{mention.form}"
        if first == last:
            opening[first].append(mark + ")")
        else:
            opening[first].append(mark)
            closing[last].insert(0, f"{chain_of[index]})")
    return {word: "".join(closing[word] + opening[word]) for word in sorted(opening.keys() | closing.keys())}


def _outermost_first(annotated: AnnotatedDocument, index: int) -> tuple[int, int]:
    span = annotated.mentions[index].span
    return span.start, -span.end
