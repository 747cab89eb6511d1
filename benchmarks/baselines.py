"""Common ways to group articles, measured on the same made-up ones; needs scikit-learn (dependency group benchmark).

    python -m benchmarks.baselines [--size 1000] [--seed 1]

Their cuts are swept on the answers and the best is told, which a user cannot do.
"""

import argparse
import json
import time
from collections.abc import Iterator, Sequence

import numpy as np
from benchmarks.made import Made, make_corpus
from sklearn.cluster import HDBSCAN, AgglomerativeClustering
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

from crossread.learn.stories.figures import b_cubed

DIMENSIONS = 50  # what BERTopic-like pipelines reduce to is 5; more keeps events apart
CUTS = np.arange(0.3, 1.0, 0.05)  # cosine distance
SMALLEST = (2, 3, 5)  # articles of a cluster


def main() -> None:
    """Run the baselines and print one JSON object a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    for line in compare(list(make_corpus(args.size, args.seed))):
        print(json.dumps({"articles": args.size, "seed": args.seed, **line}), flush=True)


def compare(articles: Sequence[Made]) -> Iterator[dict[str, object]]:
    """Yield the best figures of each baseline."""
    gold = [article.event for article in articles]
    vectors = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(
        f"{article.title}\n{article.text}" for article in articles
    )
    began = time.process_time()
    distances = 1 - np.asarray((vectors @ vectors.T).todense())
    labels = [
        AgglomerativeClustering(None, metric="precomputed", linkage="average", distance_threshold=cut).fit_predict(
            distances
        )
        for cut in CUTS
    ]
    yield _best("tf-idf, agglomerative", gold, labels, (time.process_time() - began) / len(CUTS))
    began = time.process_time()
    reduced = normalize(TruncatedSVD(DIMENSIONS, random_state=0).fit_transform(vectors))
    found = [_alone(HDBSCAN(min_cluster_size=least, copy=True).fit_predict(reduced)) for least in SMALLEST]
    yield _best("tf-idf, LSA, HDBSCAN", gold, found, (time.process_time() - began) / len(SMALLEST))


def _alone(labels: Sequence[int]) -> list[int]:
    """Give each article that is in no cluster one of its own."""
    return [label if label >= 0 else -2 - place for place, label in enumerate(labels)]


def _best(name: str, gold: Sequence[str], labels: Sequence[Sequence[int]], seconds: float) -> dict[str, object]:
    figures = max((b_cubed(gold, [int(label) for label in one]) for one in labels), key=lambda one: one["f1"])
    return {"baseline": name, "same_event": figures, "articles_a_second": round(len(gold) / seconds)}


if __name__ == "__main__":
    main()
