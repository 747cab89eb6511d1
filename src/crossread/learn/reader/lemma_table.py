"""The table of lemmas that rules miss, from the treebanks."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from crossread.annotate.reader.lemmas import Known, by_rule, telling
from crossread.learn.reader.conllu import UdWord, read_documents

_HEADER: Final = (
    "# Lemmas that the rules of crossread.annotate.reader.lemmas miss: form, part of speech, features, lemma\n"
    "# source: counted in the training parts of UD English EWT and GUM (open genres)\n"
    "# licence: CC BY-SA 4.0\n"
)
# Contracted and slangy spellings are told apart by a gold feature that no news text needs.
FEWEST_IF_ODD: Final = 3  # times a form with capitals or digits must be seen
_CLOSED: Final = frozenset({"AUX", "PART", "PRON", "DET", "ADP"})  # their slips are frequent and few
_LEFT_OUT: Final = frozenset({"X", "PUNCT", "SYM", "NUM"})


def write_table(training: Iterable[Path], destination: Path, known: Known) -> int:
    """Write the rows that the rules get wrong; return how many they are."""
    counts: defaultdict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for path in training:
        for document in read_documents(path):
            for sentence in document.sentences:
                for word in sentence.words:
                    _count(word, counts)
    rows: list[str] = []
    for (form, upos, feats), lemmas in sorted(counts.items()):
        lemma = min(lemmas, key=lambda found: (-lemmas[found], found))
        if sum(lemmas.values()) < FEWEST_IF_ODD and (upos == "PROPN" or not (form.isalpha() and form.islower())):
            continue
        if by_rule(form, upos, feats, known) != lemma:
            rows.append(f"{form}\t{upos}\t{feats}\t{lemma}")
    destination.write_text(_HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    return len(rows)


def _count(word: UdWord, counts: defaultdict[tuple[str, str, str], Counter[str]]) -> None:
    plain = word.form.replace("’", "'")
    if word.upos in _LEFT_OUT or word.lemma == "_" or "\t" in plain:
        return
    if "Typo=Yes" in word.feats and word.upos not in _CLOSED:
        return
    written = plain if word.upos == "PROPN" or plain[:1].isupper() else plain.lower()
    counts[(written, word.upos, telling(word.feats))][word.lemma] += 1
