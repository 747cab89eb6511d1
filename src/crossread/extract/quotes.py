"""The quotations of an article: spans between marks, their kinds, and their speakers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from crossread.extract.attribution import attribute, introduction
from crossread.extract.cast import Cast
from crossread.extract.cues import is_cue, reports_speech
from crossread.extract.echoes import Said, echoes
from crossread.extract.marks import MarkedRange
from crossread.extract.reading import Reading
from crossread.extract.reporting import Reporting, placed
from crossread.extract.setting import Attribution, Setting, setting_of
from crossread.extract.speakers import Candidate, Chooser, Scene, candidates_of
from crossread.extract.voices import Voice
from crossread.extract.word_classes import person_pronouns
from crossread.extract.work_titles import is_work_title
from crossread.records import Quote, QuoteKind, Speaker, content_id

_FEWEST_WORDS = 4  # a shorter one with no speaker is a term set off, not speech
LEAST_LIKELY = 0.42  # over five folds of keys 0.3 to 0.5 come within 0.01

Choose = Callable[[Cast, Scene, Sequence[Candidate]], tuple[Candidate, float] | None]
"""Chooses who speaks, and tells how likely they do."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its speaker and how likely it is they, 0 where nobody is likely enough.

    `cue`: the index of the word that says it is speech.
    """

    marked: MarkedRange
    setting: Setting
    voice: Voice | None
    cue: int | None
    likelihood: float


def find_quotes(reporting: Reporting, choose: Choose | None = None) -> tuple[Quote, ...]:
    """Return the quotations between marks, by start; `choose` stands in for the trees that are shipped."""
    found = _voiced(reporting, choose or Chooser.shipped().choose)
    return tuple(_placed(reporting, q, _quote(reporting.cast.reading, q)) for q in found)


def _placed(reporting: Reporting, q: Quotation, quote: Quote) -> Quote:
    """Return the quotation with the places of its cue and of the phrase that names its speaker, as far as known."""
    quote = _chained(reporting, q.cue, quote)
    report = reporting.of_cue(q.cue) or reporting.of_words(*q.setting.inside)
    if report is not None and (quote.speaker is not None or quote.kind != "scare"):
        return placed(reporting, quote, report)
    return quote


def _chained(reporting: Reporting, cue: int | None, quote: Quote) -> Quote:
    """Return the quotation with those in its chain who tell that its speaker spoke: "Lee said Reed called it …"."""
    outer = reporting.of_words(cue, cue + 1) if cue is not None else None
    told = reporting.speaker(outer) if outer is not None else None
    speaker = quote.speaker
    if told is None or speaker is None or speaker.name in told.chain:
        return quote
    return replace(quote, speaker=replace(speaker, chain=(*told.chain, speaker.name)))


def _voiced(reporting: Reporting, choose: Choose) -> list[Quotation]:
    """Find the speakers in order: a quotation without a cue of its own goes on from the one before it."""
    cast = reporting.cast
    reading = cast.reading
    outer = [m for m in reading.marked if not m.depth and not is_work_title(reading, m) and _has_words(reading, m)]
    settings = [_setting(reading, outer, index) for index in range(len(outer))]
    last: Voice | None = None
    found: list[Quotation] = []
    for index, marked in enumerate(outer):
        scene = _scene(reporting, outer, settings, index, last)
        chosen = choose(cast, scene, candidates_of(cast, scene))
        voice, cue = _heard(scene, chosen)
        last = voice or last
        likelihood = chosen[1] if chosen is not None and voice is not None else 0.0
        found.append(Quotation(marked, settings[index], voice, cue, likelihood))
    return _with_echoes(reading, found)


def _with_echoes(reading: Reading, found: Sequence[Quotation]) -> list[Quotation]:
    """Return the quotations, those whose speaker is open with whoever says the same words elsewhere in the article."""
    said = [Said(_words(reading, q), q.likelihood) for q in found]
    echoed = echoes(said)
    return [
        replace(q, voice=found[echoed[n]].voice, cue=None, likelihood=found[echoed[n]].likelihood) if n in echoed else q
        for n, q in enumerate(found)
    ]


def _words(reading: Reading, q: Quotation) -> tuple[str, ...]:
    return tuple(reading.lower[w] for w in range(*q.setting.inside) if reading.wordlike[w])


def _setting(reading: Reading, outer: Sequence[MarkedRange], index: int) -> Setting:
    left = outer[index - 1].outer[1] if index else 0
    right = outer[index + 1].outer[0] if index + 1 < len(outer) else len(reading.text)
    return setting_of(reading, outer[index], (left, right))


def _scene(
    reporting: Reporting,
    outer: Sequence[MarkedRange],
    settings: Sequence[Setting],
    index: int,
    last: Voice | None,
) -> Scene:
    cast, marked, setting = reporting.cast, outer[index], settings[index]
    previous = outer[index - 1] if index else None
    report = reporting.of_words(*setting.inside)
    following = outer[index + 1] if index + 1 < len(outer) else None
    ahead = None
    if following is not None and not marked.closed and following.paragraph == marked.paragraph + 1:
        ahead = attribute(cast, settings[index + 1], last)
    return Scene(
        marked,
        setting,
        _by_rule(reporting, marked, setting, last),
        last,
        previous,
        previous is not None and _same_sentence(cast.reading, previous, marked),
        _stands_alone(cast.reading, setting),
        ahead.voice if ahead is not None else None,
        reporting.voice(report, last) if report is not None else None,
        report.likelihood if report is not None else 0.0,
    )


def _heard(scene: Scene, chosen: tuple[Candidate, float] | None) -> tuple[Voice | None, int | None]:
    """Return the speaker and the cue, none of them where the likeliest is not likely enough."""
    if chosen is None or chosen[1] < LEAST_LIKELY:
        return None, None
    one, rule = chosen[0], scene.rule
    if rule is not None and rule.voice is not None and rule.voice.name == one.voice.name and rule.cue is not None:
        return rule.voice, rule.cue
    cue = one.cue.verb if one.cue is not None and is_cue(one.cue.lemma) else None
    beside = cue is not None and any(cue in range(*words) for words in (scene.setting.before, scene.setting.after))
    return one.voice, cue if beside else None


def _by_rule(reporting: Reporting, marked: MarkedRange, setting: Setting, last: Voice | None) -> Attribution | None:
    """Return what the order of the words alone tells."""
    cast = reporting.cast
    attribution = _surer(reporting, setting, attribute(cast, setting, last), last)
    if attribution is None and _introduced(cast.reading, marked):
        attribution = introduction(cast, cast.reading.sentence_at(marked.outer[0] - 1), last)
    if attribution and attribution.voice is None and attribution.cue is not None:
        attribution = replace(attribution, voice=_by_default(cast.reading, setting, last))
    return attribution


def _surer(
    reporting: Reporting, setting: Setting, attribution: Attribution | None, last: Voice | None
) -> Attribution | None:
    """Return the report's own attribution instead of one by a verb that does not by itself say that somebody spoke."""
    if attribution is None or attribution.cue is None:
        return attribution
    report = reporting.of_words(*setting.inside)
    if report is None or reports_speech(reporting.cast.reading.tags[attribution.cue].lemma):
        return attribution
    voice = reporting.voice(report, last)
    return Attribution(report.root, voice, strong=True) if voice is not None else attribution


