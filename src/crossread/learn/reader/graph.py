"""The trained network as an ONNX graph, built node by node, in 8-bit integers.

Weights are symmetric, one scale a column, in 7 of the 8 bits (−64 to 63): on processors without VNNI the
products of two full bytes would overflow their 16-bit sums. Activations take their scale from the window
that is run. A run holds one window and no padding, so nothing but the window decides its result.
"""

from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from crossread.learn.reader.network import (
    ATTENTION_HEADS,
    LABEL_WIDTH,
    LAYERS,
    NORM_EPSILON,
    WIDTH,
)
from crossread.learn.reader.smoothing import HEADS, Maxima, divisors

Weights = dict[str, NDArray[np.float32]]

OPSET: Final = 23
CONTRIB: Final = "com.microsoft"
LARGEST_WEIGHT: Final = 63  # of 127: the reduced range

# The head projections that are computed together, in the order of their columns.
PROJECTIONS: Final = (
    "arc_dependent",
    "arc_head",
    "label_dependent",
    "label_head",
    "link_anaphor",
    "link_antecedent",
)
# The classifiers that are computed together, in the order of their columns.
CLASSIFIERS: Final = ("starts", "upos", "feats", "names", "kinds", "link_none")


@dataclass(slots=True)
class Graph:
    """Nodes and constants of a graph that grows; names are the wires."""

    maxima: Maxima = field(default_factory=dict)
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: list[onnx.TensorProto] = field(default_factory=list)

    def constant(self, name: str, values: NDArray[Any]) -> str:
        """Add a constant; return its name."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, operator: str, inputs: list[str], output: str, domain: str = "", **attributes: Any) -> str:
        """Add a node with one output; return the output's name."""
        self.nodes.append(helper.make_node(operator, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def evened(self, source: str, name: str, weight: NDArray[np.float32], bias: NDArray[np.float32]) -> str:
        """An integer product like ``linear``, the channels of its input evened out before."""
        divided_by = divisors(self.maxima, name, weight)
        source = self.node("Mul", [source, self.constant(f"{name}.even", 1 / divided_by)], f"{name}.evened")
        return self.linear(source, name, weight * divided_by, bias)

    def linear(self, source: str, name: str, weight: NDArray[np.float32], bias: NDArray[np.float32]) -> str:
        """An integer product with a weight of shape (out, in), its input quantised as it comes."""
        quantised, scale = quantise(weight.T)
        inputs = [
            source,
            self.constant(f"{name}.weight", quantised),
            self.constant(f"{name}.scale", scale),
            self.constant(f"{name}.zero", np.zeros(len(scale), dtype=np.int8)),
            self.constant(f"{name}.bias", bias),
        ]
        return self.node("DynamicQuantizeMatMul", inputs, name, CONTRIB)

    def slices(self, source: str, name: str, widths: list[int]) -> list[str]:
        """Cut the last axis into parts of these widths."""
        outputs = [f"{name}.{number}" for number in range(len(widths))]
        sizes = self.constant(f"{name}.widths", np.array(widths, dtype=np.int64))
        self.nodes.append(helper.make_node("Split", [source, sizes], outputs, name=name, axis=-1))
        return outputs

    def model(
        self, name: str, inputs: list[onnx.ValueInfoProto], outputs: list[onnx.ValueInfoProto]
    ) -> onnx.ModelProto:
        """The finished model."""
        graph = helper.make_graph(self.nodes, name, inputs, outputs, self.constants)
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="crossread")


def quantise(matrix: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """A matrix of shape (in, out) as integers and one scale for each column."""
    scale = np.abs(matrix).max(axis=0) / LARGEST_WEIGHT
    scale = np.where(scale == 0, 1, scale).astype(np.float32)
    return np.rint(matrix / scale).astype(np.int8), scale


def reader_graph(weights: Weights, maxima: Maxima) -> onnx.ModelProto:
    """Pieces of one window in, everything that is said of its words out; ``maxima`` as ``smoothing`` measures them."""
    graph = Graph(maxima)
    states = _embedded(graph, weights)
    for number in range(LAYERS):
        states = _layer(graph, weights, f"encoder.layers.{number}", states)
    flat = graph.node("Reshape", [states, graph.constant("flat.shape", np.array([-1, WIDTH], np.int64))], "flat")
    firsts = graph.node("Gather", [flat, "first"], "firsts", axis=0)
    lasts = graph.node("Gather", [flat, "last"], "lasts", axis=0)
    summed = graph.node("Add", [firsts, lasts], "both")
    vectors = graph.node("Mul", [summed, graph.constant("half", np.array(0.5, dtype=np.float32))], "vectors")
    _heads(graph, weights, vectors)
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, [axis])
        for name, axis in (
            ("pieces", "L"),
            ("shapes", "L"),
            ("spacing", "L"),
            ("first", "N"),
            ("last", "N"),
        )
    ]
    outputs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, axes)
        for name, axes in (
            ("vectors", ["N", WIDTH]),
            ("tags", ["N", "T"]),
            ("arcs", ["N", "H"]),
            ("dependents", ["N", 2 * LABEL_WIDTH]),
            ("heads", ["H", 2 * LABEL_WIDTH]),
            ("anaphors", ["N", "K"]),
            ("antecedents", ["N", "K"]),
        )
    ]
    return graph.model("reader", inputs, outputs)


