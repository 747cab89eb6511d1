"""Articles become stories, a day at a time, in the order of publication.

What a day makes of the stories depends only on the days before it, so that articles that come later are grouped as if
all had come at once: the stream is taken up at the beginning of the first day that has something new.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from crossread.group.closeness import usual_closeness
from crossread.group.live import UNDATED, Article
from crossread.group.parting import apart, parts
from crossread.group.people import People
from crossread.group.recent import COUNTED_DAYS, Recent
from crossread.group.repeats import find_repeats
from crossread.group.settling import settle
from crossread.group.standing import grouped_story, iso, open_story, ordinal
from crossread.group.thread import SAME_EVENT, WINDOW, Thread, least_nearness, nearness, told_in_order
from crossread.records import Change, GroupedStory, OpenStory, Profile, Repeat, Window

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
        self._apart = partial(apart, people)
        self._recent = Recent(number)
        self._threads: dict[int, Thread] = {}
        self._home: dict[int, int] = {}
        self._repeats: dict[str, tuple[Repeat, ...]] = {}
        self._standing: dict[int, OpenStory] = {}  # of the stories that have not changed since

    def resume(self, window: Window, days: Iterable[tuple[int, Sequence[Profile]]]) -> None:
        """Take up the stream where a window says, from the days before; see `Window`."""
        places = {name: place for place, story in enumerate(window.stories) for name in story.documents}
        copies = {repeat.doc for story in window.stories for repeat in story.repeats if repeat.kind != "lifted"}
        articles: list[list[Article]] = [[] for _ in window.stories]
        for day, profiles in days:
            self._recent.begin(day)
            arrived = self._recent.arrive(day, profiles, places.__contains__)
            self._recent.sharing_words(arrived)
            for one in arrived:
                articles[places[one.id]].append(replace(one, copy=True) if one.id in copies else one)
        for story, live in zip(window.stories, articles, strict=True):
            thread = Thread(live, zip(story.numbers, story.documents, strict=True), self._people.bonds(story.documents))
            thread.changes, thread.begun = story.changes, ordinal(story.first)
            self._place(thread)
            for repeat in story.repeats:
                self._repeats[repeat.doc] = (*self._repeats.get(repeat.doc, ()), repeat)

    def day(self, day: int, profiles: Sequence[Profile]) -> tuple[list[GroupedStory], Window | None]:
        """Place a day's articles; return the stories that were over before it, and the window at its beginning."""
        self._recent.begin(day)
        over = [] if day == UNDATED else self._over(day)
        window = self._window(day)
        self._tell_apart(day, self._recent.arrive(day, profiles, lambda _: True))
        return over, window

    def open_stories(self) -> list[GroupedStory]:
        """Return the stories that may still grow."""
        return [self._story(thread) for _, thread in sorted(self._threads.items())]

    def _tell_apart(self, day: int, articles: Sequence[Article]) -> None:
        old = {number: len(thread.ids) for number, thread in self._threads.items()}
        usual = self._usual(day)
        repeated = self._find_repeats(articles)
        copies = {number for _, number in repeated}
        for one in articles:
            own = replace(one, copy=True) if one.number in copies else one
            self._place(Thread([own], [(one.number, one.id)], self._people.bonds([one.id])))
        self._join(self._bound(articles), day, old)
        self._join(repeated, day, old)
        fresh = {self._home[one.number] for one in articles}
        pairs = [(a, b) for a in sorted(fresh) for b in self._near(self._threads[a]) if a != b]
        settle(self._threads, pairs, partial(least_nearness, usual=usual), self._apart, self._joining(day, old))
        for number in sorted({self._home[one.number] for one in articles}):
            thread = self._threads[number]
            if len(thread.ids).bit_length() > old.get(number, 1).bit_length():
                self._split(thread, day, usual)

    def _usual(self, day: int) -> float | None:
        """Return how close the tellings of the stories of late are to each other, at least, as a rule."""
        since = day - COUNTED_DAYS
        late = (thread.closeness for thread in self._threads.values() if thread.last >= since)
        return usual_closeness([closeness for closeness in late if closeness is not None])

    def _find_repeats(self, articles: Sequence[Article]) -> list[tuple[int, int]]:
        """Note what the articles repeat; return them with the articles that they are whole copies of."""
        proposals = self._recent.sharing_words(articles)
        whole = []
        for article, found in find_repeats(articles, proposals, self._recent.articles, _same_matter):
            self._repeats[article.id] = tuple(repeat for _, repeat in found)
            whole += [(number, article.number) for number, repeat in found if repeat.kind != "lifted"]
        return whole

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
        joining = self._joining(day, old)
        for a, b in sorted(pairs):
            left, right = sorted((self._home[a], self._home[b]))
            if left != right and not self._apart(self._threads[left], self._threads[right]):
                joining(self._threads[left], self._threads[right])
                self._threads[left].absorb(self._threads.pop(right))

    def _joining(self, day: int, old: dict[int, int]) -> Callable[[Thread, Thread], None]:
        def joining(first: Thread, second: Thread) -> None:
            for one in (first, second):
                self._standing.pop(one.number, None)
            self._home.update((number, first.number) for number, _ in second.ids)
            if second.number in old:
                change = Change(second.story, "joined", first.story, iso(day))
                first.changes = told_in_order((*first.changes, change))
                old[first.number] = max(old.get(first.number, 1), old[second.number])

        return joining

    def _split(self, thread: Thread, day: int, usual: float | None) -> None:
        """Look through a story that has doubled: parts that are no longer near go on by themselves."""
        if not SMALLEST_SPLIT <= len(thread.articles) <= LARGEST_SPLIT:
            return
        found = parts(thread.articles, self._repeats, self._people, usual)
        if len(found) == 1:
            return
        stays = found.pop(min(found))
        gone = {number for part in found.values() for number, _ in part.ids}
        whole = thread.story
        for part in found.values():
            part.changes = (Change(whole, "left", part.story, iso(day)),)
        ids = [entry for entry in thread.ids if entry[0] not in gone]
        rest = Thread(stays.articles, ids, self._people.bonds(name for _, name in ids))
        rest.begun = thread.begun
        rest.changes = told_in_order((*thread.changes, *(change for part in found.values() for change in part.changes)))
        for one in (rest, *found.values()):
            self._place(one)

    def _place(self, thread: Thread) -> None:
        self._threads[thread.number] = thread
        self._standing.pop(thread.number, None)
        self._home.update((number, thread.number) for number, _ in thread.ids)

    def _near(self, thread: Thread) -> list[int]:
        return self._recent.near(thread.told, self._home.__getitem__)

    def _over(self, day: int) -> list[GroupedStory]:
        """Return the stories of which nothing was told for long, and let go of them."""
        done = [
            number
            for number, thread in sorted(self._threads.items())
            if thread.last < day - WINDOW and not self._people.waits(thread.bonds, (name for _, name in thread.ids))
        ]
        stories = [self._story(self._threads[number]) for number in done]
        for number in done:
            self._standing.pop(number, None)
            for place, name in self._threads.pop(number).ids:
                self._repeats.pop(name, None)
                del self._home[place]
        return stories

    def _window(self, day: int) -> Window | None:
        if day == UNDATED:
            return None
        threads = [thread for _, thread in sorted(self._threads.items())]
        since = min([day - COUNTED_DAYS, *(thread.first for thread in threads)]) - COUNTED_DAYS
        for thread in threads:
            if thread.number not in self._standing:
                self._standing[thread.number] = open_story(thread, self._repeats_of(thread))
        stories = tuple(self._standing[thread.number] for thread in threads)
        return Window(str(iso(since)), str(iso(day)), self._recent.number_at(since), stories)

    def _story(self, thread: Thread) -> GroupedStory:
        others = [self._threads[number] for number in self._near(thread) if number != thread.number]
        return grouped_story(thread, self._repeats_of(thread), others)

    def _repeats_of(self, thread: Thread) -> tuple[Repeat, ...]:
        return tuple(repeat for _, name in thread.ids for repeat in self._repeats.get(name, ()))


def _same_matter(left: Article, right: Article) -> bool:
    first, second = (Thread([one], [(one.number, one.id)], frozenset()) for one in (left, right))
    return nearness(first, second) >= SAME_EVENT
