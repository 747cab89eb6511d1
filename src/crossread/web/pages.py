"""The pages that people see."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from crossread.errors import UsageError
from crossread.records import Comparison
from crossread.report import to_html, to_json, to_markdown
from crossread.report.view.direction import direction
from crossread.report.view.marks import lines
from crossread.store import StoryEntry, StoryFilter
from crossread.web.asked import PAGE, Chosen, Kind, Offset, TheDesk, Words, changes, story_filter
from crossread.web.desk import Desk, Given, selection_address
from crossread.web.judging import Word
from crossread.web.render import page

_EXPORTS = {
    "json": (to_json, "application/json"),
    "html": (to_html, "text/html"),
    "md": (to_markdown, "text/markdown"),
}
_KINDS = (("article", "articles"), ("statement", "statements"), ("quotation", "quotations"))
_OUTLETS_OFFERED = 500
_LONGEST_PARAGRAPH = 4000  # as in the report: a browser takes minutes to lay out a million characters as one

Page = HTMLResponse


routes = APIRouter(include_in_schema=False)


@routes.get("/")
def stories(
    desk: TheDesk, request: Request, wanted: Annotated[StoryFilter, Depends(story_filter)], offset: Offset = 0
) -> Page:
    """The stories, filtered."""
    problem, total = None, 0
    found: tuple[StoryEntry, ...] = ()
    try:
        found, total = desk.store.stories(wanted, limit=PAGE, offset=offset), desk.store.count_stories(wanted)
    except UsageError as error:
        problem = str(error)
    return Page(
        page(
            "stories.html.j2",
            stories=found,
            total=total,
            problem=problem,
            filters=wanted,
            counts=desk.store.counts(),
            outlets=[name for name, _ in desk.store.outlets()[:_OUTLETS_OFFERED]],
            json_address=_address("/api/stories", request),
            before=_address("/", request, offset=max(0, offset - PAGE)) if offset else None,
            after=_address("/", request, offset=offset + PAGE) if offset + len(found) < total else None,
        ),
        400 if problem else 200,
    )


@routes.get("/search")
def search(desk: TheDesk, request: Request, q: Words = "", kind: Kind = "article", offset: Offset = 0) -> Page:
    """What a search finds, to choose from."""
    found = desk.store.search(q, (kind,), limit=PAGE, offset=offset) if q.strip() else ()
    return Page(
        page(
            "search.html.j2",
            words=q,
            kind=kind,
            kinds=_KINDS,
            hits=[{"found": hit, "direction": direction(hit.text)} for hit in found],
            json_address=_address("/api/search", request),
            before=_address("/search", request, offset=max(0, offset - PAGE)) if offset else None,
            after=_address("/search", request, offset=offset + PAGE) if len(found) == PAGE else None,
        )
    )


@routes.get("/articles/{article}")
def article(desk: TheDesk, article: str, at: int | None = None) -> Page:
    """One article; a link may lead to the character `at`."""
    document = desk.store.document(article)
    [entry] = desk.store.articles([article])
    return Page(
        page(
            "article.html.j2",
            document=document,
            entry=entry,
            direction=direction(document.text),
            ranges=list(lines(document.text, _LONGEST_PARAGRAPH)),
            runs=lambda start, end: _runs(document.text, start, end, at),
        )
    )


@routes.get("/stories/{story}")
def story(desk: TheDesk, story: str) -> Page:
    """A story's comparison, or, where there is none yet, its articles."""
    comparison, fresh = _kept(desk, story)
    if comparison is None:
        entry = desk.store.story(story)
        action = f"/stories/{story}/compare" if len(entry.articles) > 1 else None
        told = None if action else "One article only: there is nothing to compare it with."
        return Page(
            page(
                "waiting.html.j2",
                title=entry.label,
                entries=entry.articles,
                action=action,
                chosen=False,
                csrf=desk.settings.csrf,
                problem=told,
            )
        )
    judgements = tuple(desk.store.judgements(story))
    documents = tuple(coded.annotated.document.id for coded in comparison.story.documents)
    return Page(
        desk.pages.page(
            comparison,
            judgements,
            (story, documents, judgements, len(comparison.points)) if fresh else None,
            story=story,
            fresh=fresh,
            csrf=desk.settings.csrf,
            here=f"/stories/{story}",
            export=f"/stories/{story}/export",
            query="",
            again=f"/stories/{story}/compare",
        )
    )


@routes.get("/stories/{story}/export.{suffix}")
def export_story(desk: TheDesk, story: str, suffix: str) -> Response:
    """A story's comparison as a file."""
    comparison = desk.store.comparison(story)
    if comparison is None:
        raise UsageError("this story was not compared yet")
    return _export(comparison, suffix, story)


@routes.post("/stories/{story}/compare", dependencies=[Depends(changes)])
def compare_story(desk: TheDesk, story: str) -> Response:
    """Start to compare a story."""
    desk.store.story(story)
    return _to_job(desk.compare(story).number)


