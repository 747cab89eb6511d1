"""Changes to training windows that bring the treebanks closer to news from everywhere.

British titles and spelling, every kind of quotation mark, speakers behind their verb, headlines and lists
of countries: each change keeps the annotation true, and each is drawn a window.
"""

import random
from collections.abc import Callable
from typing import Final

from crossread.learn.reader.windows import Window, Word

# How often each change is tried; where nothing in a window suits it, the window stays as it is.
TITLES: Final = 0.5
QUOTES: Final = 0.4
UNCLOSED: Final = 0.08
APOSTROPHES: Final = 0.3
SPELLING: Final = 0.4
SPEAKERS: Final = 0.6
SPEECH_VERBS: Final = 0.4
HEADLINES: Final = 0.06
COUNTRY_LISTS: Final = 0.25
FORGET_SPACING: Final = 0.1

_DOTTED_TITLES: Final = {"Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Gen.", "Sen.", "Rep.", "St.", "Lt.", "Col."}
_DOUBLE_QUOTES: Final = {'"', "“", "”", "``", "''"}
_SINGLE_QUOTES: Final = {"'", "‘", "’", "`"}
_QUOTE_STYLES: Final = (('"', '"'), ("“", "”"), ("'", "'"), ("‘", "’"), ("``", "''"), ("”", "”"))
_SAID: Final = {"said", "says", "added", "told", "asked", "replied", "explained"}
_OTHER_SPEECH: Final = {
    "said": (
        "shouted",
        "declared",
        "insisted",
        "added",
        "warned",
        "claimed",
        "argued",
        "explained",
        "noted",
        "announced",
        "vowed",
        "tweeted",
        "proclaimed",
        "told",
    ),
    "says": ("insists", "adds", "warns", "claims", "argues", "explains", "notes", "declares"),
}
_COUNTRIES: Final = [
    "Argentina",
    "Brazil",
    "Canada",
    "Chile",
    "Colombia",
    "Paraguay",
    "Peru",
    "Ecuador",
    "Guatemala",
    "Honduras",
    "Panama",
    "Venezuela",
    "Bolivia",
    "Cuba",
    "Nicaragua",
    "Mexico",
    "Turkey",
    "Russia",
    "China",
    "Iran",
    "Syria",
    "Germany",
    "France",
    "Spain",
    "Britain",
    "Italy",
    "Portugal",
    "Greece",
    "Poland",
    "Ukraine",
    "Egypt",
    "Nigeria",
    "Kenya",
    "Ghana",
    "Ethiopia",
    "Morocco",
    "Algeria",
    "Tunisia",
    "India",
    "Pakistan",
    "Bangladesh",
    "Japan",
    "Thailand",
    "Vietnam",
    "Indonesia",
    "Malaysia",
    "Australia",
    "Israel",
    "Jordan",
    "Lebanon",
    "Iraq",
    "Qatar",
    "Kuwait",
    "Yemen",
    "Oman",
    "Sweden",
    "Norway",
    "Denmark",
    "Finland",
    "Austria",
    "Belgium",
    "Ireland",
    "Hungary",
    "Serbia",
    "Croatia",
]
_BRITISH: Final = {
    "color": "colour",
    "favor": "favour",
    "labor": "labour",
    "honor": "honour",
    "neighbor": "neighbour",
    "behavior": "behaviour",
    "center": "centre",
    "theater": "theatre",
    "defense": "defence",
    "offense": "offence",
    "program": "programme",
    "traveled": "travelled",
    "canceled": "cancelled",
    "toward": "towards",
    "gray": "grey",
}
_SHORTEST_ISE: Final = 7  # letters: "organize" changes, "size" and "prize" stay


def augment(window: Window, source: random.Random) -> Window:
    """Apply every change that is drawn, in place; return the same window."""
    for chance, change in _CHANGES:
        if source.random() < chance:
            change(window, source)
    return window


def _drop_title_dots(window: Window, _: random.Random) -> None:
    for word in window.words:
        if word.form in _DOTTED_TITLES:
            word.form = word.form[:-1]


def _restyle_quotes(window: Window, source: random.Random) -> None:
    opening, closing = source.choice(_QUOTE_STYLES)
    inside = False
    sentence = -1
    for word in window.words:
        if word.starts_paragraph or (word.sentence != sentence and not window.has_syntax):
            inside = False
        sentence = word.sentence
        if _is_quote(word, window.has_syntax):
            word.form = closing if inside else opening
            inside = not inside


def _is_quote(word: Word, has_syntax: bool) -> bool:
    if word.form in _DOUBLE_QUOTES:
        return True
    return has_syntax and word.form in _SINGLE_QUOTES and word.upos == "PUNCT"


def _unclose_quote(window: Window, source: random.Random) -> None:
    heads = {id(word.head) for word in window.words}
    quotes = [word for word in window.words if _is_quote(word, window.has_syntax) and id(word) not in heads]
    if len(quotes) < 2:
        return
    dropped = source.choice(quotes[1::2])
    if dropped.name not in (None, "O"):
        return
    position = window.words.index(dropped)
    del window.words[position]
    if position < len(window.words) and dropped.starts_paragraph:
        window.words[position].starts_paragraph = True


def _curl_apostrophes(window: Window, _: random.Random) -> None:
    for word in window.words:
        if len(word.form) > 1 and "'" in word.form and word.form != "''":
            word.form = word.form.replace("'", "’")
        elif word.form == "'" and word.upos == "PART":
            word.form = "’"


def _spell_british(window: Window, _: random.Random) -> None:
    for word in window.words:
        word.form = _british(word.form)


