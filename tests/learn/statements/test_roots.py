"""Reading PLV tables, dealing folds, figures."""

from pathlib import Path

import pytest

from crossread.errors import ReadError
from crossread.extract.root_model import Marked
from crossread.learn.statements.root_data import Deed, digest, folds, read_deeds
from crossread.learn.statements.roots import figures

HEADER = "sentence\tmarked_sentence\tgold_root\n"


def deed(sentence: str, root: str) -> Deed:
    return Deed(Marked(sentence, (0, 1), None), sentence, root)


def test_marks_become_places(tmp_path: Path) -> None:
    table = tmp_path / "plv.tsv"
    table.write_text(HEADER + "A hit B, B said.\t<s>A</s> hit <t>B</t>, <t>B</t> said.\tASSAULT\n", "utf-8")
    (found,) = read_deeds(table)
    assert found.marked == Marked("A hit B, B said.", (0, 1), (6, 7))
    assert found.root == "ASSAULT"


def test_a_party_may_be_missing(tmp_path: Path) -> None:
    table = tmp_path / "plv.tsv"
    table.write_text(HEADER + "A left.\t<s>A</s> left.\tYIELD\n", "utf-8")
    assert read_deeds(table)[0].marked.receiver is None


@pytest.mark.parametrize("content", ["", "a\tb\n1\t2\n"])
def test_another_table_is_refused(tmp_path: Path, content: str) -> None:
    table = tmp_path / "plv.tsv"
    table.write_text(content, "utf-8")
    with pytest.raises(ReadError, match="PLV"):
        read_deeds(table)


def test_deeds_of_one_sentence_share_a_fold_and_roots_are_spread() -> None:
    deeds = [deed(f"s{number // 2}", "AID" if number % 3 else "REJECT") for number in range(60)]
    dealt = folds(deeds, 5)
    assert set(dealt) == set(range(5))
    assert all(dealt[at] == dealt[at + 1] for at in range(0, 60, 2))


def test_the_digest_does_not_hang_on_the_order() -> None:
    deeds = [deed("a", "AID"), deed("b", "REJECT")]
    assert digest(deeds) == digest(deeds[::-1]) != digest(deeds[:1])


def test_macro_f1_weighs_roots_alike() -> None:
    deeds = [deed("a", "AID"), deed("b", "AID"), deed("c", "AID"), deed("d", "REJECT")]
    found = figures(deeds, ["AID", "AID", "AID", "AID"])
    assert found["accuracy"] == 0.75
    assert found["macro_f1"] == pytest.approx((6 / 7 + 0) / 2, abs=0.001)
