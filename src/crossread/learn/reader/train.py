"""Training of the joint network: seeded, resumable, with progress on standard error."""

import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import torch
from torch import Tensor

from crossread.annotate.reader.labels import Labels
from crossread.annotate.reader.pieces import WordPieces
from crossread.learn.reader import material
from crossread.learn.reader.augment import augment
from crossread.learn.reader.batches import Batch, Collator
from crossread.learn.reader.encoder_weights import encoder_folder
from crossread.learn.reader.losses import losses, total
from crossread.learn.reader.material import Material
from crossread.learn.reader.network import LAYERS, Reader, Sizes
from crossread.learn.reader.prepare import LABELS_FILE, MATERIAL_FILE
from crossread.learn.reader.windows import Window, windows

ENCODER_RATE: Final = 2e-4  # the top layer's; each layer below takes LAYER_DECAY of the one above
HEAD_RATE: Final = 1.5e-3
LAYER_DECAY: Final = 0.9
WARM_UP: Final = 0.06
WEIGHT_DECAY: Final = 0.01
LARGEST_GRADIENT: Final = 2.0
REPORT_EVERY: Final = 20  # steps
CHECKPOINT_SECONDS: Final = 240.0
CHECKPOINT_FILE: Final = "checkpoint.pt"

# The part of each set that a round draws: treebanks whole, names half, since they are larger and converge
# sooner.
SHARES: Final = {"ewt": 1.0, "gum": 1.0, "worldwide": 0.5, "wikigold": 0.5, "wnut17": 0.3}


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how to train; ``minutes`` ends the schedule early where the clock runs out first."""

    steps: int
    pieces_a_batch: int = 2400
    seed: int = 1
    minutes: float | None = None
    threads: int = 2


@dataclass(slots=True)
class Progress:
    """Where a run stands: steps done and seconds spent, over all its sessions."""

    step: int = 0
    seconds: float = 0.0

    def done(self, plan: Plan) -> float:
        """The part of the schedule that has passed, 0 to 1."""
        by_steps = self.step / plan.steps
        by_clock = self.seconds / (plan.minutes * 60) if plan.minutes else 0.0
        return min(1.0, max(by_steps, by_clock))


def train(prepared: Path, run: Path, plan: Plan) -> None:
    """Train on prepared material; write ``checkpoint.pt`` under ``run``, and go on from one that is there."""
    torch.set_num_threads(plan.threads)
    torch.manual_seed(plan.seed)
    run.mkdir(parents=True, exist_ok=True)
    labels = Labels.load(prepared / LABELS_FILE)
    labels.save(run / LABELS_FILE)
    pieces = WordPieces(encoder_folder() / "tokenizer.json")
    reader = Reader(sizes(labels))
    reader.load_encoder(encoder_folder() / "model.safetensors")
    optimizer = torch.optim.AdamW(_groups(reader), weight_decay=WEIGHT_DECAY, fused=True)
    progress = _resume(run, reader, optimizer)
    stream = _stream(material.read(prepared / MATERIAL_FILE), pieces, labels, plan, progress.step)
    _loop(reader, optimizer, stream, plan, progress, run)
    save(run, reader, optimizer, progress)


def sizes(labels: Labels) -> Sizes:
    """The widths of the heads for these label sets."""
    return Sizes(len(labels.upos), len(labels.feats), len(labels.deprel))


def _groups(reader: Reader) -> list[dict[str, Any]]:
    by_rate: dict[float, list[Tensor]] = {}
    for name, parameter in reader.named_parameters():
        by_rate.setdefault(_rate(name), []).append(parameter)
    return [{"params": group, "lr": rate, "peak": rate} for rate, group in by_rate.items()]


def _rate(name: str) -> float:
    if not name.startswith("encoder.") or name.startswith(("encoder.shapes", "encoder.spacing")):
        return HEAD_RATE
    parts = name.split(".")
    depth = int(parts[2]) if parts[1] == "layers" else -1
    return float(ENCODER_RATE * LAYER_DECAY ** (LAYERS - 1 - depth))


def _resume(run: Path, reader: Reader, optimizer: torch.optim.Optimizer) -> Progress:
    path = run / CHECKPOINT_FILE
    if not path.exists():
        return Progress()
    stored = torch.load(path, weights_only=True)
    reader.load_state_dict(stored["reader"])
    optimizer.load_state_dict(stored["optimizer"])
    return Progress(stored["step"], stored["seconds"])


def save(run: Path, reader: Reader, optimizer: torch.optim.Optimizer, progress: Progress) -> None:
    """Write the checkpoint whole, then put it in place of the one before."""
    fresh = run / (CHECKPOINT_FILE + ".new")
    state = {
        "reader": reader.state_dict(),
        "optimizer": optimizer.state_dict(),
        "step": progress.step,
        "seconds": progress.seconds,
    }
    torch.save(state, fresh)
    fresh.replace(run / CHECKPOINT_FILE)


def _stream(documents: list[Material], pieces: WordPieces, labels: Labels, plan: Plan, begin: int) -> Iterator[Batch]:
    """Batches without end; the round's number seeds its windows, so that a resumed run draws anew."""
    collator = Collator(pieces, labels)
    number = begin
    while True:
        source = random.Random(f"{plan.seed}:{number}")  # noqa: S311 - draws training data, hides nothing
        drawn: list[Window] = []
        for document in documents:
            if source.random() < SHARES[document.source]:
                drawn.extend(augment(window, source) for window in windows(document, pieces, source))
        yield from collator.batches(drawn, plan.pieces_a_batch, source)
        number += 1


def _loop(
    reader: Reader,
    optimizer: torch.optim.Optimizer,
    stream: Iterator[Batch],
    plan: Plan,
    progress: Progress,
    run: Path,
) -> None:
    reader.train()
    sums: dict[str, float] = {}
    clock = time.monotonic()
    saved = clock
    pieces_seen = 0
    while progress.done(plan) < 1.0:
        _set_rate(optimizer, progress.done(plan))
        batch = next(stream)
        with torch.autocast("cpu", torch.bfloat16):
            parts = losses(reader, batch)
            loss = total(parts)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), LARGEST_GRADIENT)
        optimizer.step()
        now = time.monotonic()
        progress.step += 1
        progress.seconds += now - clock
        clock = now
        pieces_seen += int(batch.inputs.mask.sum())
        for task, part in parts.items():
            value = float(part.detach())
            sums[task] = 0.95 * sums.get(task, value) + 0.05 * value
        if progress.step % REPORT_EVERY == 0:
            _report(progress, plan, sums, pieces_seen)
        if now - saved > CHECKPOINT_SECONDS:
            save(run, reader, optimizer, progress)
            saved = now


def _set_rate(optimizer: torch.optim.Optimizer, done: float) -> None:
    factor = done / WARM_UP if done < WARM_UP else (1.0 - done) / (1.0 - WARM_UP)
    for group in optimizer.param_groups:
        group["lr"] = group["peak"] * max(factor, 0.001)


def _report(progress: Progress, plan: Plan, sums: dict[str, float], pieces_seen: int) -> None:
    tasks = " ".join(f"{task} {value:.3f}" for task, value in sorted(sums.items()))
    sys.stderr.write(
        f"step {progress.step} ({progress.done(plan):.1%}, {progress.seconds / 60:.1f} min, "
        f"{pieces_seen} pieces) {tasks}\n"
    )
    sys.stderr.flush()
