import json
import time
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import SAMPLE

from crossread.report import to_document
from crossread.store import open_store
from crossread.web import Settings

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "comparison.schema.json").read_text("utf-8"))


def finished(client: TestClient, job: Any) -> Any:
    """Wait for a job."""
    until = time.monotonic() + 120
    while job["state"] in {"waiting", "running"} and time.monotonic() < until:
        time.sleep(0.05)
        job = client.get(f"/api/jobs/{job['number']}").json()
    return job


def sample_story(client: TestClient) -> Any:
    [story] = client.get("/api/stories", params={"actor": "Velic"}).json()
    return story


def test_stories_are_listed_and_filtered(client: TestClient) -> None:
    everything = client.get("/api/stories").json()
    assert len(everything) >= 2
    assert sample_story(client) in everything
    assert client.get("/api/stories", params={"since": "2040"}).json() == []
    assert client.get("/api/stories", params={"articles": 4}).json() == [sample_story(client)]
    assert client.get("/api/stories", params={"limit": 1, "offset": 1}).json() == everything[1:2]


def test_a_comparison_is_the_document_of_the_command_line(client: TestClient, settings: Settings) -> None:
    story = sample_story(client)["id"]
    found = client.get(f"/api/stories/{story}/comparison").json()
    jsonschema.validate(found, SCHEMA)
    with open_store(settings.store) as store:
        kept = store.comparison(story)
    assert kept is not None
    assert found == json.loads(json.dumps(to_document(kept)))
    assert client.get(f"/stories/{story}/export.json").json() == found


def test_search_returns_spans_that_quote(client: TestClient, settings: Settings) -> None:
    hits = client.get("/api/search", params={"q": "terminal"}).json()
    assert hits
    with open_store(settings.store) as store:
        for hit in hits:
            span = hit["span"]
            assert store.document(span["doc"]).text[span["start"] : span["end"]] == span["text"]


def test_chosen_articles_are_compared(client: TestClient) -> None:
    ids = [one["id"] for one in sample_story(client)["documents"]][:2]
    assert client.get("/api/comparisons", params={"doc": ids}).status_code == 404
    job = finished(client, client.post("/api/comparisons", params={"doc": ids}).json())
    assert job["state"] == "done", job
    found = client.get("/api/comparisons", params={"doc": ids}).json()
    jsonschema.validate(found, SCHEMA)
    assert [one["id"] for one in found["documents"]] == ids
    assert client.get(job["leads_to"]).status_code == 200


def test_one_article_is_too_few(client: TestClient) -> None:
    [first, *_] = sample_story(client)["documents"]
    assert client.post("/api/comparisons", params={"doc": [first["id"]]}).status_code == 400
    assert client.post("/api/comparisons", params={"doc": ["d-none", first["id"]]}).status_code == 404


def test_judgements_survive_a_rerun(client: TestClient) -> None:
    story = sample_story(client)["id"]
    before = client.get(f"/api/stories/{story}/comparison").json()
    wrong = before["discrepancies"][0]["id"]
    said = client.post(f"/api/stories/{story}/judgements", json={"word": "reject", "one": wrong})
    assert finished(client, said.json())["state"] == "done"
    after = client.get(f"/api/stories/{story}/comparison").json()
    assert wrong not in [one["id"] for one in after["discrepancies"]]
    [kept] = client.get(f"/api/stories/{story}/judgements").json()
    assert kept == {"a": wrong, "b": wrong, "verdict": "wrong", "confidence": 1.0, "made_by": "person:ana"}
    again = client.post(f"/api/stories/{story}/judgements", json={"word": "accept", "one": wrong})
    assert finished(client, again.json())["state"] == "done"
    back = client.get(f"/api/stories/{story}/comparison").json()
    assert [one["id"] for one in back["discrepancies"]] == [one["id"] for one in before["discrepancies"]]


def test_a_point_is_split_and_merged(client: TestClient) -> None:
    story = sample_story(client)["id"]
    before = client.get(f"/api/stories/{story}/comparison").json()
    point = next(one for one in before["points"] if one["status"] == "agreed" and one["independent_sources"] > 1)
    away = next(span["doc"] for span in reversed(point["evidence"]))
    ours = [s["id"] for s in before["statements"] if s["id"] in point["statements"] and s["doc"] == away]
    said = client.post(f"/api/stories/{story}/judgements", json={"word": "split", "one": point["id"], "other": away})
    assert finished(client, said.json())["state"] == "done", said.text
    after = client.get(f"/api/stories/{story}/comparison").json()
    others = set(point["statements"]) - set(ours)
    for one in after["points"]:
        assert not (set(one["statements"]) & set(ours) and set(one["statements"]) & others)


@pytest.mark.parametrize(
    "saying",
    [
        {"word": "reject", "one": "x-none"},
        {"word": "merge", "one": "p-none", "other": "p-other"},
        {"word": "merge", "one": "p-none"},
    ],
)
def test_what_cannot_be_judged_is_told(client: TestClient, saying: dict[str, str]) -> None:
    story = sample_story(client)["id"]
    answer = client.post(f"/api/stories/{story}/judgements", json=saying)
    assert answer.status_code == 400
    assert answer.json()["detail"]


def test_unknown_ids_are_not_found(client: TestClient) -> None:
    for path in ("/api/stories/s-none", "/api/stories/s-none/comparison", "/api/jobs/99", "/stories/s-none"):
        assert client.get(path).status_code == 404


def test_the_interface_is_described(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    assert set(described["paths"]) >= {
        "/api/stories",
        "/api/stories/{story}",
        "/api/stories/{story}/comparison",
        "/api/stories/{story}/judgements",
        "/api/search",
        "/api/comparisons",
        "/api/jobs/{number}",
    }
    for path in described["paths"].values():
        assert all(operation["description"] for operation in path.values())


def test_files_are_added_read_and_compared(client: TestClient, settings: Settings) -> None:
    files = [("files", (SAMPLE.name, SAMPLE.read_bytes(), "application/json"))]
    answer = client.post("/add", files=files, data={"text": "A barge sank off Tarn on Monday.", "outlet": "Tarn News"})
    assert answer.status_code == 303
    number = answer.headers["location"].rpartition("/")[2]
    job = finished(client, client.get(f"/api/jobs/{number}").json())
    assert job["state"] == "done", job
    with open_store(settings.store) as store:
        assert ("Tarn News", 1) in store.outlets()


def test_nothing_to_add_and_fetching_that_is_off_are_told(client: TestClient) -> None:
    assert client.post("/add", data={"text": " "}).status_code == 400
    answer = client.post("/add", data={"url": "http://127.0.0.1/"})
    assert answer.status_code == 400
    assert "--fetch" in answer.text


def test_each_export_is_there(client: TestClient) -> None:
    story = sample_story(client)["id"]
    for suffix in ("json", "html", "md"):
        answer = client.get(f"/stories/{story}/export.{suffix}")
        assert answer.status_code == 200
        assert "attachment" in answer.headers["content-disposition"]
    assert client.get(f"/stories/{story}/export.exe").status_code == 400