def relation_graph(weights: Weights) -> onnx.ModelProto:
    """Rows of ``dependents`` beside the rows of their ``heads`` in, scores of relations out."""
    graph = Graph()
    widths = [LABEL_WIDTH, LABEL_WIDTH]
    dependent_added, dependent_multiplied = graph.slices("dependents", "dependent", widths)
    head_added, head_multiplied = graph.slices("heads", "head", widths)
    added = graph.node("Add", [dependent_added, head_added], "sum")
    bent = graph.node("FastGelu", [added], "bent", CONTRIB)
    multiplied = graph.node("Mul", [dependent_multiplied, head_multiplied], "product")
    pair = graph.node("Concat", [bent, multiplied], "pair", axis=-1)
    weight = graph.constant("weight", weights["label_out.weight"].T)
    scored = graph.node("MatMul", [pair, weight], "scored")
    graph.node("Add", [scored, graph.constant("bias", weights["label_out.bias"])], "relations")
    wide = 2 * LABEL_WIDTH
    inputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["N", wide]) for name in ("dependents", "heads")]
    outputs = [helper.make_tensor_value_info("relations", TensorProto.FLOAT, ["N", "R"])]
    return graph.model("relations", inputs, outputs)


def _embedded(graph: Graph, weights: Weights) -> str:
    """The sum of all embeddings, normalised: 1, L, WIDTH."""
    quantised, scale = quantise(weights["encoder.pieces.weight"].T)
    rows = graph.constant("pieces.rows", quantised.T)
    row_scale = graph.constant("pieces.scale", scale[:, None])
    found = graph.node("Gather", [rows, "pieces"], "piece.rows", axis=0)
    numbers = graph.node("Cast", [found], "piece.numbers", to=TensorProto.FLOAT)
    scales = graph.node("Gather", [row_scale, "pieces"], "piece.scales", axis=0)
    pieces = graph.node("Mul", [numbers, scales], "piece.vectors")
    table = weights["encoder.positions.weight"] + weights["encoder.segment"]
    size = graph.node("Shape", ["pieces"], "length")
    zero = graph.constant("zero", np.array([0], np.int64))
    positions = graph.constant("positions", table)
    where = graph.node("Slice", [positions, zero, size, zero], "position.vectors")
    shapes = graph.node(
        "Gather", [graph.constant("shape.rows", weights["encoder.shapes.weight"]), "shapes"], "shape.vectors"
    )
    spacing = graph.node(
        "Gather",
        [graph.constant("spacing.rows", weights["encoder.spacing.weight"]), "spacing"],
        "spacing.vectors",
    )
    summed = graph.node("Sum", [pieces, where, shapes, spacing], "summed")
    normed = _norm(graph, weights, "encoder.norm", [summed])
    one_window = graph.constant("one.window", np.array([1, -1, WIDTH], np.int64))
    return graph.node("Reshape", [normed, one_window], "embedded")


