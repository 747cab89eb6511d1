"""One store, one server, one set of pages a session; what changes a store gets a copy of it."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
import uvicorn
from fastapi.testclient import TestClient

from crossread.engine import InProcessEngine, run
from crossread.pipeline import default_pipeline
from crossread.read import read_sources
from crossread.records import Document
from crossread.store import open_store
from crossread.web import Settings, create_app

SAMPLE = Path(__file__).parents[2] / "examples" / "vessin" / "articles.jsonl"
BAD = "<script>window.hurt=1</script><img src=x onerror='window.hurt=1'> </p></article>{{ 7*7 }}"
HIDDEN = "🚢👩‍🚀 nul \x00 turned \u202etxet\u202c end."
LONG = "x" * 1_000_000
HOSTILE = (
    Document(
        "h1", f"{BAD} The mill at Tarn burned down on Monday.\n\n{HIDDEN}", BAD, BAD, BAD, "2031-04-08", BAD, "<b>"
    ),
    Document("h2", f"The mill at Tarn burned down on Tuesday. {BAD}\n\n{LONG}", BAD + "2", BAD, None, "2031-04-09"),
    Document("h3", "🚢 اصطدمت عبّارة برصيف ميناء مارين يوم الثلاثاء.", "مرآة الساحل", "عبّارة", None, "2031-05-09"),
)


@pytest.fixture(scope="session")
def made_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample story and of hostile articles, read and compared."""
    path = tmp_path_factory.mktemp("store") / "news.db"
    with open_store(path, create=True) as store:
        for document in (*read_sources([SAMPLE]).documents, *HOSTILE):
            store.add(document)
        run(store, partial(default_pipeline, "rules"), InProcessEngine())
    return path


@pytest.fixture
def store_path(made_store: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copy(made_store, tmp_path / "news.db"))


@pytest.fixture
def settings(store_path: Path) -> Settings:
    return Settings(store=str(store_path), host="localhost", port=80, person="ana")


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    """A program that has the launch token."""
    app = create_app(open_store(settings.store), settings)
    bearer = {"authorization": f"Bearer {settings.token}"}
    with TestClient(app, base_url="http://localhost", headers=bearer, follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="session")
def address(made_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A workbench that listens; its address carries the token."""
    path = Path(shutil.copy(made_store, tmp_path_factory.mktemp("served") / "news.db"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    settings = Settings(store=str(path), port=port, person="ana")
    server = uvicorn.Server(
        uvicorn.Config(create_app(open_store(path), settings), host="127.0.0.1", port=port, log_level="error")
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield settings.address
    server.should_exit = True
    thread.join()
