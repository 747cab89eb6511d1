"""The annotator that reads with the trained model."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np

from crossread.annotate.gazetteer import titles
from crossread.annotate.quantities import find_quantities
from crossread.annotate.reader import kinds
from crossread.annotate.reader.mentions import Candidate
from crossread.annotate.reader.names import NameSpan
from crossread.annotate.reader.reader import Reading, shared_reader
from crossread.annotate.reader.roles import shipped_roles
from crossread.annotate.times import find_times
from crossread.annotate.titles import LONGEST_TITLE, split_title, title_start
from crossread.annotate.tokens import Tokens
from crossread.records import AnnotatedDocument, Document, Mention, MentionKind, Span, Words

_DESCRIPTIONS: Final = frozenset({"NOUN", "PROPN", "ADJ"})  # "the 35-year-old" ends in an adjective
_WHO_ACT: Final = frozenset({"person", "org", "gpe", "group"})  # other descriptions count where spoken of twice
_LEFT_OUT_FIRST: Final = frozenset({"the", "a", "an"})
_NOT_IN_TITLES: Final = frozenset({"VERB", "AUX", "PRON", "DET", "ADV", "CCONJ", "SCONJ"})
_LEFT_OUT_LAST: Final = frozenset({"'s", "’s", "'", "’", ","})


@dataclass(frozen=True, slots=True)
class ReaderAnnotator:
    """Reads one article with the model: syntax, names and coreference, beside rules for times and quantities.

    A pure function of the document: neither other articles nor the number of threads change the result.

    Args:
        folder: a model folder, the shipped one where None.
        threads: windows that run at once; all cores where None.
    """

    folder: Path | None = field(default=None)
    threads: int | None = field(default=None)

    @property
    def name(self) -> str:
        """The annotator and its version."""
        return f"reader/{self._version}"

    @property
    def _version(self) -> str:
        return shared_reader(self.folder, self.threads).version

    def annotate(self, document: Document) -> AnnotatedDocument:
        """Return the article with everything that was read in it."""
        return self.annotated(document, shared_reader(self.folder, self.threads).read(document.text))

    def annotated(self, document: Document, reading: Reading) -> AnnotatedDocument:
        """Return the article with what the model read in its text, and what rules read besides."""
        words = _words(reading, self._roles(reading))
        sentences = _sentences(reading)
        mentions, chains = _Mentions(document, reading, Tokens(document.text, words)).build()
        times = find_times(document, sentences, words)
        return AnnotatedDocument(
            document=document,
            sentences=sentences,
            words=words,
            mentions=mentions,
            chains=chains,
            times=times,
            quantities=find_quantities(document, sentences, words, times),
            made_by=self.name,
        )

    def _roles(self, reading: Reading) -> tuple[str, ...]:
        """Return what part each word has in a report; none where the model knows another reader's vectors."""
        model = shipped_roles()
        return model.roles(reading.vectors, np.array(reading.heads)) if model.reader == self._version else ()


def _words(reading: Reading, roles: tuple[str, ...]) -> Words:
    return Words(
        start=reading.starts,
        end=reading.ends,
        sentence=tuple(reading.sentence_of),
        lemma=reading.lemmas,
        pos=reading.pos,
        feats=reading.feats,
        head=reading.heads,
        dep=reading.relations,
        roles=roles,
    )


def _sentences(reading: Reading) -> tuple[tuple[int, int], ...]:
    bounds = [*reading.sentences, len(reading.words)]
    return tuple((reading.starts[first], reading.ends[end - 1]) for first, end in pairwise(bounds))