def _norm(graph: Graph, weights: Weights, name: str, sources: list[str]) -> str:
    scale = graph.constant(f"{name}.weight", weights[f"{name}.weight"])
    bias = graph.constant(f"{name}.bias", weights[f"{name}.bias"])
    # Added apart: the fused SkipLayerNormalization took ten times as long on one thread.
    summed = sources[0] if len(sources) == 1 else graph.node("Add", sources, f"{name}.summed")
    return graph.node("LayerNormalization", [summed, scale, bias], name, axis=-1, epsilon=NORM_EPSILON)


def _layer(graph: Graph, weights: Weights, name: str, states: str) -> str:
    out, out_bias = _pair(weights, f"{name}.out")
    # Attention only weighs rows of values, so that what evens its outcome can be done to the values' weights.
    even = divisors(graph.maxima, f"{name}.out", out)
    value, value_bias = _pair(weights, f"{name}.value")
    asking = [_pair(weights, f"{name}.{part}") for part in ("query", "key")]
    parts = [*asking, (value / even[:, None], value_bias / even)]
    weight, bias = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    joined = graph.linear(states, f"{name}.joined", weight, bias)
    asked = graph.slices(joined, f"{name}.parts", [WIDTH] * len(parts))
    attended = graph.node(
        "Attention", asked, f"{name}.attended", q_num_heads=ATTENTION_HEADS, kv_num_heads=ATTENTION_HEADS
    )
    said = graph.linear(attended, f"{name}.out", out * even, out_bias)
    states = _norm(graph, weights, f"{name}.attention_norm", [states, said])
    inner = graph.evened(states, f"{name}.inner", *_pair(weights, f"{name}.inner"))
    bent = graph.node("FastGelu", [inner], f"{name}.bent", CONTRIB)
    outer = graph.evened(bent, f"{name}.outer", *_pair(weights, f"{name}.outer"))
    return _norm(graph, weights, f"{name}.norm", [states, outer])


def _pair(weights: Weights, name: str) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    return weights[f"{name}.weight"], weights[f"{name}.bias"]


def _heads(graph: Graph, weights: Weights, vectors: str) -> None:
    """All classifiers and projections of words, in one product."""
    pairs = [_pair(weights, name) for name in (*CLASSIFIERS, *PROJECTIONS)]
    weight, bias = (np.concatenate(columns) for columns in zip(*pairs, strict=True))
    said = graph.evened(vectors, HEADS, weight, bias)
    widths = [len(pair[1]) for pair in pairs]
    classified = len(CLASSIFIERS)
    tags, *parts = graph.slices(said, "parts", [sum(widths[:classified]), *widths[classified:]])
    graph.node("Identity", [tags], "tags")
    dependent = graph.node("FastGelu", [parts[0]], "arc.dependents", CONTRIB)
    head = graph.node("FastGelu", [parts[1]], "arc.heads", CONTRIB)
    root = graph.constant("arc.root", weights["arc_root"][None, :])
    heads = graph.node("Concat", [root, head], "arc.candidates", axis=0)
    turned = graph.node("MatMul", [dependent, graph.constant("arc.weight", weights["arc_weight"])], "arc.turned")
    biased = graph.node("Add", [turned, graph.constant("arc.bias", weights["arc_bias"])], "arc.biased")
    across = graph.node("Transpose", [heads], "arc.across", perm=[1, 0])
    graph.node("MatMul", [biased, across], "arcs")
    graph.node("Identity", [parts[2]], "dependents")
    label_root = graph.constant("label.root", weights["label_root"][None, :])
    graph.node("Concat", [label_root, parts[3]], "heads", axis=0)
    graph.node("Identity", [parts[4]], "anaphors")
    graph.node("Identity", [parts[5]], "antecedents")