def _by_default(reading: Reading, setting: Setting, last: Voice | None) -> Voice | None:
    """A pronoun beside the cue that refers to nobody known is taken for who spoke last."""
    near = range(max(setting.before[0], setting.before[1] - 4), min(setting.after[1], setting.after[0] + 4))
    says = any(reading.lower[w] in person_pronouns() for w in near if not reading.quoted[w])
    return last if says else None


def _introduced(reading: Reading, marked: MarkedRange) -> bool:
    """Whether the sentence before ends in a colon and this quotation follows it in a paragraph of its own."""
    before = reading.text[max(0, marked.outer[0] - 4) : marked.outer[0]]
    return before.rstrip().endswith(":") and "\n" in before


def _same_sentence(reading: Reading, previous: MarkedRange, marked: MarkedRange) -> bool:
    """Whether the quotation stands in the sentence that the one before it ends in."""
    return reading.sentence_at(max(previous.start, previous.end - 1)) == reading.sentence_at(marked.start)


def _has_words(reading: Reading, marked: MarkedRange) -> bool:
    return reading.word_at(marked.start) < reading.word_after(marked.end)


def _stands_alone(reading: Reading, setting: Setting) -> bool:
    """Whether the quotation is a sentence of its own, no words set off inside one."""
    return not any(reading.tags[w].part in {"verb", "aux", "noun"} for w in range(*setting.before))


def _quote(reading: Reading, q: Quotation) -> Quote:
    voice, document = q.voice, reading.annotated.document
    span = document.span(q.marked.start, q.marked.end)
    chain = (document.outlet, voice.name) if voice else ()
    speaker = Speaker(voice.name, voice.span, None, chain, q.likelihood) if voice else None
    kind = _kind(reading, q)
    identity = content_id("q", document.id, span.start, span.end, kind)
    return Quote(
        identity,
        span,
        kind,
        reading.forms[q.cue] if q.cue is not None else None,
        speaker,
        cue_spans=(reading.span(q.cue, q.cue + 1),) if q.cue is not None else (),
        source_spans=(speaker.span,) if speaker is not None and speaker.span is not None else (),
    )


def _kind(reading: Reading, q: Quotation) -> QuoteKind:
    first, after = q.setting.inside
    if after - first < _FEWEST_WORDS and q.voice is None:
        return "scare"
    alone = _stands_alone(reading, q.setting)
    whole = reading.forms[first][0].isupper() and (
        alone or reading.forms[q.setting.before[1] - 1] in (",", ":", "-", "–", "—")
    )
    if whole or (q.voice is not None and alone):
        return "direct"
    return "mixed" if q.voice is not None else "scare"
