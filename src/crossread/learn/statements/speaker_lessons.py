"""What gold attributions and gold keys teach of who speaks: figures of candidates, and which of them are right."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from crossread.compare.parties import Parties
from crossread.extract.cast import Cast
from crossread.extract.quotes import Choose, find_quotes
from crossread.extract.reading import Reading
from crossread.extract.reporting import Reporting
from crossread.extract.reports import find_reports
from crossread.extract.speakers import Candidate, Scene, figures
from crossread.extract.speakers.figures import Matrix
from crossread.learn.statements.key_quotes import GoldQuote, gold_quotes
from crossread.learn.statements.keys import KeyedStory, plain, same_name, stands_on
from crossread.learn.statements.polnear import GoldArticle
from crossread.learn.statements.words import TextWords
from crossread.pipeline import Pipeline
from crossread.records import AnnotatedDocument, CodedDocument, Quote, Speaker

_MOST = 0.5  # of a quotation's words that a content must hold
_FEWEST_WORDS = 3  # shorter quotations are not in the keys

Right = Callable[[Candidate], bool]
Judge = Callable[[Scene], Right | None]
"""Tells of a quotation how to know its speaker; None if the gold does not say."""

Note = Callable[[Cast, Scene, Sequence[Candidate], Right], None]
"""Notes down a quotation whose speaker the gold tells."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """Rows of figures with their answers, and `sets`, the quotation that each row is of, counted from 0."""

    rows: list[Matrix] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    sets: list[int] = field(default_factory=list)

    def note(self, cast: Cast, scene: Scene, candidates: Sequence[Candidate], right: Right) -> None:
        """Add the candidates of one quotation."""
        if candidates:
            number = self.sets[-1] + 1 if self.sets else 0
            self.rows.append(figures(cast, scene, candidates))
            self.right.extend(right(one) for one in candidates)
            self.sets.extend([number] * len(candidates))

    def together(self) -> Matrix:
        """Return all rows."""
        return np.concatenate(self.rows)


def attribution_lessons(articles: Iterable[tuple[GoldArticle, AnnotatedDocument]], note: Note) -> None:
    """Note the quotations of articles with gold attributions."""
    for article, annotated in articles:
        _learn(annotated, _attributed(article), note)


def named_lessons(annotated: AnnotatedDocument, speakers: Mapping[int, str], note: Note) -> None:
    """Note the quotations of an article whose speakers are told, by the first character between the marks."""

    def judge(scene: Scene) -> Right | None:
        name = speakers.get(scene.marked.start)
        return None if name is None else lambda one: same_name(name, one.voice.name)

    _learn(annotated, judge, note)


def key_lessons(story: KeyedStory, annotated: Sequence[AnnotatedDocument], pipeline: Pipeline, note: Note) -> None:
    """Note the quotations of a story with a gold key; names are resolved over the whole story."""
    coded = [CodedDocument(one, _quotes(one, _by_rule), (), (), ()) for one in annotated]
    parties = Parties(pipeline.resolve.resolve(pipeline.group.group(coded)))
    gold = gold_quotes(story)
    for one in annotated:
        own = [quote for quote in gold if quote.outlet == one.document.outlet]
        _learn(one, _keyed(one, own, parties), note)


def _learn(annotated: AnnotatedDocument, judge: Judge, note: Note) -> None:
    """Note the quotations of an article of which the gold tells who speaks."""
    _quotes(annotated, _teacher(judge, note))


def _quotes(annotated: AnnotatedDocument, choose: Choose) -> tuple[Quote, ...]:
    reading = Reading(annotated)
    return find_quotes(Reporting(Cast(reading), find_reports(reading)), choose)


def _by_rule(_: Cast, scene: Scene, candidates: Sequence[Candidate]) -> tuple[Candidate, float] | None:
    """Choose whom the rules choose: no weights are needed to learn some."""
    rule = scene.rule.voice if scene.rule is not None else None
    return next(((one, 1.0) for one in candidates if rule is not None and one.voice.name == rule.name), None)


def _teacher(judge: Judge, note: Note) -> Choose:
    """Return a chooser that notes down all candidates and chooses the right one, or the rules' where there is none."""

    def choose(cast: Cast, scene: Scene, candidates: Sequence[Candidate]) -> tuple[Candidate, float] | None:
        right = judge(scene)
        if right is None:
            return _by_rule(cast, scene, candidates)
        note(cast, scene, candidates, right)
        known = next((one for one in candidates if right(one)), None)
        return (known, 1.0) if known is not None else _by_rule(cast, scene, candidates)

    return choose


def _attributed(article: GoldArticle) -> Judge:
    words, text = TextWords(article.document.text), article.document.text
    contents = [(words.within(attribution.content), attribution) for attribution in article.attributions]

    def judge(scene: Scene) -> Right | None:
        own = words.within([(scene.marked.start, scene.marked.end)])
        owners = [a for content, a in contents if len(own & content) > _MOST * len(own)]
        if any(not owner.source for owner in owners):
            return None
        sources = [source for owner in owners for source in owner.source]
        return lambda one: any(_names(text, start, end, one) for start, end in sources)

    return judge


def _names(text: str, start: int, end: int, one: Candidate) -> bool:
    span = one.voice.span
    if span is not None and span.start < end and start < span.end:
        return True
    return same_name(text[start:end], one.voice.name)


def _keyed(annotated: AnnotatedDocument, gold: Sequence[GoldQuote], parties: Parties) -> Judge:
    left = list(gold)

    def judge(scene: Scene) -> Right | None:
        span = annotated.document.span(scene.marked.start, scene.marked.end)
        met = next((g for g in left if stands_on(span, g.place) and plain(g.words) in plain(span.text)), None)
        if met is None:
            return None if len(span.text.split()) < _FEWEST_WORDS else lambda _: False
        left.remove(met)
        wanted = met.speaker

        def right(one: Candidate) -> bool:
            speaker = parties.speaker(Speaker(one.voice.name, one.voice.span))
            return speaker is not None and same_name(wanted, speaker.name)

        return right

    return judge
