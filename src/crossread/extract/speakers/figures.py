"""What the trees see of a candidate: where it stands, what it does, what it is, and what the rules say of it."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from crossread.extract.cast import Cast
from crossread.extract.cues import cue_kinds
from crossread.extract.reading import Reading
from crossread.extract.speakers.candidates import Candidate, Scene
from crossread.extract.word_classes import institution_nouns, role_words, word_class

Matrix = NDArray[np.float64]

NONE: Final = -1.0
"""Stands where there is nothing to measure."""

_FAR: Final = 60.0  # words or paragraphs farther away count as this far
_PLAIN: Final = frozenset({"say", "tell", "add", "write", "ask"})
_FORMS: Final = {None: 0.0, "base": 1.0, "s": 2.0, "past": 3.0, "ing": 4.0, "participle": 5.0}
_ROLES: Final = {"none": 0.0, "object": 1.0, "subject": 2.0, "inverted": 3.0, "agent": 4.0, "according": 5.0}
_KINDS: Final = {"person": 1.0, "org": 2.0, "gpe": 3.0, "group": 4.0, "other": 5.0}
_MARKS: Final = {",": 1.0, ":": 2.0, "-": 3.0, "–": 3.0, "—": 3.0, "(": 4.0}
_OWN: Final = frozenset({"i", "my", "me", "i'm", "i've", "i'll", "myself"})
_OUR: Final = frozenset({"we", "our", "us", "we're", "we've", "we'll"})


def figures(cast: Cast, scene: Scene, candidates: Sequence[Candidate]) -> Matrix:
    """Return one row a candidate, with the columns that `NAMES` names."""
    if not candidates:
        return np.zeros((0, len(NAMES)))
    shared = _of_quotation(cast.reading, scene)
    rows = [
        shared
        | _place(cast.reading, scene, one)
        | _cue(cast.reading, scene, one)
        | _kind(cast, one)
        | _said(scene, one)
        for one in candidates
    ]
    _relate(rows)
    return np.array([[row.get(name, NONE) for name in NAMES] for row in rows], dtype=np.float64)


def _of_quotation(reading: Reading, scene: Scene) -> dict[str, float]:
    first, after = scene.setting.inside
    start, _ = reading.sentence_of(first)
    before, behind = scene.setting.before, scene.setting.after
    words = {reading.lower[word] for word in range(first, after)}
    previous = reading.forms[before[1] - 1] if before[0] < before[1] else ""
    return {
        "length": float(after - first),
        "capital": float(reading.forms[first][0].isupper()),
        "ends": float(reading.text[scene.marked.end - 1] in ".!?"),
        "comma": float(reading.text[scene.marked.end : scene.marked.end + 1] == ","),
        "mark_before": _MARKS.get(previous, 0.0),
        "words_before": float(before[1] - before[0]),
        "verb_before": float(before[0] < before[1] and reading.tags[before[1] - 1].part == "verb"),
        "words_behind": float(max(0, behind[1] - behind[0])),
        "opens_sentence": float(first - start <= 1),
        "stands_alone": float(scene.stands_alone),
        "same_sentence": float(scene.same_sentence),
        "own": float(bool(words & _OWN)),
        "our": float(bool(words & _OUR)),
        "opened": float(scene.marked.opened),
        "has_last": float(scene.last is not None),
        "paragraphs": min(_FAR, float(scene.marked.paragraph - scene.previous.paragraph)) if scene.previous else NONE,
    }


def _place(reading: Reading, scene: Scene, one: Candidate) -> dict[str, float]:
    chunk = one.chunk
    if chunk is None:
        return {"side": NONE}
    first, after = scene.setting.inside
    behind = chunk.start >= after
    gap = range(after, chunk.start) if behind else range(chunk.end, first)
    sentences = reading.annotated.words.sentence
    text = reading.text[reading.annotated.words.end[gap.start - 1] : reading.annotated.words.start[gap.stop]]
    return {
        "side": float(behind),
        "away": min(_FAR, float(len(gap))),
        "sentences": float(abs(sentences[first if not behind else after - 1] - sentences[chunk.start])),
        "newlines": min(2.0, float(text.count("\n"))),
        "quoted_between": float(any(reading.quoted[word] for word in gap)),
        "verbs_between": min(5.0, float(sum(reading.tags[word].part == "verb" for word in gap))),
        "commas_between": min(5.0, float(sum(reading.forms[word] == "," for word in gap))),
        "governed": float(chunk.start > 0 and reading.tags[chunk.start - 1].part in {"prep", "to"}),
        "after_verb": float(chunk.start > 0 and reading.tags[chunk.start - 1].part == "verb"),
        "owner": float(
            chunk.end < len(reading.tags) and reading.tags[min(chunk.end, len(reading.tags) - 1)].part == "poss"
        ),
        "opens": float(reading.sentence_of(chunk.start)[0] == chunk.start),
        "ends_clause": float(chunk.end < len(reading.forms) and reading.forms[chunk.end] in (",", ".")),
    }


def _cue(reading: Reading, scene: Scene, one: Candidate) -> dict[str, float]:
    cue = one.cue
    if cue is None:
        return {"role": _ROLES[one.role]}
    kinds = cue_kinds().get(cue.lemma, frozenset())
    first, after = scene.setting.inside
    gap = range(after, cue.verb) if cue.verb >= after else range(cue.verb + 1, first)
    following = reading.lower[cue.verb + 1] if cue.verb + 1 < len(reading.lower) else ""
    return {
        "role": _ROLES[one.role],
        "plain": float(cue.lemma in _PLAIN),
        **{f"cue_{kind}": float(kind in kinds) for kind in ("speech", "appraisal", "thought", "order", "show")},
        "finite": float(cue.finite),
        "form": _FORMS.get(cue.form, 0.0),
        "passive": float(cue.passive),
        "infinitive": float(cue.infinitive),
        "modal": float(cue.modal is not None),
        "cue_behind": float(cue.verb >= after),
        "cue_away": min(_FAR, float(len(gap))),
        "cue_verbs_between": min(5.0, float(sum(reading.tags[word].part == "verb" for word in gap))),
        "cue_quoted_between": float(any(reading.quoted[word] for word in gap)),
        "cue_that": float(following == "that"),
        "cue_sentences": float(
            abs(reading.annotated.words.sentence[cue.verb] - reading.annotated.words.sentence[first])
        ),
    }


def _kind(cast: Cast, one: Candidate) -> dict[str, float]:
    reading, mention = cast.reading, one.voice.mention
    found = {
        "kind": _KINDS.get(mention.kind, 6.0) if mention is not None else 0.0,
        "times": min(10.0, float(cast.times(one.voice.name))),
    }
    if one.chunk is None:
        return found
    head = reading.lower[one.chunk.head]
    return found | {
        "pronoun": float(one.chunk.pronoun)
        * (1.0 + (head in word_class("plural")) + 2.0 * (head in word_class("neuter"))),
        "role_noun": float(head in role_words()),
        "text_noun": float(head in word_class("text_noun")),
        "institution": float(head in institution_nouns()),
        "size": float(one.chunk.end - one.chunk.start),
        "definite": float(reading.lower[one.chunk.start] == "the"),
        "named": float(reading.names[one.chunk.head] is not None and not one.chunk.pronoun),
    }


def _said(scene: Scene, one: Candidate) -> dict[str, float]:
    name, rule = one.voice.name, scene.rule
    ruled = rule is not None and rule.voice is not None
    at_rule = ruled and rule is not None and rule.voice is not None and rule.voice.name == name
    span = one.voice.span
    return {
        "is_rule": float(at_rule),
        "is_rule_place": float(at_rule and rule is not None and rule.voice is not None and rule.voice.span == span),
        "ruled": float(ruled),
        "rule_strong": float(rule is not None and rule.strong),
        "rule_cue": float(rule is not None and rule.cue is not None),
        "is_last": float(scene.last is not None and scene.last.name == name),
        "is_ahead": float(scene.ahead is not None and scene.ahead.name == name),
        "has_ahead": float(scene.ahead is not None),
        "is_told": scene.likelihood if scene.told is not None and scene.told.name == name else 0.0,
        "has_told": scene.likelihood if scene.told is not None else 0.0,
    }


def _relate(rows: Sequence[dict[str, float]]) -> None:
    """Add how each candidate stands to the others: how many stand nearer, on its side and with a cue."""
    for row in rows:
        others = [other for other in rows if other is not row and other.get("away", NONE) >= 0]
        nearer = [o for o in others if "away" in row and o["away"] < row["away"]]
        row["nearer"] = float(len(nearer))
        row["nearer_side"] = float(sum(o["side"] == row["side"] for o in nearer))
        row["nearer_speech"] = float(sum(o.get("cue_speech", 0.0) > 0 for o in nearer))
        row["others_speech"] = float(sum(o.get("cue_speech", 0.0) > 0 for o in others))
        row["candidates"] = float(len(rows))


NAMES: Final = (
    *("length", "capital", "ends", "comma", "mark_before", "words_before", "verb_before", "words_behind"),
    *("opens_sentence", "stands_alone", "same_sentence", "own", "our", "opened", "has_last", "paragraphs"),
    *("side", "away", "sentences", "newlines", "quoted_between", "verbs_between", "commas_between", "governed"),
    *("after_verb", "owner", "opens", "ends_clause", "role", "plain", "cue_speech", "cue_appraisal", "cue_thought"),
    *("cue_order", "cue_show", "finite", "form", "passive", "infinitive", "modal", "cue_behind", "cue_away"),
    *("cue_verbs_between", "cue_quoted_between", "cue_that", "cue_sentences", "kind", "times", "pronoun"),
    *("role_noun", "text_noun", "institution", "size", "definite", "named", "is_rule", "is_rule_place", "ruled"),
    *("rule_strong", "rule_cue", "is_last", "is_ahead", "has_ahead", "is_told", "has_told", "nearer"),
    *("nearer_side", "nearer_speech", "others_speech", "candidates"),
)
"""What the columns are, in order."""
