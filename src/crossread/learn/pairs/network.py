"""The network: a small transformer over windows of an article, and a head that matches two sentences word by word.

`crossread.compare.encoder` computes the same with numpy and onnxruntime; a test holds the two together.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import torch
import torch.nn.functional as F  # noqa: N812  # the name that everybody knows
from safetensors.torch import load_file
from torch import Tensor, nn

from crossread.compare.encoder import Vectors

WIDTH: Final = 384
HEADS: Final = 12
INNER: Final = 1536
LAYERS: Final = 6
PIECES: Final = 30522
POSITIONS: Final = 512
MATCHED: Final = 128  # numbers a piece is matched by
KEPT: Final = 2  # lower layers that stay as they came
DROPOUT: Final = 0.1
FIRST_SCALE: Final = 10.0
FIRST_HEAD: Final = (4.0, 2.0, 2.0, 2.0, 2.0, 0.3)  # a fair start: all figures speak for a match
FIRST_BIAS: Final = -6.0
OUT_OF_SIGHT: Final = 100.0
UNSEEN: Final = 1e4


class Sentences(NamedTuple):
    """Encoded sentences of one story, `s` of at most `t` pieces.

    `mean` `[s, 384]`; `pieces` `[s, t, 128]`; `mask` `[s, t]`, 1 where there is a piece; `gate`, `weight` `[s, t]`.
    """

    mean: Tensor
    pieces: Tensor
    mask: Tensor
    gate: Tensor
    weight: Tensor


def joined(one: Sentences, other: Sentences) -> Sentences:
    """Return the sentences of both, those of `other` numbered after those of `one`."""
    longest = max(one.mask.shape[1], other.mask.shape[1])
    wide = [Sentences(s.mean, *(_widened(part, longest) for part in s[1:])) for s in (one, other)]
    return Sentences(*(torch.cat(parts) for parts in zip(*wide, strict=True)))


def _widened(part: Tensor, length: int) -> Tensor:
    """Return `[s, t, ...]` as `[s, length, ...]`, 0 where there was nothing."""
    return F.pad(part, (*(0, 0) * (part.dim() - 2), 0, length - part.shape[1]))


class Layer(nn.Module):
    """One transformer layer, as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.n1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.n2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """Return the new states `[b, l, 384]`; `mask` `[b, 1, 1, l]` is true where there is a piece.

        Attention is written out: on processors, the way back through torch's fused one takes several times as long.
        """
        batch, length, width = states.shape
        q, k, v = self.qkv(states).view(batch, length, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4)
        strength = q @ k.transpose(-1, -2) * (width // HEADS) ** -0.5
        if mask is not None:
            strength = strength.masked_fill(~mask, -UNSEEN)
        seen = (torch.softmax(strength, -1) @ v).transpose(1, 2).reshape(batch, length, width)
        states = self.n1(states + self.drop(self.out(seen)))
        result: Tensor = self.n2(states + self.drop(self.down(F.gelu(self.up(states)))))
        return result


class Encoder(nn.Module):
    """The transformer; `load` fills in the weights that it starts from."""

    def __init__(self) -> None:
        super().__init__()
        self.word = nn.Embedding(PIECES, WIDTH)
        self.pos = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def load(self, path: Path) -> None:
        """Take over the weights of a BERT of this size from a safetensors file."""
        stored = {name.removeprefix("bert."): value.float() for name, value in load_file(str(path)).items()}
        first = "embeddings."
        kinds = stored[first + "token_type_embeddings.weight"][0]
        self.word.weight.data = stored[first + "word_embeddings.weight"]
        self.pos.weight.data = stored[first + "position_embeddings.weight"] + kinds
        _copy(self.norm, stored, first + "LayerNorm")
        for number, layer in enumerate(self.layers):
            _load_layer(layer, stored, f"encoder.layer.{number}.")

    def lower(self, pieces: Tensor, mask: Tensor | None) -> Tensor:
        """Return the states after the layers that are kept as they came."""
        states: Tensor = self.norm(self.word(pieces) + self.pos(torch.arange(pieces.shape[1])))
        for layer in self.layers[:KEPT]:
            states = layer(states, mask)
        return states

    def upper(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """Return the states after the layers that are taught."""
        for layer in self.layers[KEPT:]:
            states = layer(states, mask)
        return states


class Matcher(nn.Module):
    """Encoder and heads: `head` tells whether two sentences tell the same, `stating` whether one states a proposition.

    A proposition is what two sentences that tell the same have in common; to find it in either teaches more than being
    told that they have something in common.
    """

    def __init__(self) -> None:
        super().__init__()
        self.enc = Encoder()
        self.proj = nn.Linear(WIDTH, MATCHED)
        self.gate = nn.Linear(WIDTH, 1)
        self.imp = nn.Linear(WIDTH, 1)
        self.scale = nn.Parameter(torch.tensor(FIRST_SCALE))
        self.head, self.stating = (nn.Linear(len(FIRST_HEAD), 1) for _ in range(2))
        nn.init.orthogonal_(self.proj.weight)
        nn.init.zeros_(self.proj.bias)
        for layer in (self.gate, self.imp):
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)
        with torch.no_grad():
            for head in (self.head, self.stating):
                head.weight[:] = torch.tensor([FIRST_HEAD])
                head.bias[:] = FIRST_BIAS

    def outputs(self, states: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return each piece's vector, of length 1, its gate and its weight, before they are made to add up to 1."""
        return F.normalize(self.proj(states), dim=-1), self.gate(states)[..., 0], self.imp(states)[..., 0]

    def whole(self, pieces: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return the states of one window `[1, l]`, and `outputs` of them: what the shipped encoder gives."""
        states = self.enc.upper(self.enc.lower(pieces, None), None)
        return states, *self.outputs(states)

    def window(self, pieces: Sequence[int]) -> tuple[Vectors, Vectors, Vectors, Vectors]:
        """Return `whole` of one window, outside of teaching."""
        with torch.no_grad():
            states, vectors, gate, weight = (found[0].numpy() for found in self.whole(torch.tensor([pieces])))
        return states, vectors, gate, weight

    def sentences(self, states: Tensor, rows: Tensor, columns: Tensor, mask: Tensor) -> Sentences:
        """Pick each sentence's pieces `[s, t]` out of the windows' states `[w, l, 384]`."""
        own = states[rows, columns]
        mean = F.normalize((own * mask[..., None]).sum(1) / mask.sum(1, keepdim=True), dim=-1)
        pieces, gate, weight = self.outputs(own)
        return Sentences(mean, pieces, mask, gate, torch.softmax(weight.masked_fill(mask == 0, -1e4), -1))

    def match(self, s: Sentences, pairs: Tensor, head: nn.Linear) -> Tensor:
        """Return the log-odds that a head gives the pairs `[p, 2]` of sentences."""
        a, b = pairs[:, 0], pairs[:, 1]
        both = s.mask[a][:, :, None] * s.mask[b][:, None, :]
        like = torch.bmm(s.pieces[a], s.pieces[b].transpose(1, 2)) - 4 * (1 - both)
        left = (like.amax(2) * s.mask[a] * s.weight[a]).sum(1)
        right = (like.amax(1) * s.mask[b] * s.weight[b]).sum(1)
        strength = like * self.scale + s.gate[a][:, :, None] + s.gate[b][:, None, :] - OUT_OF_SIGHT * (1 - both)
        best = torch.logsumexp(strength.flatten(1), -1) - self.scale
        least, most = torch.minimum(left, right), torch.maximum(left, right)
        figures = torch.stack([(s.mean[a] * s.mean[b]).sum(-1), left + right, least, most, left * right, best], -1)
        odds: Tensor = head(figures)[..., 0]
        return odds


def _copy(module: nn.Module, stored: dict[str, Tensor], name: str) -> None:
    for part in ("weight", "bias"):
        getattr(module, part).data = stored[f"{name}.{part}"]


def _load_layer(layer: nn.Module, stored: dict[str, Tensor], name: str) -> None:
    assert isinstance(layer, Layer)  # noqa: S101  # for the type checker: ModuleList does not say what it holds
    for part in ("weight", "bias"):
        joined = [stored[f"{name}attention.self.{which}.{part}"] for which in ("query", "key", "value")]
        getattr(layer.qkv, part).data = torch.cat(joined)
    _copy(layer.out, stored, name + "attention.output.dense")
    _copy(layer.n1, stored, name + "attention.output.LayerNorm")
    _copy(layer.up, stored, name + "intermediate.dense")
    _copy(layer.down, stored, name + "output.dense")
    _copy(layer.n2, stored, name + "output.LayerNorm")
