"""How each article names the actors that several articles speak of: titles, descriptions, appositions, epithets."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from crossread.compare.passages import NamedMention, Passage, Passages, Word
from crossread.linking import fold
from crossread.records import Entity, Label, ResolvedStory, Span
from crossread.resources import read_terms

_MOST_WORDS: Final = 12  # longer appositions are clauses that tell something, no longer names
_HEAD_WITHIN: Final = 6  # the noun that makes a description one stands near its beginning
_HONORIFICS: Final = frozenset({"mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady"})
_CONTROL: Final = frozenset({"controlled", "led", "backed", "run", "owned", "dominated", "funded", "leaning"})
_LINKS: Final = frozenset({"of", "for", "in", "at", "from", "to", "who", "and", "with", "on", "whose", "that", "which"})
_TIES: Final = frozenset({"of", "for", "in", "at", "from"})
_ARTICLES: Final = frozenset({"the", "a", "an"})
_ARTICLE_WITHIN: Final = 3  # words of a tail in which an article or a common noun still belongs to it
_OPENING: Final = re.compile(
    r",\s+(?:who\s+(?:is|was)\s+|now\s+|currently\s+)?(?:the\s+|an?\s+|its\s+|their\s+)?"
    r"|\s+(?:is|was)\s+(?:currently\s+|now\s+|also\s+)?(?:the\s+|an?\s+)?"
    r"|\s+as\s+(?:the\s+|an?\s+|its\s+|their\s+)?"
    r"|\s+(?:declared|proclaimed|swore|sworn)\s+(?:himself|herself|themselves)\s+(?:in\s+)?(?:as\s+)?(?:the\s+|an?\s+)?",
    re.IGNORECASE,
)
_CLOSING: Final = re.compile(r"[,.;:!?()\[\]“”\"—–]|\s-\s|$")


def find_labels(resolved: ResolvedStory, passages: Passages) -> tuple[Label, ...]:
    """Return what each document calls the actors that at least two documents name, by document, then offset."""
    shared = {entity.id: entity for entity in _shared(resolved)}
    found: defaultdict[tuple[str, str, str, bool], list[Span]] = defaultdict(list)
    for passage in passages.all():
        for named in () if passage.endless else passage.mentions:
            entity = shared.get(named.entity or "")
            if entity is not None:
                for span in (span for span in describe(passage, named) if _tells(span.text, entity)):
                    quoted = passage.quoted(span.start, span.end)
                    found[entity.id, passage.doc, fold(span.text), quoted].append(span)
    labels = [
        Label(key, doc, spans[0].text, "quoted" if quoted else "own", tuple(sorted(set(spans))))
        for (key, doc, _, quoted), spans in found.items()
    ]
    order = {coded.annotated.document.id: n for n, coded in enumerate(resolved.story.documents)}
    return tuple(sorted(labels, key=lambda label: (order[label.doc], label.evidence[0], label.entity, label.voice)))


def describe(passage: Passage, named: NamedMention) -> Iterator[Span]:
    """Yield the words by which the passage describes what is mentioned, the name itself left out."""
    mention = named.mention
    if mention.form == "nominal":
        yield from _nominal(passage, mention.span)
    elif mention.form == "name":
        yield from _before(passage, mention.span)
        yield from _after(passage, mention.span)


def _shared(resolved: ResolvedStory) -> Iterator[Entity]:
    return (entity for entity in resolved.entities if len({mention.doc for mention in entity.mentions}) > 1)


def _tells(label: str, entity: Entity) -> bool:
    """Tell whether a label says more than the name does, and more than that a country is a country."""
    words = [word for word in fold(label).split() if word not in _ARTICLES]
    if set(words) <= set(fold(entity.name).split()) or fold(label).endswith("'s"):
        return False
    return entity.kind == "person" or len(words) > 1 or words[0] not in read_terms("lexicons/en/plain_nouns.txt")


def _nominal(passage: Passage, span: Span) -> Iterator[Span]:
    words = [word for word in passage.words if span.start <= word.start and word.end <= span.end]
    while words and words[0].grammar:
        words = words[1:]
    if words and len(words) <= _MOST_WORDS:
        yield passage.cut(words[0].start, words[-1].end)


def _before(passage: Passage, span: Span) -> Iterator[Span]:
    """Yield a noun for a role before the name, and what goes with it: "opposition leader"."""
    text = passage.coded.annotated.document.text
    taken: list[Word] = []
    edge = span.start
    for word in reversed([word for word in passage.words if word.end <= span.start]):
        if text[word.end : edge].strip(" \u00a0") not in ("", ".", "'s", "’s", "’", "'"):
            break
        if not (_is_modifier(word, text) if taken else _is_role(word) or _epithet(word)):
            break
        if taken and word is passage.words[0] and not _known(word):
            break  # a capital at the beginning of a sentence tells nothing
        taken.insert(0, word)
        edge = word.start
    if taken and not (len(taken) == 1 and taken[0].text.rstrip(".") in _HONORIFICS):
        yield passage.cut(taken[0].start, taken[-1].end)


def _after(passage: Passage, span: Span) -> Iterator[Span]:
    """Yield a description after the name: "head of the assembly", "as interim president"."""
    text = passage.coded.annotated.document.text
    opening = _OPENING.match(text, span.end, passage.span.end)
    if opening is None:
        return
    closing = _CLOSING.search(text, opening.end(), passage.span.end)
    end = closing.start() if closing else passage.span.end
    words = [word for word in passage.words if opening.end() <= word.start and word.end <= end]
    words = _description(words, text)
    if words:
        yield passage.cut(words[0].start, words[-1].end)


def _description(words: list[Word], text: str) -> list[Word]:
    """Keep the words up to the role, and what a preposition ties to it, when they read as a description."""
    for place, word in enumerate(words[:_HEAD_WITHIN]):
        if _is_role(word) and all(_is_modifier(before, text) for before in words[:place]):
            following = words[place + 1 :]
            if not following:
                return words[: place + 1]
            if following[0].text in _TIES:
                tail = _noun_phrase(following[1:], text, plain=following[0].text == "of")
                return words[: place + 2 + tail] if tail else words[: place + 1]
            return words[: place + 1] if following[0].text in _LINKS else []
    return []


def _noun_phrase(words: list[Word], text: str, *, plain: bool) -> int:
    """Return how many of the words, from the first, belong to a name, or, if `plain`, to a short noun phrase."""
    count = 0
    for word in words[: _MOST_WORDS - _HEAD_WITHIN]:
        capital = text[word.start].isupper()
        article = word.text in ("the", "of", "a", "an", "its") and count < _ARTICLE_WITHIN
        if not (capital or article or (plain and not word.grammar and count < _ARTICLE_WITHIN)):
            break
        count += 1
    while count and words[count - 1].grammar:
        count -= 1
    return count


def _is_role(word: Word) -> bool:
    """Tell whether the word is a noun for what somebody, or a body, is."""
    text = word.text.rstrip(".")
    return text in read_terms("lexicons/en/role_nouns.txt") or text in read_terms("lexicons/en/institution_nouns.txt")


def _epithet(word: Word) -> bool:
    """Tell whether the word alone describes: "opposition-controlled", "state-run"."""
    return word.text.rpartition("-")[2] in _CONTROL and "-" in word.text


def _known(word: Word) -> bool:
    return word.text in read_terms("lexicons/en/role_modifiers.txt") or _is_role(word)


def _is_modifier(word: Word, text: str) -> bool:
    capital = text[word.start].isupper() and not word.grammar
    return _known(word) or capital or "-" in word.text