@dataclass
class _Mentions:
    """Turns ranges of words into the records' mentions and chains."""

    document: Document
    reading: Reading
    tokens: Tokens

    @cached_property
    def _chained(self) -> frozenset[int]:
        return frozenset(index for chain in self.reading.chains for index in chain)

    def build(self) -> tuple[tuple[Mention, ...], tuple[tuple[int, ...], ...]]:
        """The mentions by start, then end, and the chains over them."""
        found = self._named()
        taken = {offset for mention in found.values() for offset in _whole_range(mention)}
        for index, candidate in enumerate(self.reading.mentions):
            if candidate.name is None:
                mention = self._unnamed(index, taken)
                if mention is not None:
                    found[index] = mention
        ordered = sorted(found, key=lambda index: _order(found[index]))
        place = {index: number for number, index in enumerate(ordered)}
        chains = (tuple(sorted(place[index] for index in chain if index in place)) for chain in self.reading.chains)
        mentions = tuple(found[index] for index in ordered)
        return mentions, tuple(sorted(chain for chain in chains if len(chain) > 1))

    def _named(self) -> dict[int, Mention]:
        """Mentions by name, keyed by the place of their candidate."""
        indices = [index for index, candidate in enumerate(self.reading.mentions) if candidate.name is not None]
        trimmed = [self._trimmed(name) for index in indices if (name := self.reading.mentions[index].name)]
        decided = kinds.name_kinds(self.reading, [name for name, _ in trimmed])
        found: dict[int, Mention] = {}
        for index, (name, title), kind in zip(indices, trimmed, decided, strict=True):
            found[index] = Mention(self._span(name.start, name.end), kind, "name", title if kind == "person" else None)
        return found

    def _trimmed(self, name: NameSpan) -> tuple[NameSpan, str | None]:
        """A name without article, possessive and title, and the title as it is written."""
        start, end = name.start, name.end
        while end - start > 1 and self.reading.words[start].lower() in _LEFT_OUT_FIRST:
            start += 1
        while end - start > 1 and self.reading.words[end - 1] in _LEFT_OUT_LAST:
            end -= 1
        title_at = start
        if name.kind == "PERSON":
            # a small word at the end of a name with capitals is the verb after it
            while end - start > 1 and self.reading.words[end - 1].islower() and not self.reading.words[start].islower():
                end -= 1
            split = split_title(self.tokens, start, end)
            if split is not None and split.name[0] < split.name[1]:
                title_at, (start, end) = split.title[0], split.name
            title_at = self._title_start(title_at, start)
        title = self._text(title_at, start) if title_at < start else None
        return NameSpan(start, end, name.kind), title

    def _title_start(self, known_at: int, name_at: int) -> int:
        """Where the description before a person's name starts; no verb and no other person belongs to it."""
        sentence_at = max(first for first in self.reading.sentences if first <= name_at)
        known_at = min(known_at, self._known_title(name_at, sentence_at))
        at = title_start(self.tokens, known_at, name_at, sentence_at)
        others = {word for name in self.reading.names if name.kind == "PERSON" for word in range(name.start, name.end)}
        for word in range(known_at - 1, at - 1, -1):
            if self.reading.pos[word] in _NOT_IN_TITLES or word in others:
                return min(name_at, word + 1)
        return at

    def _known_title(self, name_at: int, sentence_at: int) -> int:
        """Where a title of the table that ends before the name starts, ``Secretary of State`` say."""
        for length in range(LONGEST_TITLE, 0, -1):
            words = self.reading.words[max(sentence_at, name_at - length) : name_at]
            if len(words) == length and " ".join(word.rstrip(".") for word in words) in titles():
                return name_at - length
        return name_at

    def _unnamed(self, index: int, taken: set[int]) -> Mention | None:
        candidate = self.reading.mentions[index]
        kind: MentionKind | None
        if candidate.form == "pronoun":
            kind = kinds.pronoun_kind(self.reading, candidate) or self._kind_of_chain(index)
        elif self.reading.pos[candidate.head] in _DESCRIPTIONS:
            kind = kinds.described_kind(self.reading, candidate)
            if index not in self._chained and (kind not in _WHO_ACT or self._is_bare(candidate)):
                kind = None
        else:
            kind = None
        if kind is None:
            return None
        start = candidate.head if candidate.form == "pronoun" else candidate.start
        span = self._span(start, candidate.head + 1)
        head_at = self.reading.starts[candidate.head]
        return None if head_at in taken else Mention(span, kind, candidate.form)

    def _is_bare(self, candidate: Candidate) -> bool:
        """Whether a description is a lone noun in the singular: mostly a matter ("by force"), nobody."""
        return candidate.start == candidate.head and "Number=Plur" not in self.reading.feats[candidate.head]

    def _kind_of_chain(self, index: int) -> MentionKind | None:
        """What ``it`` stands for: the kind of the first name or description of its chain."""
        for chain in self.reading.chains:
            if index in chain:
                return self._first_kind(chain)
        return None

    def _first_kind(self, chain: Sequence[int]) -> MentionKind | None:
        for index in chain:
            candidate = self.reading.mentions[index]
            if candidate.name is not None:
                return kinds.name_kinds(self.reading, [candidate.name])[0]
            if candidate.form == "nominal":
                return kinds.described_kind(self.reading, candidate)
        return None

    def _span(self, start: int, end: int) -> Span:
        return self.document.span(self.reading.starts[start], self.reading.ends[end - 1])

    def _text(self, start: int, end: int) -> str:
        return self.document.text[self.reading.starts[start] : self.reading.ends[end - 1]]


def _whole_range(mention: Mention) -> range:
    before = len(mention.title) + 1 if mention.title else 0
    return range(mention.span.start - before, mention.span.end)


def _order(mention: Mention) -> tuple[int, int, str]:
    return (mention.span.start, mention.span.end, mention.form)
