"""The store's speed and size: adding, saving what articles tell, searching, listing, at growing numbers of articles.

    python benchmarks/store.py --articles 10000 100000

Articles are made of syllables, their words as frequent as in a language (Zipf), 600 words each; what they tell has the
size of what the stages find: 600 words with their trees, 60 mentions, 30 statements, 15 events, 8 quotations. With
``--told-every 10`` only each tenth article is taken apart. Everything is seeded. ``--store postgresql://…`` measures
that database, which must be empty. ``--clock cpu`` counts this process's time on a core, for
SQLite on a busy machine.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from sqlalchemy import text

from crossread.records import (
    AnnotatedDocument,
    CodedDocument,
    Document,
    Event,
    GroupedStory,
    Grouping,
    Mention,
    Party,
    Quote,
    Span,
    Speaker,
    Statement,
    Words,
    content_id,
)
from crossread.store import HitKind, Store, StoryFilter, open_store

Clock = Callable[[], float]
WORDS_AN_ARTICLE = 600
VOCABULARY = 60_000
MENTIONS, STATEMENTS, EVENTS, QUOTES = 60, 30, 15, 8
ARTICLES_A_STORY = 5
ARTICLES_A_DAY = 700
QUERIES = 60
MADE_BY = "benchmark/1 > benchmark/1"
SYLLABLES = [
    first + vowel + last for first in "bdfgklmnprstvz" for vowel in "aeiou" for last in ("", "n", "r", "l", "s")
]
CLOCKS: dict[str, Clock] = {"wall": time.perf_counter, "cpu": time.process_time}
KINDS: tuple[HitKind, ...] = ("article", "statement", "quotation")


class Language:
    """Made-up words, each as frequent as its rank in a language has it."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - made-up words, no secrets
        made: dict[str, None] = {}
        while len(made) < VOCABULARY:
            made["".join(self.random.choices(SYLLABLES, k=self.random.randint(1, 4)))] = None
        self.words = list(made)
        self.weights = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))

    def text(self, words: int) -> str:
        """Return a text of so many words, in sentences of twenty."""
        drawn = self.random.choices(self.words, cum_weights=self.weights, k=words)
        sentences = [drawn[at : at + 20] for at in range(0, words, 20)]
        return " ".join(" ".join(sentence).capitalize() + "." for sentence in sentences)

    def query(self) -> str:
        """Return one to three words, rare and frequent ones alike."""
        return " ".join(self.words[int(10 ** self.random.uniform(0, 4))] for _ in range(self.random.randint(1, 3)))


def article(language: Language, number: int) -> Document:
    """Return an article; 700 come out a day, of 40 outlets."""
    day = 1 + number // ARTICLES_A_DAY % 28
    month = 1 + number // (ARTICLES_A_DAY * 28) % 12
    published = f"2031-{month:02}-{day:02}"
    return Document(
        f"article-{number}",
        language.text(WORDS_AN_ARTICLE),
        f"Outlet {number % 40}",
        language.text(8),
        published=published,
    )


