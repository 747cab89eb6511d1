"""Verb dictionaries: what verbs do, in CAMEO's codes, alone and in patterns.

    &CURRENCY
    +DOLLARS
    +SWISS FRANCS

    --- PAY [071] ---
    PAY {PAYS PAID PAYING}
    SHELL_+OUT [070]
    - * TRIBUTE [041]
    - NOT * &CURRENCY [120]
    - % EXCHANGE * [060:060]

`[032:033]` is done by the source to the target, and by the target to the source. A code without a digit (`[---]`) is
none.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from crossread.extract.dictionaries.notation import before_codes, codes_in, lines_of, words_of
from crossread.extract.dictionaries.patterns import Pattern, Phrases, pattern_of, phrase_of

_FORMS: Final = re.compile(r"(?P<base>[^{]*)(?:\{(?P<others>[^}]*)\})?\s*")
_VOWELS: Final = "AEIOU"


@dataclass(frozen=True, slots=True)
class VerbCode:
    """CAMEO codes: `forth` of what the source does, `back` of what the target does; None where nothing is done."""

    forth: str | None = None
    back: str | None = None


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb: the words right `before` and `after` that are part of it, its code, its patterns."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    code: VerbCode
    patterns: tuple[tuple[Pattern, VerbCode], ...]


VerbBook = Mapping[str, tuple[Verb, ...]]
"""Verbs by the form of their verbal word, as `notation.plain` has it; those of most words first."""


@dataclass
class _Block:
    """The verbs that share patterns, with the code that holds where none fits."""

    code: VerbCode
    forms: list[tuple[str, VerbCode | None]] = field(default_factory=list)
    patterns: list[tuple[Pattern, VerbCode]] = field(default_factory=list)


def read_verbs(text: str) -> tuple[VerbBook, list[str]]:
    """Return the verbs of a dictionary by their forms, and the lines that cannot be understood."""
    lines = list(lines_of(text))
    sets = _sets(lines)
    faults: list[str] = []
    blocks: list[_Block] = []
    listing = False
    for line in lines:
        if line.startswith("---"):
            blocks.append(_Block(_code(codes_in(line))))
            listing = False
        elif line.startswith("&"):
            listing = True
        elif listing and line.startswith("+"):
            continue
        elif not blocks or not _add(blocks[-1], line, sets):
            faults.append(line)
    return _by_form(blocks), faults


def _add(block: _Block, line: str, sets: Mapping[str, Phrases]) -> bool:
    """Add a line to its block; return whether it could be understood."""
    codes = codes_in(line)
    if line.startswith("-"):
        pattern = pattern_of(before_codes(line)[1:], sets)
        if pattern is None or not codes:
            return False
        block.patterns.append((pattern, _code(codes)))
        return True
    entry = _FORMS.fullmatch(before_codes(line))
    if entry is None or not entry["base"].strip():
        return False
    own = _code(codes) if codes else None
    base = entry["base"].strip()
    forms = [base, *((entry["others"] or "").split() or _regular(base))]
    block.forms += [(form, own) for form in forms]
    return True


def _sets(lines: Iterable[str]) -> dict[str, Phrases]:
    """Return the phrases of each set, those of sets that stand in it among them."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    name = ""
    for line in lines:
        if line.startswith("&"):
            name = line[1:].rstrip("_ ").upper()
        elif name and line.startswith("+"):
            members[name].append(line[1:].strip().upper())
        else:
            name = ""
    return {name: frozenset(_phrases(name, members, ())) for name in members}


def _phrases(name: str, members: Mapping[str, list[str]], above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for member in members.get(name, ()):
        inner = member[1:].rstrip("_")
        if not member.startswith("&"):
            yield phrase_of(member)
        elif inner not in above:
            yield from _phrases(inner, members, (*above, name))


def _code(written: list[str]) -> VerbCode:
    forth, _, back = (written[0] if written else "").partition(":")
    return VerbCode(*(code.strip() if any(c.isdigit() for c in code) else None for code in (forth, back)))


def _regular(base: str) -> Iterator[str]:
    """Yield the regular forms of a verb; of several words, the one after "+" is the verb."""
    before, plus, verb = base.rpartition("+")
    verb, under, after = verb.partition("_") if plus else (base.rstrip("_"), "", "")
    for form in _inflected(verb):
        yield f"{before}{plus}{form}{under}{after}"


def _inflected(verb: str) -> Iterator[str]:
    if verb.endswith("E"):
        yield from (f"{verb}S", f"{verb}D", f"{verb[:-1]}ING")
    elif verb.endswith("Y") and verb[-2:-1] not in _VOWELS:
        yield from (f"{verb[:-1]}IES", f"{verb[:-1]}IED", f"{verb}ING")
    else:
        yield f"{verb}ES" if verb.endswith(("S", "X", "Z", "CH", "SH")) else f"{verb}S"
        yield from (f"{verb}ED", f"{verb}ING")


def _by_form(blocks: Iterable[_Block]) -> VerbBook:
    found: defaultdict[str, list[Verb]] = defaultdict(list)
    for block in blocks:
        patterns = tuple(sorted(block.patterns, key=lambda entry: -len(entry[0])))
        for form, own in block.forms:
            before, _, rest = form.rpartition("+")
            words = words_of(rest)
            if words:
                found[words[0]].append(Verb(words_of(before), words[1:], own or block.code, patterns))
    return {form: tuple(sorted(verbs, key=lambda v: -len(v.before) - len(v.after))) for form, verbs in found.items()}
