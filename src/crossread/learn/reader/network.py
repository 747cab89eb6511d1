"""The joint network: one encoder pass, and a small head for every task.

The encoder is MiniLM-L6 (6 layers, 384 units, 12 heads; sentence-transformers/all-MiniLM-L6-v2,
Apache-2.0). Shape and spacing embeddings are added to its word pieces, since its vocabulary is lower case.
The parser is the deep biaffine one (Dozat and Manning, 2017), its label scorer in a low-rank form that
costs a few thousand products a word.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from crossread.annotate.reader.labels import MENTION_KINDS, NAME_TAGS
from crossread.annotate.reader.shapes import SHAPE_NAMES, SPACING_NAMES

WIDTH: Final = 384
LAYERS: Final = 6
ATTENTION_HEADS: Final = 12
INNER: Final = 1536
POSITIONS: Final = 512
VOCABULARY: Final = 30522
ARC_WIDTH: Final = 256
LABEL_WIDTH: Final = 256
LINK_WIDTH: Final = 128
NORM_EPSILON: Final = 1e-12  # as the encoder was trained
MASKED_SCORE: Final = -1e4


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many labels each head tells apart."""

    upos: int
    feats: int
    deprel: int


class Inputs(NamedTuple):
    """A batch: B windows of at most L pieces and N words, int64 but for ``mask``.

    ``first`` and ``last`` are the positions of each word's first and last piece; padding words point at 0.
    """

    pieces: Tensor  # B, L
    shapes: Tensor  # B, L
    spacing: Tensor  # B, L
    mask: Tensor  # B, L bool: true where there is a piece
    first: Tensor  # B, N
    last: Tensor  # B, N


class Scores(NamedTuple):
    """What the network says of each word, as logits."""

    vectors: Tensor  # B, N, WIDTH
    starts: Tensor  # B, N: whether a sentence starts here
    upos: Tensor  # B, N, upos
    feats: Tensor  # B, N, feats
    names: Tensor  # B, N, NAME_TAGS
    arcs: Tensor  # B, N, N + 1: the head of each word, column 0 the root
    dependents: Tensor  # B, N, 2 * LABEL_WIDTH
    heads: Tensor  # B, N + 1, 2 * LABEL_WIDTH
    kinds: Tensor  # B, N, MENTION_KINDS: of the mention that the word heads
    anaphors: Tensor  # B, N, LINK_WIDTH: how a mention looks for what it goes back to
    antecedents: Tensor  # B, N, LINK_WIDTH: how a mention is found


def gelu(values: Tensor) -> Tensor:
    """The Gaussian error linear unit by its hyperbolic tangent (Hendrycks and Gimpel, 2016), the faster form."""
    return functional.gelu(values, approximate="tanh")


class EncoderLayer(nn.Module):
    """One transformer layer of BERT's kind (norm after)."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=NORM_EPSILON)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=NORM_EPSILON)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """States B, L, WIDTH; ``bias`` is added to attention scores (B, 1, 1, L)."""
        batch, length, _ = states.shape

        def split(values: Tensor) -> Tensor:
            parted = values.view(batch, length, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)
            return parted.transpose(1, 2)

        attended = functional.scaled_dot_product_attention(
            split(self.query(states)),
            split(self.key(states)),
            split(self.value(states)),
            attn_mask=bias,
        )
        merged = attended.transpose(1, 2).reshape(batch, length, WIDTH)
        states = self.attention_norm(states + self.out(merged))
        inner = gelu(self.inner(states))
        normed: Tensor = self.norm(states + self.outer(inner))
        return normed


class Encoder(nn.Module):
    """MiniLM-L6 with shape and spacing embeddings."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.segment = nn.Parameter(torch.zeros(WIDTH))
        self.shapes = nn.Embedding(len(SHAPE_NAMES), WIDTH)
        self.spacing = nn.Embedding(len(SPACING_NAMES), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=NORM_EPSILON)
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList(EncoderLayer() for _ in range(LAYERS))
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.spacing.weight)

    def forward(self, pieces: Tensor, shapes: Tensor, spacing: Tensor, mask: Tensor) -> Tensor:
        """Vectors of pieces: B, L, WIDTH."""
        where = torch.arange(pieces.shape[1], device=pieces.device)
        summed = (
            self.pieces(pieces) + self.positions(where) + self.segment + self.shapes(shapes) + self.spacing(spacing)
        )
        states = self.dropout(self.norm(summed))
        bias = torch.zeros(mask.shape, dtype=states.dtype, device=mask.device)
        bias = bias.masked_fill(~mask, MASKED_SCORE)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, bias.to(states.dtype))
        return states


