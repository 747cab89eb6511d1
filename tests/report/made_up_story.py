"""A made-up story as a comparison built by hand: five articles, one of them a copy, one undated, every kind of side."""

from dataclasses import replace

from crossread.records import (
    AnnotatedDocument,
    CodedDocument,
    Comparison,
    Copy,
    Discrepancy,
    DiscrepancyKind,
    Document,
    Entity,
    Event,
    Failure,
    Generator,
    Label,
    Party,
    Point,
    Quantity,
    Quote,
    Severity,
    Side,
    Span,
    Speaker,
    Stance,
    Statement,
    Story,
    SummarySentence,
    Time,
    TimelineEntry,
    Words,
)

RULES = "rules/1"

HARBOUR = """A ferry struck the old stone pier of Port Maren on Tuesday morning, injuring 14 people.

The Grey Heron was carrying 212 passengers, said the harbour master, Ada Quell.

"We heard a long grinding noise and then everything stopped at once," she told reporters.

The mayor, Tomas Brandt, blamed the ferry company, Northline, for poor upkeep. The union of pilots backs Northline.

Port Maren has had a ferry since 1921."""

COURIER = """Nineteen people were hurt when a ferry hit a pier in Port Maren on Tuesday.

"We heard a grinding noise, then everything stopped," said Ada Quell, who runs the port.

Mayor Brandt defended Northline, the operator, and asked for patience until the inquiry ends on 9 May.

Ticket sales were halted until Friday."""

WIRE = """PORT MAREN — A ferry struck the old stone pier on Monday, injuring 14 people, the coast guard said.

The vessel carried about 200 passengers and 9 crew.

Mayor Tomas Brandt accused Northline of neglect. "They were warned," he said."""

BULLETIN = """A ferry struck the old stone pier of Port Maren on Tuesday morning, injuring 14 people.

The Grey Heron was carrying 212 passengers, said the harbour master, Ada Quell.

The mayor, Tomas Brandt, blamed the ferry company, Northline, for poor upkeep."""

ABROAD = """🚢 اصطدمت عبّارة برصيف ميناء مارين يوم الثلاثاء.

The cafe\u0301 owner 👩‍🚀 saw it: "like thunder", he said. Fourteen people — 14 — were hurt."""

DOCUMENTS = (
    Document("h", HARBOUR, "Harbour Post", "Ferry hits pier", "L. Finch", "2031-04-08T10:30:00+00:00", None, "en"),
    Document("c", COURIER, "The Courier", "Nineteen hurt in ferry accident", None, "2031-04-09", None, "en"),
    Document("w", WIRE, "Coastwire", None, None, None, None, "en"),
    Document("b", BULLETIN, "Bulletin", "Ferry strikes pier", None, "2031-04-08T12:00:00+00:00", None, "en"),
    Document("x", ABROAD, "مرآة الساحل", "عبّارة", None, "2031-04-09", None, "ar"),
)
H, C, W, B, X = DOCUMENTS


def at(document: Document, words: str, occurrence: int = 0) -> Span:
    """Return the span of these words in the document."""
    start = -1
    for _ in range(occurrence + 1):
        start = document.text.index(words, start + 1)
    return document.span(start, start + len(words))


def coded(document: Document) -> CodedDocument:
    """Return the document with a sentence for each line and nothing else."""
    sentences = []
    start = 0
    for line in document.text.split("\n"):
        if line.strip():
            sentences.append((start, start + len(line)))
        start += len(line) + 1
    annotated = AnnotatedDocument(document, tuple(sentences), Words((), (), (), ()), (), (), (), (), RULES)
    return CodedDocument(annotated, (), (), (), ())


def comparison_of(documents: tuple[Document, ...], points: tuple[Point, ...] = ()) -> Comparison:
    """Return a comparison of these documents in which nothing but the points was found."""
    story = Story("s-1", "A story", tuple(coded(document) for document in documents))
    generator = Generator("crossread", "0.1.0", RULES, {})
    return Comparison(generator, story, (), points, (), (), (), (), (), (), (), (), (), (), ())