def coded(document: Document) -> CodedDocument:
    """Return what an article tells, as much as the stages find in one of its length."""
    starts = [0, *(place + 1 for place, letter in enumerate(document.text) if letter == " ")]
    ends = [*(start - 1 for start in starts[1:]), len(document.text)]
    count = len(starts)

    def span(first: int, words: int) -> Span:
        return document.span(starts[first % count], ends[min(first % count + words - 1, count - 1)])

    words = Words(
        tuple(starts),
        tuple(ends),
        tuple(place // 20 for place in range(count)),
        tuple(document.text[start:end].lower() for start, end in zip(starts, ends, strict=True)),
        tuple(("NOUN", "VERB", "ADP", "DET")[place % 4] for place in range(count)),
        tuple(("Number=Sing", "Mood=Ind|Tense=Past", "", "Definite=Def")[place % 4] for place in range(count)),
        tuple(place // 20 * 20 + place * 7 % 20 for place in range(count)),
        tuple(("nsubj", "root", "case", "det")[place % 4] for place in range(count)),
    )
    mentions = tuple(Mention(span(place * 10, 2), ("person", "gpe", "org")[place % 3]) for place in range(MENTIONS))
    sentences = tuple((starts[at], ends[min(at + 19, count - 1)]) for at in range(0, count, 20))
    annotated = AnnotatedDocument(document, sentences, words, mentions, (), (), (), "benchmark/1")
    who = Party(mentions[0].span.text, mentions[0].span)
    speaker = Speaker(who.name, who.span, chain=(document.outlet, who.name))
    return CodedDocument(
        annotated,
        tuple(
            Quote(content_id("q", document.id, n), span(n * 70, 18), "direct", "said", speaker) for n in range(QUOTES)
        ),
        tuple(
            Statement(
                content_id("st", document.id, n), document.id, who.name, "say", span(n * 20, 2).text,
                span(n * 20, 2).text, speaker, "positive", "certain", 0.8, "benchmark/1", (span(n * 20, 20),),
            )
            for n in range(STATEMENTS)
        ),
        tuple(
            Event(
                content_id("e", document.id, n), "ACCUSE", None, (who,), (who,), document.published, None, None,
                "positive", "happened", speaker, (span(n * 40, 10),),
            )
            for n in range(EVENTS)
        ),
        (),
    )  # fmt: skip


def timed(clock: Clock, what: Callable[..., object], *arguments: object) -> float:
    """Return how many milliseconds a call takes."""
    began = clock()
    what(*arguments)
    return (clock() - began) * 1000


def told(milliseconds: Sequence[float]) -> str:
    """Return the median and the slowest of twenty."""
    ordered = sorted(milliseconds)
    return f"median {statistics.median(ordered):6.1f} ms, 95 % within {ordered[int(len(ordered) * 0.95)]:6.1f} ms"


def size(store: Store) -> int:
    """Return the bytes that the store takes."""
    database = store._database  # type: ignore[attr-defined]
    with database.writing() as connection:
        if not database.is_sqlite:
            return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())
    with database.engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return Path(store.location).stat().st_size


def fill(store: Store, language: Language, numbers: range, told_every: int, clock: Clock) -> None:
    """Add articles, save what they tell, and group them by five; print the rates."""
    adding = saving = 0.0
    done = 0
    ids: list[tuple[str, str | None]] = []
    for number in numbers:
        document = article(language, number)
        adding += timed(clock, store.add, document)
        ids.append((document.id, document.published))
        if number % told_every == 0:
            saving += timed(clock, store.save_coded, coded(document), MADE_BY)
            done += 1
    began = clock()
    for stories in portions(list(grouped(ids)), 200):
        store.save_grouping(Grouping(tuple(stories), None))
    grouping = clock() - began
    print(f"  add                  {len(ids) / adding * 1000:8.0f} articles a second")
    print(f"  save what they tell  {done / saving * 1000:8.0f} articles a second")
    print(f"  save stories         {len(ids) / ARTICLES_A_STORY / grouping:8.0f} stories a second")


def grouped(ids: Sequence[tuple[str, str | None]]) -> Iterator[GroupedStory]:
    """Yield stories of five articles that follow each other."""
    for at in range(0, len(ids), ARTICLES_A_STORY):
        members = ids[at : at + ARTICLES_A_STORY]
        story = content_id("s", members[0][0])
        yield GroupedStory(
            story, f"Story {story}", tuple(key for key, _ in members), members[0][1], members[-1][1], (), (), ()
        )


def portions(stories: list[GroupedStory], most: int) -> Iterator[list[GroupedStory]]:
    """Yield the stories in portions."""
    return (stories[at : at + most] for at in range(0, len(stories), most))


def ask(store: Store, language: Language, clock: Clock) -> None:
    """Print how long questions take."""
    queries = [language.query() for _ in range(QUERIES)]
    for kind in KINDS:
        print(f"  search {kind + 's':13}", told([timed(clock, store.search, query, (kind,)) for query in queries]))
    frequent = language.words[:20]
    print("  search a frequent word", told([timed(clock, store.search, word) for word in frequent]))
    print("  list 50 stories      ", told([timed(clock, store.stories) for _ in range(20)]))
    filters = [StoryFilter(since="2031-01-03", until="2031-01-09", text=query) for query in queries[:20]]
    print("  list by day and text ", told([timed(clock, store.stories, wanted) for wanted in filters]))
    story = store.stories(limit=1)[0]
    print("  show one story       ", told([timed(clock, store.story, story.id) for _ in range(20)]))
    print("  count everything     ", told([timed(clock, store.counts) for _ in range(5)]))


def main() -> None:
    """Fill a store step by step, and ask at each."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000])
    parser.add_argument("--told-every", type=int, default=1)
    parser.add_argument("--store", help="an empty PostgreSQL database (default: a temporary SQLite file)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--clock", choices=CLOCKS, default="wall")
    given = parser.parse_args()
    clock = CLOCKS[given.clock]
    language = Language(given.seed)
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(given.store or Path(folder, "news.db"), create=True) as store,
    ):
        before = 0
        for number in sorted(given.articles):
            print(f"{number} articles, one in {given.told_every} taken apart, {given.clock} time", flush=True)
            fill(store, language, range(before, number), given.told_every, clock)
            before = number
            print(f"  size                 {size(store) / number:8.0f} bytes an article")
            ask(store, language, clock)


if __name__ == "__main__":
    main()
