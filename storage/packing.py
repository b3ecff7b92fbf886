"""What was read, as columns; large JSON values that nobody searches, as compressed bytes."""

from __future__ import annotations

import json
from typing import Any

from records.codec import canonical, digest
from records.errors import DatabaseDamaged
from storage.values import Parsed


def packed(value: Any) -> bytes | None:
    """Canonical JSON in one zstd frame; None for None."""
    if value is None:
        return None
    from storage.bodies import compress  # only looks with news pack anything

    return compress(canonical(value).encode())


def unpacked(data: bytes | None) -> Any:
    """The inverse; DatabaseDamaged where it is not what was packed."""
    if data is None:
        return None
    import zstandard

    from storage.bodies import decompress

    try:
        return json.loads(decompress(data))
    except (zstandard.ZstdError, ValueError) as problem:
        raise DatabaseDamaged(
            f"a snapshot's explanation cannot be unpacked ({problem}); bevaka reparse makes it again"
        ) from problem


def snapshot_facts(parsed: Parsed) -> dict[str, Any]:
    """The columns of a snapshot that come from the reading."""
    return {
        "last_updated": parsed.record.last_updated,
        "record": canonical(parsed.record),
        "record_digest": digest(parsed.record),
        "provenance": packed(parsed.provenance),
        "parser_version": parsed.parser_version,
        "settings_digest": parsed.settings_digest,
    }
