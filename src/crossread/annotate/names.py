"""Names: known ones, and runs of capitalised words, with their titles split off.

A name's span leaves out titles and the possessive. The title of a mention is everything that stands directly before the
span and describes the person ("Mr", "House Speaker", "former Massachusetts Gov."), as written and without article, so
that `text[span.start - len(title) - 1 : span.end]` is the name as the article gives it.
"""

import re
from collections.abc import Iterator

from crossread.annotate.gazetteer import given_names, kind_of, name_heads, titles, us_state_forms, us_state_names
from crossread.annotate.kinds import Run, decide_kinds
from crossread.annotate.runs import find_runs
from crossread.annotate.titles import is_surname, split_title, title_start
from crossread.annotate.tokens import Tokens
from crossread.records import Document, Mention

_PARTY_STATE = re.compile(r"(?<![\w-])[DRI]-(?P<state>(?:[A-Z]\.){2}|W\.Va\.|[A-Z][a-z]+\b\.?|[A-Z]{2}\b)")


def find_names(document: Document, tokens: Tokens) -> list[Mention]:
    """Return the mentions by name in text order; they do not overlap."""
    sentence_at = _sentence_starts(tokens)
    described = [(run, title_start(tokens, at, run[0], sentence_at[run[0]])) for run, at in _name_runs(tokens)]
    kinds = decide_kinds(tokens, [(run, at < run[0]) for run, at in described])
    mentions = []
    for run, title_at in described:
        kind = kinds[" ".join(tokens.texts[run[0] : run[1]])]
        title = _title(document, tokens, title_at, run[0]) if kind == "person" else None
        span = document.span(tokens.words.start[run[0]], tokens.words.end[run[1] - 1])
        mentions.append(Mention(span, kind, "name", title))
    found = {mention.span.start for mention in mentions}
    states = [mention for mention in _party_states(document) if mention.span.start not in found]
    return sorted([*mentions, *states], key=lambda mention: mention.span)


def _party_states(document: Document) -> Iterator[Mention]:
    """Yield the states in "D-Mich.", "R-Tex."."""
    for match in _PARTY_STATE.finditer(document.text):
        if match["state"].rstrip(".") in us_state_forms():
            yield Mention(document.span(match.start("state"), match.end("state")), "gpe", "name")


def _sentence_starts(tokens: Tokens) -> list[int]:
    starts: list[int] = []
    for begin, stop in tokens.ranges:
        starts.extend([begin] * (stop - begin))
    return starts


def _title(document: Document, tokens: Tokens, begin: int, end: int) -> str | None:
    if begin == end:
        return None
    return document.text[tokens.words.start[begin] : tokens.words.end[end - 1]]


def _name_runs(tokens: Tokens) -> Iterator[tuple[Run, int]]:
    """Yield each name with the index where its title of the table starts, the name's own start without one."""
    runs = list(find_runs(tokens))
    surnames = {tokens.texts[end - 1] for begin, end in runs if _ends_in_surname(tokens, begin, end)}
    for begin, end in runs:
        before = tokens.texts[begin - 1].lower() if begin else ""
        if end - begin == 1 and tokens.texts[begin] in surnames and before != "the":
            yield (begin, end), begin  # "King", of Steve King, is no title
            continue
        split = split_title(tokens, begin, end)
        if split is None:
            yield from ((run, run[0]) for run in _apart(tokens, begin, end))
            continue
        if split.prefix[0] < split.prefix[1]:
            yield from ((run, run[0]) for run in _apart(tokens, *split.prefix))
        if split.name[0] < split.name[1]:
            for run in _apart(tokens, *split.name):
                yield run, split.title[0] if run[0] == split.name[0] else run[0]


def _ends_in_surname(tokens: Tokens, begin: int, end: int) -> bool:
    """Tell whether a run is a full name that ends in what is a title elsewhere: "Rep. Steve King", "Colleen Deacon"."""
    return tokens.texts[end - 1] in titles() and is_surname(tokens, begin, end - 1, end, end)


def _apart(tokens: Tokens, begin: int, end: int) -> Iterator[Run]:
    """Split what only stands side by side: "Democrat Ann Lee", "Iranian Ali Rezai", "Ohio Senate", "Ann Lee CNN"."""
    at = _seam(tokens.texts, begin, end)
    if at is not None:
        yield begin, at
        yield at, end
    elif end - begin > 1 or tokens.texts[begin].rstrip(".") not in titles():
        yield begin, end


def _seam(texts: list[str], begin: int, end: int) -> int | None:
    last_is_head = name_heads().get(texts[end - 1]) is not None
    for at in range(begin + 1, end):
        left, right = kind_of(texts[begin:at]), kind_of(texts[at:end])
        if texts[at] in given_names() and end - at > 1 and not last_is_head and left in {"group", "gpe", "org"}:
            return at
        whole = kind_of(texts[begin:end])
        if whole is None and right == "org" and " ".join(texts[begin:at]) in us_state_names():
            return at
        if whole is None and right == "org" and texts[begin] in given_names() and at - begin > 1:
            return at
    return None
