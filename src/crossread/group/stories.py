"""Any number of articles into stories."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby

from crossread.group.live import UNDATED, day_of
from crossread.group.people import People
from crossread.group.profiling import profile
from crossread.group.stream import Stream
from crossread.records import CodedDocument, GroupedStory, Grouping, Judgement, Profile, Window

Days = Iterator[tuple[int, list[Profile]]]


@dataclass(frozen=True, slots=True)
class StoryGrouper:
    """Sorts articles into stories by what they tell, in the order of publication; see docs/grouping.md."""

    @property
    def name(self) -> str:
        return "stories/1"

    def profile(self, coded: CodedDocument, seen: str | None = None) -> Profile:
        """Return what grouping needs of one article; `seen` is when it was first met, where that is known."""
        return profile(coded, seen)

    def group(
        self, profiles: Iterable[Profile], earlier: Window | None = None, judgements: Iterable[Judgement] = ()
    ) -> Grouping:
        """Return the stories of the articles, in whatever order they are given; all are held in memory.

        Args and errors as in `stream`.
        """
        days = list(self.stream(sorted(profiles, key=lambda one: one.order), earlier, judgements))
        windows = [day.window for day in days if day.window is not None]
        stories = (story for day in days for story in day.stories)
        return Grouping(tuple(sorted(stories, key=_order)), windows[-1] if windows else earlier)

    def stream(
        self, profiles: Iterable[Profile], earlier: Window | None = None, judgements: Iterable[Judgement] = ()
    ) -> Iterator[Grouping]:
        """Yield, a day at a time, the stories that were over before it; at last those that may still grow.

        Memory grows with the stories that are open, not with the articles. Each grouping's window is where the stream
        stood at the beginning of its day.

        Args:
            profiles: by `Profile.order`; with `earlier`, all since `earlier.since`, among them those grouped already.
            earlier: where to go on from: a window of a former run that ends no later than the first new article's day.
            judgements: on articles or stories; those of people are kept to.

        Raises ValueError if the profiles are not in order, or some that `earlier` needs are missing.
        """
        days = _days(profiles)
        stream = Stream(People(judgements), earlier.number if earlier else 0)
        window = earlier
        if earlier is not None:
            before, days = _before(days, earlier.until)
            stream.resume(earlier, before)
        for day, arrived in days:
            over, stands = stream.day(day, arrived)
            window = stands or window
            yield Grouping(tuple(sorted(over, key=_order)), stands or window)
        yield Grouping(tuple(sorted(stream.open_stories(), key=_order)), window)


def _order(story: GroupedStory) -> tuple[str, str]:
    return story.first or "9", story.id


def _days(profiles: Iterable[Profile]) -> Days:
    last = 0
    for day, found in groupby(profiles, key=day_of):
        if day < last:
            raise ValueError("the profiles are not in the order of publication")
        last = day
        unique = {one.doc: one for one in found}
        yield day, sorted(unique.values(), key=lambda one: one.order)


def _before(days: Days, until: str) -> tuple[Days, Days]:
    """Part the days before one from the rest; the first must be used up before the second is begun."""
    late: list[tuple[int, list[Profile]]] = []

    def before() -> Days:
        for day, profiles in days:
            if day == UNDATED or (profiles[0].day or "") >= until:
                late.append((day, profiles))
                return
            yield day, profiles

    return before(), chain.from_iterable((late, days))
