"""Learns the models of reports from PolNeAR, and writes their tables."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import numpy as np

from crossread.annotate.reader import ReaderAnnotator
from crossread.annotate.reader.reader import shared_reader
from crossread.annotate.reader.roles import FILE as ROLES_FILE
from crossread.extract.reading import Reading
from crossread.extract.reports.model import ROLES
from crossread.learn.digests import digest_of
from crossread.learn.statements.attribution_lessons import (
    Examples,
    Lesson,
    answers,
    cue_examples,
    lesson,
    lexemes,
    part_examples,
    word_examples,
)
from crossread.learn.statements.linear import Plan, learn, table
from crossread.learn.statements.polnear import read_polnear
from crossread.learn.statements.tasks import Given

VERSION = "2"
_HEADER = """# source: learned by crossread from PolNeAR (train), read by {reader}
# licence: Apache-2.0; card.md tells of the data
"""


def train(given: Given, folder: Path) -> None:
    """Learn from a file of gold attributions, as the shipped reader reads it; write the models into `folder`.

    The tables are learned with the roles that networks give which have not seen the article. Needs the `train` extra.

    Raises ReadError if the gold cannot be read.
    """
    role_network = import_module("crossread.learn.statements.role_network")
    annotator, reader, gold = ReaderAnnotator(threads=1), shared_reader(None, 1), given.gold
    articles, seen = [], []
    for article in read_polnear(gold):
        reading = reader.read(article.document.text)
        annotated = annotator.annotated(article.document, reading)
        roles = answers(lesson(Reading(annotated), article.attributions))
        articles.append((annotated, article.attributions))
        seen.append(role_network.Seen(reading.vectors.astype(np.float16), np.array(reading.heads), roles))
    folder.mkdir(parents=True, exist_ok=True)
    role_network.save(role_network.teach(seen, reader.version), folder / Path(ROLES_FILE).name)
    lessons = [
        lesson(Reading(replace(annotated, words=replace(annotated.words, roles=roles))), attributions)
        for (annotated, attributions), roles in zip(articles, role_network.crossed(seen, reader.version), strict=True)
    ]
    digest = digest_of([gold])
    write(lessons, {"reader": annotator.name, "data": {"polnear/train": digest}}, folder)


def write(lessons: Sequence[Lesson], origin: Mapping[str, object], folder: Path) -> Mapping[str, object]:
    """Learn from lessons, write tables and manifest; `origin` tells who read what."""
    folder.mkdir(parents=True, exist_ok=True)
    header = _HEADER.format(reader=origin["reader"])
    known = lexemes(lessons)
    (folder / "lexemes.txt").write_text(header + "\n".join(sorted(known)) + "\n", "utf-8")
    models: Mapping[str, tuple[Examples, int]] = {
        "cues": (cue_examples(lessons, known), 2),
        "parts": (part_examples(lessons), len(ROLES)),
        "words": (word_examples(lessons), 2),
    }
    sizes = {name: _write(folder / f"{name}.tsv", header, *model) for name, model in models.items()}
    manifest = {"version": VERSION, **origin, "seed": Plan().seed, "articles": len(lessons), "features": sizes}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")
    return manifest


def _write(path: Path, header: str, examples: Examples, answers: int) -> int:
    rows, size = table(learn(examples.features, examples.answers, answers), header)
    path.write_text(rows, "utf-8")
    return size
