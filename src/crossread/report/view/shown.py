"""Text of others made harmless to look at: what cannot be seen, or moves what is seen, becomes visible.

Each character is replaced by itself, so that `shown(a + b) == shown(a) + shown(b)`: text may be cut before or after.
"""

import re

# C0 and C1 controls, soft line ends, marks that turn or isolate the direction of text (Unicode TR 36 on spoofing),
# halves of surrogate pairs, and characters that a page may not contain. Line feed and tab stay.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]"
)
_PICTURES = 0x2400  # Unicode draws each C0 control at this code point plus its own
_DELETE = 0x7F
_DELETE_PICTURE = "\u2421"


def shown(text: str) -> str:
    """Return the text with every hidden character drawn: NUL as ␀, an override of direction as ⟨U+202E⟩."""
    return _HIDDEN.sub(_drawn, text)


def on_one_line(text: str) -> str:
    """Return the text drawn as `shown` does, with white space run together."""
    return shown(" ".join(text.split()))


def _drawn(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < ord(" "):
        return chr(_PICTURES + code)
    return _DELETE_PICTURE if code == _DELETE else f"⟨U+{code:04X}⟩"
