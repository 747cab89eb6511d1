"""Whether a bare "Friday" or "November" lies ahead or behind: told by the verbs and words around it."""

import re

from crossread.annotate.times.reading import Context

WIDTH_BEFORE = 90  # characters: about the clause that an expression closes
WIDTH_AFTER = 60
CLOSE = 28  # characters: a cue this near to the expression belongs to it
SURE, LIKELY = 2, 1

_AHEAD = re.compile(
    r"\b(?:will|won['’]t|shall|['’]ll|going\sto|plan(?:s|ned|ning)?\s(?:to|for)|expect(?:s|ed|ing)?\s(?:to|on|that|in)|"
    r"(?:is|are|was|were|be|been)\s(?:\w+\s)?(?:scheduled|set|due|slated|expected|planned)|set\sfor|(?:set|slated|supposed|scheduled)\sto|due\s(?:to|in|on|for|by|back)|"
    r"upcoming|forthcoming|deadline|hopes?\sto|hoping|intends?\sto|(?:is|are|was|were|has|have)\sto|no\slater\sthan|"
    r"starting|beginning|re-?election|midterms?|midterm\selections?|preparing|likely\sto|as\s(?:soon|early|late)\sas|(?:going|heading)\sinto|"
    r"(?:is|are)\s\w+ing\b[^.;:]*\s(?:in\sadvance|ahead)\sof|invit(?:es?|ed|ing)|(?:is|are)\s(?:heading|headed|going|running|coming|travell?ing)|"
    r"(?:to|should|must|not)\s(?:cancel|postpone|skip|boycott|attend)|(?:chances?|risk|danger|hopes?)\sof|(?:gain|lose|losing|gaining)\scontrol|"
    r"to\s(?:be|air|appear)\b[\w\s]{0,20})\b",
    re.IGNORECASE,
)
_MAYBE_AHEAD = re.compile(
    r"\b(?:would|could|may|might|must|should|can|cancel|before|by|next|coming|scheduled)\b", re.IGNORECASE
)
_BEHIND = re.compile(
    r"\b(?:\w{2,}[a-z]ed|said|told|was|were|had|did|came|went|made|took|gave|got|met|held|won|lost|began|spoke|wrote|saw|found|left|"
    r"led|sent|ran|became|knew|heard|fell|rose|broke|brought|sought|shot|since|after|following|ago|drew|threw|fired|swore|paid|flew|laid)\b",
    re.IGNORECASE,
)
_NO_PAST = re.compile(
    r"\b(?:expected|scheduled|slated|planned|need(?:ed)?|proposed|united|set|related|indeed|speed|unprecedented|red|bed|hundred|agreed|"
    r"unindicted|disputed|limited|armed|so-called|invited|headed|registered|retired)\b",
    re.IGNORECASE,
)
_ELECTION_AFTER = re.compile(
    r"[’']?s?\s(?:\w+\s)?(?:elections?|ballots?|vote|referendum|midterms?|race)\b", re.IGNORECASE
)
_RACE = re.compile(
    r"\b(?:candidates?|re-?election|primary|races?|ballot|running\s(?:for|to|against)|challengers?|nominees?|opponents?|polling|midterms?)\b",
    re.IGNORECASE,
)
_WOULD = re.compile(r"\bwould(?!\shave\b)\b", re.IGNORECASE)  # the future of what was said
_OUTCOME = re.compile(
    r"\b(?:won|lost|beat|defeated|unseated|ousted|(?:was|were|been)\s(?:re-?)?elected|conceded|narrowly)\b(?!\s(?:his|her|their)\s(?:job|life|lives|temper))",
    re.IGNORECASE,
)
_NEXT_CLAUSE = re.compile(r"[;:]|,\s(?:but|and|while|which|who)\s")
_PRESENT_BEFORE = re.compile(
    r"\b(?:is|are|comes?|begins?|starts?|opens?|"
    r"for\sthe|until|till|through)\s(?:on\s|at\sleast\s)?$",
    re.IGNORECASE,
)
_SPEECH_BEFORE = re.compile(
    r"\b(?:said|says|told\s[\w\s.]{2,25}|announced|reported|tweeted|wrote|added)\s(?:on\s|late\s|early\s|in\s)?$",
    re.IGNORECASE,
)


def lean(context: Context, start: int, end: int, *, reported: bool = True) -> int:
    """Return how surely an expression lies ahead (1, 2) or behind (-1, -2); 0 where nothing tells it.

    With `reported`, "would" is the future of what somebody said: so of days and months, not of "within a year".
    """
    before = context.before(start, WIDTH_BEFORE)
    if _SPEECH_BEFORE.search(before):
        return -SURE
    if _PRESENT_BEFORE.search(before):
        return SURE
    ahead, maybe, behind = _last(_AHEAD, before), _last(_MAYBE_AHEAD, before), _last_past(before)
    if max(ahead, behind) >= 0:
        return _weigh(len(before), ahead, maybe, behind, would=reported and _last(_WOULD, before) == maybe)
    after = context.after(end, WIDTH_AFTER)
    first_ahead, first_behind = _first(_AHEAD, after), _first(_BEHIND, after)
    if first_ahead == first_behind:
        return LIKELY if maybe >= 0 else 0
    return LIKELY if first_ahead < first_behind else -LIKELY


def _weigh(width: int, ahead: int, maybe: int, behind: int, *, would: bool) -> int:
    """Let the cue nearest to the expression count, surely where it is close."""
    nearest = max(ahead, maybe, behind)
    if nearest == maybe and maybe > max(ahead, behind):
        if would:
            return LIKELY
        return LIKELY if ahead >= 0 or behind < 0 else -LIKELY if behind >= 0 else 0
    close = width - nearest <= CLOSE
    sign = 1 if ahead >= behind else -1
    return sign * (SURE if close else LIKELY)


def lies_ahead(context: Context, start: int, end: int) -> bool:
    """Tell whether an expression rather lies ahead."""
    return lean(context, start, end, reported=False) > 0


def names_election(context: Context, end: int) -> bool:
    """Tell whether an election follows right after an expression ("November’s vote", "the November elections")."""
    return _ELECTION_AFTER.match(context.after(end, WIDTH_AFTER)) is not None


def tells_of_race(context: Context, start: int) -> bool:
    """Tell whether an expression dates a race for an office, mostly told of beforehand."""
    return _RACE.search(context.before(start, 2 * WIDTH_BEFORE)) is not None


def tells_of_outcome(context: Context, start: int) -> bool:
    """Tell whether the clause before an expression says who won or lost ("lost his re-election bid in November")."""
    clause = _NEXT_CLAUSE.split(context.before(start, WIDTH_BEFORE))[-1]
    return _OUTCOME.search(clause) is not None


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((m.end() for m in pattern.finditer(text)), default=-1)


def _last_past(text: str) -> int:
    return max((m.end() for m in _BEHIND.finditer(text) if not _NO_PAST.fullmatch(m[0])), default=-1)


def _first(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.search(text)
    return found.start() if found else len(text) + 1
