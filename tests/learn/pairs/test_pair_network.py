"""What is taught with torch and what is shipped with numpy compute the same."""

import numpy as np
import pytest

from crossread.compare.encoder import encoded_of, match

torch = pytest.importorskip("torch", reason="needs the training extra")


def test_the_head_matches_as_it_was_taught() -> None:
    from crossread.learn.pairs.export import head_of
    from crossread.learn.pairs.network import Matcher

    torch.manual_seed(1)
    network = Matcher().eval()
    states = torch.randn(2, 7, 384)
    lengths = (7, 5)
    rows = torch.tensor([[0] * 7, [1] * 7])
    columns = torch.arange(7).repeat(2, 1)
    mask = torch.tensor([[1.0] * n + [0.0] * (7 - n) for n in lengths])
    with torch.no_grad():
        sentences = network.sentences(states, rows, columns, mask)
        taught = network.match(sentences, torch.tensor([[0, 1]]), network.head)
        vectors, gate, weight = (found.numpy() for found in network.outputs(states))
    a, b = (
        encoded_of(states[n, :k].numpy(), vectors[n, :k], gate[n, :k], weight[n, :k], tuple(range(k)))
        for n, k in enumerate(lengths)
    )
    assert np.isclose(match(a, b, head_of(network))[-1], taught.item(), atol=1e-4)
