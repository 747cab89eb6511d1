"""JSON as text that any UTF-8 file can hold."""

import json
import re
from typing import Final

_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def json_text(value: object) -> str:
    """Return JSON that ends in a newline and always encodes to UTF-8.

    Letters stand as themselves. Half of a surrogate pair, which no UTF-8 file can hold, is written as its JSON escape.
    """
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"
