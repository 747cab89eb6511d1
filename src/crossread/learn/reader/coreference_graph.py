"""The pair scorer as an ONNX graph: two small networks of one hidden layer."""

from typing import Final

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper

from crossread.annotate.reader.pairs import MENTION_FEATURES, PAIR_FEATURES
from crossread.learn.reader.graph import Graph

HIDDEN: Final = 48
Weights = dict[str, NDArray[np.float32]]


def products_graph() -> onnx.ModelProto:
    """Inner products of all rows of ``ones`` with all rows of ``others``, in full precision."""
    graph = Graph()
    graph.node("Gemm", ["ones", "others"], "products", transB=1)
    inputs = [
        helper.make_tensor_value_info("ones", TensorProto.FLOAT, ["I", "K"]),
        helper.make_tensor_value_info("others", TensorProto.FLOAT, ["J", "K"]),
    ]
    outputs = [helper.make_tensor_value_info("products", TensorProto.FLOAT, ["I", "J"])]
    return graph.model("products", inputs, outputs)


def coreference_graph(weights: Weights) -> onnx.ModelProto:
    """Features of pairs and of mentions in, their scores out, in full precision."""
    graph = Graph()
    for name, output in (("pairs", "scores"), ("mentions", "alone")):
        inner = graph.node(
            "Gemm",
            [
                name,
                graph.constant(f"{name}.inner.weight", weights[f"{name}.0.weight"].T),
                graph.constant(f"{name}.inner.bias", weights[f"{name}.0.bias"]),
            ],
            f"{name}.inner",
        )
        bent = graph.node("Relu", [inner], f"{name}.bent")
        graph.node(
            "Gemm",
            [
                bent,
                graph.constant(f"{name}.outer.weight", weights[f"{name}.3.weight"].T),
                graph.constant(f"{name}.outer.bias", weights[f"{name}.3.bias"]),
            ],
            output,
        )
    inputs = [
        helper.make_tensor_value_info("pairs", TensorProto.FLOAT, ["P", PAIR_FEATURES]),
        helper.make_tensor_value_info("mentions", TensorProto.FLOAT, ["M", MENTION_FEATURES]),
    ]
    outputs = [
        helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["P", 1]),
        helper.make_tensor_value_info("alone", TensorProto.FLOAT, ["M", 1]),
    ]
    return graph.model("coreference", inputs, outputs)
