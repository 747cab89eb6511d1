"""A run over a store does what is new, once, and ends alike however it was interrupted."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.engine import tasks
from tests.engine.articles import corpus
from tests.engine.contents import contents

from crossread.engine import Engine, InProcessEngine, Step, run
from crossread.pipeline import Annotator, Pipeline
from crossread.pipeline.made_of import made_of
from crossread.records import AnnotatedDocument, Document, Judgement, Verdict
from crossread.store import Store, open_store


@contextmanager
def filled(path: Path, documents: Iterable[Document]) -> Iterator[Store]:
    with open_store(path, create=True) as store:
        for document in documents:
            store.add(document)
        yield store


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the store holds after one uninterrupted run in this process."""
    with filled(tmp_path_factory.mktemp("whole") / "s.db", corpus()) as store:
        run(store, tasks.pipeline, InProcessEngine())
        return contents(store)


def test_everything_new_is_read_grouped_and_compared(tmp_path: Path) -> None:
    steps: list[Step] = []
    with filled(tmp_path / "s.db", corpus()) as store:
        summary = run(store, tasks.pipeline, InProcessEngine(), on_step=steps.append)
        assert (summary.read, summary.grouped, summary.compared, summary.failed) == (12, 12, 4, 0)
        assert all(len(store.story_documents(story)) == 3 for story in store.story_ids())
        assert all(store.comparison(story) for story in store.story_ids())
        assert store.runs()[0].counts == {"read": 12, "grouped": 12, "compared": 4, "failed": 0}
    last = {step.stage: (step.done, step.total) for step in steps}
    assert last == {"read": (12, 12), "group": (12, 12), "compare": (4, 4)}


