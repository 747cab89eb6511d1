"""ISO 3166 codes of states and their governments, by the names that news gives them."""

from functools import cache

from crossread.records import Party
from crossread.resources import read_table


@cache
def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in read_table("gazetteer/states.tsv"):
        for field in ("name", "forms", "adjectives", "people"):
            for form in row[field].split("|"):
                if form:
                    found.setdefault(form.lower(), row["code"])
    for row in read_table("gazetteer/metonyms.tsv"):
        found.setdefault(row["form"].lower(), row["code"])
    return found


def with_code(party: Party) -> Party:
    """Return the party with its ISO 3166-1 alpha-3 code if its name is a state's, else as it is."""
    code = _codes().get(party.name.lower().removeprefix("the "))
    return Party(party.name, party.span, party.entity, code) if code is not None else party
