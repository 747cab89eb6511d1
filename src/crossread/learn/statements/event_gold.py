"""Gold for events from raw text: PLOVER records (JSON Lines) and the validation records of PETRARCH2 (XML)."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.parsers.expat import ExpatError

from crossread.errors import ReadError
from crossread.extract.cameo import root_of_cameo

# PLOVER's own conversion table (2021): names of roots before it, and what CAMEO's first two digits have become.
OLD_ROOTS: Final = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
SAME_CONTEXTS: Final = frozenset(
    {"cbrn", "cyber", "diplomatic", "economic", "election", "legal", "military", "terrorism"}
)
_BODIES: Final = frozenset({"UNO", "EUR"})  # the gold has them as any organisation of states
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_RECORD: Final = re.compile(r"<Sentence\b.*?</Sentence>", re.DOTALL)
_DICTIONARY: Final = re.compile(r"<(Actor|Agent|Verb)file>([^<]+)<")
_DATE: Final = re.compile(r"(\d{4})(\d\d)(\d\d)$")


@dataclass(frozen=True, slots=True)
class Record:
    """One PLOVER record: `sources` and `targets` are codes of countries or of bodies of none.

    `contexts`: those that have the same name and meaning in PLOVER today.
    """

    id: str
    text: str
    date: str | None
    root: str
    sources: frozenset[str]
    targets: frozenset[str]
    contexts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One validation sentence with its events: source code, root, target code."""

    id: str
    text: str
    date: str | None
    events: frozenset[tuple[str, str, str]]


def general(code: str) -> str:
    """Return the code as the gold has it: one for all organisations of states."""
    return "IGO" if code in _BODIES else code


def read_records(path: Path) -> list[Record]:
    """Return the PLOVER records that name a source.

    Raises ReadError if the file cannot be read as such records.
    """
    try:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        return [record for row in rows if (record := _record(row)).sources]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReadError(f"{path} cannot be read as PLOVER records: {error!r}") from error


def _record(row: Mapping[str, object]) -> Record:
    root = str(row["event"])
    date = row.get("date")
    return Record(
        id=str(row["id"]),
        text=str(row["text"]),
        date=str(date) if date else None,
        root=OLD_ROOTS.get(root, root),
        sources=_codes(row.get("source")),
        targets=_codes(row.get("target")),
        contexts=SAME_CONTEXTS & {name.strip() for name in str(row.get("context") or "").split(",")},
    )


def _codes(side: object) -> frozenset[str]:
    return (
        frozenset(general(str(one["code"])) for one in side if one.get("code"))
        if isinstance(side, list)
        else frozenset()
    )


def read_sentences(path: Path) -> list[Sentence]:
    """Return the validation sentences with their events, and those of which it is said that they have none.

    Raises ReadError if the file cannot be read as such.
    """
    try:
        text = _COMMENT.sub("", path.read_text("utf-8", "replace"))
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error}") from error
    found = [sentence for piece in _RECORD.findall(text) if (sentence := _sentence(piece)) is not None]
    if not found:
        raise ReadError(f"{path} has no <Sentence> with an <EventCoding>")
    return found


def dictionaries_named(path: Path, folder: Path) -> dict[str, list[Path]]:
    """Return the files of actors, agents and verbs that validation records say they were written with.

    They are looked for beside the records and in the folder; those that are in neither are left out.
    """
    text = _COMMENT.sub("", path.read_text("utf-8", "replace"))
    found: dict[str, list[Path]] = {"actors": [], "agents": [], "verbs": []}
    for kind, name in _DICTIONARY.findall(text):
        places = (place / Path(name.strip()).name for place in (path.parent, folder))
        file = next((place for place in places if place.is_file()), None)
        found[f"{kind.lower()}s"] += [file] if file is not None else []
    return found


def _sentence(piece: str) -> Sentence | None:
    try:
        element = ET.fromstring(piece)  # noqa: S314  # gold that the user names, without entities
    except (ET.ParseError, ExpatError):
        return None
    body = element.findtext("Text")
    events = frozenset(_events(element))
    none = any(coding.get("noevents") for coding in element.iter("EventCoding"))
    if body is None or not (events or none):
        return None
    date = _DATE.match(element.get("date", ""))
    return Sentence(element.get("id", ""), " ".join(body.split()), "-".join(date.groups()) if date else None, events)


def _events(element: ET.Element) -> Iterator[tuple[str, str, str]]:
    for coding in element.iter("EventCoding"):
        source, target, code = (coding.get(name) for name in ("sourcecode", "targetcode", "eventcode"))
        root = root_of_cameo(code or "")
        if source and target and root:
            yield source, root, target
