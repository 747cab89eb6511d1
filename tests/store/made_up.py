"""Records by hand for the store: articles, what they tell, profiles, stories."""

from crossread.records import (
    AnnotatedDocument,
    CodedDocument,
    Document,
    Event,
    GroupedStory,
    Mention,
    Party,
    Profile,
    Quantity,
    Quote,
    Repeat,
    Speaker,
    Stance,
    Statement,
    Time,
    Toll,
    Words,
    content_id,
)

READER = "reader/1 > rules/1"
PIPELINE = "reader/1 > rules/1 > copies/1 > names/1 > points/1"
TEXT = 'Mayor Zoë Finch closed the bridge in Brannick on Monday. "Nobody crosses," she said of 300 lorries.'


def article(
    number: int = 1, text: str = TEXT, outlet: str = "The Ledger", title: str | None = None, day: int | None = None
) -> Document:
    """Return an article of the day in May 2031, by default the day of its number."""
    return Document(
        f"article-{number}", text, outlet, title or f"Bridge {number}", published=f"2031-05-{day or number:02}"
    )


def coded(document: Document) -> CodedDocument:
    """Return an article of TEXT with one thing of each kind."""
    whole = document.span(0, len(document.text))
    finch = document.span(6, 15) if len(document.text) > 15 else whole
    place = document.span(37, 45) if len(document.text) > 45 else whole
    party = Party("Zoë Finch", finch, code="NOR", sector="GOV")
    speaker = Speaker("Zoë Finch", finch, chain=(document.outlet, "Zoë Finch"))
    annotated = AnnotatedDocument(
        document,
        ((0, len(document.text)),),
        Words((0,), (1,), (0,), (document.text[0],)),
        (Mention(finch, "person", title="Mayor"), Mention(place, "gpe"), Mention(whole, "person", "pronoun")),
        ((0, 2),),
        (Time(whole, "2031-05-05", "date", document.published, "day", ("2031-05-12",)),),
        (
            Quantity(whole, 300.0, None, "lorries", "lorries", "exact"),
            Quantity(whole, 1e300, None, None, None, "about"),
        ),
        "reader/1",
    )
    statement = Statement(
        content_id("st", document.id), document.id, "Zoë Finch", "close", "bridge", "the bridge", None, "positive",
        "certain", 0.9, "rules/1", (whole, finch),
    )  # fmt: skip
    event = Event(
        content_id("e", document.id), "ACCUSE", None, (party,), (party, Party("lorries")), "2031-05-05", "Brannick",
        300.0, "positive", "happened", speaker, (whole,), ("infrastructure",), Toll(killed=2.0),
    )  # fmt: skip
    return CodedDocument(
        annotated,
        (Quote(content_id("q", document.id), whole, "direct", "said", speaker),),
        (statement,),
        (event,),
        (Stance(content_id("x", document.id), party, "against", party, "condemns", None, speaker, (whole,)),),
    )


def profile(document: Document, seen: str | None = None) -> Profile:
    return Profile(
        document.id, document.outlet, document.title, document.published, seen, "lead", {"n:finch": 2}, {"Finch": 2},
        b"\x00\x01\xff", b"\x80",
    )  # fmt: skip


def grouped(identity: str, *documents: Document, **known: object) -> GroupedStory:
    """Return a story of the documents; the second repeats the first."""
    days = sorted(document.published[:10] for document in documents if document.published)
    given = {
        "label": "Bridge closed",
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "actors": ("Zoë Finch",),
        "related": (),
        "repeats": (),
        **known,
    }
    return GroupedStory(identity, documents=tuple(document.id for document in documents), **given)  # type: ignore[arg-type]


def repeat(document: Document, of: Document) -> Repeat:
    return Repeat(document.id, of.id, 0.8, "copy", ((0, 4, 0, 4),))
