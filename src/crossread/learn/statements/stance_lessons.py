"""Lessons for the model of standings: which of them the readers of gold keys list as stances, for and against."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from crossread.compare.parties import Parties
from crossread.extract.cast import Cast
from crossread.extract.quotes import find_quotes
from crossread.extract.reading import Reading
from crossread.extract.reporting import Reporting
from crossread.extract.reports import find_reports
from crossread.extract.stances import find_stances, standings_of
from crossread.extract.standing_features import features_of
from crossread.extract.standing_model import SIDES, StandingModel
from crossread.extract.standings import Standing
from crossread.extract.tellings import Telling, find_tellings
from crossread.learn.statements.keys import KeyedStory, same_name
from crossread.learn.statements.ridge import Lessons
from crossread.pipeline import Pipeline
from crossread.records import CodedDocument, Quote, Span, Stance

PENALTY: Final = 40.0  # for two readings of each article; half and double it give the same F1, cross-validated by story
FEWEST: Final = 3  # standings with a feature


@dataclass(frozen=True, slots=True)
class Article:
    """One article with what its standings are made of."""

    coded: CodedDocument
    cast: Cast
    tellings: Sequence[Telling]
    quotes: Sequence[Quote]
    standings: Sequence[Standing]


@dataclass(frozen=True, slots=True)
class Lesson:
    """The features of a standing, and on which sides of `SIDES` the key has it."""

    features: tuple[str, ...]
    listed: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class TaughtStory:
    """A story of the keys with its articles, its names resolved, and a lesson a standing."""

    story: KeyedStory
    articles: tuple[Article, ...]
    parties: Parties
    lessons: tuple[Lesson, ...]

    def stances(self, model: StandingModel | None = None) -> Iterator[Stance]:
        """Yield the story's stances as a model chooses them, the shipped one by default, by the names users see."""
        for article in self.articles:
            for stance in find_stances(article.cast, article.tellings, article.quotes, model):
                yield self.parties.stance(stance)


def digest(stories: Iterable[KeyedStory]) -> str:
    """Return what tells these keys from others."""
    keys = [json.dumps(story.key, sort_keys=True) for story in stories]
    return sha256("\n".join(sorted(keys)).encode()).hexdigest()


def teach_story(story: KeyedStory, pipeline: Pipeline) -> TaughtStory:
    """Read a story, and set each of its standings against the key."""
    articles = tuple(_article(pipeline.extract.extract(pipeline.annotate.annotate(one))) for one in story.documents)
    parties = Parties(pipeline.resolve.resolve(pipeline.group.group([article.coded for article in articles])))
    return TaughtStory(story, articles, parties, tuple(_lessons(story, articles, parties)))


def _article(coded: CodedDocument) -> Article:
    reading = Reading(coded.annotated)
    cast = Cast(reading)
    quotes = find_quotes(Reporting(cast, find_reports(reading)))
    tellings = find_tellings(cast, quotes)
    return Article(coded, cast, tellings, quotes, standings_of(cast, tellings, quotes))


def _lessons(story: KeyedStory, articles: Iterable[Article], parties: Parties) -> Iterator[Lesson]:
    gold = story.key["stances"]
    for article in articles:
        reading = article.cast.reading
        for standing, features in zip(article.standings, features_of(reading, article.standings), strict=True):
            name = parties.party(standing.holder).name
            places = story.places(_spans(reading, standing))
            listed = (any(_lists(one, side, name, places) for one in gold) for side in SIDES)
            yield Lesson(features, tuple(listed))


def _lists(gold: Mapping[str, Any], side: str, name: str, places: frozenset[tuple[str, int]]) -> bool:
    told = {(outlet, number) for outlet, numbers in gold["docs"].items() for number in numbers}
    return bool(gold["side"] == side and told & places and same_name(gold["holder"], name))


def _spans(reading: Reading, standing: Standing) -> list[Span]:
    clauses = [deed.telling.clause for deed in standing.deeds]
    ranges = [*(said.words for said in standing.said), *((clause.start, clause.end) for clause in clauses)]
    return [*(reading.span(*words) for words in ranges), *(side.evidence for side in standing.sides)]


def learn_from(stories: Iterable[TaughtStory]) -> StandingModel:
    """Return the model that the lessons of the stories teach."""
    taught = [lesson for story in stories for lesson in story.lessons]
    lessons = Lessons([lesson.features for lesson in taught], FEWEST)
    columns = [lessons.fit([lesson.listed[side] for lesson in taught], PENALTY) for side in range(len(SIDES))]
    rows = zip(lessons.names, *(column.tolist() for column in columns), strict=True)
    return StandingModel({name: (favour, against) for name, favour, against in rows})


def without(stories: Sequence[TaughtStory], fold: int, folds: int) -> StandingModel:
    """Return the model that all stories but those of one fold teach."""
    return learn_from(story for number, story in enumerate(stories) if number % folds != fold)
