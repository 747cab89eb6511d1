"""The JSON API: the same documents as the command line prints."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, HTTPException, Query
from fastapi.responses import Response
from pydantic import BaseModel, Field

from crossread.report.contract import json_text, to_json
from crossread.store import StoryFilter
from crossread.store.fields import article_fields, hit_fields, story_fields
from crossread.web.asked import PAGE, Chosen, Kind, Limit, Offset, TheDesk, Words, changes, story_filter
from crossread.web.jobs import Job
from crossread.web.judging import Word

_COMPARISON: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A comparison, `crossread.comparison/1` (docs/output.md).",
        "content": {"application/json": {}},
    },
    404: {"description": "There is none yet: ask for it with POST."},
}


class JobAnswer(BaseModel):
    """How far a job is."""

    number: int
    what: str
    state: str = Field(description="waiting, running, done or failed")
    stage: str
    done: int
    total: int | None = Field(description="None where it is not known")
    message: str = Field(description="what went wrong")
    leads_to: str | None = Field(description="the page of what the job made")


class Saying(BaseModel):
    """What a person says of a story's comparison."""

    word: Word
    one: str = Field(description="id of a discrepancy (accept, reject), or of a point or entity (merge, split)")
    other: str | None = Field(None, description="id of the second point or entity, or of a document (split)")


routes = APIRouter(prefix="/api", tags=["crossread"])


@routes.get("/stories")
def stories(
    desk: TheDesk, wanted: Annotated[StoryFilter, Depends(story_filter)], limit: Limit = PAGE, offset: Offset = 0
) -> Response:
    """List stories, as `crossread stories --format json`."""
    return _json([story_fields(one) for one in desk.store.stories(wanted, limit=limit, offset=offset)])


@routes.get("/stories/{story}")
def story(desk: TheDesk, story: str) -> Response:
    """Return a story with its articles, without their texts."""
    entry = desk.store.story(story)
    articles = [article_fields(one) for one in entry.articles]
    return _json(story_fields(entry) | {"articles": articles, "compared": entry.compared, "fresh": desk.fresh(story)})


@routes.get("/stories/{story}/comparison", responses=_COMPARISON)
def comparison(desk: TheDesk, story: str) -> Response:
    """Return a story's comparison, as `crossread compare --story ID --format json`."""
    found = desk.store.comparison(story)
    if found is None:
        raise HTTPException(404, "this story was not compared yet: POST here to do so")
    return Response(to_json(found), media_type="application/json")


@routes.post("/stories/{story}/comparison", status_code=202, dependencies=[Depends(changes)])
def compare_story(desk: TheDesk, story: str) -> JobAnswer:
    """Compare a story, or compare it anew; the job tells how far it is."""
    desk.store.story(story)
    return job_answer(desk.compare(story))


@routes.get("/stories/{story}/judgements")
def judgements(desk: TheDesk, story: str) -> Response:
    """List what was judged of a story."""
    desk.store.story(story)
    found = desk.store.judgements(story)
    return _json(
        [
            {"a": j.a, "b": j.b, "verdict": j.verdict.value, "confidence": j.confidence, "made_by": j.made_by}
            for j in found
        ]
    )


@routes.post("/stories/{story}/judgements", status_code=202, dependencies=[Depends(changes)])
def judge(desk: TheDesk, story: str, saying: Annotated[Saying, Body()]) -> JobAnswer:
    """Keep a judgement, and compare the story anew."""
    desk.judge(story, saying.word, saying.one, saying.other)
    return job_answer(desk.compare(story))


@routes.get("/search")
def search(desk: TheDesk, q: Words, kind: Kind = "article", limit: Limit = PAGE, offset: Offset = 0) -> Response:
    """Search articles, statements or quotations, as `crossread search --format json`."""
    return _json([hit_fields(hit) for hit in desk.store.search(q, (kind,), limit=limit, offset=offset)])


@routes.get("/comparisons", responses=_COMPARISON)
def chosen(desk: TheDesk, doc: Chosen) -> Response:
    """Return the comparison of chosen articles, if it was made."""
    found = desk.selection(doc)
    if found is None:
        raise HTTPException(404, "these were not compared yet: POST here to do so")
    return Response(to_json(found), media_type="application/json")


@routes.post("/comparisons", status_code=202, dependencies=[Depends(changes)])
def compare_chosen(
    desk: TheDesk, doc: Annotated[list[str], Query(description="Ids of articles, two at least.")]
) -> JobAnswer:
    """Compare chosen articles."""
    return job_answer(desk.compare_chosen(doc))


@routes.get("/jobs/{number}")
def job(desk: TheDesk, number: int) -> JobAnswer:
    """Tell how far a job is."""
    found = desk.jobs.job(number)
    if found is None:
        raise HTTPException(404, "there is no such job")
    return job_answer(found)


def job_answer(job: Job) -> JobAnswer:
    """Return a job as JSON."""
    return JobAnswer(
        number=job.number,
        what=job.what,
        state=job.state,
        stage=job.stage,
        done=job.done,
        total=job.total,
        message=job.message,
        leads_to=job.leads_to,
    )


def _json(value: object) -> Response:
    return Response(json_text(value), media_type="application/json")
