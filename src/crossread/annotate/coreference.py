"""Light coreference: chains of mentions of one article that name the same, by rules that any reader could check.

Names: the same words; a person's surname after the full name; an acronym in brackets after its name. Pronouns: "he",
"she" to the nearest suitable person before, by gender where a title or given name tells it; inside a quotation, where
"I" is its speaker, no pronoun is linked.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from crossread.annotate.gazetteer import given_names, role_nouns, titles
from crossread.annotate.kinds import surname
from crossread.annotate.nominals import pronouns
from crossread.annotate.quoted import is_quoted, quoted_ranges
from crossread.records import Document, Mention

MOSTLY = 90  # hundredths: a given name borne this one-sidedly tells a person's sex
FURTHEST_SENTENCES = 2  # from a pronoun back to the person meant
MOST_CANDIDATES = 12  # mentions before a pronoun that are looked at
BRACKET_GAP = 2  # characters between a name and its acronym: a space and the bracket


def find_chains(
    document: Document, sentences: Sequence[tuple[int, int]], mentions: Sequence[Mention]
) -> tuple[tuple[int, ...], ...]:
    """Return the chains of two mentions or more, each in text order, by their first mention."""
    parent = list(range(len(mentions)))
    _link_names(mentions, parent)
    _link_acronyms(document, mentions, parent)
    _link_pronouns(document, sentences, mentions, parent)
    chains: defaultdict[int, list[int]] = defaultdict(list)
    for index in range(len(mentions)):
        chains[_root(parent, index)].append(index)
    return tuple(sorted(tuple(chain) for chain in chains.values() if len(chain) > 1))


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def _join(parent: list[int], a: int, b: int) -> None:
    first, second = sorted((_root(parent, a), _root(parent, b)))
    parent[second] = first


def _link_names(mentions: Sequence[Mention], parent: list[int]) -> None:
    full: dict[str, int] = {}
    by_surname: defaultdict[str, list[int]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        if mention.form != "name":
            continue
        name = mention.span.text
        if name in full:
            _join(parent, full[name], index)
            continue
        full[name] = index
        parts = name.split()
        if mention.kind == "person" and len(parts) > 1:
            by_surname[surname(parts)].append(index)
    for name, bearers in by_surname.items():
        if name in full and mentions[full[name]].kind == "person":
            _join(parent, _before(bearers, full[name]), full[name])


def _before(bearers: list[int], short: int) -> int:
    """Return the last full name before the short one, the first after it where there is none."""
    earlier = [index for index in bearers if index < short]
    return earlier[-1] if earlier else bearers[0]


def _link_acronyms(document: Document, mentions: Sequence[Mention], parent: list[int]) -> None:
    names = [index for index, mention in enumerate(mentions) if mention.form == "name"]
    for before, after in pairwise(names):
        between = document.text[mentions[before].span.end : mentions[after].span.start]
        if (
            between.strip() == "("
            and len(between) <= BRACKET_GAP
            and _abbreviates(mentions[after].span.text, mentions[before])
        ):
            _join(parent, before, after)


def _abbreviates(short: str, mention: Mention) -> bool:
    letters = [letter.casefold() for letter in short if letter.isalpha()]
    initials = [word[0].casefold() for word in mention.span.text.replace("-", " ").split() if word[0].isalpha()]
    capital = [word[0].casefold() for word in mention.span.text.split() if word[0].isupper()]
    return len(letters) > 1 and letters in (initials, capital)


def gender(mention: Mention) -> str:
    """Return "m" or "f" where a title, a role or the given name tells it, else ""."""
    title = (mention.title or "").replace(".", "").split()
    told = next((found for word in title if (found := titles().get(word) or _role_gender(word))), "")
    if told or mention.form == "nominal":
        return told or _role_gender(mention.span.text.split()[-1])
    parts = mention.span.text.split()
    men = given_names().get(parts[0]) if len(parts) > 1 else None
    if men is None or 100 - MOSTLY < men < MOSTLY:
        return ""
    return "m" if men >= MOSTLY else "f"


def _role_gender(word: str) -> str:
    return role_nouns().get(word.lower(), {}).get("gender", "")


def _link_pronouns(
    document: Document, sentences: Sequence[tuple[int, int]], mentions: Sequence[Mention], parent: list[int]
) -> None:
    quoted = quoted_ranges(document.text)
    sentence = _sentence_numbers(sentences, mentions)
    genders: dict[int, str] = {}
    before: list[int] = []
    for index, mention in enumerate(mentions):
        if mention.kind != "person" or is_quoted(quoted, mention.span.start):
            continue
        if mention.form != "pronoun":
            root = _root(parent, index)
            genders[root] = genders.get(root) or gender(mention)
            if mention.form == "name":
                before.append(index)
            continue
        row = pronouns()[mention.span.text.lower()]
        if row["person"] == "3":
            chosen = _antecedent(index, row["gender"], before, sentence, parent, genders)
            if chosen is not None:
                _join(parent, chosen, index)
                before.append(index)


def _antecedent(
    pronoun: int, wanted: str, before: list[int], sentence: list[int], parent: list[int], genders: dict[int, str]
) -> int | None:
    """Choose the person meant: the first one of this or the nearest sentence before that has any of suitable gender."""
    near = [i for i in before[-MOST_CANDIDATES:] if sentence[pronoun] - sentence[i] <= FURTHEST_SENTENCES]
    suitable = [i for i in near if genders.get(_root(parent, i), "") in ("", wanted)]
    if not suitable:
        return None
    nearest = max(sentence[i] for i in suitable)
    return next(i for i in suitable if sentence[i] == nearest)


def _sentence_numbers(sentences: Sequence[tuple[int, int]], mentions: Sequence[Mention]) -> list[int]:
    numbers = []
    at = 0
    for mention in mentions:
        while at + 1 < len(sentences) and sentences[at][1] <= mention.span.start:
            at += 1
        numbers.append(at)
    return numbers
