"""Where grouping has to be taken up, so that it ends as if all articles had come at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread.pipeline import Pipeline
from crossread.records import Judgement, Verdict, Window
from crossread.store import Store


@dataclass(frozen=True, slots=True)
class Place:
    """Grouping goes on from this window; from the very beginning where it is None."""

    window: Window | None


def sorted_otherwise(store: Store, pipeline: Pipeline) -> bool:
    """Tell whether the last run that came to its end sorted articles into stories by other rules than these."""
    last = next((run for run in store.runs() if run.ended), None)
    return last is not None and not last.made_by.endswith(pipeline.sorted_by)


def place_to_group(store: Store, judgements: Sequence[Judgement]) -> Place | None:
    """Return where grouping has to go on; None where it would change nothing.

    That is the first day that has an article in no story, or the day where a former run was killed, or the first day
    of stories that are not as a person has since judged.
    """
    last = store.window()
    days: list[str] = []
    if store.count_ungrouped():
        day = store.first_ungrouped_day() or (last.until if last else None)
        if day is None:
            return Place(None)
        days.append(day)
    if last is not None and _goes_on_after(store, last):
        days.append(last.until)
    days += (day for judgement in judgements if judgement.by_person for day in _against(store, judgement))
    return Place(store.window(min(days))) if days else None


def _goes_on_after(store: Store, window: Window) -> bool:
    """Tell whether there are later days: the last day's window is kept only once all is grouped."""
    return any(profile.day and profile.day > window.until for profile in store.profiles(window.until))


def _against(store: Store, judgement: Judgement) -> Iterator[str]:
    """Yield the first days of the stories that a judgement on them, or on articles of them, says are wrong."""
    sides = [_story_of(store, side) for side in (judgement.a, judgement.b)]
    if None in sides or (sides[0] == sides[1]) == (judgement.verdict is Verdict.SAME):
        return
    for story in sides:
        day = store.grouped(str(story)).first
        if day is not None:
            yield day


def _story_of(store: Store, identity: str) -> str | None:
    """Return the story that an id names, or that the article it names stands in; None where it is another thing."""
    for thing in store.find(identity, limit=1):
        if thing.id == identity and thing.kind == "story":
            return identity
        if thing.id == identity and thing.kind == "article":
            return store.articles([identity])[0].story
    return None
