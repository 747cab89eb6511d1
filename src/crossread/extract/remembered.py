"""Questions about a word or phrase of an article that many ask: answered once for each article."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import TypeVar, cast

from crossread.extract.surface import Surface

_Article = TypeVar("_Article", bound=Surface)
_Part = TypeVar("_Part", bound=Hashable)
_Answer = TypeVar("_Answer")


def remembered(answer: Callable[[_Article, _Part], _Answer]) -> Callable[[_Article, _Part], _Answer]:
    """Return the function so that it works out no answer twice; its answers must be such that nobody changes them."""

    @wraps(answer)
    def ask(reading: _Article, part: _Part) -> _Answer:
        known: dict[_Part, _Answer] = reading.answers.setdefault(ask, {})
        found = known.get(part)
        if found is None and part not in known:
            found = known[part] = answer(reading, part)
        return cast("_Answer", found)

    return ask
