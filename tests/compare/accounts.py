"""Small stories built by hand: texts of our own, with what was read in them stated beside them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crossread.compare.alignment import Alignment, Link
from crossread.compare.discrepancies.candidate import Candidate
from crossread.compare.discrepancies.find import candidates, set_scene
from crossread.compare.discrepancies.scene import Scene
from crossread.compare.labels import find_labels
from crossread.compare.passages import Passages
from crossread.records import (
    AnnotatedDocument,
    Bound,
    CodedDocument,
    Document,
    Entity,
    Mention,
    MentionKind,
    Polarity,
    Quantity,
    Quote,
    ResolvedStory,
    Span,
    Speaker,
    Stance,
    Statement,
    Story,
    Time,
    Words,
    content_id,
)

Named = Mapping[str, tuple[str, MentionKind]]


@dataclass(frozen=True)
class Account:
    """A document, and which entity each of its names stands for."""

    coded: CodedDocument
    entity_of: Mapping[tuple[str, int, int], str]

    @property
    def document(self) -> Document:
        return self.coded.annotated.document

    def sentence(self, number: int) -> Span:
        start, end = self.coded.annotated.sentences[number]
        return self.document.span(start, end)

    def statement(self, number: int) -> Statement:
        return self.coded.statements[number]


def number(
    words: str, value: float, of: str | None, bound: Bound = "exact", unit: str | None = None
) -> tuple[str, float, str | None, Bound, str | None]:
    return words, value, of, bound, unit


def account(
    outlet: str,
    text: str,
    *,
    names: Named | None = None,
    quotes: Sequence[tuple[str, str | None]] = (),
    numbers: Sequence[tuple[str, float, str | None, Bound, str | None]] = (),
    times: Sequence[tuple[str, str]] = (),
    negative: Iterable[int] = (),
    properties: Mapping[int, str] | None = None,
    published: str | None = "2031-05-03",
) -> Account:
    """Return an account; sentences end at full stops, `quotes` pair words with the name of who said them."""
    document = Document(f"{outlet}.txt", text, outlet, published=published)

    def find(words: str) -> Span:
        start = text.index(words)
        return document.span(start, start + len(words))

    sentences = tuple((m.start(), m.end()) for m in re.finditer(r"\S[^.!?]*[.!?]+[”\"]?", text))
    mentions = sorted(
        (
            (Mention(document.span(m.start(), m.end()), kind), entity)
            for name, (entity, kind) in (names or {}).items()
            for m in re.finditer(rf"\b{re.escape(name)}\b", text)
        ),
        key=lambda pair: pair[0].span,
    )
    denied = frozenset(negative)
    statements = tuple(
        _statement(document, n, start, end, "negative" if n in denied else "positive", (properties or {}).get(n, "say"))
        for n, (start, end) in enumerate(sentences)
    )
    annotated = AnnotatedDocument(
        document=document,
        sentences=sentences,
        words=Words((), (), (), ()),
        mentions=tuple(mention for mention, _ in mentions),
        chains=(),
        times=tuple(Time(find(words), value, "date", None, "day") for words, value in times),
        quantities=tuple(Quantity(find(w), v, None, unit, of, bound) for w, v, of, bound, unit in numbers),
        made_by="hand/1",
    )
    coded = CodedDocument(
        annotated,
        tuple(
            Quote(f"q-{outlet}-{n}", find(words), "direct", "said", Speaker(who, find(who)) if who else None)
            for n, (words, who) in enumerate(quotes)
        ),
        statements,
        (),
        (),
    )
    entity_of = {(m.span.doc, m.span.start, m.span.end): entity for m, entity in mentions}
    return Account(coded, entity_of)


def _statement(document: Document, n: int, start: int, end: int, polarity: Polarity, prop: str) -> Statement:
    span = document.span(start, end)
    identity = content_id("s", document.id, n)
    return Statement(identity, document.id, None, prop, None, None, None, polarity, "certain", 1.0, "hand/1", (span,))


def with_stances(account: Account, *stances: Stance) -> Account:
    coded = account.coded
    return Account(
        CodedDocument(coded.annotated, coded.quotes, coded.statements, coded.events, stances), account.entity_of
    )


def story(*accounts: Account, strangers: tuple[str, ...] = ()) -> ResolvedStory:
    """Return the resolved story of the accounts; an entity is called by its longest name."""
    entity_of = {key: entity for each in accounts for key, entity in each.entity_of.items()}
    spans: dict[str, list[Span]] = {}
    kinds: dict[str, MentionKind] = {}
    for each in accounts:
        for mention in each.coded.annotated.mentions:
            span = mention.span
            entity = each.entity_of[span.doc, span.start, span.end]
            spans.setdefault(entity, []).append(span)
            kinds[entity] = mention.kind
    entities = tuple(
        Entity(key, max((s.text for s in found), key=len), kinds[key], None, tuple(found))
        for key, found in sorted(spans.items(), key=lambda item: (-len(item[1]), item[0]))
    )
    told = Story("made-up", "made-up", tuple(each.coded for each in accounts), strangers=strangers)
    return ResolvedStory(told, entities, entity_of, ())


def align(*links: tuple[Statement, Statement], near: Sequence[tuple[Statement, Statement]] = ()) -> Alignment:
    """Return an alignment of exactly these pairs, each a fact of its own."""
    return Alignment(
        links=tuple(Link(a, b, 0.9) for a, b in links),
        near=tuple(Link(a, b, 0.3) for a, b in near),
        facts=tuple(links),
    )


def scene(resolved: ResolvedStory, alignment: Alignment) -> Scene:
    passages = Passages(resolved)
    return set_scene(resolved, alignment, find_labels(resolved, passages), passages)


def finds(resolved: ResolvedStory, alignment: Alignment, finder: str) -> list[Candidate]:
    """Return what one finder sees, before any ranking."""
    return [found for found in candidates(scene(resolved, alignment)) if found.finder == finder]


def values(found: Candidate) -> tuple[str, str]:
    return found.a.value, found.b.value
