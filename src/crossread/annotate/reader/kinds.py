"""What kind of thing each mention is, in the records' terms.

The network tells people, bodies, places and peoples apart, but merges countries with mere places, as its newswire
training data does. A place that the gazetteer knows as a country, region or city, or that acts, is a ``gpe``.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from crossread.annotate.gazetteer import kind_of, name_heads, role_nouns, titles
from crossread.annotate.nominals import pronouns
from crossread.annotate.reader.mentions import Candidate
from crossread.annotate.reader.names import NameSpan
from crossread.annotate.reader.reader import Reading
from crossread.records import MentionKind

_NAME_KINDS: Final[dict[str, MentionKind]] = {
    "PERSON": "person",
    "ORG": "org",
    "LOC": "gpe",
    "FAC": "place",
    "NORP": "group",
    "PRODUCT": "product",
    "MISC": "other",
}
_DESCRIBED_KINDS: Final[dict[str, MentionKind]] = {
    "person": "person",
    "organization": "org",
    "place": "place",
    "event": "event",
}
_STATES: Final = frozenset(
    {"country", "nation", "state", "city", "town", "village", "republic", "kingdom", "capital", "province", "region"}
)
# Words in the names of places that no government speaks for.
_LANDSCAPE: Final = frozenset(
    {
        "sea", "ocean", "river", "lake", "mount", "mountain", "mountains", "valley", "desert", "gulf", "strait", "bay",
        "island", "islands", "peninsula", "coast", "canal", "channel", "hills", "forest", "basin", "plateau", "east",
        "west", "north", "south", "europe", "africa", "asia", "america", "pacific", "atlantic", "caribbean",
    }
)  # fmt: skip
_EVENTS: Final = frozenset(
    {
        "war", "cup", "olympics", "games", "championship", "championships", "day", "election", "elections", "summit",
        "festival", "league", "crisis", "massacre", "uprising", "revolution", "treaty", "conference", "awards",
        "tournament", "open", "spring", "brexit", "referendum",
    }
)  # fmt: skip
_ACTORS: Final = ("nsubj", "obl:agent", "nmod:poss")


def name_kinds(reading: Reading, names: Sequence[NameSpan]) -> list[MentionKind]:
    """The kind of each name; places that bear the same name have the same kind, by votes."""
    votes: defaultdict[tuple[str, ...], Counter[MentionKind]] = defaultdict(Counter)
    spelled = [reading.words[name.start : name.end] for name in names]
    full_names = [reading.words[name.start : name.end] for name in reading.names if name.kind == "PERSON"]
    bearers = {word for words in full_names if len(words) > 1 for word in words}
    for name, words in zip(names, spelled, strict=True):
        votes[words][_name_kind(reading, name, bearers)] += 1
    return [min(votes[words], key=lambda kind: (-votes[words][kind], kind)) for words in spelled]


def _name_kind(reading: Reading, name: NameSpan, bearers: set[str]) -> MentionKind:
    """The kind of one place of a name; ``bearers`` are the words of people's full names in the article."""
    words = reading.words[name.start : name.end]
    known = kind_of(words)
    is_person = name.kind == "PERSON" and (_is_titled(reading, name) or bool(bearers.intersection(words)))
    if known is not None and not is_person:
        return known
    lower = {word.lower() for word in words}
    if name.kind == "LOC":
        return _place_kind(reading, name, lower)
    if name.kind == "MISC" and lower & _EVENTS:
        return "event"
    return _NAME_KINDS[name.kind]


def _is_titled(reading: Reading, name: NameSpan) -> bool:
    return name.start > 0 and reading.words[name.start - 1].rstrip(".") in titles()


def _place_kind(reading: Reading, name: NameSpan, lower: set[str]) -> MentionKind:
    acts = any(reading.relations[word].startswith(_ACTORS) for word in range(name.start, name.end))
    landscape = bool(lower & _LANDSCAPE) or name_heads().get(reading.words[name.end - 1]) == "place"
    return "place" if landscape and not acts else "gpe"


def described_kind(reading: Reading, mention: Candidate) -> MentionKind | None:
    """The kind of a description; None where it is about nothing that the records hold."""
    lemma = reading.lemmas[mention.head].lower()
    plural = "Number=Plur" in reading.feats[mention.head]
    row = role_nouns().get(reading.words[mention.head].lower()) or role_nouns().get(lemma)
    if lemma in _STATES:
        return "gpe"
    if row is not None and mention.kind in ("person", "organization", "place"):
        return "group" if plural and row["kind"] == "person" else _row_kind(row["kind"])
    kind = _DESCRIBED_KINDS.get(mention.kind)
    return "group" if kind == "person" and plural else kind


def _row_kind(kind: str) -> MentionKind:
    known: dict[str, MentionKind] = {"person": "person", "group": "group", "org": "org", "gpe": "gpe"}
    return known.get(kind, "other")


def pronoun_kind(reading: Reading, mention: Candidate) -> MentionKind | None:
    """The kind that a pronoun itself tells, None for ``it``."""
    row = pronouns().get(reading.words[mention.head].lower())
    if row is None:
        return "person" if "Person=2" in reading.feats[mention.head] else None
    return "group" if row["kind"] == "group" else "person"
