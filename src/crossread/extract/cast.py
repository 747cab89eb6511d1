"""Who is who inside one article: the fullest name for a shorter one, and the person a pronoun stands for.

A first reading, for speakers and holders only; names are resolved for good across the story, by `resolve`.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import islice
from typing import Any

from crossread.extract.appositions import apposed
from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.cues import reports_speech
from crossread.extract.reading import Reading
from crossread.extract.roles import subject_of
from crossread.extract.word_classes import word_class
from crossread.records import Mention
from crossread.resources import read_table

_SENTENCES_BACK = 6  # how far a pronoun reaches; farther back the writer names the person again
_SENTENCE_COST = 2.0  # against the bonus of a subject: a subject one sentence back beats an object in this one
_SUBJECT_BONUS = 2.5
_TOPIC_BONUS = 1.0
_SPEAKER_BONUS = 2.0
_GENDER_BONUS = 0.5  # a person known to be of the pronoun's gender, over one whose gender nothing tells
_OWNER_BONUS = 2.0  # the owner of a subject, its cost made good: less than a subject, more than an object
_OWNER_COST = 1.0  # "Smith's lawyer": the lawyer is spoken of


_SURELY = 90  # per cent of the bearers of a first name that must be of one gender for it to tell


@cache
def _first_names() -> dict[str, str]:
    """Return male or female for each first name, in lower case, that tells."""
    found = {}
    for row in read_table("gazetteer/given_names.tsv"):
        men = int(row["men"])
        if men > _SURELY or men < 100 - _SURELY:
            found[row["name"].lower()] = "male" if men > _SURELY else "female"
    return found | {row["name"]: row["gender"] for row in read_table("lexicons/en/first_names.tsv")}


@dataclass(frozen=True)
class Cast:
    """The persons of an article, by name."""

    reading: Reading

    @cached_property
    def remembered(self) -> dict[tuple[Chunk, Any], Any]:
        """Whom noun phrases were found to refer to, given who spoke last."""
        return {}

    @cached_property
    def people(self) -> tuple[Mention, ...]:
        """The mentions that name a person, in text order."""
        return tuple(m for m in self.reading.annotated.mentions if m.form == "name" and m.kind == "person")

    @cached_property
    def _by_surname(self) -> dict[str, list[Mention]]:
        found: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in self._different:
            found[_parts(mention)[-1]].append(mention)
        return dict(found)

    @cached_property
    def _different(self) -> tuple[Mention, ...]:
        """The first mention of a person in each wording: an article repeats a few."""
        found: dict[tuple[str, str | None], Mention] = {}
        for mention in self.people:
            found.setdefault((mention.span.text, mention.title), mention)
        return tuple(found.values())

    @cached_property
    def _full(self) -> dict[str, list[Mention]]:
        """Mentions of at least two words, by each of their words."""
        found: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in self._different:
            parts = _parts(mention)
            if len(parts) > 1:
                for part in dict.fromkeys(parts):
                    found[part].append(mention)
        return dict(found)

    @cached_property
    def _subjects(self) -> dict[int, float]:
        """How much weight the mentions that are subjects of a finite verb have, by first character.

        The first one of a sentence, whom it is about, has the most.
        """
        reading = self.reading
        weights: dict[int, float] = {}
        told = -1
        for group in reading.groups:
            own = group.finite and not reading.quoted[group.verb]
            chunk = (subject_of(reading, group) or self._inverted(group)) if own else None
            mention = self._person_of(chunk) if chunk is not None else None
            sentence = reading.annotated.words.sentence[group.verb]
            if mention is not None and chunk is not None and not self._joined(chunk):
                bonus = _SUBJECT_BONUS + (_TOPIC_BONUS if sentence != told else 0)
                weights[mention.span.start] = max(bonus, weights.get(mention.span.start, 0))
            if chunk is not None and own and mention is None and (owner := self._owner_of(chunk)) is not None:
                weights[owner.span.start] = max(_OWNER_BONUS, weights.get(owner.span.start, 0))
            told = sentence if chunk is not None else told
        return weights

    def _joined(self, chunk: Chunk) -> bool:
        """Whether it is the last of several subjects, "Ann Lee and John Reed": no likelier he than the others."""
        before = self.reading.names[chunk.start - 2] if chunk.start > 1 else None
        joined = before is not None and self.reading.lower[chunk.start - 1] == "and"
        return joined and before is not None and before.kind == "person"

    def _owner_of(self, chunk: Chunk) -> Mention | None:
        """Return the person that the subject belongs to: "Ann Lee's faith shaped …" is about Ann Lee."""
        reading = self.reading
        owner = next((w for w in range(chunk.start + 1, chunk.end) if reading.tags[w].part == "poss"), None)
        mention = reading.names[owner - 1] if owner is not None else None
        named = mention is not None and mention.form == "name" and mention.kind == "person"
        return mention if named else None

    def _person_of(self, chunk: Chunk) -> Mention | None:
        """Return whom the noun phrase names or, if it only describes, the name right after it."""
        own = self.reading.names[chunk.head]
        named = own is not None and own.form == "name" and own.kind == "person"
        return own if named else apposed(self.reading, chunk) or own

    def _inverted(self, group: VerbGroup) -> Chunk | None:
        """Return the speaker after the cue: "…," said the mayor."""
        after = group.verb + 1
        return self.reading.chunk_of[after] if reports_speech(group.lemma) and after < len(self.reading.forms) else None

    def full_name(self, mention: Mention) -> str:
        """Return the fullest name that the article gives the person named here; other names as they stand."""
        if mention.kind != "person" or mention.form != "name":
            return self._spelled_out(mention)
        parts = _parts(mention)
        known = self._full.get(parts[-1]) or (self._full.get(parts[0]) if len(parts) == 1 else None) or []
        fitting = [m for m in known if set(parts) <= set(_parts(m)) and self._agree(mention, m)]
        if not fitting:
            return mention.span.text
        names = {tuple(_parts(m)) for m in fitting}
        longest = max(fitting, key=lambda m: (len(_parts(m)), -m.span.start))
        if all(set(name) <= set(_parts(longest)) for name in names):
            return longest.span.text
        if len({_formal(name) for name in names}) == 1:
            return max(fitting, key=lambda m: (_formal(tuple(_parts(m))) == tuple(_parts(m)), -m.span.start)).span.text
        if mention.title is None:
            return fitting[0].span.text
        return max(fitting, key=lambda m: (self._last_before(m, mention.span.start), -m.span.start)).span.text

    def times(self, name: str) -> int:
        """Return how often the article names somebody whose full name this is."""
        return self._counted[name]

    @cached_property
    def _counted(self) -> Counter[str]:
        return Counter(self.full_name(m) for m in self.reading.annotated.mentions if m.form == "name")

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        """Where each wording of a name stands, in order."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for mention in self.people:
            found[mention.span.text].append(mention.span.start)
        return dict(found)

    def _last_before(self, mention: Mention, offset: int) -> int:
        """Return where the wording was used last up to the character; -1 if it was not yet."""
        starts = self._starts[mention.span.text]
        at = bisect_right(starts, offset)
        return starts[at - 1] if at else -1

    @cached_property
    def _acronyms(self) -> dict[str, str]:
        """Acronyms that the article itself introduces in brackets after the name."""
        text, found = self.reading.text, {}
        for mention in self.reading.annotated.mentions:
            if mention.form != "name" or mention.kind == "person":
                continue
            tail = text[mention.span.end : mention.span.end + 14]
            inside = tail[2:].split(")")[0].strip(".") if tail.startswith((" (", " [")) else ""
            if inside.isupper() and len(inside) > 1:
                found[inside] = mention.span.text
        return found

    @cached_property
    def _initials(self) -> dict[str, str]:
        """The first name of an organisation or state for each row of initials."""
        found: dict[str, str] = {}
        for mention in self.reading.annotated.mentions:
            words = [w for w in mention.span.text.replace("-", " ").split() if w[:1].isupper()]
            if mention.form == "name" and mention.kind != "person" and len(words) > 2:
                found.setdefault("".join(w[0] for w in words), mention.span.text)
        return found

    def _spelled_out(self, mention: Mention) -> str:
        name = mention.span.text
        short = name.replace(".", "")
        if not short.isupper():
            return name
        return self._acronyms.get(name) or self._initials.get(short) or name

    def _agree(self, one: Mention, other: Mention) -> bool:
        genders = {self.gender(one, alone=True), self.gender(other, alone=True)} - {None}
        return len(genders) < 2

    def gender(self, mention: Mention, *, alone: bool = False) -> str | None:
        """Return male or female where a title, a first name or (unless `alone`) a fuller name tells; else None."""
        key = mention.span.text, mention.title, alone
        if key not in self._genders:
            self._genders[key] = self._gender(mention, alone=alone)
        return self._genders[key]

    @cached_property
    def _genders(self) -> dict[tuple[str, str | None, bool], str | None]:
        """What was told so far, by name, title and whether a fuller name counted."""
        return {}

    def _gender(self, mention: Mention, *, alone: bool) -> str | None:
        title = (mention.title or "").lower().split()
        for gender in ("male", "female"):
            if any(word in word_class(f"title_{gender}") or word in word_class(f"{gender}_noun") for word in title):
                return gender
        parts = _parts(mention)
        given = _first_names().get(parts[0]) if len(parts) > 1 else None
        if given or alone:
            return given
        known = self._by_surname.get(parts[-1], [])
        genders = {self.gender(m, alone=True) for m in known} - {None}
        if len(genders) == 1:
            return genders.pop()
        return _first_names().get(parts[0]) if len(parts) == 1 and not self._full.get(parts[0]) else None

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
        return found

    def _best(
        self, word: int, allowed: set[str | None], taken_up: dict[int, Mention], speaker: Mention | None
    ) -> Mention | None:
        """Return the likeliest person before the word, among the names and the pronouns already understood."""
        if word in taken_up and speaker is None:
            return taken_up[word]
        best, score = None, float("-inf")
        for person, value in self._candidates(word, taken_up, speaker):
            gender = self.gender(person)
            sure = _GENDER_BONUS if gender is not None and len(allowed) == _ONE_GENDER else 0.0
            if gender in allowed and value + sure > score:
                best, score = person, value + sure
        return best

    def _candidates(
        self, word: int, taken_up: dict[int, Mention], speaker: Mention | None
    ) -> Iterator[tuple[Mention, float]]:
        """Yield the persons before the word, nearest first, with their salience; then those of understood pronouns."""
        sentences = self.reading.annotated.words.sentence
        last = bisect_left(self.people, self.reading.annotated.words.start[word], key=lambda m: m.span.start)
        for mention in reversed(self.people[max(0, last - _CANDIDATES) : last]):
            away = sentences[word] - sentences[self.reading.word_at(mention.span.start)]
            if away > _SENTENCES_BACK:
                break
            if not self._out_of_reach(mention) and not (away == 0 and self._closes(word)):
                yield mention, self._salience(mention, away, speaker)
        pronouns = list(islice((w for w in reversed(taken_up) if w < word), _CANDIDATES))
        for pronoun in pronouns:
            away = sentences[word] - sentences[pronoun]
            if away <= _SENTENCES_BACK:
                value = _SUBJECT_BONUS + _TOPIC_BONUS - _SENTENCE_COST * away
                yield taken_up[pronoun], value + self._speaker_bonus(taken_up[pronoun], speaker)

    def _closes(self, word: int) -> bool:
        """Whether the pronoun's clause only says who told what stands before it ("…, he said, …"): none of its names.

        Nobody is named in what they are said to say, and then taken up by a pronoun outside of it.
        """
        reading = self.reading
        says = reading.groups_in(word + 1, word + 2)
        after = reading.forms[word + 2] if word + 2 < len(reading.forms) else "."
        return bool(says) and reports_speech(says[0].lemma) and after in (",", ".")

    def _out_of_reach(self, mention: Mention) -> bool:
        """Whether the name stands inside a quotation, or where only a place can stand."""
        first = self.reading.word_at(mention.span.start)
        return self.reading.quoted[first] or (first > 0 and self.reading.lower[first - 1] in ("in", "at"))

    def _salience(self, mention: Mention, away: int, speaker: Mention | None) -> float:
        value = -_SENTENCE_COST * away
        value += self._subjects.get(mention.span.start, 0)
        value += self._speaker_bonus(mention, speaker)
        after = self.reading.word_after(mention.span.end)
        if after < len(self.reading.tags) and self.reading.tags[after].part == "poss":
            value -= _OWNER_COST
        return value

    @cached_property
    def _chain_names(self) -> dict[int, Mention]:
        """For the first character of each mention in a chain that holds a name, its first full name."""
        mentions, found = self.reading.annotated.mentions, {}
        for chain in self.reading.annotated.chains:
            named = [mentions[i] for i in chain if mentions[i].form == "name"]
            for described in (mentions[i] for i in chain if mentions[i].form != "name"):
                alike = [m for m in named if (m.kind == "person") == (described.kind == "person")]
                if alike:
                    found[described.span.start] = max(alike, key=lambda m: (len(_parts(m)), -m.span.start))
        return found

    @staticmethod
    def _speaker_bonus(mention: Mention, speaker: Mention | None) -> float:
        same = speaker is not None and _parts(speaker)[-1] == _parts(mention)[-1]
        return _SPEAKER_BONUS if same else 0.0

    def _fits(self, chunk: Chunk, title: list[str], titles: frozenset[str], *, named: bool) -> bool:
        """Whether the description is of who bears the title: by its noun, and by each word if it names a body."""
        if title[-1] not in titles or set(title) & word_class("lesser"):
            return False
        return not named or set(self.reading.lower[chunk.start + 1 : chunk.end]) <= set(title)

    def described(self, chunk: Chunk, speaker: Mention | None = None) -> Mention | None:
        """Return the person that a description ("the senator") stands for, where title or chain tells; else None."""
        reading = self.reading
        titled = self._titled(chunk)
        chained = self._chain_names.get(reading.annotated.words.start[chunk.start])
        return titled or chained or self._office_holder(chunk, self._taken_up, speaker)

    def _office_holder(self, chunk: Chunk, taken_up: dict[int, Mention], speaker: Mention | None) -> Mention | None:
        """Return the last person whose title fits the noun, or whom the article is about if the noun fits but one."""
        titled = self._titled(chunk)
        noun = self.reading.lower[chunk.head]
        fits_one = self._refers(chunk) and noun in word_class("unique_role") and not self._narrowed(chunk)
        if titled is not None or not fits_one:
            return titled
        gender = next((g for g in ("male", "female") if noun in word_class(g + "_noun")), None)
        allowed: set[str | None] = {None, gender} if gender else {None, "male", "female"}
        return self._best(chunk.head, allowed, taken_up, speaker)

    def _refers(self, chunk: Chunk) -> bool:
        """Whether it is "the" and a role, and no president of a named body."""
        noun = self.reading.lower[chunk.head]
        if self.reading.lower[chunk.start] != "the" or noun not in word_class("unique_role") | word_class("role_noun"):
            return False
        return not (noun == "president" and self._names_body(chunk))

    def _narrowed(self, chunk: Chunk) -> bool:
        """Whether a noun says which of several it is ("the *defence* minister"): nobody known by another office."""
        reading = self.reading
        inside = range(chunk.start + 1, chunk.head)
        return any(reading.tags[w].part == "noun" and reading.forms[w].islower() for w in inside)

    def _names_body(self, chunk: Chunk) -> bool:
        modifiers = [self.reading.names[w] for w in range(chunk.start, chunk.head)]
        return any(m is not None and m.form == "name" and m.kind not in {"group", "person"} for m in modifiers)

    def _titled(self, chunk: Chunk) -> Mention | None:
        """Return the last person before it whose title fits the noun ("Governor Lee … the governor"), or None."""
        if not self._refers(chunk):
            return None
        named, noun = self._names_body(chunk), self.reading.lower[chunk.head]
        last = bisect_left(self.people, self.reading.annotated.words.start[chunk.start], key=lambda m: m.span.start)
        titles = word_class("title_of_" + noun) | {noun}
        for mention in reversed(self.people[max(0, last - _TITLES_BACK) : last]):
            title = (mention.title or "").lower().replace(".", "")
            if title and self._fits(chunk, title.split(), titles, named=named):
                return mention
        return None


