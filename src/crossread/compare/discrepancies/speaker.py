"""The same words given to two mouths."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import Final

from rapidfuzz import fuzz

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.quotations import Twin, Utterance, twins, utterances
from crossread.compare.discrepancies.scene import Scene
from crossread.compare.passages import words_of
from crossread.linking import fold
from crossread.records import Span, Speaker

_SENTENCE: Final = re.compile(r"[^.!?]+")
_RUN: Final = 5  # equal words in one run: shorter ones are phrases that anybody uses
_SHARE: Final = 0.8
_MISSPELT: Final = 75.0  # percent of letters in common: one name with a slip in it
_SOURCES: Final = frozenset({"official", "source", "aide", "insider", "diplomat", "witness", "staffer", "operative"})


def find_speaker(scene: Scene) -> Iterator[Candidate]:
    """Yield quotations that two accounts give in the same words to different speakers."""
    found = utterances(scene)
    known = list(twins(found))
    seen = {(twin.a.parts[0].id, twin.b.parts[0].id) for twin in known}
    alone = (t for t in _sentences(found) if (t.a.parts[0].id, t.b.parts[0].id) not in seen)
    for twin in (*known, *alone):
        if twin.longest >= _RUN and twin.share >= _SHARE:
            candidate = _candidate(twin, scene)
            if candidate is not None:
                yield candidate


def _sentences(found: list[Utterance]) -> Iterator[Twin]:
    """Yield the whole quoted sentences that stand word by word in two accounts, in utterances that share no more."""
    rows: defaultdict[tuple[str, ...], list[Utterance]] = defaultdict(list)
    for utterance in found:
        for part in utterance.parts:
            for match in _SENTENCE.finditer(part.span.text):
                words = words_of(part.span.text, match.start(), match.end())
                if len(words) >= _RUN and any(not word.grammar for word in words):
                    alone = replace(utterance, parts=(part,), words=words)
                    rows[tuple(word.text for word in words)].append(alone)
    for key in sorted(rows):
        for a, b in combinations(rows[key], 2):
            if a.order < b.order:
                yield Twin(a, b, ((0, 0, len(key)),))


def _candidate(twin: Twin, scene: Scene) -> Candidate | None:
    first, second = _speaker(twin.a, scene), _speaker(twin.b, scene)
    if first is None or second is None or not _apart(first, second, scene):
        return None
    a, b = _fragment(twin.a, first, scene), _fragment(twin.b, second, scene)
    if a is None or b is None:
        return None
    return Candidate(
        finder="speaker",
        kind="speaker",
        severity="difference",
        about="who said the same words",
        a=a,
        b=b,
        strength=twin.share,
        features={
            "equal": min(twin.equal, 30) / 30,
            "whole": float(twin.share == 1),
            "named": float(not _unnamed(first) and not _unnamed(second)),
        },
    )


def _speaker(utterance: Utterance, scene: Scene) -> Speaker | None:
    return next((scene.parties.speaker(part.speaker) for part in utterance.parts if part.speaker), None)


def _apart(first: Speaker, second: Speaker, scene: Scene) -> bool:
    """Tell whether they are two: two known persons, or a known one and somebody whom the text leaves unnamed."""
    persons = {entity.id for entity in scene.resolved.entities if entity.kind == "person"}
    known = [speaker.entity in persons for speaker in (first, second)]
    if set(_words(first)) & set(_words(second)) or fuzz.ratio(fold(first.name), fold(second.name)) >= _MISSPELT:
        return False
    return all(known) or (any(known) and any(_unnamed(speaker) for speaker in (first, second)))


def _words(speaker: Speaker) -> list[str]:
    return fold(speaker.name).split()


def _unnamed(speaker: Speaker) -> bool:
    return any(word.rstrip("s") in _SOURCES for word in _words(speaker))


def _fragment(utterance: Utterance, speaker: Speaker, scene: Scene) -> Fragment | None:
    """Show the words that name the speaker; only somebody whom the text names can be shown."""
    if speaker.span is None:
        return None
    passage = scene.passages.at(utterance.parts[0].span)
    return Fragment(passage, (_named(utterance, speaker.span, speaker.entity, scene),)) if passage is not None else None


def _named(utterance: Utterance, span: Span, entity: str | None, scene: Scene) -> Span:
    """Return the last name of a speaker whom the words themselves only call "he" or "she"."""
    spoken = scene.passages.at(span)
    if entity is None or spoken is None or not all(w.grammar for w in spoken.words if span.start <= w.start < span.end):
        return span
    names = [
        named.mention.span
        for earlier in scene.passages.of(utterance.doc)[: spoken.sentence + 1]
        for named in earlier.mentions
        if named.entity == entity and named.mention.form == "name" and named.mention.span.start < span.start
    ]
    return names[-1] if names else span
