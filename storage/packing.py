"""Large JSON values that nobody searches, as compressed bytes."""

from __future__ import annotations

import json
from typing import Any

from records.codec import canonical


def packed(value: Any) -> bytes | None:
    """Canonical JSON in one zstd frame; None for None."""
    if value is None:
        return None
    from storage.bodies import compress  # only looks with news pack anything

    return compress(canonical(value).encode())


def unpacked(data: bytes | None) -> Any:
    """The inverse."""
    if data is None:
        return None
    from storage.bodies import decompress

    return json.loads(decompress(data))
