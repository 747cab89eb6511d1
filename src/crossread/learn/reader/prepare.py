"""From the data sets' own files to prepared material."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from crossread.annotate.gazetteer import titles
from crossread.annotate.reader.labels import OUTSIDE, Labels
from crossread.learn.reader import gum, material, name_schemes
from crossread.learn.reader.columns import Treebank, span_head, treebank
from crossread.learn.reader.conllu import UdDocument, UdWord, read_documents
from crossread.learn.reader.material import Material, Mentions

FEWEST_OF_A_LABEL: Final = 2  # a feature bundle seen once is more often a slip than a kind
FURTHEST: Final = 5  # words from the head of a name to its ends
SENTENCES_A_PSEUDO_DOCUMENT: Final = 40  # for sets that do not mark their documents

_JOINING: Final = frozenset({"of", "for", "and", "&", "-"})

MATERIAL_FILE: Final = "train.jsonl"
LABELS_FILE: Final = "labels.json"


def prepare(training: Path, destination: Path, without: frozenset[str] = frozenset()) -> dict[str, int]:
    """Read every training set under ``training``; return how many words each gave.

    The layout is ``ewt/train.conllu``, ``gum/train.conllu``, ``ner/worldwide/train/*.tsv``,
    ``ner/wikigold/wikigold.conll.txt`` and ``ner/wnut17/train.conll``; a set that is not there, or is named in
    ``without``, is left out.
    """
    destination.mkdir(parents=True, exist_ok=True)
    found = _all_documents(training)
    documents = [document for document in found if document.source not in without]
    if not documents:
        raise FileNotFoundError(f"no data set found under {training}")
    _labels(documents).save(destination / LABELS_FILE)
    material.write(destination / MATERIAL_FILE, documents)
    sizes: Counter[str] = Counter()
    for document in documents:
        sizes[document.source] += len(document.words)
    return dict(sizes)


def _all_documents(training: Path) -> Iterator[Material]:
    ewt = training / "ewt" / "train.conllu"
    if ewt.exists():
        yield from (treebank(document, "ewt") for document in read_documents(ewt))
    gum_train = training / "gum" / "train.conllu"
    if gum_train.exists():
        for document in read_documents(gum_train):
            columns = treebank(document, "gum", names=_gum_names(document))
            columns.mentions = mention_heads(document, columns)
            yield columns
    ner = training / "ner"
    for path in sorted((ner / "worldwide" / "train").glob("*.tsv")):
        yield from tagged(read_columns(path), "worldwide", None)
    for name, file in (("wikigold", "wikigold.conll.txt"), ("wnut17", "train.conll")):
        path = ner / name / file
        if path.exists():
            yield from tagged(read_columns(path), name, SENTENCES_A_PSEUDO_DOCUMENT)


def _gum_names(document: UdDocument) -> list[str]:
    """Name tags where a mention's head words are a proper name; open where GUM does not tell."""
    words = [word for sentence in document.sentences for word in sentence.words]
    tags = [_open_or_outside(word) for word in words]
    for mention in gum.mentions(document):
        heads = mention.heads
        if not heads or any(head >= len(words) for head in heads):
            continue
        contiguous = list(heads) == list(range(heads[0], heads[-1] + 1))
        if contiguous and all(words[head].upos == "PROPN" for head in heads):
            if _is_whole_name(words, heads):
                _write_name(tags, heads, mention.kind)
            else:
                first, last = max(mention.start, heads[0] - FURTHEST), min(mention.end, heads[-1] + FURTHEST)
                tags[first:last] = [name_schemes.ANY] * (last - first)
    return tags


def _is_whole_name(words: list[UdWord], heads: tuple[int, ...]) -> bool:
    """Whether nothing beside GUM's head words may belong to the name: no other capital, no "of", no title."""
    before = words[heads[0] - 1] if heads[0] else None
    after = words[heads[-1] + 1] if heads[-1] + 1 < len(words) else None
    if before is not None and before.form[:1].isupper() and before.upos not in {"DET", "PRON", "SCONJ", "ADP"}:
        return False
    if after is not None and (after.form[:1].isupper() or after.form in _JOINING):
        return False
    return words[heads[0]].form.rstrip(".") not in titles()


def _open_or_outside(word: UdWord) -> str:
    unclear = word.form[:1].isupper() and word.upos in {"PROPN", "ADJ", "NOUN"}
    return name_schemes.ANY if unclear or word.upos == "NUM" else OUTSIDE


def _write_name(tags: list[str], heads: tuple[int, ...], kind: str) -> None:
    if not name_schemes.knows("gum", kind):
        return
    spelled = ["B-" + kind] + ["I-" + kind] * (len(heads) - 1)
    for head, tag in zip(heads, name_schemes.to_bioes(spelled), strict=True):
        tags[head] = tag


def mention_heads(document: UdDocument, columns: Treebank) -> Mentions:
    """Which words head a mention; of mentions with the same head, the shorter one counts."""
    heads = columns.syntax.heads
    marked = Mentions([None] * len(heads), [None] * len(heads))
    shortest_first = sorted(gum.mentions(document), key=lambda mention: mention.end - mention.start)
    for mention in shortest_first:
        head = span_head(heads, mention.start, mention.end)
        if marked.kinds[head] is None:
            marked.kinds[head], marked.chains[head] = mention.kind, mention.chain
    return marked


def read_columns(path: Path) -> list[list[tuple[str, str]]]:
    """Sentences of (word, tag) from a file of columns with blank lines between sentences."""
    sentences: list[list[tuple[str, str]]] = []
    current: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if len(parts) >= 2:
            current.append((parts[0], parts[-1]))
        elif current:
            sentences.append(current)
            current = []
    if current:
        sentences.append(current)
    return sentences


def tagged(sentences: list[list[tuple[str, str]]], source: str, sentences_each: int | None) -> Iterator[Material]:
    """Documents of ``sentences_each`` sentences (all in one where None) from tagged sentences."""
    step = sentences_each or len(sentences) or 1
    for begin in range(0, len(sentences), step):
        words: list[str] = []
        tags: list[str] = []
        starts: list[int] = []
        for sentence in sentences[begin : begin + step]:
            starts.append(len(words))
            words.extend(word for word, _ in sentence)
            tags.extend(name_schemes.to_bioes([tag for _, tag in sentence]))
        unknown: list[bool | None] = [None] * len(words)
        yield Material(source, words, unknown, starts, [], None, source, tags)


def _labels(documents: list[Material]) -> Labels:
    upos: Counter[str] = Counter()
    feats: Counter[str] = Counter()
    deprels: Counter[str] = Counter()
    for document in documents:
        if document.syntax is not None:
            upos.update(document.syntax.upos)
            feats.update(document.syntax.feats)
            deprels.update(document.syntax.deprels)
    return Labels(*(_kept(counts) for counts in (upos, feats, deprels)))


def _kept(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(label for label, count in counts.items() if count >= FEWEST_OF_A_LABEL))
