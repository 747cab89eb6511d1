"""What sort of organisation a name tells: the Herald is a paper, the Ethics Committee a panel."""

from collections.abc import Iterable
from functools import cache

from crossread.resolve.gazetteer import known_names, metonyms
from crossread.resolve.names import Words
from crossread.resolve.roles import Role
from crossread.resources import read_table

_NONE: Role = frozenset()
_UNTOLD: Role = frozenset(
    {"company", "firm", "group", "organization", "organisation", "agency", "outlet", "business", "chain", "website"}
)
"""What a name may be that tells nothing: "Norvex", "the Lanterns"."""


def sorts(names: Iterable[Words]) -> set[Role]:
    """Return the nouns by which an organisation of these names may be called, folded, by what tells them.

    What a name that tells nothing may be counts only where no other name tells more: "Justice" and "Justice
    Department" are no company.
    """
    told = {_sort(words) for words in names}
    return told - {_UNTOLD, _NONE} or told - {_NONE}


def _sort(words: Words) -> Role:
    if words in metonyms():
        return _NONE  # the White House is no chamber
    told = _NONE.union(*(_by_head().get(word, _NONE) for word in _heads(words)))
    if told:
        return told
    known = known_names().get(words)
    return _NONE if known and known.sort in ("party", "alias", "state") else _UNTOLD


def _heads(words: Words) -> tuple[str, ...]:
    """Return the words that may tell the sort: the last one, and the one before "of", "for", "on"."""
    joined = next((place for place, word in enumerate(words) if place and word in ("of", "for", "on", "to")), None)
    return words[-1:] if joined is None else (words[joined - 1],)


@cache
def _by_head() -> dict[str, Role]:
    table: dict[str, Role] = {}
    for row in read_table("gazetteer/org_sorts.tsv"):
        nouns = frozenset(noun.split()[-1] for noun in row["nouns"].split("|"))
        for head in row["heads"].split("|"):
            table[head] = table.get(head, frozenset()) | nouns
    return table