_CANDIDATES = 40  # persons looked at for one pronoun: more within a few sentences are a list
_ONE_GENDER = 2  # kinds that are allowed when a gender is known: that one, and none told
_TITLES_BACK = 40  # names looked back for a title; an article names an office's holder more often than that


@cache
def _nicknames() -> dict[str, str]:
    """Return the given name for each form that stands for one name only."""
    found: dict[str, set[str]] = {}
    for row in read_table("gazetteer/nicknames.tsv"):
        for form in row["forms"].lower().split("|"):
            found.setdefault(form, set()).add(row["name"].lower())
    return {form: names.pop() for form, names in found.items() if len(names) == 1}


def _formal(name: tuple[str, ...]) -> tuple[str, ...]:
    """Return given name and surname, a nickname as the given name that it stands for."""
    return _nicknames().get(name[0], name[0]), name[-1]


def _parts(mention: Mention) -> tuple[str, ...]:
    """The words of a name, in lower case, initials and suffixes left out unless nothing else is there."""
    return _parts_of(mention.span.text)


@lru_cache(maxsize=4096)
def _parts_of(name: str) -> tuple[str, ...]:
    words = name.lower().replace("’", "'").removesuffix("'s").replace(",", " ").split()
    kept = [w.strip(".") for w in words if len(w.strip(".")) > 1 and w.strip(".") not in ("jr", "sr", "iii", "ii")]
    return tuple(kept or words or [""])
