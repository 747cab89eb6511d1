"""Runs: stretches of capitalised words that may hold names, joined by what stands inside names."""

from collections.abc import Iterator

from crossread.annotate.gazetteer import given_names, kind_of, longest_known, name_heads, titles, weekdays
from crossread.annotate.lemmas import lemma
from crossread.annotate.programmes import programme_end
from crossread.annotate.titles import title_end
from crossread.annotate.tokens import Tokens
from crossread.resources.loader import read_terms

LONGEST_RUN = 15  # words; nothing longer is a name
LONGEST_SYLLABLE = 5  # letters
LONGEST_MIDDLE = 3  # letters of the small word in names such as "Stratford-on-Avon"
FEWEST_IN_BODY = 2  # words
_WORDLIKE = ("ing", "ly", "tion", "tions", "ers", "ed", "ness", "ment", "ments", "ity", "ies", "ism")
_VERBAL = ("ing", "ed")
_COMPOUNDING = frozenset(
    {"era", "led", "style", "like", "based", "run", "ally", "ish"}
)  # after a hyphen, no part of a name
_MARKS = frozenset('"“”‘’')
_HYPHENS = frozenset("-‐‑–")
_AFTER_COMMA = frozenset({"Jr.", "Sr.", "Jr", "Sr", "Inc.", "Ltd.", "LLC"})
_WHOSE = frozenset({"House", "Senate"})  # "House Oversight and Reform Committee"
_JOINERS = frozenset({"of", "for", "on", "and", "&"})


def find_runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Yield half-open ranges of words, in order, not overlapping, each within one sentence."""
    for number, (begin, stop) in enumerate(tokens.ranges):
        headline = number in tokens.headlines
        at = begin
        while at < stop:
            end = programme_end(tokens, at, stop)
            if end == at:
                end = _known_end(tokens, at, stop) if headline else _run_end(tokens, begin, at, stop)
            if end > at and not _is_function_word(tokens, at, end):
                yield at, end
            at = max(end, at + 1)


def _is_function_word(tokens: Tokens, at: int, end: int) -> bool:
    single = end - at == 1 and kind_of(tokens.texts[at:end]) is None
    return single and tokens.texts[at].lower() in read_terms("gazetteer/function_words.txt")


def _known_end(tokens: Tokens, at: int, stop: int) -> int:
    """Return where a name ends that starts here in a headline: only known names and the article's own count there."""
    known = longest_known(tokens.texts, at, stop)
    if known:
        return at + known
    end = at
    while end < stop and tokens.is_named(end):
        end += 1
    if end == at and tokens.texts[at].isupper() and kind_of([tokens.texts[at].capitalize()]):
        return at + 1
    return end


def _run_end(tokens: Tokens, begin: int, at: int, stop: int) -> int:
    end = at + longest_known(tokens.texts, at, stop)
    if end == at:
        end = _start(tokens, begin, at, stop)
    if end == at or not any(tokens.is_capital(i) for i in range(at, end)):
        return end
    stop = min(stop, at + LONGEST_RUN)
    while end < stop:
        further = _extend(tokens, at, end, stop)
        if further == end:
            break
        end = further
    return end


def _start(tokens: Tokens, begin: int, at: int, stop: int) -> int:
    if not tokens.is_capital(at):
        return at + 3 if _particle_hyphen(tokens, at, stop) else at
    if tokens.opens(at, begin) and not _may_start(tokens, at, stop):
        return at
    return at + 1


def _particle_hyphen(tokens: Tokens, at: int, stop: int) -> bool:
    """Tell whether a name such as "al-Sadr" starts here."""
    return (
        at + 2 < stop
        and tokens.texts[at] in read_terms("gazetteer/name_particles.txt")
        and tokens.texts[at + 1] in _HYPHENS
        and tokens.adjoin(at)
        and tokens.adjoin(at + 1)
        and tokens.is_capital(at + 2)
    )


def _may_start(tokens: Tokens, at: int, stop: int) -> bool:
    """Tell whether a word that has a capital for its place starts a name all the same."""
    word = tokens.texts[at]
    low = word.lower()
    if low in read_terms("gazetteer/function_words.txt") or (len(word) == 1 and word != "X"):
        return False
    goes_on = at + 1 < stop and tokens.is_capital(at + 1) and tokens.same_line(at)
    if title_end(tokens, at, stop) > at + (not goes_on and not word.endswith(".")):
        return True  # "Governor Lee", "Gov.", "Secretary of State"
    if word.isupper() and len(word) > 1:
        return low not in tokens.lower
    if goes_on and _is_body(tokens, at, stop):
        return True
    if low in tokens.lower or lemma(low) in tokens.lower or low in read_terms("gazetteer/role_modifiers.txt"):
        return False
    if tokens.capital_inside[word]:
        return True
    if goes_on and word in given_names():
        return True
    return not is_common(low) and not low.endswith(_VERBAL if goes_on else _WORDLIKE)


def _is_body(tokens: Tokens, at: int, stop: int) -> bool:
    """Tell whether the capitalised words from here on end like a body's name, and are none without the first."""
    end = at + 1
    while end < stop and tokens.is_capital(end) and tokens.same_line(end - 1):
        end += 1
    ends = name_heads().get(tokens.texts[end - 1]) == "org"
    return ends and kind_of(tokens.texts[at + 1 : end]) is None and end - at > FEWEST_IN_BODY


