"""Direct quotations against PolNeAR.

A gold quotation is a part of a content that begins and ends with quotation marks and whose attribution has a source. It
is met if most of its words stand in quotations between marks that are given to that source. A quotation that was found
with a speaker is right if most of its words stand in a content with that source; one whose gold has no source is left
out. The speaker is right if their words overlap the source, or their name shares its words with the source's.
"""

import re
from collections.abc import Mapping, Sequence

from crossread.learn.statements.figures import Count
from crossread.learn.statements.polnear import GoldArticle, GoldAttribution, Range, read_polnear
from crossread.learn.statements.tasks import Given
from crossread.learn.statements.words import TextWords
from crossread.records import Quote

_MARKS = "\"“”„«»'‘’`"
_MOST = 0.5  # of the words
_NAME = re.compile(r"\b[A-Z][^\W_]+")


def evaluate_polnear(given: Given) -> Mapping[str, object]:
    """Return the figures of quotations with the right speaker, and of quotations whoever speaks."""
    with_speaker, alone = Count(), Count()
    for article in read_polnear(given.gold):
        coded = given.pipeline.extract.extract(given.pipeline.annotate.annotate(article.document))
        said = [quote for quote in coded.quotes if quote.direct and quote.speaker is not None]
        with_speaker += score(article, said, speakers=True)
        alone += score(article, said, speakers=False)
    return with_speaker.shown() | {"any_speaker": alone.shown()}


def score(article: GoldArticle, quotes: Sequence[Quote], *, speakers: bool) -> Count:
    """Count one article's quotations between marks that were given to somebody; `speakers`: to the right one."""
    words = TextWords(article.document.text)
    text = article.document.text
    sourced = [attribution for attribution in article.attributions if attribution.source]
    unsourced = words.within(part for a in article.attributions if not a.source for part in a.content)
    spans = [words.within([(quote.span.start, quote.span.end)]) for quote in quotes]
    contents = [words.within(attribution.content) for attribution in sourced]

    def fits(quote: Quote, attribution: GoldAttribution) -> bool:
        return not speakers or speaks(text, quote, attribution)

    met = gold = 0
    for attribution in sourced:
        for part in filter(lambda part: enclosed(text, part), attribution.content):
            wanted = words.within([part])
            given = [span for span, quote in zip(spans, quotes, strict=True) if span & wanted]
            owners = [quote for span, quote in zip(spans, quotes, strict=True) if span & wanted]
            own = [s for s, quote in zip(given, owners, strict=True) if fits(quote, attribution)]
            gold += bool(wanted)
            met += len(wanted & frozenset[int]().union(*own)) > _MOST * len(wanted)
    right = found = 0
    for span, quote in zip(spans, quotes, strict=True):
        if not span or len(span & unsourced) > _MOST * len(span):
            continue
        found += 1
        right += any(
            len(span & content) > _MOST * len(span) and fits(quote, attribution)
            for content, attribution in zip(contents, sourced, strict=True)
        )
    return Count(right, found, met, gold)


def enclosed(text: str, part: Range) -> bool:
    """Whether the part begins and ends with a quotation mark, full stops and commas at its end aside."""
    words = text[part[0] : part[1]].strip().rstrip(".,;:!?")
    return len(words) > 1 and words[0] in _MARKS and words[-1] in _MARKS


def speaks(text: str, quote: Quote, attribution: GoldAttribution) -> bool:
    """Whether the quotation's speaker is the attribution's source, by place or by name."""
    speaker = quote.speaker
    if speaker is None:
        return False
    for start, end in attribution.source:
        if any(s is not None and s.start < end and start < s.end for s in (speaker.span, *quote.source_spans)):
            return True
        names = {word.lower() for word in _NAME.findall(text[start:end])}
        told = {word.lower() for word in _NAME.findall(speaker.name)}
        if names and told and (names <= told or told <= names):
            return True
    return False
