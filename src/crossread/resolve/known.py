"""Names that the user's own table knows: who is one there is one here, and two there are two here."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations, pairwise

from crossread.records import Judgement, KnownName, Verdict
from crossread.resolve.item import Item
from crossread.resolve.names import Words, name_words

_MADE_BY = "known/1"
_SURE = 0.98  # above what names and the package's own tables say, below a person's word


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The rows of a table, in any order."""

    rows: tuple[KnownName, ...] = ()

    @property
    def digest(self) -> str:
        """What tells this table from another: empty for none."""
        told = repr(sorted(self.rows)).encode("utf-8", "surrogatepass")
        return sha256(told).hexdigest()[:8] if self.rows else ""

    def ids(self, items: Iterable[Item]) -> Mapping[str, str]:
        """Return the table's id of each item, by the item's; a name that the table gives to several has none."""
        if not self.rows:
            return {}
        claims = self._claims()
        return {item.id: claims[item.words] for item in items if claims.get(item.words) is not None and item.of is None}

    def judge(self, items: Sequence[Item]) -> list[Judgement]:
        """Judge the items of one id to be the same, and those of two ids to be different."""
        groups: defaultdict[str, list[str]] = defaultdict(list)
        for item, identity in sorted(self.ids(items).items()):
            groups[identity].append(item)
        same = [Judgement(a, b, Verdict.SAME, _SURE, _MADE_BY) for group in groups.values() for a, b in pairwise(group)]
        apart = [
            Judgement(min(a, b), max(a, b), Verdict.DIFFERENT, _SURE, _MADE_BY)
            for one, other in combinations(groups.values(), 2)
            for a in one
            for b in other
        ]
        return [*same, *apart]

    def _claims(self) -> dict[Words, str]:
        claimed: defaultdict[Words, set[str]] = defaultdict(set)
        for row in self.rows:
            for form in (row.name, *row.aliases):
                claimed[name_words(form)].add(row.id)
        return {words: min(ids) for words, ids in claimed.items() if len(ids) == 1 and words}
