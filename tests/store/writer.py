"""Fills a store without end, for the tests to kill: `python -m tests.store.writer LOCATION`."""

import sys
from itertools import count

from tests.store.made_up import READER, TEXT, article, coded, grouped, profile

from crossread.records import Grouping
from crossread.store import open_store


def main() -> None:
    with open_store(sys.argv[1]) as store:
        for number in count(1):
            document = article(number, text=f"{TEXT} {number}", day=number % 28 + 1)
            store.add(document)
            store.save_coded(coded(document), READER, profile(document))
            store.save_grouping(Grouping((grouped(f"s-{number}", document),), None))
            print(number, flush=True)  # noqa: T201 - what the test waits for


if __name__ == "__main__":
    main()
