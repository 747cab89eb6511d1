"""What treebanks and attributions teach about verbs: the features of words that may be verbs, and what they do."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from crossread.annotate import RuleAnnotator
from crossread.annotate.reader import ReaderAnnotator
from crossread.extract.possible_verb import PossibleVerb
from crossread.extract.reading import Reading
from crossread.extract.tagging import tag_sentence
from crossread.extract.verb_features import verb_features
from crossread.extract.verb_model import Use, uses_of
from crossread.extract.verbs import Form, verb_forms
from crossread.learn.reader.conllu import read_documents
from crossread.learn.reader.gold_text import gold_text
from crossread.learn.statements.polnear import GoldArticle
from crossread.records import Document

Range = tuple[int, int]

Guess = Callable[[Sequence[str], Mapping[Form, str]], Use]
"""Says of a word's features and forms what it does."""

_ATTRIBUTES: Final = ("amod", "compound")
_CERTAIN: Final[frozenset[Form]] = frozenset({"s", "past"})


@dataclass(frozen=True, slots=True)
class Lesson:
    """A word that may be a verb: its features, what it does, and what it was guessed to do."""

    features: Sequence[str]
    use: Use
    guess: Use


def treebank_lessons(path: Path, guess: Guess, *, told: bool) -> Iterator[Lesson]:
    """Yield the lessons of a CoNLL-U file; `told`: each word sees what the ones before it do, not what was guessed.

    Raises ReadError if the file cannot be read.
    """
    for document in read_documents(path):
        gold = gold_text(document)
        words = (word for sentence in document.sentences for word in sentence.words)
        uses = {
            place: use_of(word.upos, word.feats, word.deprel, word.form)
            for word, place in zip(words, gold.words, strict=True)
        }
        yield from _lessons(Document(document.id, gold.text, "treebank"), uses, guess, told=told)


def use_of(part: str, feats: str, relation: str, form: str) -> Use:
    """Return what a word does of which a treebank or reader tells these; a verb that describes a noun is none."""
    if part not in ("VERB", "AUX") or relation.split(":")[0] in _ATTRIBUTES:
        return "none"
    if "VerbForm=Inf" in feats or "Mood=Imp" in feats:
        return "infinitive"
    if "VerbForm=Fin" in feats:
        return "finite"
    return "gerund" if form.lower().endswith("ing") else "participle"


def news_lessons(articles: Iterable[GoldArticle], guess: Guess) -> Iterator[Lesson]:
    """Yield the lessons of news, as the shipped reader tags it, with the cues of attributions set right.

    Raises ResourceError if the reader's files are missing.
    """
    reader = ReaderAnnotator(threads=1)
    for article in articles:
        reading = Reading(reader.annotate(article.document))
        cues = {attribution.cue[0] for attribution in article.attributions if len(attribution.cue) == 1}
        yield from _lessons(article.document, dict(_read_uses(reading, cues)), guess, told=True)


def _read_uses(reading: Reading, cues: Container[Range]) -> Iterator[tuple[Range, Use]]:
    """Yield each word's place and what it does; a cue of one word that can be but a past or "says" is finite.

    Not where it opens a sentence: "Asked what he meant, …".
    """
    words = reading.annotated.words
    opening = {reading.first_word(start, end) for start, end in reading.sentence_words}
    for word, tag in enumerate(reading.tags):
        place = (words.start[word], words.end[word])
        forms = {form for _, form in verb_forms().get(reading.lower[word], ())}
        certain = bool(_CERTAIN & forms) and "base" not in forms and word not in opening
        cue = place in cues and tag.part != "aux" and certain
        past = tag.part == "verb" and tag.finite and tag.form == "past"  # set right by what the tree tells
        read = use_of(words.pos[word], words.feats[word], words.dep[word], reading.forms[word])
        yield place, "finite" if cue or past else read


def _lessons(
    document: Document,
    uses: Mapping[Range, Use],
    guess: Guess,
    *,
    told: bool,
) -> list[Lesson]:
    """Return the lessons of the words whose use is known, by place."""
    reading = Reading(RuleAnnotator().annotate(document))
    places = reading.annotated.words
    found: list[Lesson] = []

    def decide(verb: PossibleVerb) -> Use:
        features = verb_features(verb)
        guessed = guess(features, verb.forms)
        use = uses.get((places.start[verb.word], places.end[verb.word]))
        if use not in uses_of(verb.forms):
            return guessed
        found.append(Lesson(features, use, guessed))
        return use if told else guessed

    for start, end in reading.sentence_words:
        tag_sentence(reading, start, end, decide)
    return found
