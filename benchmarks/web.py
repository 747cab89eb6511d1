"""How fast the workbench answers: a story's page, and a search over many articles.

    python benchmarks/web.py [--articles 100000] [--rounds 20]

The store holds the sample story (`examples/vessin`), read and compared, and made-up articles (seeded) that are only
added. Times are medians of requests to the application in this process, in milliseconds; they are worth something as
compared with other times of one run. `first` is a story's page before it was kept.
"""

import argparse
import random
import time
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from fastapi.testclient import TestClient

from crossread.engine import InProcessEngine, run
from crossread.pipeline import default_pipeline
from crossread.read import read_sources
from crossread.records import Document
from crossread.store import Store, open_store
from crossread.web import Settings, create_app

SAMPLE = Path(__file__).parents[1] / "examples" / "vessin" / "articles.jsonl"
WORDS_AN_ARTICLE = 120
VOCABULARY = 20_000  # made-up words, the n-th drawn about 1/n as often as the first, as words of a language are
ASKED = ("w17", "w300 w41", '"w2 w3"', "w4000", "w1 w2")


def made_up(articles: int, seed: int = 1) -> list[Document]:
    """Return articles of made-up words."""
    rng = random.Random(seed)  # noqa: S311 - made-up text, no secret
    names = [f"w{number}" for number in range(1, VOCABULARY + 1)]
    weights = [1 / number for number in range(1, VOCABULARY + 1)]
    documents = []
    for number in range(articles):
        text = " ".join(rng.choices(names, weights, k=WORDS_AN_ARTICLE))
        documents.append(
            Document(f"m{number}", text, f"Outlet {number % 300}", None, None, f"2031-{1 + number % 12:02d}-11")
        )
    return documents


def fill(store: Store, articles: int) -> str:
    """Fill the store; return the id of the sample story."""
    for document in read_sources([SAMPLE]).documents:
        store.add(document)
    run(store, partial(default_pipeline, "rules"), InProcessEngine())
    story = store.stories()[0].id
    for document in made_up(articles):
        store.add(document)
    return story


def timed(client: TestClient, path: str, rounds: int) -> float:
    """Return the median time of an answer, in milliseconds."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        answer = client.get(path)
        times.append(1000 * (time.perf_counter() - began))
        answer.raise_for_status()
    return median(times)


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=20)
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        settings = Settings(store=str(Path(folder) / "news.db"), host="localhost", port=80)
        store = open_store(settings.store, create=True)
        began = time.perf_counter()
        story = fill(store, asked.articles)
        print(f"{asked.articles} articles added in {time.perf_counter() - began:.0f} s")
        bearer = {"authorization": f"Bearer {settings.token}"}
        with TestClient(create_app(store, settings), base_url="http://localhost", headers=bearer) as client:
            print(f"story page, first   {timed(client, f'/stories/{story}', 1):7.1f} ms")
            print(f"story page, median  {timed(client, f'/stories/{story}', asked.rounds):7.1f} ms")
            print(f"list of stories     {timed(client, '/', asked.rounds):7.1f} ms")
            searches = [timed(client, f"/search?q={words}", max(1, asked.rounds // len(ASKED))) for words in ASKED]
            for words, found in zip(ASKED, searches, strict=True):
                print(f"search {words!r:12} {found:7.1f} ms")
            print(f"search, median      {median(searches):7.1f} ms")


if __name__ == "__main__":
    main()
