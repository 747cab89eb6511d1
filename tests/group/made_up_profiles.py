"""Profiles by hand: made-up articles by the keys that they have."""

from collections import Counter
from zlib import crc32

import numpy as np

from crossread.records import Profile

BRIDGE = "bridge cracks piers halvern ferry lorries harbour repairs crossing"
FIRE = "fire theatre oskarby smoke balcony firemen curtain rescue ladder"
VOTE = "vote ballot governor turnout norra recount coalition seats majority"


def profile(
    name: str,
    words: str,
    day: str | None = "2031-05-07",
    names: str = "",
    text: str = "",
    outlet: str = "Courier",
    title: str | None = None,
) -> Profile:
    """Return an article with these content words and names; `text` is its wording, else 400 words of its own."""
    told = text.split() or [f"{name}{number}" for number in range(400)]
    keys = Counter({f"w:{word}": 2 for word in words.split()})
    keys.update(f"l:{word}" for word in words.split())
    keys.update(f"n:{word}" for word in names.split())
    hashes = np.array([crc32(word.encode()) for word in told], dtype="<u4")
    marks = np.packbits(np.zeros(len(told), dtype=bool))
    shown = {word.title(): 1 for word in names.split()}
    return Profile(
        doc=f"d-{name}",
        outlet=outlet,
        title=title,
        published=day,
        seen=None,
        lead=words,
        keys=dict(keys),
        names=shown,
        wording=hashes.tobytes(),
        quoted=marks.tobytes(),
    )
