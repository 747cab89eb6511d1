"""The option that chooses who reads."""

from typing import Annotated

import typer

AnnotatorOption = Annotated[
    str,
    typer.Option(
        "--annotator",
        metavar="NAME",
        help="Who reads: 'reader' (the trained model that crossread brings), 'rules' (no model), or 'spacy:NAME' (an "
        "installed spaCy pipeline with Universal Dependencies labels).",
    ),
]
