"""Grows the trees, with LightGBM, and copies them into arrays."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

import lightgbm
import numpy as np
from numpy.typing import NDArray

from crossread.compare.features import Matrix
from crossread.linking import Forest
from crossread.linking.forest import LEAF

TREES: Final = 200
SETTINGS: Final = {
    "objective": "binary",
    "learning_rate": 0.05,
    "num_leaves": 15,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.4,
    "extra_trees": True,  # thresholds by chance: 0.005 better by F1 than the best thresholds, which fit single stories
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "deterministic": True,
    "num_threads": 1,
    "seed": 1,
    "verbose": -1,
}


def grow(
    rows: Matrix,
    right: NDArray[np.bool_],
    names: tuple[str, ...],
    trees: int = TREES,
    weights: NDArray[np.float64] | None = None,
    changed: Mapping[str, float] = MappingProxyType({}),
) -> Forest:
    """Return trees that tell the log-odds of being right from a row of figures, which the names name.

    `weights`: what each row counts; all the same if there are none. `changed`: LightGBM's settings where they are not
    those of `SETTINGS`.
    """
    columns = [name.replace(".", "_") for name in names]
    data = lightgbm.Dataset(rows, right.astype(float), weight=weights, feature_name=columns)
    grown = lightgbm.train({**SETTINGS, **changed}, data, trees).dump_model()
    nodes: list[tuple[int, float, int, int, float]] = []
    roots = [_copy(tree["tree_structure"], nodes) for tree in grown["tree_info"]]
    asked, threshold, below, above, value = zip(*nodes, strict=True)
    return Forest(
        names,
        np.array(roots, dtype=np.int32),
        np.array(asked, dtype=np.int16),
        np.array(threshold, dtype=np.float64),
        np.array(below, dtype=np.int32),
        np.array(above, dtype=np.int32),
        np.array(value, dtype=np.float64),
    )


def _copy(node: Mapping[str, Any], nodes: list[tuple[int, float, int, int, float]]) -> int:
    """Append a node and all below it; return its index."""
    index = len(nodes)
    if "leaf_value" in node:
        nodes.append((LEAF, 0.0, index, index, float(node["leaf_value"])))
        return index
    nodes.append((LEAF, 0.0, index, index, 0.0))
    left = _copy(node["left_child"], nodes)
    right = _copy(node["right_child"], nodes)
    nodes[index] = (int(node["split_feature"]), float(node["threshold"]), left, right, 0.0)
    return index