class Reader(nn.Module):
    """The encoder and every head."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.dropout = nn.Dropout(0.2)
        self.starts = nn.Linear(WIDTH, 1)
        self.upos = nn.Linear(WIDTH, sizes.upos)
        self.feats = nn.Linear(WIDTH, sizes.feats)
        self.names = nn.Linear(WIDTH, len(NAME_TAGS))
        self.arc_dependent = nn.Linear(WIDTH, ARC_WIDTH)
        self.arc_head = nn.Linear(WIDTH, ARC_WIDTH)
        self.arc_weight = nn.Parameter(torch.zeros(ARC_WIDTH, ARC_WIDTH))
        self.arc_bias = nn.Parameter(torch.zeros(ARC_WIDTH))
        self.arc_root = nn.Parameter(torch.zeros(ARC_WIDTH))
        self.label_dependent = nn.Linear(WIDTH, 2 * LABEL_WIDTH)
        self.label_head = nn.Linear(WIDTH, 2 * LABEL_WIDTH)
        self.label_root = nn.Parameter(torch.zeros(2 * LABEL_WIDTH))
        self.label_out = nn.Linear(2 * LABEL_WIDTH, sizes.deprel)
        self.kinds = nn.Linear(WIDTH, len(MENTION_KINDS))
        self.link_anaphor = nn.Linear(WIDTH, LINK_WIDTH)
        self.link_antecedent = nn.Linear(WIDTH, LINK_WIDTH)
        self.link_none = nn.Linear(WIDTH, 1)
        nn.init.xavier_uniform_(self.arc_weight)
        nn.init.normal_(self.arc_root, std=0.1)
        nn.init.normal_(self.label_root, std=0.1)

    def load_encoder(self, path: Path) -> None:
        """Take the encoder's starting weights from a BERT-shaped safetensors file."""
        stored = load_file(str(path))
        encoder = self.encoder
        with torch.no_grad():
            encoder.pieces.weight.copy_(stored["embeddings.word_embeddings.weight"])
            encoder.positions.weight.copy_(stored["embeddings.position_embeddings.weight"])
            encoder.segment.copy_(stored["embeddings.token_type_embeddings.weight"][0])
        _copy(encoder.norm, stored, "embeddings.LayerNorm")
        for number, layer in enumerate(encoder.layers):
            for name, theirs in _LAYER_NAMES.items():
                module = layer.get_submodule(name)
                _copy(module, stored, f"encoder.layer.{number}.{theirs}")

    def forward(self, inputs: Inputs) -> Scores:
        """Scores of every word."""
        states = self.encoder(inputs.pieces, inputs.shapes, inputs.spacing, inputs.mask)
        vectors = 0.5 * (_gather(states, inputs.first) + _gather(states, inputs.last))
        words = self.dropout(vectors)
        dependents = self.dropout(gelu(self.arc_dependent(words)))
        heads = self.dropout(gelu(self.arc_head(words)))
        heads = torch.cat([self.arc_root.to(heads.dtype).expand(len(heads), 1, -1), heads], dim=1)
        arcs = (dependents @ self.arc_weight) @ heads.transpose(1, 2) + (heads @ self.arc_bias)[:, None, :]
        label_heads = self.label_head(words)
        label_root = self.label_root.to(label_heads.dtype).expand(len(heads), 1, -1)
        return Scores(
            vectors,
            self.starts(words).squeeze(-1),
            self.upos(words),
            self.feats(words),
            self.names(words),
            arcs,
            self.label_dependent(words),
            torch.cat([label_root, label_heads], dim=1),
            self.kinds(words),
            self.link_anaphor(words),
            self.link_antecedent(words),
        )

    def label_scores(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Scores of relations for pairs of rows: a sum and a product of the two words' projections."""
        added = gelu(dependents[..., :LABEL_WIDTH] + heads[..., :LABEL_WIDTH])
        multiplied = dependents[..., LABEL_WIDTH:] * heads[..., LABEL_WIDTH:]
        scores: Tensor = self.label_out(self.dropout(torch.cat([added, multiplied], dim=-1)))
        return scores


_LAYER_NAMES: Final = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "attention_norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "norm": "output.LayerNorm",
}


def _copy(module: nn.Module, stored: dict[str, Tensor], name: str) -> None:
    module.load_state_dict({part: stored[f"{name}.{part}"] for part in ("weight", "bias")})


def _gather(states: Tensor, positions: Tensor) -> Tensor:
    index = positions.unsqueeze(-1).expand(-1, -1, states.shape[-1])
    return states.gather(1, index)