def point(number: int, label: str, status: str, *evidence: Span, absent: tuple[Document, ...] = ()) -> Point:
    """Return a point with these words as its evidence."""
    outlets = tuple(dict.fromkeys(d.outlet for span in evidence for d in DOCUMENTS if d.id == span.doc))
    made: Point = Point(
        id=f"p-{number}",
        label=label,
        kind="event",
        status=status,  # type: ignore[arg-type]
        outlets=outlets,
        independent_sources=len({span.doc for span in evidence} - {B.id}),
        absent_from=tuple(document.id for document in absent),
        evidence=evidence,
        statements=(f"t-{number}",),
    )
    return made


def statement(number: int, evidence: Span) -> Statement:
    """Return a statement that a rule made of these words."""
    return Statement(
        f"t-{number}", evidence.doc, None, "happen", None, None, None, "positive", "certain", 0.8, RULES, (evidence,)
    )


def discrepancy(
    number: int,
    kind: DiscrepancyKind,
    severity: Severity,
    about: str,
    *sides: tuple[str, Span],
    update: bool = False,
) -> Discrepancy:
    """Return a discrepancy whose sides are (differing words, evidence)."""
    made = tuple(Side(span.doc, value, (span,)) for value, span in sides)
    return Discrepancy(f"x-{number}", kind, severity, about, 0.75, update, made)


