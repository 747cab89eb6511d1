"""Keys, pairs, judgements, clusters: the one mechanism behind merging names, aligning statements, grouping articles."""

from crossread.linking.cluster import cluster
from crossread.linking.keys import fold, stem
from crossread.linking.pairs import candidate_pairs

__all__ = ["candidate_pairs", "cluster", "fold", "stem"]
