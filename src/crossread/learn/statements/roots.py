"""Task `roots`: the PLOVER root, source and target given.

Gold: a PLV table. The one that the shipped model was taught on is measured by five-fold cross-validation (that takes
some minutes for each fold, and the `train` extra); any other by the shipped model.
"""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from crossread.extract.root_model import shipped_model
from crossread.learn.statements.root_data import Deed, digest, folds, read_deeds
from crossread.learn.statements.tasks import Given

FOLDS: Final = 5


def evaluate(given: Given) -> Mapping[str, object]:
    """Return accuracy, macro-F1 and each root's figures."""
    deeds = read_deeds(given.gold)
    model = shipped_model()
    if digest(deeds) != model.manifest["trained_on"]:
        odds = [model.odds(deed.marked) for deed in deeds]
        found = [max(row, key=lambda root: row[root]) for row in odds]
        return {"measured": f"shipped model, version {model.manifest['version']}", **figures(deeds, found)}
    return cross_validate(deeds)


def cross_validate(deeds: Sequence[Deed]) -> Mapping[str, object]:
    """Return the figures of deeds told by networks that were taught on the other folds."""
    from crossread.learn.statements.root_train import Plan, teach, tokenizer  # needs the `train` extra

    fold = folds(deeds, FOLDS)
    found = ["" for _ in deeds]
    pieces = tokenizer()
    for number in range(FOLDS):
        sys.stderr.write(f"fold {number + 1} of {FOLDS}\n")
        taught = teach([deed for deed, own in zip(deeds, fold, strict=True) if own != number], Plan())
        for index, deed in enumerate(deeds):
            if fold[index] == number:
                found[index] = taught.root_of(deed.marked, pieces)
    return {"measured": f"{FOLDS}-fold cross-validation, by sentence, seed {Plan().seed}", **figures(deeds, found)}


def figures(deeds: Sequence[Deed], found: Sequence[str]) -> dict[str, object]:
    """Return accuracy, macro-F1 over the roots of the gold, and each root's F1."""
    right = Counter(deed.root for deed, root in zip(deeds, found, strict=True) if deed.root == root)
    gold, told = Counter(deed.root for deed in deeds), Counter(found)
    each = {root: round(2 * right[root] / (gold[root] + told[root]), 3) for root in sorted(gold)}
    return {
        "accuracy": round(right.total() / len(deeds), 3),
        "macro_f1": round(sum(each.values()) / len(each), 3),
        "f1": each,
        "deeds": len(deeds),
    }


def train(given: Given, model: Path) -> None:
    """Teach the network on all of a PLV table, and write the model's files into a folder."""
    from crossread.learn.statements.root_export import export
    from crossread.learn.statements.root_train import Plan, teach

    deeds = read_deeds(given.gold)
    plan = Plan()
    facts = {"trained_on": digest(deeds), "deeds": len(deeds), "epochs": plan.epochs, "seed": plan.seed}
    export(teach(deeds, plan), model, facts)
