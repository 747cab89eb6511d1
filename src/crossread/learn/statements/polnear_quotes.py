"""Direct quotations against PolNeAR.

A gold quotation is a part of a content that begins and ends with quotation marks and whose attribution has a source; a
direct one begins with a capital, as a whole utterance does, others are words set off in a sentence. It is met if most
of its words stand in quotations between marks that are given to that source. A quotation that was found with a speaker
is right if most of its words stand in a content with that source; one whose gold has no source is left out. The speaker
is right if their words overlap the source, or their name has the words of the source's. The gold is flat, so that where
somebody tells what another said, each of the chain is right.
"""

from collections.abc import Mapping, Sequence

from crossread.learn.statements.figures import Count
from crossread.learn.statements.keys import same_name
from crossread.learn.statements.polnear import GoldArticle, GoldAttribution, Range, read_polnear
from crossread.learn.statements.tasks import Given
from crossread.learn.statements.words import TextWords
from crossread.records import Quote

_MARKS = "\"“”„«»'‘’`"
_MOST = 0.5  # of the words


def evaluate_polnear(given: Given) -> Mapping[str, object]:
    """Return the figures of direct quotations with the right speaker.

    Beside them, `any_speaker`: whoever speaks; `all_marked`: words set in marks inside a sentence counted, too.
    """
    with_speaker, alone, marked = Count(), Count(), Count()
    for article in read_polnear(given.gold):
        coded = given.pipeline.extract.extract(given.pipeline.annotate.annotate(article.document))
        said = [quote for quote in coded.quotes if quote.direct and quote.speaker is not None]
        direct = [quote for quote in said if quote.kind == "direct"]
        with_speaker += score(article, direct, said, speakers=True)
        alone += score(article, direct, said, speakers=False)
        marked += score(article, said, said, speakers=True, whole=False)
    return with_speaker.shown() | {"any_speaker": alone.shown(), "all_marked": marked.shown()}


def score(
    article: GoldArticle, quotes: Sequence[Quote], marked: Sequence[Quote], *, speakers: bool, whole: bool = True
) -> Count:
    """Count one article's quotations that were given to somebody; `speakers`: to the right one.

    `quotes` are looked for in the gold; `marked`, all that stand between marks, are what meets the gold. `whole`: only
    gold that is a whole utterance counts.
    """
    right, found = _right(article, quotes, speakers=speakers)
    met, gold = _met(article, marked, speakers=speakers, whole=whole)
    return Count(right, found, met, gold)


def _right(article: GoldArticle, quotes: Sequence[Quote], *, speakers: bool) -> tuple[int, int]:
    words, text = TextWords(article.document.text), article.document.text
    sourced = [(words.within(a.content), a) for a in article.attributions if a.source]
    unsourced = words.within(part for a in article.attributions if not a.source for part in a.content)
    right = found = 0
    for quote in quotes:
        span = words.within([(quote.span.start, quote.span.end)])
        least = _MOST * len(span)
        if not span or len(span & unsourced) > least:
            continue
        found += 1
        fitting = (a for content, a in sourced if len(span & content) > least)
        right += any(not speakers or speaks(text, quote, attribution) for attribution in fitting)
    return right, found


def _met(article: GoldArticle, quotes: Sequence[Quote], *, speakers: bool, whole: bool) -> tuple[int, int]:
    words, text = TextWords(article.document.text), article.document.text
    spans = [(words.within([(quote.span.start, quote.span.end)]), quote) for quote in quotes]
    met = gold = 0
    for attribution in article.attributions:
        for part in attribution.content if attribution.source else ():
            wanted = words.within([part]) if enclosed(text, part) else frozenset[int]()
            if not wanted or (whole and not begins_whole(text, part)):
                continue
            own = [
                span for span, quote in spans if span & wanted and (not speakers or speaks(text, quote, attribution))
            ]
            gold += 1
            met += len(wanted & frozenset[int]().union(*own)) > _MOST * len(wanted)
    return met, gold


def begins_whole(text: str, part: Range) -> bool:
    """Whether the first letter of the part is a capital."""
    first = next((character for character in text[part[0] : part[1]] if character.isalpha()), "")
    return first.isupper()


def enclosed(text: str, part: Range) -> bool:
    """Whether the part begins and ends with a quotation mark, full stops and commas at its end aside."""
    words = text[part[0] : part[1]].strip().rstrip(".,;:!?")
    return len(words) > 1 and words[0] in _MARKS and words[-1] in _MARKS


def speaks(text: str, quote: Quote, attribution: GoldAttribution) -> bool:
    """Whether the quotation's speaker is the attribution's source, by place or by name."""
    speaker = quote.speaker
    if speaker is None:
        return False
    place = speaker.span
    return any(
        (place is not None and place.start < end and start < place.end)
        or any(same_name(text[start:end], name) for name in speaker.chain[1:])
        for start, end in attribution.source
    )
