"""Quotations against gold keys: every quotation of three words or more, with its speaker's name.

A quotation is met if one that was found between marks, on the same sentence, holds its first words; a speaker is right
if the words of one name are among the other's. The whole comparison runs, so that names are resolved as users see them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crossread.engine import compare_story
from crossread.learn.statements.figures import Count
from crossread.learn.statements.keys import KeyedStory, Range, plain, read_keys, same_name, stands_on
from crossread.learn.statements.tasks import Given
from crossread.records import Quote

_FEWEST_WORDS = 3  # shorter ones are not in the keys


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """`words`: those it begins with; `place`: the characters of its sentence."""

    outlet: str
    place: Range
    words: str
    speaker: str


def evaluate_keys(given: Given) -> Mapping[str, object]:
    """Return the figures of quotations, and `speakers`: the part of the gold's that were found with their speaker."""
    count, speakers = Count(), 0
    for story in read_keys(given.gold, given.stories):
        comparison = compare_story(story.documents, given.pipeline)
        outlets = {document.id: document.outlet for document in story.documents}
        got, named = score(gold_quotes(story), comparison.quotes, outlets)
        count += got
        speakers += named
    return count.shown() | {"speakers": round(speakers / count.gold, 3) if count.gold else 0.0}


def gold_quotes(story: KeyedStory) -> list[GoldQuote]:
    """Return the quotations of a key."""
    return [
        GoldQuote(one["doc"], story.sentences[one["doc"]][one["sentence"]], one["starts"], one["speaker"])
        for one in story.key["quotes"]
    ]


def score(gold: Sequence[GoldQuote], quotes: Sequence[Quote], outlets: Mapping[str, str]) -> tuple[Count, int]:
    """Return the counts of quotations, and of those with the right speaker; `outlets` by document id."""
    marked = [quote for quote in quotes if quote.direct]
    used: set[str] = set()
    named = 0
    for wanted in gold:
        met = next((q for q in marked if q.id not in used and _meets(q, wanted, outlets)), None)
        if met is not None:
            used.add(met.id)
            named += met.speaker is not None and same_name(wanted.speaker, met.speaker.name)
    long = sum(len(quote.span.text.split()) >= _FEWEST_WORDS for quote in marked)
    return Count(len(used), max(long, len(used)), len(used), len(gold)), named


def _meets(quote: Quote, wanted: GoldQuote, outlets: Mapping[str, str]) -> bool:
    same = outlets[quote.span.doc] == wanted.outlet and stands_on(quote.span, wanted.place)
    return same and plain(wanted.words) in plain(quote.span.text)
