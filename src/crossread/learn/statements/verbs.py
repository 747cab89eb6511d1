"""Task `verbs`: which words are verbs, and in which form, against treebanks (CoNLL-U).

Counted are the words that may be verbs by their form and have neither an auxiliary nor "to" before them; a verb that
describes a noun ("the proposed plan") is none. `gold` is a file, or a folder of folders with `train.conllu` and
`dev.conllu`; a folder's `dev.conllu` are measured, its `train.conllu` teach.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from crossread.extract.linear import Linear
from crossread.extract.verb_model import USES, likeliest_by, shipped_model
from crossread.learn.digests import digest_of
from crossread.learn.statements.figures import Count
from crossread.learn.statements.linear import Plan, learn, table
from crossread.learn.statements.polnear import read_polnear
from crossread.learn.statements.speaker_table import named_articles
from crossread.learn.statements.tasks import Given
from crossread.learn.statements.verb_lessons import Guess, Lesson, news_lessons, treebank_lessons

TREEBANKS: Final = ("ewt", "gum")
PLAN: Final = Plan(rounds=15, decay=2e-6)
_VERSION: Final = "1"
_HEADER: Final = """# source: learned by crossread from UD English EWT and GUM and PolNeAR (train); see card.md
# licence: CC BY-SA 4.0
"""


def evaluate(given: Given) -> Mapping[str, object]:
    """Return how many words are right, and precision, recall and F1 of each form, of the shipped model."""
    model = shipped_model()
    lessons = [
        lesson
        for path in _files(given.gold, "dev.conllu")
        for lesson in treebank_lessons(path, _guess(model), told=False)
    ]
    right = sum(lesson.guess == lesson.use for lesson in lessons)
    figures: dict[str, object] = {"words": len(lessons), "right": round(right / max(1, len(lessons)), 3)}
    return figures | {use: _count(lessons, use).shown() for use in USES if use != "none"}


def train(given: Given, folder: Path) -> None:
    """Teach the model on treebanks, and on PolNeAR without the articles kept for measuring; write it into `folder`.

    Raises ReadError if a file cannot be read.
    """
    treebanks = _files(given.gold, "train.conllu")
    lessons = [lesson for path in treebanks for lesson in treebank_lessons(path, lambda *_: "none", told=True)]
    attributions = given.attributions
    if attributions is not None:
        lessons += _news(attributions, _guess(_learned(lessons)))
    rows, size = table(_learned(lessons).weights, _HEADER)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "weights.tsv").write_text(rows, "utf-8")
    taught = {"/".join(path.parts[-2:]): digest_of([path]) for path in (*treebanks, *filter(None, [attributions]))}
    manifest = {"version": _VERSION, "data": taught, "seed": PLAN.seed, "words": len(lessons), "features": size}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")


def _news(polnear: Path, guess: Guess) -> list[Lesson]:
    kept = {article.document.source for part in ("weigh", "measure") for article, _ in named_articles(polnear, part)}
    articles = (article for article in read_polnear(polnear) if article.document.source not in kept)
    return list(news_lessons(articles, guess))


def _learned(lessons: Sequence[Lesson]) -> Linear:
    answers = [USES.index(lesson.use) for lesson in lessons]
    return Linear(learn([lesson.features for lesson in lessons], answers, len(USES), PLAN), len(USES))


def _guess(model: Linear) -> Guess:
    return lambda features, forms: likeliest_by(model, features, forms)


def _count(lessons: Iterable[Lesson], use: str) -> Count:
    pairs = [(lesson.use == use, lesson.guess == use) for lesson in lessons]
    right = sum(is_one and said for is_one, said in pairs)
    return Count(right, sum(said for _, said in pairs), right, sum(is_one for is_one, _ in pairs))


def _files(gold: Path, name: str) -> list[Path]:
    return [gold] if gold.is_file() else [gold / treebank / name for treebank in TREEBANKS]
