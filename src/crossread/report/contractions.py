"""Which neighbouring words are written as one token: `don't`, `Maduro's`, `cannot`."""

from collections.abc import Sequence

_CLITICS = frozenset({"na", "ta", "not", "n't", "n’t", "'", "’"}) | {
    mark + end for mark in "'’" for end in ("s", "re", "ll", "ve", "m", "d")
}
_HOSTS = {"na": {"gon", "wan"}, "ta": {"got"}, "not": {"can"}}  # clitics that are words of their own elsewhere
_BARE = frozenset({"'", "’"})  # possessives of plurals; else quotation marks


def written_tokens(
    forms: Sequence[str], starts: Sequence[int], ends: Sequence[int], pos: Sequence[str]
) -> list[tuple[int, int]]:
    """Return half-open ranges of the words that share one written token, in order, one for every token."""
    groups: list[tuple[int, int]] = []
    for word, form in enumerate(forms):
        joined = bool(groups) and ends[word - 1] == starts[word]
        if joined and _clings(form.lower(), pos[word], forms[word - 1].lower()):
            groups[-1] = (groups[-1][0], word + 1)
        else:
            groups.append((word, word + 1))
    return groups


def _clings(form: str, pos: str, before: str) -> bool:
    if form not in _CLITICS or pos == "PUNCT":
        return False
    if form in _BARE:
        return pos == "PART"
    return before in _HOSTS.get(form, {before})
