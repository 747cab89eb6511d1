"""Whatever is wrong with a model's folder is told as one thing, with what to do."""

from pathlib import Path

import pytest

from crossread.errors import ResourceError
from crossread.resources.manifests import MANIFEST_FILE, opened


def test_the_manifest_is_read(tmp_path: Path) -> None:
    (tmp_path / MANIFEST_FILE).write_text('{"least": 0.3}', "utf-8")
    with opened(tmp_path, "made-up model") as manifest:
        assert manifest == {"least": 0.3}


@pytest.mark.parametrize("text", [None, "{", '{"least": "much"}', "{}"])
def test_what_is_missing_or_wrong_is_told(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / MANIFEST_FILE).write_text(text, "utf-8")
    with pytest.raises(ResourceError, match="no made-up model that can be read; install crossread again"):  # noqa: SIM117
        with opened(tmp_path, "made-up model") as manifest:
            float(manifest["least"])
