"""Who is who inside one article by name: the fullest name for a shorter one, and whether it is a man's or a woman's."""

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from crossread.extract.gender import gender_by_clause, gender_by_title
from crossread.extract.person_names import first_names, formal, known_given_names, name_parts
from crossread.extract.reading import Reading
from crossread.extract.title_names import names_in_title
from crossread.linking import told_as_kin
from crossread.records import Mention


@dataclass(frozen=True)
class Bearers:
    """The names of an article, and who bears them."""

    reading: Reading

    @cached_property
    def people(self) -> tuple[Mention, ...]:
        """The mentions that name a person, in text order."""
        return tuple(m for m in self.reading.annotated.mentions if m.form == "name" and m.kind == "person")

    @cached_property
    def _by_surname(self) -> dict[str, list[Mention]]:
        found: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in self._different:
            found[name_parts(mention)[-1]].append(mention)
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
            parts = name_parts(mention)
            if len(parts) > 1:
                for part in dict.fromkeys(parts):
                    found[part].append(mention)
        return dict(found)

    def full_name(self, mention: Mention) -> str:
        """Return the fullest name that the article gives the person named here; other names as they stand."""
        name = self._full_names.get(mention.span.start)
        if name is None:
            name = self._full_names[mention.span.start] = self._full_name(mention)
        return name

    @cached_property
    def _full_names(self) -> dict[int, str]:
        """The full names told so far, by the first character of a mention."""
        return {}

    def _full_name(self, mention: Mention) -> str:
        if mention.kind != "person" or mention.form != "name":
            return self._spelled_out(mention)
        parts = name_parts(mention)
        known = self._full.get(parts[-1]) or (self._full.get(parts[0]) if len(parts) == 1 else None) or []
        fitting = [m for m in known if set(parts) <= set(name_parts(m)) and self._agree(mention, m)]
        fitting = self._without_kin(mention, fitting)
        if not fitting:
            return self._in_title.get(parts[-1], mention.span.text) if len(parts) == 1 else mention.span.text
        fitting = [m for m in fitting if _is_whole_name(m, parts[-1])] or fitting
        names = {name_parts(m) for m in fitting}
        longest = max(fitting, key=lambda m: (len(name_parts(m)), -m.span.start))
        if all(set(name) <= set(name_parts(longest)) for name in names):
            return longest.span.text
        if len({formal(name) for name in names}) == 1:
            return max(fitting, key=self._usual).span.text
        return self._established(fitting, mention).span.text

    def _without_kin(self, mention: Mention, bearers: list[Mention]) -> list[Mention]:
        """Leave out "her father, Bob Lee" where somebody was called "Lee" before, who "Lee" without a title then is."""
        parts = name_parts(mention)
        if mention.title is not None or len(parts) > 1 or parts[0] not in self._alone:
            return bearers
        first, text = self._alone[parts[0]][0], self.reading.text
        return [m for m in bearers if first > m.span.start or not told_as_kin(text, m.span.start, m.span.end)]

    @cached_property
    def _in_title(self) -> dict[str, str]:
        """The full names that the title gives, by surname."""
        surnames = {name_parts(mention)[-1] for mention in self._different if len(name_parts(mention)) > 1}
        return names_in_title(self.reading.annotated.document.title or "", surnames)

    def _established(self, bearers: list[Mention], mention: Mention) -> Mention:
        """Return whom a surname of several stands for: the first of them, if called by it before the next was named.

        Without a title it is the first in any case: "Reed" of two, where the other is "Ms. Reed".
        """
        chosen = bearers[0]
        for other in bearers[1:] if mention.title is not None else ():
            if other.span.start < mention.span.start and not self._called(mention, chosen, other):
                chosen = other
        return chosen

    def _called(self, mention: Mention, first: Mention, other: Mention) -> bool:
        """Whether the mention's surname stands alone between two persons' first full names."""
        starts = self._alone.get(name_parts(mention)[-1], [])
        at = bisect_left(starts, first.span.start)
        return at < len(starts) and starts[at] < other.span.start

    @cached_property
    def _alone(self) -> dict[str, list[int]]:
        """Where each surname stands alone, in order."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for mention in self.people:
            if len(name_parts(mention)) == 1:
                found[name_parts(mention)[0]].append(mention.span.start)
        return dict(found)

    def _usual(self, mention: Mention) -> tuple[int, bool, int]:
        """Rank the forms of one name ("Chuck", "Charles Reed") by uses, then the formal one, then the first."""
        parts = name_parts(mention)
        return len(self._starts[mention.span.text]), formal(parts) == parts, -mention.span.start

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
        key = mention.span.start, alone
        if key not in self._genders:
            self._genders[key] = self._gender(mention, alone=alone)
        return self._genders[key]

    @cached_property
    def _genders(self) -> dict[tuple[int, bool], str | None]:
        """What was told so far, by the first character of a mention, and whether a fuller name counted."""
        return {}

    def _alike(self, parts: tuple[str, ...]) -> list[Mention]:
        """Return the names that may be the same person's: "Lee" and "Ann Lee", but not "Bob Lee" and "Ann Lee"."""
        own, others = set(parts), self._by_surname.get(parts[-1], [])
        return [m for m in others if own <= set(name_parts(m)) or own >= set(name_parts(m))]

    def _gender(self, mention: Mention, *, alone: bool) -> str | None:
        told = gender_by_title(self.reading, mention)
        if told is not None or mention.form != "name":
            return told
        parts = name_parts(mention)
        given = first_names().get(parts[0]) if len(parts) > 1 else None
        return given if given or alone else self._gender_by_others(mention, parts)

    def _gender_by_others(self, mention: Mention, parts: tuple[str, ...]) -> str | None:
        """Return what fuller names tell of a name that does not tell itself, the title's too, or a clause about it."""
        alike = self._alike(parts)
        genders = {self.gender(m, alone=True) for m in self._without_kin(mention, alike)} - {None}
        if len(genders) == 1:
            return genders.pop()
        full = self.full_name(mention) if genders else self._in_title.get(parts[0]) if len(parts) == 1 else None
        if full is not None:
            return first_names().get(full.split()[0].lower())
        if len(parts) == 1 and not self._full.get(parts[0]):
            return first_names().get(parts[0])
        return next((told for m in (mention, *alike) if (told := gender_by_clause(self.reading, m))), None)


def _is_whole_name(mention: Mention, surname: str) -> bool:
    """Whether the words are a known given name and the surname: "Ann Lee", not "On Lee" of a headline."""
    parts = name_parts(mention)
    return parts[-1] == surname and parts[0] in known_given_names()
