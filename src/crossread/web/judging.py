"""The words that the page offers, as the verdicts that they are."""

from collections.abc import Iterable
from typing import Final, Literal

from crossread.errors import UsageError
from crossread.pipeline import judgements_on
from crossread.records import Comparison, Judgement, Verdict

Word = Literal["accept", "reject", "merge", "split"]

_VERDICTS: Final[dict[Word, Verdict]] = {
    "accept": Verdict.SAME,
    "reject": Verdict.WRONG,
    "merge": Verdict.SAME,
    "split": Verdict.DIFFERENT,
}


def judged(
    comparison: Comparison, word: Word, one: str, other: str | None, person: str, before: Iterable[Judgement] = ()
) -> tuple[Judgement, ...]:
    """Return the judgements.

    `accept`, `reject`: discrepancy `one` holds, or is none. `merge`: points, or entities, `one` and `other` are the
    same. `split`: points or entities `one` and `other` are not the same; or what document `other` tells is not told of
    point `one`.

    Raises UsageError if these are not such as that can be said of.
    """
    if word in {"merge", "split"} and not other:
        raise UsageError(f"{word} is said of two things")
    things = [one, other] if other and word in {"merge", "split"} else [one]
    return judgements_on(comparison, _VERDICTS[word], things, person, before)
