"""Articles about made-up events, with words enough to copy from."""

import re

from crossread.records import AnnotatedDocument, CodedDocument, Document, Quote, Words

BRIDGE = """The old bridge at Halvern was closed on Monday after engineers found cracks in two of its piers, the
harbour board said. Lorries of more than 7 tonnes must take the northern road until spring, and the
ferry will run every 20 minutes instead of every 40.

Mayor Odette Varga told a crowd of about 300 people that the town would pay for the repairs, which
may cost 2.4 million crowns. "We shall not let Halvern be cut in half for the winter, whatever the
province decides to do about it," she said.

Shopkeepers on the east bank fear for their trade. Ilse Brandt, who sells fishing gear near the
market, said that half of her customers come across the water every morning and that few would wait
for a boat in the rain.

The province rejected a plan for a new bridge in 2019 because of its cost, and a second plan has
been waiting for a signature since the election. Work on the piers is to begin in March."""

SCHOOL = """Pupils of the Linden school in Oskarby planted 400 apple trees along the disused railway on Friday,
in the largest planting that the county has seen. Teachers had asked parents for saplings in August
and received three times as many as they needed.

Headmaster Jonas Ek said the fruit would go to the school kitchen and to the soup kitchen of the
parish. A beekeeper from Norra Vik has promised eleven hives, provided that the county gives up
spraying the verges. The county council will vote on that next week; two of its parties have already
said they are in favour of stopping."""

SAME_BRIDGE = """Halvern's bridge is shut: inspectors discovered cracks in the piers and the harbour board ordered
drivers of heavy lorries on to the northern road. Ferries are to cross twice as often. Varga, the
mayor, promised repairs at the town's own expense and attacked the province, which turned down a new
bridge. "We shall not let Halvern be cut in half for the winter, whatever the province decides to do
about it," she told people on the quay. Traders on the east bank of the river worry that customers
will stay away from the market."""


def article(
    text: str, outlet: str = "Courier", title: str | None = None, published: str | None = None
) -> CodedDocument:
    """Return the article, with what stands between straight quotation marks as its quotations."""
    document = Document(f"{outlet}.txt", text, outlet, title=title, published=published)
    quotes = tuple(
        Quote(f"q-{match.start()}", document.span(match.start(1), match.end(1)), "direct", None, None)
        for match in re.finditer(r'"([^"]+)"', text)
    )
    sentences = tuple((match.start(), match.end()) for match in re.finditer(r"[^.\s][^.]*\.", text))
    annotated = AnnotatedDocument(document, sentences, Words((), (), (), ()), (), (), (), (), "by hand")
    return CodedDocument(annotated, quotes, (), (), ())


def key(coded: CodedDocument) -> str:
    """Return the document's id."""
    return coded.annotated.document.id
