"""Who is said to have said the words between quotation marks, and by which word it is said.

The cue is looked for where English puts it: right after the quotation ("…," she said; "…," said the mayor), before it
(She said: "…"), or around it (She called it "…"). A quotation without a cue of its own goes on from the last one.
"""

from crossread.extract.antecedents import is_dash
from crossread.extract.cast import Cast
from crossread.extract.cue_before import preceding
from crossread.extract.cue_behind import following
from crossread.extract.cue_tag import closing, tagged
from crossread.extract.cues import is_cue
from crossread.extract.headlines import headed_by
from crossread.extract.inversion import reporter_behind
from crossread.extract.reading import Reading
from crossread.extract.roles import subject_of
from crossread.extract.saying_nouns import said_by_noun
from crossread.extract.setting import Attribution, Setting
from crossread.extract.voice import person_voice
from crossread.extract.voices import Voice, voice_of
from crossread.extract.word_classes import person_pronouns, word_class


def attribute(cast: Cast, setting: Setting, last: Voice | None) -> Attribution | None:
    """Return the attribution that the sentence itself makes, or None."""
    reading = cast.reading
    heading = headed_by(reading, setting.inside[0])
    if heading is not None:
        return Attribution(None, Voice(cast.full_name(heading), heading.span, heading), strong=True)
    behind = tagged(cast, setting, last) or closing(cast, setting, last)
    if behind is not None:
        return behind
    before = setting.before
    starts = not any(reading.tags[word].part in {"verb", "aux"} for word in range(*before))
    ways = (following, preceding) if starts and not _leads(reading, before) else (preceding, following)
    noun = said_by_noun(cast, setting, last)
    for way in ways:
        found = way(cast, setting, last)
        if found is not None and (found.voice is not None or found.strong):
            if noun is None or found.cue is None or found.cue > noun[0]:
                return found
            break
    if noun is not None:
        return Attribution(None, noun[1], strong=True)
    return (
        _reported(cast, setting, last)
        or _according(cast, setting, last)
        or _signed(cast, setting)
        or _in_the_eyes(cast, setting, last)
        or _owner(cast, setting)
        or _subject_around(cast, setting, last)
    )


def _reported(cast: Cast, setting: Setting, last: Voice | None) -> Attribution | None:
    """Return who tells the whole sentence that the words are a part of: "It was "…" for them, said Ann Lee"."""
    for group in cast.reading.groups_in(*setting.after):
        chunk = reporter_behind(cast.reading, group)
        voice = voice_of(cast, chunk, last) if chunk is not None else None
        if voice is not None:
            return Attribution(group.verb, voice, strong=True)
    return None


def _in_the_eyes(cast: Cast, setting: Setting, last: Voice | None) -> Attribution | None:
    """Return whose view the sentence gives that opens with "To Ann Lee, it was a "…"."""
    reading, start = cast.reading, setting.before[0]
    if setting.before[1] - start < len(("to", "her", ",")) or reading.lower[start] not in ("to", "for"):
        return None
    chunk, (first, _) = reading.chunk_of[start + 1], reading.sentence_of(start)
    mention = reading.names[chunk.head] if chunk is not None else None
    if first != start or chunk is None or mention is None or mention.kind != "person":
        return None
    voice = voice_of(cast, chunk, last) if reading.forms[chunk.end] == "," else None
    return Attribution(None, voice, strong=False) if voice is not None else None


def _signed(cast: Cast, setting: Setting) -> Attribution | None:
    """Return whom a dash after the quotation names, on a line of their own or with no verb: "— Ann Lee, mayor"."""
    reading, word = cast.reading, setting.after[0]
    if word >= len(reading.forms) or setting.before[0] < setting.before[1] or not is_dash(reading, word):
        return None
    text = reading.text[reading.annotated.words.end[word - 1] : reading.annotated.words.start[word]]
    named = reading.names[word + 1] if word + 1 < len(reading.forms) else None
    _, end = reading.sentence_of(word)
    if named is None or named.form != "name" or end - word > _LONGEST_SIGNATURE:
        return None
    if "\n" not in text and reading.groups_in(word, end):
        return None
    return Attribution(None, Voice(cast.full_name(named), named.span, named), strong=True)


_LONGEST_SIGNATURE = 12  # words, the dash counted in


def introduction(cast: Cast, sentence: int, last: Voice | None) -> Attribution | None:
    """Return who speaks by the sentence that leads in a quotation: its last verb of telling, or its subject."""
    start, end = cast.reading.sentence_words[sentence]
    setting = Setting((start, end), (end, end), (end, end))
    return preceding(cast, setting, last) or _according(cast, setting, last) or _subject_around(cast, setting, last)


def _owner(cast: Cast, setting: Setting) -> Attribution | None:
    """His answer: "…". The mayor's reply: "…"."""
    reading, last = cast.reading, setting.before[1] - 1
    if last < setting.before[0] or reading.forms[last] != ":":
        return None
    chunk = reading.chunk_of[last - 1] if last else None
    if chunk is None or (chunk.start > setting.before[0] and reading.tags[chunk.start - 1].part in {"prep", "to"}):
        return None  # "a message to Reed: "…"" is not Reed's
    if reading.lower[chunk.start] in person_pronouns():
        voice = person_voice(cast, chunk.start, reading.span(chunk.start, chunk.start + 1))
        return Attribution(None, voice, strong=True)
    mention = next((m for w in range(chunk.start, chunk.end) if (m := reading.names[w]) and m.form == "name"), None)
    return Attribution(None, Voice(cast.full_name(mention), mention.span, mention), strong=True) if mention else None


def _leads(reading: Reading, before: tuple[int, int]) -> bool:
    """Whether the words before end in a comma, a colon or a verb that leads in the quotation."""
    if before[0] == before[1]:
        return False
    word = before[1] - 1
    if reading.forms[word] in (",", ":", "-", "–", "—"):
        return True
    return reading.tags[word].part == "verb" and is_cue(reading.tags[word].lemma)


def _according(cast: Cast, setting: Setting, last: Voice | None) -> Attribution | None:
    """According to the mayor, it was "…". "In the words of"."""
    reading = cast.reading
    for start, end in (setting.before, setting.after):
        for word in range(start, end - 2):
            if reading.lower[word] == "according" and reading.lower[word + 1] == "to":
                chunk = reading.chunk_of[word + 2]
                voice = voice_of(cast, chunk, last) if chunk is not None else None
                unsigned = chunk is not None and reading.lower[chunk.head] in word_class("text_noun")
                if voice is not None and not (unsigned and voice.mention is None):
                    return Attribution(word, voice, strong=True)
    return None


def _subject_around(cast: Cast, setting: Setting, last: Voice | None) -> Attribution | None:
    """Words in marks inside somebody's clause are theirs, if that somebody can speak: "She invoked the "…"."""
    reading = cast.reading
    for start, end in (setting.before, setting.after):
        groups = [g for g in reading.groups_in(start, end) if g.finite]
        for group in reversed(groups) if start == setting.before[0] else groups[:1]:
            subject = subject_of(reading, group)
            if subject is None or subject.time:
                continue
            voice = voice_of(cast, subject, last)
            role = reading.lower[subject.head] in word_class("role_noun")
            can_speak = voice is not None and (
                role or (voice.mention is not None and voice.mention.kind in {"person", "org"})
            )
            if can_speak and (subject.pronoun is False or reading.lower[subject.head] not in word_class("neuter")):
                return Attribution(None, voice, strong=False)
    return None
