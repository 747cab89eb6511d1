"""Text of others as Markdown (CommonMark and its GitHub extensions) that can only ever be read as text."""

import re

from crossread.report.view.shown import on_one_line

_ACTIVE = re.compile(r"[\\`*_{}\[\]<>#|~&!$^]")
_BEGINS_A_BLOCK = re.compile(r"^(\d{0,9})([.)+=-])")
_BEGINS_A_LINK = re.compile(r"(?i)(?<=[a-z]):(?=//)|(?<=www)\.")


def escaped(text: str) -> str:
    """Return the text on one line, with every character that could begin markup, a block or a link escaped."""
    text = _ACTIVE.sub(r"\\\g<0>", on_one_line(text))
    text = _BEGINS_A_LINK.sub(r"\\\g<0>", text)
    return _BEGINS_A_BLOCK.sub(r"\1\\\2", text)
