"""What kind of thing each name of an article names, decided once for all its places by votes.

A known name has its kind. Others are told by their words (a head such as "Committee", a given name, initials) and by what
stands around them: a title, "who", a verb of speech, "in", "the".
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from crossread.annotate.gazetteer import given_names, kind_of, name_heads
from crossread.annotate.tokens import Tokens
from crossread.records import MentionKind
from crossread.resources.loader import read_terms

SHORTEST_ACRONYM, LONGEST_ACRONYM = 2, 6  # letters
MOST_NAMES_OF_ONE = 4  # words in the name of one person, particles apart
CERTAIN = 10
STRONG = 4
FAIR = 2

_GENERATIONS = frozenset({"Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV"})
_PLACE_BEFORE = frozenset({"in", "at", "near", "from", "across", "outside", "inside", "throughout", "around", "to"})
_PERSON_AFTER = frozenset({"who", "whose", "himself", "herself"})

Run = tuple[int, int]
"""Half-open range of words."""


def surname(parts: list[str]) -> str:
    """Return the last word of a person's name, generation ("Jr.") apart."""
    kept = [part for part in parts if part not in _GENERATIONS and part != ","]
    return kept[-1] if kept else parts[-1]


def decide_kinds(tokens: Tokens, names: Iterable[tuple[Run, bool]]) -> dict[str, MentionKind]:
    """Return the kind of each distinct name, by its words joined with spaces; the names come with whether titled."""
    votes: defaultdict[str, Counter[MentionKind]] = defaultdict(Counter)
    parts: dict[str, list[str]] = {}
    for run, titled in names:
        words = tokens.texts[run[0] : run[1]]
        name = " ".join(words)
        if name not in parts:
            parts[name] = words
            votes[name].update(_by_words(words))
        if max(votes[name].values(), default=0) < CERTAIN:
            votes[name].update(_by_context(tokens, run, titled))
    kinds = {name: _winner(votes[name]) for name in parts}
    return _with_short_names(kinds, parts, votes)


def _winner(votes: Counter[MentionKind]) -> MentionKind:
    return min(votes, key=lambda kind: (-votes[kind], kind)) if votes else "other"


def _with_short_names(
    kinds: dict[str, MentionKind], parts: dict[str, list[str]], votes: dict[str, Counter[MentionKind]]
) -> dict[str, MentionKind]:
    """Give a single word that ends or begins a person's full name that kind, unless it is known as another."""
    people = {
        word for name, kind in kinds.items() if kind == "person" for word in (parts[name][0], surname(parts[name]))
    }
    return {
        name: "person"
        if len(parts[name]) == 1 and name in people and max(votes[name].values(), default=0) < CERTAIN
        else kind
        for name, kind in kinds.items()
    }


def _by_words(words: list[str]) -> Counter[MentionKind]:
    known = kind_of(words) or (kind_of([words[0].capitalize()]) if len(words) == 1 and words[0].isupper() else None)
    if known is not None:
        return Counter({known: CERTAIN})
    if len(words) == 1:
        return _single(words[0])
    head = name_heads().get(words[-1])
    if head is not None and words[0] not in given_names():
        return Counter({head: STRONG + 1})
    if words[0] in given_names() or words[-1] in _GENERATIONS or any(_is_initial(word) for word in words[:-1]):
        return Counter({"person": STRONG})
    inner = next((name_heads()[word] for word in words if word in name_heads()), None)
    if inner is not None:
        return Counter({inner: STRONG})
    plain = [word for word in words if word not in read_terms("gazetteer/name_particles.txt") and word.isalpha()]
    if len(plain) < len(words) and any(word in {"of", "for", "and", "&", "on"} for word in words):
        return Counter({"org": FAIR + 1})
    first_known = kind_of(words[:1])
    if first_known is not None:
        return Counter({"org": FAIR})
    return Counter({"person": FAIR}) if len(plain) <= MOST_NAMES_OF_ONE else Counter({"other": FAIR})


def _single(word: str) -> Counter[MentionKind]:
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


def _by_context(tokens: Tokens, run: Run, titled: bool) -> Counter[MentionKind]:
    votes: Counter[MentionKind] = Counter()
    if titled:
        votes["person"] += STRONG + 1
    before = tokens.texts[run[0] - 1] if run[0] else ""
    after = tokens.texts[run[1]] if run[1] < len(tokens.texts) else ""
    if before.lower() == "the":
        votes["org"] += FAIR
        votes["person"] -= FAIR
    if before in _PLACE_BEFORE:
        votes["gpe"] += 1
    if after in _PERSON_AFTER or tokens.followed_by(run[1] - 1, [",", "who"]):
        votes["person"] += FAIR
    if after in read_terms("gazetteer/speech_verbs.txt"):
        votes["person"] += 1
    return votes
