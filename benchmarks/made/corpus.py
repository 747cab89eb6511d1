"""Articles about made-up events: told in other words, copied, followed up, and single ones between them."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.made.words import Kind, country, details, kinds, lines, organisation, person, plain_words, town

OUTLETS = 80
COUNTRIES = 40
TOWNS = 400  # each in one of the countries; the same town is told of in many events
KNOWN = 600  # persons, and as many organisations, that take part in several events
A_DAY = 1000  # articles that are published a day, unless said otherwise
FIRST_DAY = date(2031, 1, 1)
FOLLOWED = 0.2  # of the events are followed by another, with the same place and people, within two weeks
ALONE = 0.3  # of the events are told once
MOST_TELLERS = 12
COPIES = 0.3  # of the tellings are copies of an earlier one
LEAST_OVERLAP = 0.7  # of the words of a copy stand in what it copies; between that and all
REWORDED = 0.7  # of every third word has a word of the outlet's own before it
BY_KNOWN = 0.3  # of the people and organisations are known from other events
LATE_DAYS = 2  # over which an event is told
OWN_WORDS = 36  # words that belong to one event
OWN_THINGS = 14  # things that only this event has to tell
TOLD = 7  # of these that a telling picks, at least
BACKGROUND = 3  # sentences of background, at most
_AN_EVENT = ALONE + (1 - ALONE) * (2 + MOST_TELLERS) / 2  # articles, in the mean


@dataclass(frozen=True, slots=True)
class Made:
    """A made-up article.

    `names`: what it may name, each with its kind (`person`, `org`, `gpe`). `day`: the day that its weekday names.
    `event`: what it tells; `follows`: the event that this one follows. `copy_of`: the id of the article that it
    copies, `overlap`: how much of the words it kept.
    """

    id: str
    outlet: str
    title: str
    published: str
    text: str
    names: tuple[tuple[str, str], ...]
    day: str
    event: str
    follows: str | None = None
    copy_of: str | None = None
    overlap: float = 0.0


@dataclass(frozen=True, slots=True)
class _Event:
    id: str
    kind: Kind
    day: date
    follows: str | None
    slots: dict[str, str]
    own: tuple[tuple[str, ...], ...]


def make_corpus(size: int, seed: int = 1, a_day: int = A_DAY) -> Iterator[Made]:
    """Yield `size` articles by day of publication; the same size, seed and articles a day always give the same."""
    world = _World(seed, a_day / _AN_EVENT)
    printed: defaultdict[date, list[Made]] = defaultdict(list)
    day, made = FIRST_DAY, 0
    while made < size:
        for event in world.events(day):
            for article in world.tellings(event):
                printed[date.fromisoformat(article.published[:10])].append(article)
        for article in printed.pop(day, ())[: size - made]:
            made += 1
            yield article
        day += timedelta(days=1)


def make_story(size: int, seed: int = 1) -> Iterator[Made]:
    """Yield `size` articles that all tell one event, some of them copies; an outlet may tell it more than once."""
    world = _World(seed, A_DAY / _AN_EVENT)
    yield from world.tellings(next(world.events(FIRST_DAY)), size)


class _World:
    """Places, people and outlets that stay, and what happens among them."""

    def __init__(self, seed: int, events_a_day: float) -> None:
        self._events_a_day = events_a_day
        self._random = Random(seed)  # noqa: S311 - no secret, and the same each time
        self._countries = [country(self._random) for _ in range(COUNTRIES)]
        self._towns = [town(self._random) for _ in range(TOWNS)]
        self._people = [person(self._random) for _ in range(KNOWN)]
        self._organisations = [organisation(self._random) for _ in range(KNOWN)]
        self._outlets = [f"The {town(self._random)} {paper}" for paper in ("Courier", "Ledger") * (OUTLETS // 2)]
        self._follow_ups: defaultdict[date, list[_Event]] = defaultdict(list)
        self._events = 0
        self._articles = 0

    def events(self, day: date) -> Iterator[_Event]:
        """Yield what happens on a day."""
        yield from self._follow_ups.pop(day, ())
        for _ in range(max(1, round(self._events_a_day * (1 - FOLLOWED)))):
            event = self._event(day, None)
            yield event
            if self._random.random() < FOLLOWED / (1 - FOLLOWED):
                later = day + timedelta(days=self._random.randint(2, 14))
                self._follow_ups[later].append(self._event(later, event))

    def tellings(self, event: _Event, tellers: int | None = None) -> Iterator[Made]:
        """Yield the articles that tell an event: as many as chance will, or as are wanted."""
        random = self._random
        if tellers is None:
            tellers = 1 if random.random() < ALONE else random.randint(2, MOST_TELLERS)
        own: list[Made] = []
        for outlet in random.sample(self._outlets * -(-tellers // OUTLETS), tellers):
            if own and random.random() < COPIES:
                yield self._copy(random.choice(own), outlet)
            else:
                own.append(self._telling(event, outlet, not own))
                yield own[-1]

    def _event(self, day: date, before: _Event | None) -> _Event:
        random = self._random
        place = random.randrange(TOWNS)
        slots = {
            "T": self._towns[place],
            "C": self._countries[place % COUNTRIES],
            "P": self._actor(self._people, person),
            "Q": self._actor(self._people, person),
            "O": self._actor(self._organisations, organisation),
            "R": self._actor(self._organisations, organisation),
        }
        slots = dict(before.slots) if before else slots
        slots["X"], slots["Y"] = details(random, 2)
        slots["N"], slots["M"] = (str(random.randint(2, 900)) for _ in range(2))
        slots["D"] = day.strftime("%A")
        self._events += 1
        kind = random.choice([kind for kind in kinds() if before is None or kind != before.kind])
        return _Event(f"e{self._events}", kind, day, before.id if before else None, slots, self._own())

    def _own(self) -> tuple[tuple[str, ...], ...]:
        """Return what only one event has to tell, each thing in its wordings."""
        words = details(self._random, OWN_WORDS)
        own = []
        for frame in self._random.sample(lines("frames.txt"), OWN_THINGS):
            for slot, word in zip("abc", self._random.sample(words, 3), strict=True):
                frame = frame.replace(f"{{{slot}}}", word)
            own.append(tuple(frame.split("|")))
        return tuple(own)

    def _actor(self, known: list[str], new: Callable[[Random], str]) -> str:
        return self._random.choice(known) if self._random.random() < BY_KNOWN else new(self._random)

    def _telling(self, event: _Event, outlet: str, first: bool) -> Made:
        random = self._random
        lead, *others = event.kind.told
        picked = random.sample(others, 2) + random.sample(event.own, random.randint(TOLD, OWN_THINGS))
        random.shuffle(picked)
        told = [self._reworded(random.choice(wordings)) for wordings in (lead, *picked)]
        background = random.sample(lines("background.txt"), random.randint(0, BACKGROUND))
        text = ".\n".join(_filled(line, event.slots) for line in [*told, *background]) + "."
        title = _filled(random.choice(lead).split(" on {D}")[0], event.slots)
        later = timedelta(days=0 if first else min(LATE_DAYS, int(random.expovariate(2.0))))
        return self._printed(event, outlet, title, f"{event.day + later}T{random.randint(6, 14):02}:00:00+00:00", text)

    def _reworded(self, line: str) -> str:
        """Return a wording as one outlet has it: words of its own between, seldom more than a few in a row alike."""
        words: list[str] = []
        for place, word in enumerate(line.split(" ")):
            if place % 3 == 2 and self._random.random() < REWORDED:
                words.append(self._random.choice(plain_words()))
            words.append(word)
        return " ".join(words)

    def _copy(self, of: Made, outlet: str) -> Made:
        random = self._random
        overlap = random.uniform(LEAST_OVERLAP, 1.0)
        words = of.text.split(" ")
        for place in random.sample(range(len(words)), round(len(words) * (1 - overlap))):
            words[place] = "" if random.random() < 1 / 3 else random.choice(plain_words())
        text = " ".join(word for word in words if word)
        title = f"{random.choice(plain_words()).title()} {of.title}"
        self._articles += 1
        return Made(
            id=f"a{self._articles}",
            outlet=outlet,
            title=title,
            published=of.published.replace(":00:00+", f":{random.randint(1, 59):02}:00+"),
            text=self._signed(text, outlet),
            names=of.names,
            day=of.day,
            event=of.event,
            follows=of.follows,
            copy_of=of.id,
            overlap=round(overlap, 3),
        )

    def _printed(self, event: _Event, outlet: str, title: str, published: str, text: str) -> Made:
        kinds_of = {"P": "person", "Q": "person", "O": "org", "R": "org", "T": "gpe", "C": "gpe"}
        names = tuple((event.slots[slot], kind) for slot, kind in kinds_of.items())
        self._articles += 1
        return Made(
            id=f"a{self._articles}",
            outlet=outlet,
            title=title,
            published=published,
            text=self._signed(text, outlet),
            names=names,
            day=event.day.isoformat(),
            event=event.id,
            follows=event.follows,
        )

    def _signed(self, text: str, outlet: str) -> str:
        notices = lines("notices.txt")
        return f"{text}\n{notices[sum(map(ord, outlet)) % len(notices)].replace('{O}', outlet)}"


def _filled(line: str, slots: dict[str, str]) -> str:
    for slot, value in slots.items():
        line = line.replace(f"{{{slot}}}", value)
    return line
