"""What was said, and how each account cut it."""

import re
from collections.abc import Iterator, Sequence

from crossread.records import Quote
from crossread.report.view.emphasis import changed_words
from crossread.report.view.records import Quotation, Utterance
from crossread.report.view.sources import Library

SHARED_RUN = 4  # words in a row that two quotations share when they are of one utterance; three are common phrases
SHARED_RUN_OF_ONE_SPEAKER = 3  # the same speaker makes a shorter run enough

VERSIONS_COMPARED = 10  # with the longest: what more of them leave out is the same words again

_WORD = re.compile(r"\w+")
_FIRST_WORDS = 200  # of a quotation, looked at for a shared run

Run = tuple[str, ...]


def quotations(quotes: Sequence[Quote], library: Library) -> tuple[tuple[Quotation, ...], tuple[Quotation, ...]]:
    """Return what several accounts quote, utterance by utterance, and the rest, speaker by speaker."""
    groups = _same_utterance([quote for quote in quotes if quote.kind not in ("scare", "attitude")])
    shared = [_quotation(group, library) for group in groups if _accounts(group) > 1]
    shared.sort(key=lambda quotation: -len({one.source.number for one in quotation.utterances}))
    rest = [quote for group in groups if _accounts(group) == 1 for quote in group]
    return tuple(shared), _by_speaker(rest, library)


def _accounts(quotes: Sequence[Quote]) -> int:
    return len({quote.span.doc for quote in quotes})


def _by_speaker(quotes: Sequence[Quote], library: Library) -> tuple[Quotation, ...]:
    """Return the quotations of each speaker in the order of the articles; those without a speaker stand last."""
    speakers: dict[str | None, list[Quote]] = {}
    for quote in quotes:
        speakers.setdefault(_speaker(quote), []).append(quote)
    ranked = sorted(speakers.items(), key=lambda entry: entry[0] is None)
    return tuple(
        Quotation(
            group[0].speaker.name if group[0].speaker else None,
            tuple(_utterance(quote, (), library) for quote in group),
        )
        for _, group in ranked
    )


def _speaker(quote: Quote) -> str | None:
    return (quote.speaker.entity or quote.speaker.name.casefold()) if quote.speaker else None


def _same_utterance(quotes: Sequence[Quote]) -> list[list[Quote]]:
    """Group quotations that share a run of words, transitively; groups by their first quotation."""
    parent = list(range(len(quotes)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    first: dict[tuple[Run, str | None], int] = {}
    for place, quote in enumerate(quotes):
        for key in _runs(quote):
            other = root(first.setdefault(key, place))
            here = root(place)
            parent[max(here, other)] = min(here, other)
    groups: dict[int, list[Quote]] = {}
    for place, quote in enumerate(quotes):
        groups.setdefault(root(place), []).append(quote)
    return list(groups.values())


def _runs(quote: Quote) -> Iterator[tuple[Run, str | None]]:
    words = [word.casefold() for word in _WORD.findall(quote.span.text)[:_FIRST_WORDS]]
    for low in range(len(words) - SHARED_RUN + 1):
        yield tuple(words[low : low + SHARED_RUN]), None
    speaker = _speaker(quote)
    if speaker is None:
        return
    for low in range(len(words) - SHARED_RUN_OF_ONE_SPEAKER + 1):
        yield tuple(words[low : low + SHARED_RUN_OF_ONE_SPEAKER]), speaker


def _quotation(group: Sequence[Quote], library: Library) -> Quotation:
    longest = max(group, key=lambda quote: len(quote.span.text))
    others = [quote for quote in group if quote is not longest]
    utterances = (
        _utterance(longest, others[:VERSIONS_COMPARED], library),
        *(_utterance(quote, (longest,), library) for quote in others),
    )
    speaker = next((quote.speaker.name for quote in (longest, *others) if quote.speaker), None)
    return Quotation(speaker, utterances)


def _utterance(quote: Quote, models: Sequence[Quote], library: Library) -> Utterance:
    """Return the outlet's version; set apart is where it departs from any of the others that it is held against."""
    changed = [place for model in models for place in changed_words(quote.span, model.span)]
    return Utterance(
        source=library.source(quote.span.doc),
        excerpt=library.words(quote.span, changed),
        kind=quote.kind,
        cue=quote.cue,
        speaker=quote.speaker.name if quote.speaker else None,
        chain=quote.speaker.chain if quote.speaker else (),
        named_by=library.source(quote.speaker.named_in.doc).name if quote.speaker and quote.speaker.named_in else None,
    )
