"""A small corpus about made-up events, whose stories are known."""

from crossread.records import Document, content_id

_EVENTS = (
    ("2031-05-06", "ferry Aldane", "sank off Port Meriel", "the coastguard of Meriel", "rescued {n} passengers"),
    ("2031-05-07", "Kestle Bridge", "collapsed in Ostrava Bay", "Mayor Ilse Torvald", "counted {n} damaged lorries"),
    ("2031-05-09", "Norby Cannery", "burned down in Halvik", "the Halvik fire brigade", "saved {n} workers"),
    ("2031-05-20", "Senator Paolo Brigg", "resigned in Carmine City", "the Brigg campaign", "returned {n} donations"),
)
_TELLINGS = (
    "The {thing} {happened} on Tuesday. {Who} {did}. Nobody at the {thing} would say why it {happened}.",
    "It was confirmed that the {thing} {happened}. {Who} {did}, officials said. Questions about the {thing} remain.",
    "{Who} {did} after the {thing} {happened}, according to a statement. The {thing} had been warned before.",
)


def corpus(outlets: int = len(_TELLINGS)) -> list[Document]:
    """Return each event as told by so many outlets, in no particular order."""
    documents = []
    for event, (published, thing, happened, who, did) in enumerate(_EVENTS):
        for outlet in range(outlets):
            n = 12 + event + 3 * (outlet % 2)
            telling = _TELLINGS[outlet % len(_TELLINGS)]
            text = telling.format(thing=thing, happened=happened, Who=who[0].upper() + who[1:], did=did.format(n=n))
            title = f"{thing} {happened}: {who}"
            documents.append(Document(f"{event}-{outlet}", text, f"Outlet {outlet}", title, published=published))
    return sorted(documents, key=lambda document: content_id("x", document.id))
