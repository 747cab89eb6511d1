"""Opens networks and the cutters of their word pieces: one way of checking them, one way of running them.

Not among the names of `crossread.resources`: who only reads tables should not wait for the libraries.
"""

from pathlib import Path

import onnxruntime
from tokenizers import Tokenizer

from crossread.errors import ResourceError

_AGAIN = "install crossread again"


def open_network(path: Path, *, fuse: bool = True) -> onnxruntime.InferenceSession:
    """Return a session that computes on the calling thread alone.

    The order of sums, and so the last digit, must not depend on how many cores a machine has.

    Args:
        path: an ONNX file.
        fuse: whether steps may be joined into faster ones. A graph that was built as it should run forbids it.

    Raises:
        ResourceError: the file is missing, or holds no network.
    """
    if not path.is_file():
        raise ResourceError(f"{path} is missing; {_AGAIN}")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    if not fuse:
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the runtime's own exceptions share no other base
        raise ResourceError(f"{path} holds no network that can be read; {_AGAIN}") from error


def open_pieces(path: Path) -> Tokenizer:
    """Return the tokenizer of a `tokenizer.json`, which neither cuts texts short nor fills them up.

    Raises:
        ResourceError: the file is missing, or holds no tokenizer.
    """
    if not path.is_file():
        raise ResourceError(f"{path} is missing; {_AGAIN}")
    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as error:  # the library raises nothing narrower
        raise ResourceError(f"{path} holds no tokenizer that can be read; {_AGAIN}") from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def piece_number(tokenizer: Tokenizer, piece: str) -> int:
    """Return the number of a piece.

    Raises:
        ResourceError: the tokenizer is of another family and lacks it.
    """
    number = tokenizer.token_to_id(piece)
    if number is None:
        raise ResourceError(f"the tokenizer has no {piece}; {_AGAIN}")
    return int(number)
