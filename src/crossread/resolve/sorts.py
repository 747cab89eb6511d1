"""What sort of organisation a name tells: the Herald is a paper, the Ethics Committee a panel."""

from functools import cache

from crossread.resolve.gazetteer import known_names, metonyms
from crossread.resolve.names import Words
from crossread.resolve.roles import Role
from crossread.resources import read_table

_UNTOLD: Role = frozenset(
    {"company", "firm", "group", "organization", "organisation", "agency", "outlet", "business", "chain", "website"}
)
"""What a name may be that tells nothing: "Norvex", "the Lanterns"."""


def sorts(words: Words) -> Role:
    """Return the nouns by which an organisation of this name may be called, folded."""
    if words in metonyms():
        return frozenset()  # the White House is no chamber
    told = frozenset[str]().union(*(_by_head().get(word, frozenset()) for word in _heads(words)))
    if told:
        return told
    known = known_names().get(words)
    return frozenset() if known and known.sort in ("party", "alias", "state") else _UNTOLD


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
