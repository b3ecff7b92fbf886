"""Raw bodies: addressed by their SHA-256, compressed with zstd, mostly against the page's previous body.

A raw dictionary has no id, and unpacking with a wrong one gives garbage: so every frame has a checksum, and every body
is compared with its own hash when it is read. Every 20th body of a page is stored by itself (a key frame), since a body
that is lost takes with it all those that are compressed against it.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict

import sqlalchemy as sa
import zstandard

from records.errors import DatabaseDamaged
from storage.rows import Row, insert_if_new
from storage.tables import bodies, captures

KEY_FRAME_EVERY = 20
_LEVEL = 9
_KEPT_BODIES = 4


def sha256(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


_BY_ID = sa.select(bodies).where(bodies.c.id == sa.bindparam("wanted"))
_BY_HASH = sa.select(bodies.c.id).where(bodies.c.sha256 == sa.bindparam("sha256"))
_LATEST = (
    sa.select(bodies.c.id, bodies.c.depth)
    .join(captures, captures.c.body_id == bodies.c.id)
    .where(captures.c.page_id == sa.bindparam("page_id"), captures.c.status.between(200, 299), captures.c.cut.is_(None))
    .order_by(captures.c.id.desc())
    .limit(1)
)


class Bodies:
    """The bodies behind one connection. Remembers the last few, so that walking a chain costs one step a body."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._recent: OrderedDict[int, bytes] = OrderedDict()
        self._latest: dict[int, tuple[int, int]] = {}  # id and depth, by page

    def keep(self, page_id: int | None, body: bytes, *, is_page: bool = True) -> tuple[int, bool]:
        """Store a body once, whoever sent it; its id, and whether it is new.

        page_id: the page whose previous body it is likely to resemble. is_page: later ones will resemble it as well.
        """
        digest = sha256(body)
        found = self._connection.execute(_BY_HASH, {"sha256": digest}).scalar_one_or_none()
        if found is not None:
            return int(found), False
        base_id, depth = self._base(page_id)
        row = {"sha256": digest, "size": len(body), "base_id": base_id, "depth": depth}
        against = None if base_id is None else self.get(base_id)
        made = insert_if_new(self._connection, bodies, {**row, "data": compress(body, against)}, "sha256")
        if made is None:  # another process has just received the same
            return int(self._connection.execute(_BY_HASH, {"sha256": digest}).scalar_one()), False
        self._remember(made, body)
        if page_id is not None and is_page:
            self._latest[page_id] = made, depth
        return made, True

    def _base(self, page_id: int | None) -> tuple[int | None, int]:
        """The body to stand on, None for a key frame, and how deep that makes the chain."""
        if page_id is None:
            return None, 0
        if page_id not in self._latest:
            row = self._connection.execute(_LATEST, {"page_id": page_id}).one_or_none()
            if row is None:
                return None, 0
            self._latest[page_id] = row.id, row.depth
        base_id, depth = self._latest[page_id]
        return (base_id, depth + 1) if depth + 1 < KEY_FRAME_EVERY else (None, 0)

    def get(self, body_id: int) -> bytes:
        """The body, byte for byte; DatabaseDamaged where it is not what its hash says."""
        waiting = []
        wanted: int | None = body_id
        while wanted is not None and wanted not in self._recent:
            row = self._connection.execute(_BY_ID, {"wanted": wanted}).one_or_none()
            if row is None or (row.base_id is not None and row.base_id >= row.id):  # a base is always older
                raise DatabaseDamaged(f"body {body_id} depends on a body that is not there before it; restore a backup")
            waiting.append(row)
            wanted = row.base_id
        base = self._recent[wanted] if wanted is not None else None
        for row in reversed(waiting):
            base = _restored(row, base)
            self._remember(row.id, base)
        assert base is not None
        return base

    def _remember(self, body_id: int, body: bytes) -> None:
        self._recent[body_id] = body
        self._recent.move_to_end(body_id)
        while len(self._recent) > _KEPT_BODIES:
            self._recent.popitem(last=False)


def _restored(row: Row, base: bytes | None) -> bytes:
    try:
        body = decompress(row.data, base, size=row.size)
    except zstandard.ZstdError as problem:
        raise DatabaseDamaged(f"body {row.id} cannot be unpacked ({problem}); restore a backup") from problem
    if sha256(body) != row.sha256:
        raise DatabaseDamaged(f"body {row.id} is not what its hash says; restore a backup")
    return body


def compress(data: bytes, base: bytes | None = None) -> bytes:
    """One zstd frame with a checksum; base is the raw dictionary that it needs again."""
    parameters = zstandard.ZstdCompressionParameters.from_level(
        _LEVEL, source_size=len(data), dict_size=len(base or b""), write_checksum=True, write_content_size=True
    )
    return zstandard.ZstdCompressor(compression_params=parameters, dict_data=_dictionary(base)).compress(data)


def decompress(frame: bytes, base: bytes | None = None, *, size: int | None = None) -> bytes:
    """The inverse; ZstdError for a frame that is broken, stands on another base, or claims another size."""
    claimed = zstandard.frame_content_size(frame)
    if size is not None and claimed not in (size, -1):
        raise zstandard.ZstdError(f"the frame claims {claimed} bytes")
    return zstandard.ZstdDecompressor(dict_data=_dictionary(base)).decompress(frame)


def _dictionary(base: bytes | None) -> zstandard.ZstdCompressionDict | None:
    return zstandard.ZstdCompressionDict(base, dict_type=zstandard.DICT_TYPE_RAWCONTENT) if base else None