def is_common(word: str) -> bool:
    """Tell whether the word, in lower case, is a common one of the language, or a form of one."""
    common = read_terms("gazetteer/common_words.txt")
    return word in common or lemma(word) in common or (word.endswith("s") and word[:-1] in common)


def _extend(tokens: Tokens, begin: int, end: int, stop: int) -> int:
    """Return the end of the run with the next piece, or the same end where it does not go on."""
    texts = tokens.texts
    if texts[end] in _MARKS and _nickname(tokens, end, stop):
        return end + 4
    if texts[end] in _HYPHENS and tokens.adjoin(end - 1) and tokens.adjoin(end):
        return _after_hyphen(tokens, begin, end, stop)
    if texts[end] == "," and end + 1 < stop and texts[end + 1] in _AFTER_COMMA:
        sister = end + 2 < stop and texts[end + 1].startswith("Sr") and tokens.is_capital(end + 2)
        return end if sister else end + 2
    return _further_word(tokens, begin, end, stop) if tokens.same_line(end - 1) else end


def _further_word(tokens: Tokens, begin: int, end: int, stop: int) -> int:
    """Return the end after the next word or known name on the same line, where that goes on with the run."""
    texts = tokens.texts
    if tokens.is_capital(end):
        known = longest_known(texts, end, stop)
        alone = not known and texts[end] in weekdays()  # "endorsed Ana Ruiz Wednesday"
        return end if alone else end + max(known, 1)
    if texts[end] in read_terms("gazetteer/name_particles.txt"):
        return _after_particles(tokens, end, stop)
    if texts[end] in _JOINERS:
        return _after_joiner(tokens, begin, end, stop)
    return end


def _nickname(tokens: Tokens, end: int, stop: int) -> bool:
    """Tell whether a quoted name stands between a given name and a surname: William "Mo" Cole."""
    inside = end + 3 < stop and tokens.texts[end + 2] in _MARKS and tokens.texts[end - 1] in given_names()
    return inside and tokens.is_capital(end + 1) and tokens.is_capital(end + 3)


def _after_hyphen(tokens: Tokens, begin: int, end: int, stop: int) -> int:
    if kind_of(tokens.texts[begin:end]) == "gpe" and kind_of(tokens.texts[end + 1 : end + 2]) == "gpe":
        return end  # "US-Mexico border"
    if end + 1 < stop and (tokens.is_capital(end + 1) or _second_syllable(tokens, begin, end)):
        return end + 2
    short = end + 3 < stop and len(tokens.texts[end + 1]) <= LONGEST_MIDDLE
    return end + 4 if short and tokens.texts[end + 2] in _HYPHENS and tokens.is_capital(end + 3) else end


def _second_syllable(tokens: Tokens, begin: int, end: int) -> bool:
    """Tell whether a name goes on in lower case after a hyphen, as Korean and Chinese ones do: "Ban Ki-moon"."""
    first, second = tokens.texts[end - 1], tokens.texts[end + 1]
    short = len(first) <= LONGEST_SYLLABLE and len(second) <= LONGEST_SYLLABLE and second.isalpha()
    return short and end - begin > 1 and second not in _COMPOUNDING


def _after_particles(tokens: Tokens, end: int, stop: int) -> int:
    particles = read_terms("gazetteer/name_particles.txt")
    last = end
    while last < stop and tokens.texts[last] in particles:
        last += 1
    if last < stop and tokens.texts[last] in _HYPHENS:
        last += 1
    return last + 1 if last < stop and tokens.is_capital(last) else end


def _after_joiner(tokens: Tokens, begin: int, end: int, stop: int) -> int:
    """Return the end after "of", "for", "on" or "and" with what they join, where the words before call for it."""
    heads = read_terms("gazetteer/joining_heads.txt")
    word = tokens.texts[end]
    after = end + 1
    if after < stop and tokens.texts[after] == "the" and word not in {"and", "&"}:
        after += 1
    if after >= stop or not tokens.is_capital(after):
        return end
    before = tokens.texts[begin:end]
    if word == "&" or (word != "and" and before[-1] in heads):
        return after + 1
    if word == "and" and _and_joins(tokens, before, after, stop):
        return after + 1
    return end


def _and_joins(tokens: Tokens, before: list[str], after: int, stop: int) -> bool:
    """Tell whether "and" stands inside one name: "Department of Health and …", "Food and Drug Administration"."""
    heads = read_terms("gazetteer/joining_heads.txt")
    opened = any(joiner in before for joiner in ("of", "on", "for")) and before[0] in heads | _WHOSE
    opened = opened and not kind_of(before) and kind_of([tokens.texts[after]]) is None
    end = after
    while end < stop and tokens.is_capital(end) and tokens.same_line(end - 1):
        end += 1
    closes = name_heads().get(tokens.texts[end - 1]) == "org" and end - after > 1
    core = before[1:] if before[0] in _WHOSE or kind_of(before[:1]) == "gpe" else before
    if len(core) != 1 or kind_of(core) is not None or core[0] in given_names():
        return opened
    return opened or closes or (is_common(core[0].lower()) and _is_office(tokens, after, end))


def _is_office(tokens: Tokens, after: int, end: int) -> bool:
    """Tell whether a department goes on before its head's title: "Housing and Urban Development Secretary Ann Lee"."""
    at = next((i for i in range(after, end) if tokens.texts[i] in titles()), after)
    return (
        at > after
        and kind_of(tokens.texts[after:at]) is None
        and " ".join(tokens.texts[after : at + 1]) not in titles()
    )
