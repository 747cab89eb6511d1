"""A name where it stands: the mention, its words, and the span that a reader would underline."""

import re
from dataclasses import dataclass

from crossread.linking import told_as_kin
from crossread.records import Document, Mention, Span, Story
from crossread.resolve.compounds import compounds
from crossread.resolve.gazetteer import Known, adjectives, known_names, title_genders
from crossread.resolve.names import Words, name_words
from crossread.resolve.partisans import one_of_them
from crossread.resolve.sense import sense
from crossread.resolve.shown import shown, with_article, with_home


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A mention of form `name`, the `index`-th mention of the document with index `document`.

    `shown` includes the titles before the name; `known` is what the tables say of the name, as it is used here; `kin`:
    a full name that is told as that of somebody's relative.
    """

    document: int
    index: int
    mention: Mention
    shown: Span
    words: Words
    known: Known | None
    kin: bool = False

    @property
    def gender(self) -> str | None:
        """`m` or `f` where the title says it."""
        for word in name_words(self.mention.title or ""):
            if word in title_genders():
                return title_genders()[word]
        return None


_SEAT = re.compile(r"[A-Z]{1,4}-[A-Z][\w.]{1,5}")
"""Party and state of a member of parliament, "D-N.Y.": taken for a name by some annotators, it names nobody."""


def occurrences(story: Story) -> tuple[Occurrence, ...]:
    """Return the story's names, by document as given; bodies and groups named after others are among them."""
    found = []
    for number, coded in enumerate(story.documents):
        annotated = coded.annotated
        names = {mention.span.start: mention for mention in annotated.mentions if mention.form == "name"}
        for index, mention in enumerate(annotated.mentions):
            words = name_words(mention.span.text)
            one = one_of_them(annotated.document, mention)
            if mention.form == "name" and words and not one and not _SEAT.fullmatch(mention.span.text):
                known = sense(annotated.document, mention.span, words)
                place = with_article(annotated.document, mention, shown(annotated.document, mention))
                place = with_home(annotated.document, mention, place, names)
                kin = len(words) > 1 and told_as_kin(annotated.document.text, mention.span.start, mention.span.end)
                found.append(Occurrence(number, index, mention, place, words, known, kin))
                found += _people_of(found[-1], annotated.document)
            if mention.form == "name" and mention.kind == "group":
                found += _home_of(number, mention, annotated.document)
        found += [
            Occurrence(
                number, _NO_INDEX, compound.mention, compound.mention.span, compound.words, _people(compound.words)
            )
            for compound in compounds(coded)
            if compound.mention.kind != "person"
        ]
    return tuple(found)


def _people_of(place: Occurrence, document: Document) -> tuple[Occurrence, ...]:
    """Return "the people of Ruritania" where the place is the end of it: they are not the state."""
    known = place.known
    first = max(0, place.shown.start - _LONGEST_BEFORE)
    before = _PEOPLE_OF.search(document.text[first : place.shown.start])
    if before is None or known is None or known.sort not in ("state", "part"):
        return ()
    span = document.span(first + before.start(), place.shown.end)
    people = Known("people", known.key, "group")
    return (
        Occurrence(place.document, _NO_INDEX, Mention(span, "group", "nominal"), span, name_words(span.text), people),
    )


def _home_of(number: int, mention: Mention, document: Document) -> tuple[Occurrence, ...]:
    """Return the state that "the Florida Republican" is from: it is named, too."""
    home, space, _ = mention.span.text.rpartition(" ")
    known = known_names().get(name_words(home)) if space else None
    if known is None or known.sort not in ("state", "part"):
        return ()
    span = document.span(mention.span.start, mention.span.start + len(home))
    return (Occurrence(number, _NO_INDEX, Mention(span, "gpe", "name"), span, name_words(home), known),)


def _people(words: Words) -> Known | None:
    """Return whom "the American people" or "Republican lawmakers" are: no other than "Americans", "Republicans"."""
    state = adjectives().get(words[:-1]) if words[-1] in _ALL_OF_THEM else None
    party = known_names().get(words[:-1]) if words[-1] in _PARTY_PEOPLE else None
    if party and party.sort == "party":
        return party
    return Known("people", state, "group") if state else None


_PEOPLE_OF = re.compile(r"\b(?:[Tt]he )?(?:people|citizens) of (?:the )?$")
_LONGEST_BEFORE = 24  # characters: "the citizens of the "
_NO_INDEX = -1  # a description that the annotator has no mention of
_PARTY_PEOPLE = frozenset(
    {"lawmakers", "legislators", "members", "politicians", "leaders", "officials", "senators", "representatives"}
    | {"colleagues", "counterparts", "opponents", "rivals", "caucus", "leadership", "movement"}
)
_ALL_OF_THEM = frozenset({"people", "public"})
