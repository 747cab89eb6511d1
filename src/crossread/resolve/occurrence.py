"""A name where it stands: the mention, its words, and the span that a reader would underline."""

from dataclasses import dataclass

from crossread.records import Mention, Span, Story
from crossread.resolve.compounds import compounds, description_words
from crossread.resolve.gazetteer import Known, title_genders
from crossread.resolve.names import Words, name_words
from crossread.resolve.sense import sense
from crossread.resolve.shown import shown


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A mention of form `name`, the `index`-th mention of the document with index `document`.

    `shown` includes the titles before the name; `known` is what the tables say of the name, as it is used here.
    """

    document: int
    index: int
    mention: Mention
    shown: Span
    words: Words
    known: Known | None

    @property
    def gender(self) -> str | None:
        """`m` or `f` where the title says it."""
        for word in name_words(self.mention.title or ""):
            if word in title_genders():
                return title_genders()[word]
        return None


def occurrences(story: Story) -> tuple[Occurrence, ...]:
    """Return the story's names, by document as given; bodies and groups named after others are among them."""
    found = []
    for number, coded in enumerate(story.documents):
        annotated = coded.annotated
        for index, mention in enumerate(annotated.mentions):
            words = name_words(mention.span.text)
            if mention.form == "name" and words:
                known = sense(annotated.document, mention.span, words)
                found.append(Occurrence(number, index, mention, shown(annotated.document, mention), words, known))
        found += [_described(number, mention) for mention in compounds(annotated)]
    return tuple(found)


def _described(document: int, mention: Mention) -> Occurrence:
    return Occurrence(document, -1, mention, mention.span, description_words(mention), None)
