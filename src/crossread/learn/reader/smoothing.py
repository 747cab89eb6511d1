"""Even channels before they are rounded to 8 bits (Xiao et al., SmoothQuant, 2023).

A layer's input has one scale for all its channels; a few channels with large values would leave few steps to the rest.
Dividing each channel by a number, and multiplying that row of the weight by it, changes no product and evens them out.
"""

from collections.abc import Iterable
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from crossread.learn.reader.network import Inputs, Reader

# How much of the unevenness goes over to the weights, in the encoder and in the heads; best of 0.5–0.9 on the
# development sets.
STRENGTH: Final = 0.9
HEADS_STRENGTH: Final = 0.7
SMALLEST: Final = 1e-4
HEADS: Final = "said"  # the name of their product
# Not what attention is given: it is even enough without, and evening would cost a multiplication.
_MEASURED: Final = {"out": "out", "inner": "inner", "outer": "outer"}

Maxima = dict[str, NDArray[np.float32]]


def channel_maxima(reader: Reader, batches: Iterable[Inputs]) -> Maxima:
    """The largest absolute value of each input channel of the products that are evened out, by name."""
    maxima: dict[str, Tensor] = {}

    def watch(name: str) -> Any:
        def hook(_: nn.Module, given: tuple[Tensor, ...]) -> None:
            largest = given[0].detach().abs().flatten(0, -2).amax(dim=0)
            maxima[name] = torch.maximum(maxima[name], largest) if name in maxima else largest

        return hook

    handles = [reader.upos.register_forward_pre_hook(watch(HEADS))]  # every head is given the same
    handles += [
        layer.get_submodule(part).register_forward_pre_hook(watch(f"encoder.layers.{number}.{product}"))
        for number, layer in enumerate(reader.encoder.layers)
        for part, product in _MEASURED.items()
    ]
    reader.eval()
    with torch.no_grad():
        for inputs in batches:
            reader(inputs)
    for handle in handles:
        handle.remove()
    return {name: values.numpy() for name, values in maxima.items()}


def divisors(maxima: Maxima, name: str, weight: NDArray[np.float32]) -> NDArray[np.float32]:
    """What to divide each input channel of a product by, for its weight of shape (out, in)."""
    strength = HEADS_STRENGTH if name == HEADS else STRENGTH
    inputs = np.maximum(maxima[name], SMALLEST) ** strength
    weights = np.maximum(np.abs(weight).max(axis=0), SMALLEST) ** (1 - strength)
    return np.asarray(inputs / weights, dtype=np.float32)
