"""Who speaks where an account leaves it open, and another account gives the same words to somebody.

The words that name the speaker there are kept as evidence. Whom an account surely names stays its speaker, whatever the
others say: the same words given to two mouths are a difference to be shown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from crossread.compare.discrepancies.quotations import Twin, Utterance, twins
from crossread.compare.parties import Parties
from crossread.compare.passages import words_of
from crossread.records import CodedDocument, Quote, ResolvedStory, Speaker

_SURE: Final = 0.7  # the likelihood from which on an account's own speaker stands; from 0.6 to 0.8 as many are right
_RUN: Final = 4  # equal words in one run: three are phrases that anybody uses
_STRAY: Final = 3  # a shorter run may be chance
_SHARE: Final = 0.8  # of the shorter quotation: what one account cut out of the other's words, no mere echo

Named = Mapping[str, Speaker]
"""The speaker of each quotation that another account names, by the quotation's id."""


def with_named_speakers(resolved: ResolvedStory) -> ResolvedStory:
    """Return the story with the speakers whom other accounts of the same words name, where one leaves it open."""
    parties = Parties(resolved)
    named = _named(resolved, parties)
    if not named:
        return resolved
    documents = tuple(
        replace(coded, quotes=tuple(_with_speaker(coded, quote, named) for quote in coded.quotes))
        for coded in resolved.story.documents
    )
    return replace(resolved, story=replace(resolved.story, documents=documents))


def _named(resolved: ResolvedStory, parties: Parties) -> Named:
    best: dict[str, Speaker] = {}
    for here, there in _pairs(resolved):
        own, other = parties.speaker(here.speaker), parties.speaker(there.speaker)
        if other is None or other.span is None or _likelihood(own) >= _SURE or _same(own, other):
            continue
        if _likelihood(other) > max(_likelihood(own), _likelihood(best.get(here.id))):
            best[here.id] = other
    return best


def _pairs(resolved: ResolvedStory) -> Iterator[tuple[Quote, Quote]]:
    """Yield the quotations of two accounts that are the same words, each pair both ways."""
    for twin in twins(list(_quotations(resolved))):
        if _same_words(twin):
            (a,), (b,) = twin.a.parts, twin.b.parts
            yield a, b
            yield b, a


def _quotations(resolved: ResolvedStory) -> Iterator[Utterance]:
    """Yield what stands in marks, each piece by itself: of an interrupted one each has a speaker of its own."""
    for order, coded in enumerate(resolved.story.documents):
        text = coded.annotated.document.text
        for quote in coded.quotes:
            if quote.direct and (words := words_of(text, quote.span.start, quote.span.end)):
                yield Utterance(coded, order, (quote,), words)


def _same_words(twin: Twin) -> bool:
    equal = sum(length for _, _, length in twin.blocks if length >= _STRAY)
    return twin.longest >= _RUN and equal >= _SHARE * min(len(twin.a.words), len(twin.b.words))


def _likelihood(speaker: Speaker | None) -> float:
    if speaker is None:
        return 0.0
    return 1.0 if speaker.likelihood is None else speaker.likelihood


def _same(own: Speaker | None, other: Speaker) -> bool:
    return own is not None and (own.entity or own.name) == (other.entity or other.name)


def _with_speaker(coded: CodedDocument, quote: Quote, named: Named) -> Quote:
    speaker = named.get(quote.id)
    if speaker is None:
        return quote
    chain = (coded.annotated.document.outlet, speaker.name)
    return replace(
        quote,
        kind="mixed" if quote.kind == "scare" else quote.kind,
        speaker=replace(speaker, span=None, chain=chain, named_in=speaker.span),
        source_spans=(),
    )
