"""What grouping needs to know of one article: a few kilobytes, so that a month of a country's press fits in memory."""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypedDict


class ProfileJson(TypedDict):
    """A profile as JSON; `wording` is in base64."""

    doc: str
    outlet: str
    title: str | None
    published: str | None
    seen: str | None
    lead: str
    keys: dict[str, int]
    names: dict[str, int]
    wording: str
    quoted: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What grouping needs of one article.

    `published` is as the document has it; `seen` (ISO 8601) is when it was first met, which stands in where nothing
    tells the publication. `lead`: the first sentence, cut. `keys`: how often the article has each key; a key is one
    letter of its kind, a colon and the folded words (`n:` name, `p:` place, `d:` day, `a:` act, `w:` stem of a content
    word, `l:` the same in the title and the lead). `names`: the actors as they are to be shown, and how often.
    `wording`: a 32-bit hash of each folded word in order, little-endian; copies are verified on it. `quoted`: one bit a
    word, the first in the highest bit, set inside quotation marks.
    """

    doc: str
    outlet: str
    title: str | None
    published: str | None
    seen: str | None
    lead: str
    keys: Mapping[str, int]
    names: Mapping[str, int]
    wording: bytes
    quoted: bytes

    @property
    def day(self) -> str | None:
        """The day of publication, else the day when it was first met (`2019-01-24`); None where neither is known."""
        moment = self.published or self.seen
        return moment[:10] if moment and len(moment) >= len("2019-01-24") else None

    @property
    def order(self) -> tuple[str, str, str]:
        """What a stream is sorted by: day, time, id; articles without a day come last."""
        moment = self.published or self.seen or ""
        return self.day or "9999-12-31", moment, self.doc

    def to_json(self) -> ProfileJson:
        """Return the profile as an object that JSON can hold."""
        return {
            "doc": self.doc,
            "outlet": self.outlet,
            "title": self.title,
            "published": self.published,
            "seen": self.seen,
            "lead": self.lead,
            "keys": dict(self.keys),
            "names": dict(self.names),
            "wording": b64encode(self.wording).decode("ascii"),
            "quoted": b64encode(self.quoted).decode("ascii"),
        }

    @classmethod
    def from_json(cls, stored: ProfileJson) -> "Profile":
        """Return the profile that `to_json` gave.

        Raises KeyError or ValueError if it is something else.
        """
        return cls(
            doc=stored["doc"],
            outlet=stored["outlet"],
            title=stored["title"],
            published=stored["published"],
            seen=stored["seen"],
            lead=stored["lead"],
            keys=stored["keys"],
            names=stored["names"],
            wording=b64decode(stored["wording"], validate=True),
            quoted=b64decode(stored["quoted"], validate=True),
        )
