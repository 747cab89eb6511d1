import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.report.made_up_story import DOCUMENTS, H, comparison_of, made_up_comparison

from crossread.records import Document, Generator
from crossread.report import to_document, to_json

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "comparison.schema.json").read_text("utf-8"))


def spans_in(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if value.keys() == {"doc", "start", "end", "text"}:
            yield value
        for inner in value.values():
            yield from spans_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans_in(inner)


def test_the_document_holds_to_the_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(to_json(made_up_comparison())), SCHEMA)


@pytest.mark.parametrize(("part", "field"), [("points", "absent_from"), ("quotes", "direct"), ("documents", "copy_of")])
def test_the_schema_misses_a_dropped_field(part: str, field: str) -> None:
    document = to_document(made_up_comparison())
    del document[part][0][field]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, SCHEMA)


def test_every_span_quotes_its_document() -> None:
    document = json.loads(to_json(made_up_comparison()))
    texts = {entry["id"]: entry["text"] for entry in document["documents"]}
    spans = list(spans_in(document))
    assert len(spans) > 50
    for span in spans:
        assert texts[span["doc"]][span["start"] : span["end"]] == span["text"]


def test_documents_stand_as_given_with_their_copies() -> None:
    documents = to_document(made_up_comparison())["documents"]
    assert [entry["source"] for entry in documents] == [given.source for given in DOCUMENTS]
    assert [entry["copy_of"] for entry in documents] == [None, None, None, H.id, None]
    assert all(entry["revision_of"] is None for entry in documents)


def test_the_story_spans_the_dates_that_are_known() -> None:
    story = to_document(made_up_comparison())["story"]
    assert story["first_published"] == "2031-04-08T10:30:00+00:00"
    assert story["last_published"] == "2031-04-09"


def test_without_dates_the_story_has_none() -> None:
    story = to_document(comparison_of((Document("u", "No date here.", "u"),)))["story"]
    assert story["first_published"] is None
    assert story["last_published"] is None


def test_letters_stand_as_themselves_and_the_text_ends_in_a_newline() -> None:
    text = to_json(made_up_comparison())
    assert "عبّارة" in text
    assert "👩‍🚀" in text
    assert text.endswith("}\n")


def test_half_a_surrogate_pair_survives_the_way_through_a_file(tmp_path: Path) -> None:
    broken = Document("s", "before \udc80 after \ud83d.", "S\udcff")
    path = tmp_path / "comparison.json"
    path.write_text(to_json(comparison_of((broken,))), "utf-8")
    [entry] = json.loads(path.read_text("utf-8"))["documents"]
    assert entry["text"] == broken.text
    assert entry["outlet"] == broken.outlet


def test_a_number_too_large_for_json_is_left_out_and_the_rest_written() -> None:
    comparison = made_up_comparison()
    endless = replace(comparison.quantities[0], value=float("inf"))
    event = replace(comparison.events[0], number=float("inf"))
    grown = replace(comparison, quantities=(endless, *comparison.quantities[1:]), events=(event,))
    document = json.loads(to_json(grown))
    jsonschema.validate(document, SCHEMA)
    assert len(document["quantities"]) == len(comparison.quantities) - 1
    assert document["events"][0]["number"] is None


def test_the_order_of_models_does_not_show() -> None:
    comparison = made_up_comparison()
    one = replace(comparison, generator=Generator("crossread", "1", "p", {"a": "1", "b": "2"}))
    other = replace(comparison, generator=Generator("crossread", "1", "p", {"b": "2", "a": "1"}))
    assert to_json(one) == to_json(other)
