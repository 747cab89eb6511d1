"""What kind of thing each name of an article names, decided once for all its places by votes.

A known name has its kind. Others are told by their words (a head such as "Committee", a given name, initials) and by
what stands around them: a title, "who", a verb of speech, "in", "the".
"""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable

from crossread.annotate.gazetteer import given_names, kind_of, name_heads, role_nouns
from crossread.annotate.runs import is_common
from crossread.annotate.tokens import Tokens
from crossread.records import MentionKind
from crossread.resources.loader import read_terms

SHORTEST_ACRONYM, LONGEST_ACRONYM = 2, 6  # letters
MOST_NAMES_OF_ONE = 4  # words in the name of one person, particles apart
CERTAIN = 10
STRONG = 4
FAIR = 2
MOST, SOME = 0.5, 0.25  # shares of a name's places

_SITE = re.compile(r"\w\.(?:com|org|net|gov|co\.uk)$", re.IGNORECASE)
_GENERATIONS = frozenset({"Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV"})
_PLACE_BEFORE = frozenset({"in", "near", "across", "outside", "throughout"})
_JOINING = frozenset({"and", "&", "for"})  # inside a name of a body, never of a person
_PERSON_AFTER = frozenset({"who", "whose", "himself", "herself"})

Run = tuple[int, int]
"""Half-open range of words."""


def surname(parts: list[str]) -> str:
    """Return the last word of a person's name, generation ("Jr.") apart."""
    kept = [part for part in parts if part not in _GENERATIONS and part != ","]
    return kept[-1] if kept else parts[-1]


def decide_kinds(tokens: Tokens, names: Iterable[tuple[Run, bool]]) -> dict[str, MentionKind]:
    """Return the kind of each distinct name, by its words joined with spaces; the names come with whether titled."""
    parts: dict[str, list[str]] = {}
    places: defaultdict[str, list[tuple[Run, bool]]] = defaultdict(list)
    for run, titled in names:
        words = tokens.texts[run[0] : run[1]]
        name = " ".join(words)
        parts.setdefault(name, words)
        places[name].append((run, titled))
    votes: dict[str, Counter[MentionKind]] = {}
    for name, words in parts.items():
        votes[name] = _by_words(words)
        if max(votes[name].values()) < CERTAIN:
            votes[name].update(_by_context(tokens, places[name]))
    kinds = {name: _winner(votes[name]) for name in parts}
    spoken = {name for name in parts if kinds[name] in ("group", "gpe") and _speaks(tokens, places[name])}
    return _with_short_names(kinds, parts, votes, spoken)


def _winner(votes: Counter[MentionKind]) -> MentionKind:
    return min(votes, key=lambda kind: (-votes[kind], kind)) if votes else "other"


def _speaks(tokens: Tokens, places: list[tuple[Run, bool]]) -> bool:
    """Tell whether a name of a land or people is somebody's, too: it has a title or tells, and is nowhere a place."""
    before = {tokens.texts[begin - 1].lower() for (begin, _), _ in places if begin}
    after = {tokens.texts[end] for (_, end), _ in places if end < len(tokens.texts)}
    told = any(titled for _, titled in places) or bool(after & read_terms("gazetteer/speech_verbs.txt"))
    return told and not before & (_PLACE_BEFORE | {"the", "from"})


def _with_short_names(
    kinds: dict[str, MentionKind],
    parts: dict[str, list[str]],
    votes: dict[str, Counter[MentionKind]],
    spoken: Container[str],
) -> dict[str, MentionKind]:
    """Give a single word that ends or begins a person's full name that kind, unless it is known as another.

    `spoken`: names known as another's that are somebody's here, if a full name ends in them: "Jordan", of Jim Jordan.
    """
    surnames = {surname(parts[name]) for name, kind in kinds.items() if kind == "person" and len(parts[name]) > 1}
    people = {
        word for name, kind in kinds.items() if kind == "person" for word in (parts[name][0], surname(parts[name]))
    }
    people |= {word.upper() for word in people}  # as in headlines
    return {
        name: "person"
        if (len(parts[name]) == 1 and name in people and max(votes[name].values(), default=0) < CERTAIN)
        or (name in surnames and name in spoken)
        else kind
        for name, kind in kinds.items()
    }


