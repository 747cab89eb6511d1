"""Articles become stories, a day at a time, in the order of publication.

What a day makes of the stories depends only on the days before it, so that articles that come later are grouped as if
all had come at once: the stream is taken up at the beginning of the first day that has something new.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import combinations

from crossread.group.fingerprints import Fingerprints, fingerprint
from crossread.group.key_index import KeyIndex
from crossread.group.live import UNDATED, Article, article
from crossread.group.people import People
from crossread.group.rarity import Hashes, Rarity
from crossread.group.repeats import find_repeats
from crossread.group.settling import settle
from crossread.group.telling import actors_of, label_of
from crossread.group.thread import SAME_EVENT, SPLIT_SHARE, WINDOW, Thread, nearness, told_in_order
from crossread.group.vectors import hashes, vector
from crossread.records import Change, GroupedStory, OpenStory, Profile, Repeat, Window

COUNTED_DAYS = 30  # over which it is counted how rare a key is
RELATED_SHARE = 0.5  # of SAME_EVENT: stories as near as that are named beside each other
RELATED = 5
SMALLEST_SPLIT = 4  # articles
LARGEST_SPLIT = 128  # articles: all their pairs are looked at


class Stream:
    """The stories that may still grow, and what is needed to place the next day's articles.

    Args:
        people: what people have said.
        number: the place in the stream of the first article that will come.
    """

    def __init__(self, people: People, number: int = 0) -> None:
        self._people = people
        self._number = number
        self._since = number
        self._rarity = Rarity()
        self._counted: deque[tuple[int, list[Hashes]]] = deque()
        self._index = KeyIndex()
        self._prints = Fingerprints()
        self._today: dict[int, Hashes] = {}
        self._known: dict[int, Article] = {}
        self._days: list[tuple[int, int]] = []
        self._threads: dict[int, Thread] = {}
        self._home: dict[int, int] = {}
        self._repeats: dict[str, tuple[Repeat, ...]] = {}

    def resume(self, window: Window, days: Iterable[tuple[int, Sequence[Profile]]]) -> None:
        """Take up the stream where a window says, from the days before; see `Window`."""
        places = {name: place for place, story in enumerate(window.stories) for name in story.documents}
        articles: list[list[Article]] = [[] for _ in window.stories]
        for day, profiles in days:
            self._begin(day)
            for one in self._arrive(day, profiles, places.__contains__):
                articles[places[one.id]].append(one)
        for story, live in zip(window.stories, articles, strict=True):
            thread = Thread(live, zip(story.numbers, story.documents, strict=True), self._people.bonds(story.documents))
            thread.changes, thread.begun = story.changes, _ordinal(story.first)
            self._place(thread)
            for repeat in story.repeats:
                self._repeats[repeat.doc] = (*self._repeats.get(repeat.doc, ()), repeat)

    def day(self, day: int, profiles: Sequence[Profile]) -> tuple[list[GroupedStory], Window | None]:
        """Place a day's articles; return the stories that were over before it, and the window at its beginning."""
        self._begin(day)
        over = [] if day == UNDATED else self._over(day)
        window = self._window(day)
        self._tell_apart(day, self._arrive(day, profiles, lambda _: True))
        return over, window

    def open_stories(self) -> list[GroupedStory]:
        """Return the stories that may still grow."""
        return [self._story(thread) for _, thread in sorted(self._threads.items())]

    def _begin(self, day: int) -> None:
        if day == UNDATED:
            return
        while self._counted and self._counted[0][0] <= day - COUNTED_DAYS:
            self._rarity.drop(self._counted.popleft()[1])
        self._since = self._number_at(day - WINDOW)
        self._prints.forget(day - WINDOW)
        self._index.forget(self._since)
        while self._known and (first := next(iter(self._known))) < self._since:
            del self._known[first]

    def _number_at(self, day: int) -> int:
        """Return the number of the first article that is not older than the day."""
        place = bisect_left(self._days, (day, 0))
        return self._days[place][1] if place < len(self._days) else self._number

    def _arrive(self, day: int, profiles: Sequence[Profile], wanted: Callable[[str], bool]) -> list[Article]:
        """Count a day's articles, and keep those that are wanted."""
        counted = [hashes(profile) for profile in profiles]
        self._rarity.add(counted)
        self._counted.append((day, counted))
        self._days.append((day, self._number))
        articles = []
        for number, profile in enumerate(profiles, self._number):
            if wanted(profile.doc):
                one = article(number, day, profile, vector(profile, self._rarity))
                self._known[number] = one
                self._index.add(number, one.told)
                articles.append(one)
        self._number += len(profiles)
        self._today = {one.number: fingerprint(one.wording.array) for one in articles}
        self._prints.add(day, self._today)
        return articles

    def _tell_apart(self, day: int, articles: Sequence[Article]) -> None:
        old = {number: len(thread.ids) for number, thread in self._threads.items()}
        for one in articles:
            self._place(Thread([one], [(one.number, one.id)], self._people.bonds([one.id])))
        self._join(self._bound(articles), day, old)
        found = self._find_repeats(articles)
        self._join(found, day, old)
        fresh = {self._home[one.number] for one in articles}
        pairs = [(a, b) for a in sorted(fresh) for b in self._near(self._threads[a]) if a != b]
        settle(self._threads, pairs, SAME_EVENT, _apart(self._people), self._joining(day, old))
        for number in sorted({self._home[one.number] for one in articles}):
            thread = self._threads[number]
            if len(thread.ids).bit_length() > old.get(number, 1).bit_length():
                self._split(thread, day)

    def _find_repeats(self, articles: Sequence[Article]) -> list[tuple[int, int]]:
        """Note what the articles repeat; return them with the articles that they are whole copies of."""
        proposals = self._prints.proposals(self._today)
        found = find_repeats(articles, proposals, self._known)
        numbers = {one.id: number for number, one in self._known.items()} if found else {}
        whole = []
        for number, repeats in found.items():
            kept = tuple(repeat for repeat in repeats if self._same_matter(numbers[repeat.of], number))
            if kept:
                self._repeats[kept[0].doc] = kept
            whole += [(numbers[repeat.of], number) for repeat in kept if repeat.kind != "lifted"]
        return whole

    def _same_matter(self, first: int, later: int) -> bool:
        """Tell whether two articles tell the same besides the words they share: notices and forms stand in many."""
        left, right = (Thread([self._known[number]], [(number, "")], frozenset()) for number in (first, later))
        return nearness(left, right) >= SAME_EVENT

    def _bound(self, articles: Sequence[Article]) -> list[tuple[int, int]]:
        """Return each article that a person judged, with an article of each story it is bound to."""
        pairs: list[tuple[int, int]] = []
        for one in articles:
            bonds = self._threads[one.number].bonds
            if bonds:
                mates = (number for number, thread in sorted(self._threads.items()) if thread.bonds & bonds)
                pairs.extend((number, one.number) for number in mates if number != one.number)
        return pairs

    def _join(self, pairs: Iterable[tuple[int, int]], day: int, old: dict[int, int]) -> None:
        """Join the stories of pairs of articles, however near they are, unless people said otherwise."""
        joining, apart = self._joining(day, old), _apart(self._people)
        for a, b in sorted(pairs):
            left, right = sorted((self._home[a], self._home[b]))
            if left != right and not apart(self._threads[left], self._threads[right]):
                joining(self._threads[left], self._threads[right])
                self._threads[left].absorb(self._threads.pop(right))

    def _joining(self, day: int, old: dict[int, int]) -> Callable[[Thread, Thread], None]:
        def joining(first: Thread, second: Thread) -> None:
            self._home.update((number, first.number) for number, _ in second.ids)
            if second.number in old:
                change = Change(second.story, "joined", first.story, _iso(day))
                first.changes = told_in_order((*first.changes, change))
                old[first.number] = max(old.get(first.number, 1), old[second.number])

        return joining

    def _split(self, thread: Thread, day: int) -> None:
        """Look through a story that has doubled: parts that are no longer near go on by themselves."""
        if not SMALLEST_SPLIT <= len(thread.articles) <= LARGEST_SPLIT:
            return
        parts = self._parts(thread.articles)
        if len(parts) == 1:
            return
        stays = parts.pop(min(parts))
        gone = {number for part in parts.values() for number, _ in part.ids}
        whole = thread.story
        for part in parts.values():
            part.changes = (Change(whole, "left", part.story, _iso(day)),)
        ids = [entry for entry in thread.ids if entry[0] not in gone]
        rest = Thread(stays.articles, ids, self._people.bonds(name for _, name in ids))
        rest.changes = told_in_order((*thread.changes, *(change for part in parts.values() for change in part.changes)))
        for one in (rest, *parts.values()):
            self._place(one)

    def _parts(self, articles: Sequence[Article]) -> dict[int, Thread]:
        """Return what stories the articles make by themselves; copies, and what people bound, stay together."""
        parts = {one.number: Thread([one], [(one.number, one.id)], self._people.bonds([one.id])) for one in articles}
        numbers = {one.id: one.number for one in articles}
        home = dict(zip(parts, parts, strict=True))
        for one in articles:
            mates = [numbers[r.of] for r in self._repeats.get(one.id, ()) if r.kind != "lifted" and r.of in numbers]
            mates += [number for number, part in parts.items() if part.bonds & parts[home[one.number]].bonds]
            for mate in mates:
                left, right = sorted((home[mate], home[one.number]))
                if left != right and not self._people.apart(parts[left].bonds, parts[right].bonds):
                    parts[left].absorb(parts.pop(right))
                    home.update((number, left) for number, _ in parts[left].ids)
        settle(parts, combinations(sorted(parts), 2), SAME_EVENT * SPLIT_SHARE, _apart(self._people), lambda *_: None)
        return parts

    def _place(self, thread: Thread) -> None:
        self._threads[thread.number] = thread
        self._home.update((number, thread.number) for number, _ in thread.ids)

    def _near(self, thread: Thread) -> list[int]:
        return self._index.near(thread.told, self._home.__getitem__, self._since)

    def _over(self, day: int) -> list[GroupedStory]:
        """Return the stories of which nothing was told for long, and let go of them."""
        done = [
            number
            for number, thread in sorted(self._threads.items())
            if thread.last < day - WINDOW and not self._people.waits(thread.bonds, (name for _, name in thread.ids))
        ]
        stories = [self._story(self._threads[number]) for number in done]
        for number in done:
            for place, name in self._threads.pop(number).ids:
                self._repeats.pop(name, None)
                del self._home[place]
        return stories

    def _window(self, day: int) -> Window | None:
        if day == UNDATED:
            return None
        threads = [thread for _, thread in sorted(self._threads.items())]
        since = min([day - COUNTED_DAYS, *(thread.first for thread in threads)]) - COUNTED_DAYS
        stories = tuple(
            OpenStory(
                tuple(name for _, name in thread.ids),
                tuple(number for number, _ in thread.ids),
                self._repeats_of(thread),
                thread.changes,
                _iso(thread.begun),
            )
            for thread in threads
        )
        return Window(str(_iso(since)), str(_iso(day)), self._number_at(since), stories)

    def _story(self, thread: Thread) -> GroupedStory:
        others = [self._threads[number] for number in self._near(thread) if number != thread.number]
        near = sorted((-nearness(thread, other), other.story) for other in others)
        return GroupedStory(
            id=thread.story,
            label=label_of(thread),
            documents=tuple(name for _, name in thread.ids),
            first=_iso(thread.begun),
            last=_iso(thread.last),
            actors=actors_of(thread.articles),
            related=tuple(story for value, story in near if -value >= SAME_EVENT * RELATED_SHARE)[:RELATED],
            repeats=self._repeats_of(thread),
            changes=thread.changes,
        )

    def _repeats_of(self, thread: Thread) -> tuple[Repeat, ...]:
        return tuple(repeat for _, name in thread.ids for repeat in self._repeats.get(name, ()))


def _apart(people: People) -> Callable[[Thread, Thread], bool]:
    return lambda left, right: people.apart(left.bonds, right.bonds)


def _iso(day: int) -> str | None:
    return None if day == UNDATED else date.fromordinal(max(1, day)).isoformat()


def _ordinal(day: str | None) -> int:
    return UNDATED if day is None else date.fromisoformat(day).toordinal()