@routes.post("/stories/{story}/judge", dependencies=[Depends(changes)])
def judge(
    desk: TheDesk,
    story: str,
    word: Annotated[Word, Form()],
    one: Annotated[str, Form()],
    other: Annotated[str, Form()] = "",
) -> Response:
    """Keep what a person says, and compare anew."""
    desk.judge(story, word, one, other or None)
    return _to_job(desk.compare(story).number)


@routes.get("/compare")
def chosen(desk: TheDesk, doc: Chosen) -> Page:
    """The comparison of chosen articles: the permalink of a selection."""
    comparison = desk.selection(doc)
    if comparison is None:
        return Page(
            page(
                "waiting.html.j2",
                title="Compare chosen articles",
                entries=desk.store.articles(list(dict.fromkeys(doc))),
                action="/compare" if len(set(doc)) > 1 else None,
                chosen=True,
                csrf=desk.settings.csrf,
                problem=None if len(set(doc)) > 1 else "Choose two articles at least.",
            )
        )
    here = selection_address(doc)
    return Page(
        desk.pages.page(
            comparison,
            (),
            ("chosen", here, id(comparison)),
            story=None,
            fresh=True,
            csrf=desk.settings.csrf,
            here=here,
            export="/compare/export",
            query=here.removeprefix("/compare"),
            again=None,
        )
    )


@routes.get("/compare/export.{suffix}")
def export_chosen(desk: TheDesk, doc: Chosen, suffix: str) -> Response:
    """The comparison of chosen articles as a file."""
    comparison = desk.selection(doc)
    if comparison is None:
        raise UsageError("these articles were not compared yet")
    return _export(comparison, suffix, "chosen")


@routes.post("/compare", dependencies=[Depends(changes)])
def compare_chosen(desk: TheDesk, doc: Annotated[list[str], Form()]) -> Response:
    """Start to compare chosen articles."""
    return _to_job(desk.compare_chosen(doc).number)


@routes.get("/add")
def form(desk: TheDesk) -> Page:
    """The form for new articles."""
    return Page(page("add.html.j2", csrf=desk.settings.csrf, fetch=desk.settings.fetch, problem=None))


@routes.post("/add", dependencies=[Depends(changes)])
def add(
    desk: TheDesk,
    files: Annotated[list[UploadFile], File()] = [],  # noqa: B006 - FastAPI copies it
    text: Annotated[str, Form()] = "",
    url: Annotated[str, Form()] = "",
    outlet: Annotated[str, Form()] = "",
    title: Annotated[str, Form()] = "",
    published: Annotated[str, Form()] = "",
) -> Response:
    """Keep new articles, and start to read them."""
    told = (outlet or None, title or None, published or None)
    given = [Given(file.filename or "file.txt", file.file.read(), *told) for file in files]
    if text.strip():
        pasted = text.replace("\r\n", "\n").encode("utf-8", "surrogatepass")
        given.append(Given("pasted.txt", pasted, *told))
    try:
        job = desk.add(given, url.strip() or None)
    except UsageError as error:
        return Page(page("add.html.j2", csrf=desk.settings.csrf, fetch=desk.settings.fetch, problem=str(error)), 400)
    return _to_job(job.number)


@routes.get("/jobs")
def jobs(desk: TheDesk) -> Page:
    """All jobs."""
    return Page(page("jobs.html.j2", jobs=desk.jobs.all()))


@routes.get("/jobs/{number}")
def job(desk: TheDesk, number: int) -> Page:
    """How far a job is."""
    found = desk.jobs.job(number)
    if found is None:
        raise UsageError("there is no such job since the workbench was started")
    return Page(page("job.html.j2", job=found))


def _kept(desk: Desk, story: str) -> tuple[Comparison | None, bool]:
    return desk.store.comparison(story), desk.fresh(story)


def _to_job(number: int) -> Response:
    return RedirectResponse(f"/jobs/{number}", 303)


def _export(comparison: Comparison, suffix: str, name: str) -> Response:
    if suffix not in _EXPORTS:
        raise UsageError(f"there is no export .{suffix}: choose {', '.join(_EXPORTS)}")
    write, media_type = _EXPORTS[suffix]
    headers = {"content-disposition": f'attachment; filename="crossread-{name}.{suffix}"'}
    return Response(write(comparison), media_type=media_type, headers=headers)


def _address(path: str, request: Request, **changes: int) -> str:
    given = [(key, value) for key, value in request.query_params.multi_items() if value and key not in changes]
    query = urlencode([*given, *((key, str(value)) for key, value in changes.items() if value)])
    return f"{path}?{query}" if query else path


def _runs(text: str, start: int, end: int, at: int | None) -> list[tuple[int, str]]:
    """Cut a paragraph before the place that a link leads to."""
    if at is None or not start < at < end:
        return [(start, text[start:end])]
    return [(start, text[start:at]), (at, text[at:end])]