def _by_words(words: list[str]) -> Counter[MentionKind]:
    words = words[1:] if words[0] == "The" and len(words) > 1 else words
    capitals = all(word.isupper() for word in words)
    known = kind_of(words) or (kind_of([word.capitalize() for word in words]) if capitals else None)
    if known is not None:
        return Counter({known: CERTAIN})
    if len(words) == 1:
        return _single(words[0])
    if kind_of(words[-1:]) == "group" and not _is_full_name(words):
        return Counter({"group": STRONG + 1})
    if _has_two_syllables(words):
        return Counter({"person": STRONG + 1})
    head = _head(words)
    if head is not None and not _may_be_surname(words, head):
        return Counter({head: STRONG + 1})
    if words[0] in given_names() or words[-1] in _GENERATIONS or any(_is_initial(word) for word in words[:-1]):
        return Counter({"person": STRONG})
    return _by_inner_words(words)


def _is_full_name(words: list[str]) -> bool:
    """Tell whether a given name stands before what is a people's name elsewhere: "Mark Cuban", no "Ann Americans"."""
    return all(word in given_names() or _is_initial(word) for word in words[:-1]) and not words[-1].endswith("s")


def _has_two_syllables(words: list[str]) -> bool:
    """Tell whether a name ends as Korean and Chinese ones do: "Park Soo-hyun", "Tsai Ing-wen"."""
    tied = words[-2:-1] in (["-"], ["‐"], ["‑"]) and words[-1].isalpha() and words[-1].islower()
    return tied and len(words) > len(("Soo", "-", "hyun")) and words[-3].istitle()


def _head(words: list[str]) -> MentionKind | None:
    """Return the kind that the head tells: the last word, or the one before "of"."""
    joined = words.index("of") if "of" in words[1:] else len(words)
    return name_heads().get(words[joined - 1])


def _may_be_surname(words: list[str], head: MentionKind) -> bool:
    """Tell whether the head may be a person's surname after a given name: "Ann Hall", "John J. Hill"."""
    if words[0] not in given_names():
        return False
    middle = words[1:-1]
    return all(word in given_names() or _is_initial(word) for word in middle) and (head != "org" or not middle)


def _by_inner_words(words: list[str]) -> Counter[MentionKind]:
    inner = next((name_heads()[word] for word in words if word in name_heads()), None)
    if inner is not None:
        return Counter({inner: STRONG})
    plain = [word for word in words if word not in read_terms("gazetteer/name_particles.txt") and word.isalpha()]
    if _JOINING & set(words) or (len(plain) < len(words) and {"of", "on"} & set(words)):
        return Counter({"org": FAIR + 1})
    if kind_of(words[:1]) is not None:
        return Counter({"org": FAIR})
    person = len(plain) <= MOST_NAMES_OF_ONE and not all(is_common(word.lower()) for word in plain)
    return Counter({"person" if person else "other": FAIR})


def _single(word: str) -> Counter[MentionKind]:
    if _SITE.search(word):
        return Counter({"org": STRONG})
    letters = word.replace(".", "")
    if letters.isupper() and letters.isalpha() and SHORTEST_ACRONYM <= len(letters) <= LONGEST_ACRONYM:
        return Counter({"org": FAIR})
    if word in given_names():
        return Counter({"person": FAIR})
    if word in name_heads():
        return Counter({name_heads()[word]: FAIR})
    return Counter({"other": 1})


def _is_initial(word: str) -> bool:
    return word[0].isupper() and word[1:] == "."


def _by_context(tokens: Tokens, places: list[tuple[Run, bool]]) -> Counter[MentionKind]:
    """Vote by what stands around a name, by the share of its places where it does, so that no habit adds up."""
    votes: Counter[MentionKind] = Counter()
    if any(titled for _, titled in places):
        votes["person"] += STRONG + 1
    before = [tokens.texts[begin - 1].lower() if begin else "" for (begin, _), _ in places]
    after = [tokens.texts[end] if end < len(tokens.texts) else "" for (_, end), _ in places]
    if before.count("the") > len(places) * MOST:
        votes["org"] += FAIR
        votes["person"] -= FAIR
    if sum(word in _PLACE_BEFORE for word in before) > len(places) * SOME:
        votes["gpe"] += FAIR
    if any(word in _PERSON_AFTER for word in after) or any(
        tokens.followed_by(end - 1, [",", "who"]) for (_, end), _ in places
    ):
        votes["person"] += FAIR
    if any(_apposed(tokens, run) for run, _ in places):
        votes["person"] += FAIR
    if any(word in read_terms("gazetteer/speech_verbs.txt") for word in after):
        votes["person"] += FAIR
    return votes


def _apposed(tokens: Tokens, run: Run) -> bool:
    """Tell whether a name stands between commas behind a word for one person: "Moore's wife, Melania, is"."""
    begin, end = run
    if begin < 2 or tokens.texts[begin - 1] != "," or tokens.texts[end : end + 1] != [","]:
        return False
    row = role_nouns().get(tokens.texts[begin - 2], {})
    return row.get("kind") == "person" and row.get("number") == "one"
