"""Content-Encoding undone piece by piece, so that a zip bomb is stopped at the limit and not after it."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

_PIECE = 2**16
_GZIP, _ZLIB, _RAW = 31, 15, -15


class UnknownPacking(Exception):
    """A coding that we did not ask for and cannot undo."""


class BrokenPacking(Exception):
    """The compressed stream is damaged."""


class Unpacker:
    """gzip (also of several members) and both forms of deflate; what only claims to be packed passes as it is."""

    def __init__(self, coding: str) -> None:
        names = [name for name in coding.lower().replace(" ", "").split(",") if name not in ("", "identity")]
        if len(names) > 1 or not set(names) <= {"gzip", "x-gzip", "deflate"}:
            raise UnknownPacking(f"the body is packed as {coding!r}, which was not asked for")
        self._coding = names[0] if names else ""
        self._stream: zlib._Decompress | None = None

    @property
    def finished(self) -> bool:
        """Every stream that began has come to its end."""
        return self._stream is None or self._stream.eof

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """The unpacked pieces of one chunk, each of at most 64 KiB. Raises BrokenPacking."""
        if chunk and self._coding and self._stream is None:
            self._stream = self._begin(chunk)
        if self._stream is None:
            yield chunk
            return
        try:
            yield from self._pieces(self._stream, chunk)
        except zlib.error as error:
            raise BrokenPacking(f"the compressed body is damaged ({error})") from error

    def _begin(self, chunk: bytes) -> zlib._Decompress | None:
        if self._coding == "deflate":
            header = len(chunk) > 1 and chunk[0] & 0x0F == 8 and int.from_bytes(chunk[:2], "big") % 31 == 0
            return zlib.decompressobj(_ZLIB if header else _RAW)
        if chunk[:1] == b"\x1f":
            return zlib.decompressobj(_GZIP)
        self._coding = ""  # called gzip, and is not
        return None

    def _pieces(self, stream: zlib._Decompress, rest: bytes) -> Iterator[bytes]:
        while rest:
            if stream.eof:
                if rest[:1] != b"\x1f":
                    return  # padding behind the last member
                stream = self._stream = zlib.decompressobj(_GZIP)
            yield stream.decompress(rest, _PIECE)
            rest = stream.unused_data if stream.eof else stream.unconsumed_tail
