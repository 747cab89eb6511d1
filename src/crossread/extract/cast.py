"""Who is who inside one article: whose name it is, and the person a pronoun or description stands for.

A first reading, for speakers and holders only; names are resolved for good across the story, by `resolve`.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, Final

from crossread.extract.bearers import Bearers
from crossread.extract.binding import named_beside
from crossread.extract.chunks import Chunk
from crossread.extract.cues import reports_speech
from crossread.extract.person_names import name_parts
from crossread.extract.prominence import SUBJECT_BONUS, TOPIC_BONUS, last_teller, prominence
from crossread.extract.roles import subject_of
from crossread.extract.titles import fits_one, holds_office, points_back, titled
from crossread.extract.unnamed import unnamed
from crossread.extract.word_classes import person_pronouns, word_class
from crossread.records import Mention

_SENTENCES_BACK: Final = 6  # how far a pronoun reaches; farther back the writer names the person again
_SENTENCE_COST: Final = 2.0  # against the bonus of a subject: one of the sentence before beats an object in this one
_SPEAKER_BONUS: Final = 2.0
_UNNAMED_REACH: Final = 2  # sentences back to somebody without a name for whom a pronoun may stand
_TELLER_BONUS: Final = 1.9  # of who told something last without marks: nearly as much
_GENDER_BONUS: Final = 0.5  # a person known to be of the pronoun's gender, over one whose gender nothing tells
_OWNER_COST: Final = 1.0  # "Smith's lawyer": the lawyer is spoken of
_SPOKEN_OF: Final = 2  # sentences back to whom a description in passing may stand for
_LONGEST_LEAD: Final = 100  # words from the colon to the pronoun: what is said between them, in part
_CANDIDATES: Final = 40  # persons looked at for one pronoun: more within a few sentences are a list
_ONE_GENDER: Final = 2  # kinds that are allowed when a gender is known: that one, and none told


@dataclass(frozen=True)
class Cast(Bearers):
    """The persons of an article: those who bear its names, and whom its pronouns and descriptions stand for."""

    @cached_property
    def remembered(self) -> dict[tuple[Chunk, Any], Any]:
        """Whom noun phrases were found to refer to, given who spoke last."""
        return {}

    @cached_property
    def _prominence(self) -> dict[int, float]:
        return prominence(self.reading)

    def person_for(self, word: int, speaker: Mention | None = None) -> Mention | None:
        """Return the person that the pronoun he or she at the word stands for, or None.

        `speaker` is who spoke last, whom a pronoun prefers.
        """
        reading = self.reading
        noun = reading.lower[word]
        female = noun in word_class("female") or noun in word_class("female_noun")
        male = noun in word_class("male") or noun in word_class("male_noun")
        allowed = {None, "female" if female else "male"} if female or male else {None, "female", "male"}
        return self._best(word, allowed, self._taken_up, speaker)

    def other_person(self, word: int, gender: str, but: str) -> Mention | None:
        """Return the last person named before a pronoun of somebody's speech, who is not that somebody: `but`.

        Names inside quotations count, too, unlike for `person_for`.
        """
        sentences = self.reading.annotated.words.sentence
        last = bisect_left(self.people, self.reading.annotated.words.start[word], key=lambda m: m.span.start)
        for mention in reversed(self.people[max(0, last - _CANDIDATES) : last]):
            if sentences[word] - sentences[self.reading.word_at(mention.span.start)] > _SENTENCES_BACK:
                return None
            if self.gender(mention) in (None, gender) and self.full_name(mention) != but:
                return mention
        return None

    @cached_property
    def _taken_up(self) -> dict[int, Mention]:
        """The person of each he, she or "the senator" that is a subject outside quotations, by word.

        A later pronoun takes up an earlier one rather than a name farther back.
        """
        reading = self.reading
        found: dict[int, Mention] = {}
        for group in reading.groups:
            chunk = subject_of(reading, group) if group.finite and not reading.quoted[group.verb] else None
            if chunk is None or chunk.head in found:
                continue
            if not chunk.pronoun:
                person = self._office_holder(chunk, found, None)
                found.update({chunk.head: person} if person is not None else {})
                continue
            for gender in ("male", "female"):
                if reading.lower[chunk.head] in word_class(gender):
                    person = self._best(chunk.head, {None, gender}, found, None)
                    if person is not None:
                        found[chunk.head] = person
                        self._taken_as.setdefault(person.span.start, gender)
        return found

    @cached_property
    def _taken_as(self) -> dict[int, str]:
        """The gender of the first pronoun that took up somebody so far, by their first character."""
        return {}

    def _best(
        self, word: int, allowed: set[str | None], taken_up: dict[int, Mention], speaker: Mention | None
    ) -> Mention | None:
        """Return the likeliest person before the word, among the names and the pronouns already understood."""
        if word in taken_up and speaker is None:
            return taken_up[word]
        best, score = None, float("-inf")
        for person, value in self._candidates(word, taken_up, speaker):
            gender = self.gender(person)
            if gender is None:
                gender = self._taken_as.get(person.span.start)
            sure = _GENDER_BONUS if gender is not None and len(allowed) == _ONE_GENDER else 0.0
            if gender in allowed and value + sure > score:
                best, score = person, value + sure
        return best

    def _candidates(
        self, word: int, taken_up: dict[int, Mention], speaker: Mention | None
    ) -> Iterator[tuple[Mention, float]]:
        """Yield the persons before the word, nearest first, with their salience; then those of understood pronouns."""
        sentences, beside = self._sentences, named_beside(self.reading, word)
        last = bisect_left(self.people, self.reading.annotated.words.start[word], key=lambda m: m.span.start)
        for mention in reversed(self.people[max(0, last - _CANDIDATES) : last]):
            away = sentences[word] - sentences[self.reading.word_at(mention.span.start)]
            if away > _SENTENCES_BACK:
                break
            if (
                not self._out_of_reach(mention)
                and not (away == 0 and self._closes(word) and not self._leads_in(mention, word))
                and name_parts(mention)[-1] not in beside
            ):
                yield mention, self._salience(word, mention, away, speaker)
        yield from self._described_before(word)
        pronouns = list(islice((w for w in reversed(taken_up) if w < word), _CANDIDATES))
        for pronoun in pronouns:
            away = sentences[word] - sentences[pronoun]
            if away <= _SENTENCES_BACK and name_parts(taken_up[pronoun])[-1] not in beside:
                value = SUBJECT_BONUS + TOPIC_BONUS - _SENTENCE_COST * away
                yield taken_up[pronoun], value + self._speaker_bonus(taken_up[pronoun], speaker)

    def _described_before(self, word: int) -> Iterator[tuple[Mention, float]]:
        """Yield the persons without a name before a pronoun, with their salience: an office stands for none of them."""
        if self.reading.lower[word] not in person_pronouns():
            return
        last = bisect_left(self._unnamed, word, key=lambda found: found[0])
        for head, mention in reversed(self._unnamed[max(0, last - _CANDIDATES) : last]):
            away = self._sentences[word] - self._sentences[head]
            if away > _UNNAMED_REACH:
                break
            if not (away == 0 and self._closes(word)):
                yield mention, SUBJECT_BONUS + TOPIC_BONUS - _SENTENCE_COST * away

    @cached_property
    def _unnamed(self) -> list[tuple[int, Mention]]:
        """Persons whom the article only describes, "a White House official", with the head of the description."""
        return sorted({chunk.head: mention for chunk, mention in unnamed(self.reading)}.items())

    def _closes(self, word: int) -> bool:
        """Whether the pronoun's clause only says who told what stands before it ("…, he said, …"): none of its names.

        Nobody is named in what they are said to say, and then taken up by a pronoun outside of it.
        """
        reading = self.reading
        says = reading.groups_in(word + 1, word + 2)
        after = reading.forms[word + 2] if word + 2 < len(reading.forms) else "."
        return bool(says) and reports_speech(says[0].lemma) and after in (",", ".")

    def _leads_in(self, mention: Mention, word: int) -> bool:
        """Whether a colon between the two leads in what is said: Lee fired back: "…," he wrote."""
        reading = self.reading
        between = range(max(reading.word_after(mention.span.end), word - _LONGEST_LEAD), word)
        return any(
            reading.forms[w] == ":" and not reading.quoted[w] and reading.quoted[min(w + 2, word)] for w in between
        )

    @cached_property
    def _sentences(self) -> tuple[int, ...]:
        """For each word, in which sentence of prose it stands, captions and headings between them not counted."""
        return tuple(self.reading.prose[sentence] for sentence in self.reading.annotated.words.sentence)

    def _out_of_reach(self, mention: Mention) -> bool:
        """Whether the name stands inside a quotation or a caption, or where only a place can stand."""
        first = self.reading.word_at(mention.span.start)
        if self.reading.annotated.words.sentence[first] in self.reading.lines:
            return True
        return self.reading.quoted[first] or (first > 0 and self.reading.lower[first - 1] in ("in", "at"))

    def _salience(self, word: int, mention: Mention, away: int, speaker: Mention | None) -> float:
        value = -_SENTENCE_COST * away
        value += self._prominence.get(mention.span.start, 0)
        spoke = self._speaker_bonus(mention, speaker)
        value += max(spoke, self._teller_bonus(word, mention, speaker))
        value += spoke * self._goes_on(word)
        return value - _OWNER_COST if self._belongs(mention) else value

    def _belongs(self, mention: Mention) -> bool:
        """Whether the name only says whose or what sort something is: "Lee's lawyer", "the Lee administration"."""
        after = self.reading.word_after(mention.span.end)
        if after < len(self.reading.tags) and self.reading.tags[after].part == "poss":
            return True
        chunk = self.reading.chunk_of[self.reading.word_at(mention.span.start)]
        return chunk is not None and chunk.head >= after

    def _teller_bonus(self, word: int, mention: Mention, speaker: Mention | None) -> float:
        """Return the bonus of who told something last without marks: they go on, not the last who was quoted."""
        told = last_teller(self.reading, self.reading.annotated.words.sentence[word]) if speaker is not None else None
        return _TELLER_BONUS if told == mention.span.start else 0.0

    def _goes_on(self, word: int) -> bool:
        """Whether the verb after the pronoun says that whoever spoke goes on: "he continued", "she added"."""
        return any(group.lemma in word_class("continuing") for group in self.reading.groups_in(word + 1, word + 3)[:1])

    @cached_property
    def _chain_names(self) -> dict[int, Mention]:
        """For the first character of each mention in a chain that holds a name, its first full name."""
        mentions, found = self.reading.annotated.mentions, {}
        for chain in self.reading.annotated.chains:
            named = [mentions[i] for i in chain if mentions[i].form == "name"]
            for described in (mentions[i] for i in chain if mentions[i].form != "name"):
                alike = [m for m in named if (m.kind == "person") == (described.kind == "person")]
                if alike:
                    found[described.span.start] = max(alike, key=lambda m: (len(name_parts(m)), -m.span.start))
        return found

    @staticmethod
    def _speaker_bonus(mention: Mention, speaker: Mention | None) -> float:
        same = speaker is not None and name_parts(speaker)[-1] == name_parts(mention)[-1]
        return _SPEAKER_BONUS if same else 0.0

    def described(self, chunk: Chunk, speaker: Mention | None = None) -> Mention | None:
        """Return the person that a description ("the senator") stands for, where title or chain tells; else None."""
        reading = self.reading
        bearer = titled(self.reading, self.people, chunk)
        chained = self._chain_names.get(reading.annotated.words.start[chunk.start])
        return bearer or chained or self._office_holder(chunk, self._taken_up, speaker)

    def _office_holder(self, chunk: Chunk, taken_up: dict[int, Mention], speaker: Mention | None) -> Mention | None:
        """Return the last person whose title fits the noun, or whom the article is about if the noun fits but one."""
        bearer = titled(self.reading, self.people, chunk)
        if bearer is not None:
            return bearer
        if not fits_one(self.reading, chunk):
            return self._spoken_of(chunk, taken_up, speaker) if points_back(self.reading, chunk) else None
        noun = self.reading.lower[chunk.head]
        gender = next((g for g in ("male", "female") if noun in word_class(g + "_noun")), None)
        allowed: set[str | None] = {None, gender} if gender else {None, "male", "female"}
        return self._best(chunk.head, allowed, taken_up, speaker)

    def _spoken_of(self, chunk: Chunk, taken_up: dict[int, Mention], speaker: Mention | None) -> Mention | None:
        """Return whom the article speaks of where it says "the Harbour clerk" of somebody not called so before."""
        person = self._best(chunk.head, {None, "male", "female"}, taken_up, speaker)
        if person is None or holds_office(person):
            return None
        sentences = self.reading.annotated.words.sentence
        away = sentences[chunk.head] - sentences[self.reading.word_at(person.span.start)]
        return person if away <= _SPOKEN_OF else None