def test_nothing_is_done_twice(tmp_path: Path) -> None:
    with filled(tmp_path / "s.db", corpus()) as store:
        run(store, tasks.pipeline, InProcessEngine())
        again = run(store, tasks.pipeline, InProcessEngine())
    assert (again.read, again.grouped, again.compared, again.failed) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("changed", "read", "grouped", "compared"),
    [("extract", 12, 0, 4), ("compare", 0, 0, 4), ("sort", 0, 12, 4)],
)
def test_what_other_rules_made_is_made_anew(
    changed: str, read: int, grouped: int, compared: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The names of the stages stay; the rules behind one of them are others."""
    kind = type(getattr(tasks.pipeline(), changed))
    with filled(tmp_path / "s.db", corpus()) as store:
        run(store, tasks.pipeline, InProcessEngine())
        before = contents(store)
        monkeypatch.setattr(
            "crossread.pipeline.pipeline.made_of", lambda stage: "new" if isinstance(stage, kind) else made_of(stage)
        )
        again = run(store, tasks.pipeline, InProcessEngine())
        assert (again.read, again.grouped, again.compared) == (read, grouped, compared)
        assert contents(store) == before
        then = run(store, tasks.pipeline, InProcessEngine())
        assert (then.read, then.grouped, then.compared) == (0, 0, 0)


def test_an_empty_store_is_done_at_once(tmp_path: Path) -> None:
    with filled(tmp_path / "s.db", []) as store:
        assert run(store, tasks.pipeline, InProcessEngine()).read == 0


def test_every_engine_ends_with_the_same_store(engine: Engine, whole: str, tmp_path: Path) -> None:
    with filled(tmp_path / "s.db", corpus()) as store:
        run(store, tasks.pipeline, engine)
        assert contents(store) == whole


def test_portions_and_order_change_nothing(whole: str, tmp_path: Path) -> None:
    documents = corpus()
    with filled(tmp_path / "s.db", []) as store:
        for portion in (documents[7:], documents[:2], documents[2:7]):
            for document in reversed(portion):
                store.add(document)
            run(store, tasks.pipeline, InProcessEngine())
        assert contents(store) == whole


def test_only_stories_that_changed_are_compared_again(tmp_path: Path) -> None:
    late = corpus(outlets=4)
    early = {document.id for document in corpus(outlets=3)}
    (new,) = [document for document in late if document.id not in early and "Norby" in document.text]
    with filled(tmp_path / "s.db", corpus(outlets=3)) as store:
        run(store, tasks.pipeline, InProcessEngine())
        store.add(new)
        summary = run(store, tasks.pipeline, InProcessEngine())
        assert (summary.read, summary.compared) == (1, 1)


def test_a_person_who_says_that_an_article_tells_something_else_is_heeded(tmp_path: Path) -> None:
    with filled(tmp_path / "s.db", corpus()) as store:
        run(store, tasks.pipeline, InProcessEngine())
        story = next(store.story_ids())
        first, second, _ = store.story_documents(story)
        store.judge(Judgement(first, second, Verdict.DIFFERENT, 1.0, "person:ada"))
        run(store, tasks.pipeline, InProcessEngine())
        entries = store.articles([first, second])
        assert entries[0].story != entries[1].story
        assert run(store, tasks.pipeline, InProcessEngine()).grouped == 0


def test_a_limit_leaves_the_rest_for_the_next_run(whole: str, tmp_path: Path) -> None:
    with filled(tmp_path / "s.db", corpus()) as store:
        assert run(store, tasks.pipeline, InProcessEngine(), limit=5).read == 5
        assert run(store, tasks.pipeline, InProcessEngine()).read == 7
        assert contents(store) == whole


MET = {"Outlet 1"}  # by the fault


@dataclass(frozen=True)
class Faulty:
    """An annotator with a fault that one outlet's articles meet."""

    inner: Annotator
    name: str

    def annotate(self, document: Document) -> AnnotatedDocument:
        if document.outlet in MET:
            raise ZeroDivisionError("planted")
        return self.inner.annotate(document)


def faulty() -> Pipeline:
    whole = tasks.pipeline()
    return replace(whole, annotate=Faulty(whole.annotate, whole.annotate.name))


def test_what_failed_is_kept_and_tried_again_only_when_asked(
    whole: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filled(tmp_path / "s.db", corpus()) as store:
        assert run(store, faulty, InProcessEngine()).failed == 4
        assert {failure.stage for failure in store.failures()} == {"annotate"}
        monkeypatch.setitem(globals(), "MET", set())
        assert run(store, faulty, InProcessEngine()).read == 0
        assert run(store, faulty, InProcessEngine(), retry=True).read == 4
        assert contents(store) == whole


KILLED_AT = (1, 3, 4, 1, 2, 1)  # steps of each run in turn: articles, then days, then stories

_KILLER = """
import os, signal, sys
from crossread.engine import InProcessEngine, run
from crossread.store import open_store
from tests.engine import tasks
from tests.engine.articles import corpus

list(InProcessEngine().map(tasks.rules, corpus()[:1]))  # so that not every child has to load the word lists

def killed_at(left):
    def tell(step):
        nonlocal left
        left -= bool(step.done)
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
    return tell

for moment in sys.argv[2:]:
    child = os.fork()
    if not child:
        with open_store(sys.argv[1]) as store:
            run(store, tasks.pipeline, InProcessEngine(), on_step=killed_at(int(moment)))
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


@pytest.mark.parametrize("known", [0, 6], ids=["new", "grouped in part before"])
def test_killed_at_any_step_and_run_again_the_store_is_the_same(whole: str, known: int, tmp_path: Path) -> None:
    documents, path = corpus(), tmp_path / "s.db"
    with filled(path, documents[len(documents) - known :]) as store:
        run(store, tasks.pipeline, InProcessEngine())
        for document in documents:
            store.add(document)
    killer = [sys.executable, "-c", _KILLER, str(path), *map(str, KILLED_AT)]
    ended = subprocess.run(killer, check=True, capture_output=True, text=True).stdout.split()
    assert ended.count("-9") >= len(KILLED_AT) // 2
    with open_store(path) as store:
        run(store, tasks.pipeline, InProcessEngine())
        assert contents(store) == whole
