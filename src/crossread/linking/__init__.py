"""Keys, pairs, judgements, clusters: the one mechanism behind merging names, aligning statements, grouping articles."""

from crossread.linking.cluster import cluster
from crossread.linking.forest import Forest, chance
from crossread.linking.general import general_counts
from crossread.linking.keys import fold, stem
from crossread.linking.kin import told_as_kin
from crossread.linking.nearest import nearest
from crossread.linking.pairs import candidate_pairs
from crossread.linking.weights import rarity, weigh

__all__ = [
    "Forest",
    "candidate_pairs",
    "chance",
    "cluster",
    "fold",
    "general_counts",
    "nearest",
    "rarity",
    "stem",
    "told_as_kin",
    "weigh",
]
