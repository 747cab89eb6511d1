"""Who is named around a quotation: whom the pointer can point at."""

from bisect import bisect_left
from collections.abc import Sequence

from crossread.extract.cast import Cast
from crossread.extract.speakers.candidates import SPEAKING_KINDS, Candidate, Scene
from crossread.extract.speakers.pointer import TEXT_BEFORE, TEXT_BEHIND, Passage
from crossread.extract.voice import Voice


def named_around(cast: Cast, scene: Scene, candidates: Sequence[Candidate], passage: Passage) -> dict[int, Voice]:
    """Return everybody named in the passage, and the candidates that are no pronouns, by their first piece.

    Where "Lee's campaign" is a candidate, its first piece stands for the campaign, not for Lee.
    """
    found = {start: voice for start, voice in _names(cast, scene).items() if start in passage.places}
    starts = cast.reading.annotated.words.start
    for one in candidates:
        if one.chunk is not None and not one.chunk.pronoun and starts[one.chunk.start] in passage.places:
            found[starts[one.chunk.start]] = one.voice
    return {passage.places[start]: found[start] for start in sorted(found)}


def _names(cast: Cast, scene: Scene) -> dict[int, Voice]:
    mentions = cast.reading.annotated.mentions
    opened, closed = scene.marked.outer
    first = bisect_left(mentions, opened - TEXT_BEFORE, key=lambda mention: mention.span.start)
    last = bisect_left(mentions, closed + TEXT_BEHIND, key=lambda mention: mention.span.start)
    return {
        mention.span.start: Voice(cast.full_name(mention), mention.span, mention)
        for mention in mentions[first:last]
        if mention.form == "name" and mention.kind in SPEAKING_KINDS
    }