def made_up_comparison() -> Comparison:
    """Return the comparison of the five articles."""
    quell = Speaker("Ada Quell", at(H, "Ada Quell"), "e-quell", ("Harbour Post", "Ada Quell"))
    brandt = Party("Tomas Brandt", at(H, "Tomas Brandt"), "e-brandt")
    northline = Party("Northline", at(H, "Northline"), "e-northline")
    points = (
        point(
            1,
            "A ferry struck the pier",
            "agreed",
            at(H, "A ferry struck the old stone pier of Port Maren"),
            at(C, "a ferry hit a pier in Port Maren"),
            at(W, "A ferry struck the old stone pier"),
            at(B, "A ferry struck the old stone pier of Port Maren"),
            at(X, "اصطدمت عبّارة برصيف ميناء مارين"),
        ),
        point(
            2,
            "People were hurt",
            "disputed",
            at(H, "injuring 14 people"),
            at(C, "Nineteen people were hurt"),
            at(W, "injuring 14 people"),
            at(B, "injuring 14 people"),
            at(X, "Fourteen people — 14 — were hurt"),
        ),
        point(
            3, "The ferry began in 1921", "single", at(H, "Port Maren has had a ferry since 1921"), absent=(C, W, B, X)
        ),
        point(4, "Ticket sales stopped", "single", at(C, "Ticket sales were halted"), absent=(H, W, B, X)),
        point(
            5,
            "How many were on board",
            "disputed",
            at(H, "The Grey Heron was carrying 212 passengers"),
            at(B, "The Grey Heron was carrying 212 passengers"),
            at(W, "The vessel carried about 200 passengers and 9 crew"),
            absent=(C, X),
        ),
    )
    discrepancies = (
        discrepancy(
            1,
            "number",
            "contradiction",
            "how many people were hurt",
            ("14 people", at(H, "injuring 14 people")),
            ("Nineteen people", at(C, "Nineteen people were hurt")),
            ("14 people", at(W, "injuring 14 people")),
            update=True,
        ),
        discrepancy(
            2,
            "date",
            "contradiction",
            "when the ferry struck the pier",
            ("Tuesday", at(H, "on Tuesday morning")),
            ("Monday", at(W, "on Monday")),
        ),
        discrepancy(
            3,
            "number",
            "difference",
            "how many were on board",
            ("212", at(H, "The Grey Heron was carrying 212 passengers")),
            ("about 200", at(W, "The vessel carried about 200 passengers and 9 crew")),
        ),
        discrepancy(
            4,
            "wording",
            "difference",
            "what Ada Quell said",
            ("a long grinding noise", at(H, "We heard a long grinding noise and then everything stopped at once")),
            ("a grinding noise", at(C, "We heard a grinding noise, then everything stopped")),
        ),
        discrepancy(
            5,
            "label",
            "framing",
            "how Ada Quell is named",
            ("harbour master", at(H, "the harbour master, Ada Quell")),
            ("who runs the port", at(C, "Ada Quell, who runs the port")),
        ),
    )
    quotes = (
        Quote(
            "q-1",
            at(H, "We heard a long grinding noise and then everything stopped at once,"),
            "direct",
            "told",
            replace(quell, chain=("Harbour Post", "reporters", "Ada Quell")),
        ),
        Quote("q-2", at(C, "We heard a grinding noise, then everything stopped,"), "direct", "said", quell),
        Quote("q-3", at(W, "They were warned,"), "direct", "said", Speaker("Tomas Brandt", None, "e-brandt")),
        Quote("q-4", at(X, "like thunder"), "mixed", "said", None),
    )
    stances = (
        Stance(
            "k-1", brandt, "against", northline, "blames", None, None, (at(H, "blamed the ferry company, Northline"),)
        ),
        Stance("k-2", brandt, "for", northline, "defends", "2031-04-09", None, (at(C, "Brandt defended Northline"),)),
        Stance("k-3", brandt, "against", northline, "accuses", None, None, (at(W, "Brandt accused Northline"),)),
        Stance(
            "k-4", brandt, "against", northline, "blames", None, None, (at(B, "blamed the ferry company, Northline"),)
        ),
        Stance(
            "k-5",
            Party("union of pilots", at(H, "union of pilots")),
            "for",
            northline,
            "backs",
            None,
            quell,
            (at(H, "The union of pilots backs Northline"),),
        ),
    )
    events = (
        Event(
            "v-1", "ACCUSE", None, (brandt,), (northline,), "2031-04-08", "Port Maren", None, "positive", "happened",
            None, (at(H, "blamed the ferry company, Northline"),),
        ),
    )  # fmt: skip
    times = (
        Time(at(H, "Tuesday morning"), "2031-04-08", "date", "2031-04-08", "day"),
        Time(at(C, "9 May"), "2031-05-09", "date", "2031-04-09", "day"),
        Time(at(W, "Monday"), None, "date", None, None, ("2031-04-07",)),
    )
    quantities = (
        Quantity(at(H, "14 people"), 14, None, "people", "people", "exact"),
        Quantity(at(C, "Nineteen people"), 19, None, "people", "people", "exact"),
        Quantity(at(W, "about 200 passengers"), 200, None, "people", "passengers", "about"),
        Quantity(at(H, "212 passengers"), 212, None, "people", "passengers", "exact"),
    )
    labels = (
        Label("e-quell", H.id, "the harbour master", "own", (at(H, "the harbour master"),)),
        Label("e-quell", C.id, "who runs the port", "own", (at(C, "who runs the port"),)),
        Label("e-northline", C.id, "the operator", "own", (at(C, "the operator"),)),
        Label("e-northline", H.id, "the ferry company", "own", (at(H, "the ferry company"),)),
    )
    entities = (
        Entity("e-quell", "Ada Quell", "person", None, (at(H, "Ada Quell"), at(C, "Ada Quell"))),
        Entity("e-brandt", "Tomas Brandt", "person", None, (at(H, "Tomas Brandt"), at(C, "Brandt"))),
        Entity("e-northline", "Northline", "org", None, (at(H, "Northline"), at(C, "Northline"))),
    )
    timeline = (
        TimelineEntry("1921", "year", "A ferry since 1921", ("p-3",), (at(H, "since 1921"),)),
        TimelineEntry("2031-04-08", "day", "A ferry struck the pier", ("p-1",), (at(H, "on Tuesday morning"),)),
        TimelineEntry("2031-04-09/2031-05-09", "day", "the inquiry ends", (), (at(C, "the inquiry ends on 9 May"),)),
    )
    summary = (
        SummarySentence(
            H.text.split("\n")[0], (at(H, H.text.split("\n")[0]),), ("Harbour Post", "The Courier", "Coastwire")
        ),
    )
    copies = (
        Copy(
            B.id,
            H.id,
            0.97,
            "copy",
            ((at(B, "A ferry struck the old stone pier of Port Maren"), points[0].evidence[0]),),
        ),
    )
    story = Story("s-ferry", "Ferry strikes pier", tuple(coded(d) for d in DOCUMENTS), copies, (X.id,))
    return Comparison(
        generator=Generator("crossread", "0.1.0", "rules/1 > rules/1", {"reader": "1"}),
        story=story,
        entities=entities,
        points=points,
        discrepancies=discrepancies,
        quotes=quotes,
        stances=stances,
        events=events,
        times=times,
        quantities=quantities,
        labels=labels,
        statements=tuple(statement(n, p.evidence[0]) for n, p in enumerate(points, 1)),
        timeline=timeline,
        summary=summary,
        failures=(Failure("scan.pdf", "read", "scan.pdf is binary, not text; give the text or the page's HTML"),),
    )
