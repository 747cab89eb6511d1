"""The quotations of an article: spans between marks, their kinds, and their speakers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crossread.extract.attribution import Attribution, Setting, attribute, introduction, setting_of
from crossread.extract.cues import reports_speech
from crossread.extract.marks import MarkedRange
from crossread.extract.reading import Reading
from crossread.extract.reporting import Reporting, placed
from crossread.extract.voices import Voice
from crossread.extract.word_classes import word_class
from crossread.records import Quote, QuoteKind, Speaker, content_id

_FEWEST_WORDS = 4  # a shorter one with no speaker is a term set off, not speech


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation while its speaker is being found."""

    marked: MarkedRange
    setting: Setting
    attribution: Attribution | None


def find_quotes(reporting: Reporting) -> tuple[Quote, ...]:
    """Return the quotations between marks, by start."""
    reading = reporting.cast.reading
    found = _attributed(reporting)
    voices = _carried(reading, found)
    told = [_told(reporting, q, voice) for q, voice in zip(found, voices, strict=True)]
    return tuple(_placed(reporting, q, _quote(reading, q, voice)) for q, voice in zip(found, told, strict=True))


def _told(reporting: Reporting, q: Quotation, voiced: tuple[Voice | None, bool]) -> tuple[Voice | None, bool]:
    """Give a longer quotation that nothing else gave a speaker that of the report whose content it is."""
    first, after = q.setting.inside
    if voiced[0] is not None or after - first < _FEWEST_WORDS:
        return voiced
    report = reporting.of_words(first, after)
    return (reporting.voice(report), False) if report is not None else voiced


def _placed(reporting: Reporting, q: Quotation, quote: Quote) -> Quote:
    """Return the quotation with the places of its cue and of the phrase that names its speaker, as far as known."""
    cue = q.attribution.cue if q.attribution else None
    quote = _chained(reporting, cue, quote)
    report = reporting.of_cue(cue) or reporting.of_words(*q.setting.inside)
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


def _attributed(reporting: Reporting) -> list[Quotation]:
    cast = reporting.cast
    reading = cast.reading
    outer = [m for m in reading.marked if not m.depth and not _work_title(reading, m) and _has_words(reading, m)]
    last: Voice | None = None
    found: list[Quotation] = []
    for index, marked in enumerate(outer):
        left = outer[index - 1].outer[1] if index else 0
        right = outer[index + 1].outer[0] if index + 1 < len(outer) else len(reading.text)
        setting = setting_of(reading, marked, (left, right))
        attribution = _surer(reporting, setting, attribute(cast, setting, last), last)
        if (attribution is None or not attribution.strong) and found and _same_sentence(reading, found[-1], marked):
            attribution = Attribution(None, last, strong=True) if found[-1].attribution else attribution
        if attribution is None and _introduced(reading, marked):
            attribution = introduction(cast, reading.sentence_at(marked.outer[0] - 1), last)
        if attribution and attribution.voice is None and attribution.cue is not None:
            attribution = replace(attribution, voice=_by_default(reading, setting, last))
        last = attribution.voice if attribution and attribution.voice else last
        found.append(Quotation(marked, setting, attribution))
    return found


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
    says = any(reading.lower[w] in word_class("male") | word_class("female") for w in near if not reading.quoted[w])
    return last if says else None


def _introduced(reading: Reading, marked: MarkedRange) -> bool:
    """Whether the sentence before ends in a colon and this quotation follows it in a paragraph of its own."""
    before = reading.text[max(0, marked.outer[0] - 4) : marked.outer[0]]
    return before.rstrip().endswith(":") and "\n" in before


def _same_sentence(reading: Reading, previous: Quotation, marked: MarkedRange) -> bool:
    """Whether the quotation only goes on with what the one before it in the sentence began."""
    strong = previous.attribution is not None and previous.attribution.strong and previous.attribution.voice is not None
    same = reading.sentence_at(max(previous.marked.start, previous.marked.end - 1)) == reading.sentence_at(marked.start)
    return strong and same


