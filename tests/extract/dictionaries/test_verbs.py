"""Dictionaries of verbs: forms, sets of phrases, patterns, codes for both sides."""

from crossread.extract.dictionaries.verbs import VerbCode, read_verbs

TEXT = """
&COIN
+THALERS
+&OTHER
&OTHER
+SILVER CROWNS

--- PAY [071] ---
PAY {PAYS PAID PAYING}
+SHELL_OUT {+SHELLED_OUT} [072]
- * TRIBUTE [041]
- NOT_* &COIN [120]
- % MAY * [060:061]
--- VISIT [032:033] ---
VISIT
CALL_+UPON [---]
- no verb [020]
"""


def test_forms_with_their_codes() -> None:
    verbs, faults = read_verbs(TEXT)
    assert {form for form, entries in verbs.items() if entries[0].code == VerbCode("071")} == {
        "pay",
        "pays",
        "paid",
        "paying",
    }
    (shelled,) = verbs["shelled"]
    assert (shelled.after, shelled.code) == (("out",), VerbCode("072"))
    assert {"visit", "visits", "visited", "visiting"} <= set(verbs)
    assert verbs["visit"][0].code == VerbCode("032", "033")
    assert (verbs["upon"][0].before, verbs["upon"][0].code) == (("call",), VerbCode())
    assert faults == ["- no verb [020]"]


def test_patterns() -> None:
    verbs, _ = read_verbs(TEXT)
    patterns = {code.forth: pattern for pattern, code in verbs["paid"][0].patterns}
    denied = patterns["120"]
    assert [(piece.phrases, piece.joined) for piece in denied.before] == [(frozenset({("not",)}), True)]
    assert denied.after[0].phrases == {("thalers",), ("silver", "crowns")}
    assert [piece.role for piece in patterns["060"].before] == ["words", "both"]