def _british(form: str) -> str:
    if not form.islower():
        return form
    for plain, british in _BRITISH.items():
        if form in (plain, plain + "s"):
            return british + form[len(plain) :]
    if len(form) >= _SHORTEST_ISE:
        for ending in ("ize", "ized", "izes", "izing", "ization"):
            if form.endswith(ending):
                return form.removesuffix(ending) + ending.replace("z", "s", 1)
    return form


def _children(window: Window, head: Word) -> list[Word]:
    return [word for word in window.words if word.head is head]


def _subtree(window: Window, top: Word) -> set[int]:
    """Positions of a word and everything that hangs from it."""
    position = {id(word): index for index, word in enumerate(window.words)}
    found = {position[id(top)]}
    pending = [top]
    while pending:
        for child in _children(window, pending.pop()):
            found.add(position[id(child)])
            pending.append(child)
    return found


def _invert_speakers(window: Window, _: random.Random) -> None:
    """``"...," the official said`` becomes ``"...," said the official``."""
    if not window.has_syntax:
        return
    for index, verb in enumerate(list(window.words)):
        if verb.form in _SAID and verb.upos == "VERB":
            _invert_one(window, verb, index)


def _invert_one(window: Window, verb: Word, index: int) -> None:
    subject = next((word for word in _children(window, verb) if word.deprel == "nsubj"), None)
    if subject is None or subject.upos == "PRON":
        return
    positions = sorted(_subtree(window, subject))
    start, end = positions[0], positions[-1] + 1
    contiguous = len(positions) == end - start
    before = window.words[start - 1] if start else None
    if not contiguous or end != index or before is None or before.sentence != verb.sentence:
        return
    told = any(
        child.deprel in {"ccomp", "parataxis", "parataxis:rep"} and window.words.index(child) < start
        for child in _children(window, verb)
    )
    if told or (verb.deprel or "").startswith("parataxis"):
        moved = window.words[start:end]
        window.words[start : index + 1] = [verb, *moved]
        verb.space_before, moved[0].space_before = moved[0].space_before, True


def _vary_speech_verbs(window: Window, source: random.Random) -> None:
    for word in window.words:
        others = _OTHER_SPEECH.get(word.form)
        if others and word.upos in (None, "VERB") and word.name in (None, "O", "?"):
            word.form = source.choice(others)


def _make_headline(window: Window, source: random.Random) -> None:
    """One sentence without its final stop, in the capitals of a headline, or without any."""
    sentences = sorted({word.sentence for word in window.words})
    chosen = source.choice(sentences)
    words = [word for word in window.words if word.sentence == chosen]
    heads = {id(word.head) for word in window.words}
    if words[-1].form == "." and len(words) > 2 and id(words[-1]) not in heads:
        window.words.remove(words[-1])
        words.pop()
        words[0].starts_paragraph = window.has_syntax
        following = next((word for word in window.words if word.sentence > chosen), None)
        if following is not None and window.has_syntax:
            following.starts_paragraph = True
    recase = source.choice((str.title, str.title, str.upper, str.lower, _capitalised, _capitalised))
    for word in words:
        if word.form.isalpha():
            word.form = recase(word.form)


_SMALL_WORDS: Final = {"a", "an", "the", "of", "in", "on", "to", "and", "or", "for", "at", "by", "as", "with"}


def _capitalised(form: str) -> str:
    return form if form in _SMALL_WORDS else form[:1].upper() + form[1:]


def _list_countries(window: Window, source: random.Random) -> None:
    """One country becomes a list: ``Argentina, Brazil, Canada and Chile``."""
    heads = {id(word.head) for word in window.words}
    lone = [
        word
        for word in window.words
        if word.form in _COUNTRIES
        and id(word) not in heads
        and word.name in (None, "S-Location", "S-LOC", "S-place")
        and (word.upos in (None, "PROPN") and word.deprel not in ("flat", "compound"))
    ]
    if not lone:
        return
    first = source.choice(lone)
    names = source.sample(_COUNTRIES, source.randint(2, 8))
    first.form = names[0]
    position = window.words.index(first) + 1
    added: list[Word] = []
    for number, name in enumerate(names[1:], start=2):
        added.extend(_list_member(window, first, name, number == len(names), source))
    window.words[position:position] = added


def _list_member(window: Window, first: Word, name: str, is_last: bool, source: random.Random) -> list[Word]:
    known = window.has_syntax
    outside = None if first.name is None else "O"
    item = Word(name, True, first.sentence, False, name=first.name)
    joint = Word(",", False, first.sentence, False, name=outside)
    if known:
        item.upos, item.feats, item.deprel, item.head = "PROPN", first.feats, "conj", first
        joint.upos, joint.feats, joint.deprel, joint.head = "PUNCT", "_", "punct", item
    if not is_last:
        return [joint, item]
    conjunction = Word("and", True, first.sentence, False, name=outside)
    if known:
        conjunction.upos, conjunction.feats = "CCONJ", "_"
        conjunction.deprel, conjunction.head = "cc", item
    return [joint, conjunction, item] if source.random() < 0.3 else [conjunction, item]


def _forget_spacing(window: Window, _: random.Random) -> None:
    for word in window.words:
        word.space_before = None


_CHANGES: Final[tuple[tuple[float, Callable[[Window, random.Random], None]], ...]] = (
    (COUNTRY_LISTS, _list_countries),
    (SPEAKERS, _invert_speakers),
    (SPEECH_VERBS, _vary_speech_verbs),
    (TITLES, _drop_title_dots),
    (SPELLING, _spell_british),
    (UNCLOSED, _unclose_quote),
    (QUOTES, _restyle_quotes),
    (APOSTROPHES, _curl_apostrophes),
    (HEADLINES, _make_headline),
    (FORGET_SPACING, _forget_spacing),
)