def _has_words(reading: Reading, marked: MarkedRange) -> bool:
    return reading.word_at(marked.start) < reading.word_after(marked.end)


def _work_title(reading: Reading, marked: MarkedRange) -> bool:
    """Whether the marks set off a title of a work, show or day: every weighty word of it has a capital."""
    forms = [f for f in reading.forms[reading.word_at(marked.start) : reading.word_after(marked.end)] if f[0].isalpha()]
    weighty = [form for form in forms if len(form) > 3 or form.lower() not in _small_words()]
    if len(forms) < 2 or any(not form[0].isupper() for form in weighty) or all(f.isupper() for f in forms):
        return False
    before = reading.text[max(0, marked.outer[0] - 2) : marked.outer[0]].rstrip()
    return not before.endswith((",", ":")) or reading.text[marked.end - 1] not in "!?"


def _small_words() -> frozenset[str]:
    return word_class("preposition") | word_class("determiner") | word_class("conjunction") | word_class("possessive")


def _carried(reading: Reading, found: Sequence[Quotation]) -> list[tuple[Voice | None, bool]]:
    """Return each quotation's voice, and whether it was carried over from a neighbour."""
    voices: list[tuple[Voice | None, bool]] = []
    for index, q in enumerate(found):
        own = q.attribution.voice if q.attribution else None
        if own is not None or (q.attribution and q.attribution.strong and q.attribution.cue is None):
            voices.append((own, False))
            continue
        previous = found[index - 1] if index else None
        following = found[index + 1] if index + 1 < len(found) else None
        if not _stands_alone(reading, q):
            voices.append((None, False))
        elif following and following.attribution and _goes_on(q, following):
            voices.append((following.attribution.voice, True))
        elif previous is not None and voices[-1][0] is not None and _continues(reading, previous, q):
            voices.append((voices[-1][0], True))
        else:
            voices.append((None, False))
    return voices


def _stands_alone(reading: Reading, q: Quotation) -> bool:
    """Whether the quotation is a sentence of its own, no words set off inside one."""
    return not any(reading.tags[w].part in {"verb", "aux", "noun"} for w in range(*q.setting.before))


def _goes_on(q: Quotation, following: Quotation) -> bool:
    """Whether the quotation's paragraph is left open and the next one, which goes on, has the cue."""
    return not q.marked.closed and following.marked.paragraph == q.marked.paragraph + 1


_CONTINUES_PARAGRAPHS = 2


def _continues(reading: Reading, previous: Quotation, q: Quotation) -> bool:
    return q.marked.paragraph - previous.marked.paragraph <= _CONTINUES_PARAGRAPHS


def _quote(reading: Reading, q: Quotation, voiced: tuple[Voice | None, bool]) -> Quote:
    voice, carried = voiced
    document = reading.annotated.document
    span = document.span(q.marked.start, q.marked.end)
    cue = q.attribution.cue if q.attribution and not carried else None
    speaker = Speaker(voice.name, voice.span, None, (document.outlet, voice.name)) if voice else None
    kind = _kind(reading, q, speaker is not None)
    identity = content_id("q", document.id, span.start, span.end, kind)
    return Quote(
        identity,
        span,
        kind,
        reading.forms[cue] if cue is not None else None,
        speaker,
        cue_spans=(reading.span(cue, cue + 1),) if cue is not None else (),
        source_spans=(speaker.span,) if speaker is not None and speaker.span is not None else (),
    )


def _kind(reading: Reading, q: Quotation, voiced: bool) -> QuoteKind:
    first, after = q.setting.inside
    if after - first < _FEWEST_WORDS and not voiced:
        return "scare"
    whole = reading.forms[first][0].isupper() and (
        _stands_alone(reading, q) or reading.forms[q.setting.before[1] - 1] in (",", ":", "-", "–", "—")
    )
    if whole or (voiced and _stands_alone(reading, q)):
        return "direct"
    return "mixed" if voiced else "scare"
