"""What teaches the pointer: quotations with everybody named around them, and which of the names are the speaker's."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from crossread.extract.cast import Cast
from crossread.extract.speakers import Candidate, Scene
from crossread.extract.speakers.around import named_around
from crossread.extract.speakers.pointer import Pieces
from crossread.learn.statements.speaker_lessons import Right


@dataclass(frozen=True, slots=True)
class PointerLesson:
    """One quotation: the passage's pieces, those at which somebody's name begins, and which of these are right."""

    pieces: tuple[int, ...]
    places: tuple[int, ...]
    right: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class PointerLessons:
    """Quotations noted down.

    `all_of_them`: also those around which nobody right is named, which teach to point at nobody. Attributions name by
    place, so that of theirs a pronoun's are among those.
    """

    cutter: Pieces
    all_of_them: bool
    found: list[PointerLesson] = field(default_factory=list)

    def note(self, cast: Cast, scene: Scene, candidates: Sequence[Candidate], right: Right) -> None:
        """Add one quotation."""
        passage = self.cutter.cut(cast.reading.text, scene.marked.outer)
        around = named_around(cast, scene, candidates, passage)
        answers = tuple(right(Candidate(voice)) for voice in around.values())
        if self.all_of_them or any(answers):
            self.found.append(PointerLesson(passage.pieces, tuple(around), answers))
