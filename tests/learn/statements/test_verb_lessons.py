from pathlib import Path

import pytest

from crossread.learn.statements import verbs
from crossread.learn.statements.tasks import Given
from crossread.learn.statements.verb_lessons import treebank_lessons, use_of
from crossread.pipeline import default_pipeline

TREEBANK = """# newdoc id = one
# newpar
1\tLee\tLee\tPROPN\t_\t_\t2\tnsubj\t_\t_
2\tclaims\tclaim\tVERB\t_\tMood=Ind|Tense=Pres|VerbForm=Fin\t0\troot\t_\t_
3\tthat\tthat\tSCONJ\t_\t_\t6\tmark\t_\t_
4\ther\ther\tPRON\t_\t_\t5\tnmod:poss\t_\t_
5\tclaims\tclaim\tNOUN\t_\t_\t6\tnsubj\t_\t_
6\thelped\thelp\tVERB\t_\tMood=Ind|Tense=Past|VerbForm=Fin\t2\tccomp\t_\t_
7\trebuild\trebuild\tVERB\t_\tVerbForm=Inf\t6\txcomp\t_\t_
8\tthe\tthe\tDET\t_\t_\t10\tdet\t_\t_
9\tdamaged\tdamage\tVERB\t_\tTense=Past|VerbForm=Part\t10\tamod\t_\t_
10\tdam\tdam\tNOUN\t_\t_\t7\tobj\t_\tSpaceAfter=No
11\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    for name in verbs.TREEBANKS:
        (tmp_path / name).mkdir()
        for part, times in (("train", 80), ("dev", 8)):
            (tmp_path / name / f"{part}.conllu").write_text(TREEBANK * times, "utf-8")
    return tmp_path


def test_each_word_that_may_be_a_verb_is_a_lesson(treebank: Path) -> None:
    path = treebank / "ewt" / "dev.conllu"
    lessons = list(treebank_lessons(path, lambda *_: "none", told=True))[:5]
    assert [lesson.use for lesson in lessons] == ["finite", "none", "finite", "infinitive", "none"]
    assert {lesson.guess for lesson in lessons} == {"none"}


def test_what_is_told_is_seen_by_the_words_after_it(treebank: Path) -> None:
    path = treebank / "ewt" / "dev.conllu"
    told, guessed = (list(treebank_lessons(path, lambda *_: "none", told=told))[2].features for told in (True, False))
    assert any(feature.startswith("vl=claim") for feature in told)
    assert not any(feature.startswith("vl=claim") for feature in guessed)


@pytest.mark.parametrize(
    ("part", "feats", "relation", "form", "use"),
    [
        ("NOUN", "_", "obj", "claims", "none"),
        ("VERB", "Mood=Imp|VerbForm=Fin", "root", "Take", "infinitive"),
        ("VERB", "VerbForm=Part|Tense=Pres", "advcl", "leaving", "gerund"),
        ("VERB", "VerbForm=Part|Tense=Past", "acl", "left", "participle"),
        ("VERB", "VerbForm=Part|Tense=Past", "amod", "proposed", "none"),
    ],
)
def test_what_a_word_does(part: str, feats: str, relation: str, form: str, use: str) -> None:
    assert use_of(part, feats, relation, form) == use


def test_a_model_is_taught_written_and_the_shipped_one_measured(treebank: Path, tmp_path: Path) -> None:
    given = Given(treebank, default_pipeline(), treebank)
    verbs.train(given, tmp_path / "model")
    table = (tmp_path / "model" / "weights.tsv").read_text("utf-8")
    assert "feature\tweights\n" in table
    assert any(line.startswith("p=s her\t") for line in table.splitlines())
    figures = verbs.evaluate(given)
    assert figures["words"] == 2 * 8 * 5
    assert figures["right"] == 1.0
