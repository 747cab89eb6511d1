"""Figures: how well groups, and copies, agree with what is known."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence

_DIGITS = 4


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> dict[str, float]:
    """Return precision, recall and F1 of a partition (Bagga and Baldwin, 1998): the group of each item in turn.

    Raises ValueError if the two are not of one length.
    """
    if len(gold) != len(found):
        raise ValueError(f"{len(gold)} items have an answer, {len(found)} a group")
    wanted, got, both = Counter(gold), Counter(found), Counter(zip(gold, found, strict=True))
    count = max(1, len(gold))
    precision = sum(both[pair] / got[pair[1]] for pair in zip(gold, found, strict=True)) / count
    recall = sum(both[pair] / wanted[pair[0]] for pair in zip(gold, found, strict=True)) / count
    return _shown(precision, recall)


def count_copies(gold: Mapping[str, str], found: Mapping[str, str]) -> dict[str, float]:
    """Return precision, recall and F1 of copies: right is a copy that goes back to the same first article.

    Args:
        gold: what each copy copies.
        found: what each article is said to copy.
    """
    right = sum(_first(doc, gold) == _first(of, gold) for doc, of in found.items())
    met = sum(_first(doc, found) == _first(of, found) for doc, of in gold.items())
    return _shown(right / len(found) if found else 1.0, met / len(gold) if gold else 1.0)


def _first(doc: str, copies: Mapping[str, str]) -> str:
    seen = {doc}
    while (of := copies.get(doc)) is not None and of not in seen:
        doc = of
        seen.add(doc)
    return doc


def _shown(precision: float, recall: float) -> dict[str, float]:
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"p": round(precision, _DIGITS), "r": round(recall, _DIGITS), "f1": round(f1, _DIGITS)}
