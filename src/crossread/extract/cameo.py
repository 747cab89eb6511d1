"""What has become of CAMEO's codes in PLOVER."""

from crossread.resources import read_table


def root_of_cameo(code: str) -> str | None:
    """Return what has become of a CAMEO code in PLOVER, None for what is none any more (01)."""
    return next((row["root"] for row in read_table("ontology/cameo.tsv") if code.startswith(row["code"])), None)
