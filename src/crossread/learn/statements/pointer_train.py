"""Teaches the pointer who speaks, from gold keys, named speakers and gold attributions; needs the `train` extra."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

import numpy as np
import torch
from torch import Tensor

from crossread.annotate import RuleAnnotator
from crossread.errors import UsageError
from crossread.extract.cast import Cast
from crossread.extract.speakers import Candidate, Scene
from crossread.extract.speakers.chooser import FILE, everybody, is_open, likelihoods, log_odds
from crossread.extract.speakers.pointer import NETWORK_FILE, PIECES_FILE, Pieces, Pointer, Weights
from crossread.learn.digests import digest_of
from crossread.learn.discrepancies.logistic import fit
from crossread.learn.pairs.course import START, Course
from crossread.learn.reader.encoder_weights import encoder_folder
from crossread.learn.shipping import ship
from crossread.learn.statements.keys import read_keys
from crossread.learn.statements.pointer_lessons import PointerLesson, PointerLessons
from crossread.learn.statements.pointer_network import PointerNetwork
from crossread.learn.statements.root_network import together
from crossread.learn.statements.speaker_lessons import (
    Right,
    attribution_lessons,
    key_lessons,
    named_lessons,
)
from crossread.learn.statements.speaker_table import TABLE, named_articles, other_articles
from crossread.learn.statements.tasks import Given
from crossread.linking.forest import Forest
from crossread.resources import resource_path
from crossread.resources.manifests import MANIFEST_FILE

ROUNDS: Final = 3
RATE: Final = 1e-4
BATCH: Final = 12  # quotations
NEARLY: Final = 30  # pieces that passages of one batch may differ by in length, beyond what they must
PENALTY: Final = 1.0
THREADS: Final = 2


def train(given: Given, folder: Path) -> None:
    """Learn from keys, names and attributions as the rules read them; write the model's files into `folder`.

    A round that is done is kept there: called again, it goes on from the last.

    Raises ReadError if the gold cannot be read, UsageError if no attributions are given.
    """
    if given.attributions is None:
        raise UsageError("the pointer is learned from gold attributions, too: name them with --attributions")
    folder.mkdir(parents=True, exist_ok=True)
    lessons = lessons_of(given, given.attributions)
    network = teach(lessons, folder / "network.part")
    export(network, folder)
    manifest = {
        "model": "crossread-pointer",
        "version": "2",
        "data": {
            "polnear/train": digest_of([given.attributions]),
            "names": digest_of([resource_path(TABLE)]),
            "keys": digest_of(sorted(given.gold.glob("*.json"))),
        },
        "seed": START,
        "quotations": len(lessons),
    }
    _write({**manifest, "weights": asdict(Weights(1.0, 1.0, 0.0))}, folder)
    _write({**manifest, "weights": asdict(weights_of(Pointer(folder), given.attributions))}, folder)


def lessons_of(given: Given, attributions: Path) -> list[PointerLesson]:
    """Return the quotations of all three kinds of gold, in their order."""
    cutter, annotate = Pieces(encoder_folder() / PIECES_FILE), RuleAnnotator().annotate
    named, attributed = PointerLessons(cutter, all_of_them=True), PointerLessons(cutter, all_of_them=False)
    for story in read_keys(given.gold, given.stories):
        key_lessons(story, [annotate(document) for document in story.documents], given.pipeline, named.note)
    for article, speakers in named_articles(attributions, "teach"):
        named_lessons(annotate(article.document), speakers, named.note)
    others = other_articles(attributions)
    attribution_lessons(((article, annotate(article.document)) for article in others), attributed.note)
    return [*named.found, *attributed.found]


def teach(lessons: Sequence[PointerLesson], kept: Path) -> PointerNetwork:
    """Return a network taught on the quotations; the same ones give the same network on the same machine.

    `kept`: file to keep the teaching in after each round, and to go on from where it stopped.
    """
    torch.set_num_threads(THREADS)
    torch.manual_seed(START)
    network = PointerNetwork()
    network.load(encoder_folder() / "model.safetensors")
    named = [(name, value) for name, value in network.named_parameters() if value.requires_grad]
    body = [value for name, value in named if name.startswith("enc")]
    head = [value for name, value in named if not name.startswith("enc")]
    course = Course(network, body, head, RATE, ROUNDS * -(-len(lessons) // BATCH), START)
    if kept.exists():
        course.resume(kept)
    while course.rounds < ROUNDS:
        network.train()
        losses = [course.step(_loss(network, batch)) for batch in _batches(lessons, course.chance)]
        course.rounds += 1
        sys.stderr.write(f"round {course.rounds} of {ROUNDS}: loss {np.mean(losses):.3f}\n")
        course.keep(kept)
    kept.unlink(missing_ok=True)
    network.eval()
    return network


def _batches(lessons: Sequence[PointerLesson], chance_: np.random.Generator) -> Iterator[list[PointerLesson]]:
    """Yield batches of passages of about one length, in an order by chance."""
    lengths = np.array([len(lesson.pieces) for lesson in lessons]) + chance_.random(len(lessons)) * NEARLY
    order = np.argsort(lengths, kind="stable")
    batches = [order[first : first + BATCH] for first in range(0, len(order), BATCH)]
    for number in chance_.permutation(len(batches)):
        yield [lessons[one] for one in batches[number]]


def _loss(network: PointerNetwork, batch: Sequence[PointerLesson]) -> Tensor:
    """Return how far the chances of the right names, added up, are from 1."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        pieces = together([lesson.pieces for lesson in batch])
        values, nobody = network(pieces, (pieces != 0)[:, None, None, :])
    losses = []
    for row, lesson in enumerate(batch):
        odds = torch.cat([values[row, list(lesson.places)], nobody[row : row + 1]]).float()
        right = torch.tensor([*lesson.right, not any(lesson.right)])
        losses.append(torch.logsumexp(odds, 0) - torch.logsumexp(odds[right], 0))
    return torch.stack(losses).mean()


def export(network: PointerNetwork, folder: Path) -> None:
    """Write the network with weights of 8 bits, and its tokenizer."""
    ship(network, folder / NETWORK_FILE, {"values": True, "nobody": False})


def weights_of(pointer: Pointer, attributions: Path) -> Weights:
    """Return how trees and pointer are best weighed where those are not sure, on articles that taught no pointer."""
    trees = Forest.load(resource_path(FILE))
    rows: list[dict[str, float]] = []
    answers: list[bool] = []

    def note(cast: Cast, scene: Scene, candidates: Sequence[Candidate], right: Right) -> None:
        likely = likelihoods(trees, cast, scene, candidates)
        if not is_open(scene, candidates, likely):
            return
        for one, by_trees, pointed in everybody(cast, scene, candidates, likely, pointer):
            rows.append({"trees": log_odds(by_trees), "pointer": log_odds(pointed), "bias": 1.0})
            answers.append(right(one))

    annotate = RuleAnnotator().annotate
    for article, speakers in named_articles(attributions, "weigh"):
        named_lessons(annotate(article.document), speakers, note)
    return Weights(**{name: round(value, 4) for name, value in fit(rows, answers, PENALTY, {}).items()})


def _write(manifest: dict[str, object], folder: Path) -> None:
    (folder / MANIFEST_FILE).write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")
