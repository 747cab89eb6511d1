"""Gold documents as raw text, with the places of their tokens, words and sentences in it."""

from dataclasses import dataclass

from crossread.learn.reader.conllu import UdDocument, UdSentence
from crossread.learn.reader.raw_score import Places, ScoredWord, Side

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldText:
    """A document's text (paragraphs parted by a blank line) and the character range of every word."""

    text: str
    side: Side
    words: tuple[Range, ...]


def gold_text(document: UdDocument) -> GoldText:
    """Write a document out as text."""
    text = ""
    tokens: list[Range] = []
    words: list[Range] = []
    sentences: list[Range] = []
    for sentence in document.sentences:
        if text:
            text = text.rstrip() + "\n\n" if sentence.starts_paragraph else text
        begin = len(text)
        for token in sentence.tokens:
            start = len(text)
            text += token.form
            tokens.append((start, len(text)))
            words.extend(_parts(sentence, token.first, token.last, start, len(text)))
            text += " " if token.space_after else ""
        sentences.append((begin, tokens[-1][1]))
    places = Places(text)
    side = Side(
        [places.of(*token) for token in tokens],
        [places.of(*sentence) for sentence in sentences],
        _scored(document, places, words),
    )
    return GoldText(text, side, tuple(words))


def _parts(sentence: UdSentence, first: int, last: int, start: int, end: int) -> list[Range]:
    """The ranges of a token's words: parts of it where their forms spell it, else ranges of no length but the last."""
    forms = [word.form for word in sentence.words[first : last + 1]]
    if len("".join(forms)) != end - start:
        return [(start, start)] * (len(forms) - 1) + [(start, end)]
    ranges: list[Range] = []
    for form in forms:
        ranges.append((start, start + len(form)))
        start += len(form)
    return ranges


def _scored(document: UdDocument, places: Places, ranges: list[Range]) -> list[ScoredWord]:
    scored: list[ScoredWord] = []
    offset = 0
    for sentence in document.sentences:
        own = [places.of(*word) for word in ranges[offset : offset + len(sentence.words)]]
        for word, place in zip(sentence.words, own, strict=True):
            head = own[word.head - 1] if word.head else None
            scored.append(ScoredWord(place, word.upos, word.lemma, head, word.deprel))
        offset += len(sentence.words)
    return scored
