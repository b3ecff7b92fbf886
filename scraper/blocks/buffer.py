"""The line that is being read: its pieces of text, and which of them are linked or bold."""

from __future__ import annotations

from collections.abc import Callable

from records.page import Link
from scraper.blocks.lines import Line
from scraper.blocks.text import normalised, unescaped


class Buffer:
    """pieces are texts as serialised, in order; everything else points into them.

    A link that is still open when its line ends goes on in the next line; so does bold text.
    """

    def __init__(self, resolve: Callable[[str], str | None]) -> None:
        self.pieces: list[str] = []
        self._resolve = resolve
        self._times: list[str] = []
        self._links: list[tuple[int, int, str]] = []
        self._link: tuple[int, str] | None = None
        self._bolds: list[tuple[int, int]] = []
        self._bold, self._bold_from = 0, 0
        self._marked = False  # there is a link, a time or bold text

    def open_link(self, address: str) -> None:
        self._link = (len(self.pieces), address)
        self._marked = True

    def close_link(self) -> None:
        if self._link is not None:
            self._links.append((self._link[0], len(self.pieces), self._link[1]))
            self._link = None

    def open_bold(self) -> None:
        if not self._bold:
            self._bold_from = len(self.pieces)
        self._bold += 1
        self._marked = True

    def close_bold(self) -> None:
        self._bold = max(0, self._bold - 1)
        if not self._bold and self._bold_from < len(self.pieces):
            self._bolds.append((self._bold_from, len(self.pieces)))

    def add_time(self, when: str) -> None:
        self._times.append(when)
        self._marked = True

    def take(self, *, gap: bool) -> Line | None:
        """The line that ends here, None where nothing stands in it."""
        pieces = self.pieces
        if not pieces:
            return None
        text = normalised(unescaped(pieces[0] if len(pieces) == 1 else "".join(pieces)))
        if not self._marked:
            pieces.clear()
            return Line(text, (), (), False, gap) if text else None
        line = None
        if text:
            line = Line(text, self._taken_links(text), tuple(self._times), self._all_bold(), gap)
            self._times.clear()
        self._clear()
        return line

    def take_lines(self, *, gap: bool) -> list[Line]:
        """The lines of preformatted text."""
        links = self._taken_links()
        lines = []
        for text in map(normalised, unescaped("".join(self.pieces)).split("\n")):
            if text:
                lines.append(Line(text, tuple(link for link in links if link.label in text), gap=gap))
            gap = not text
        self._clear()
        return lines

    def _clear(self) -> None:
        self.pieces.clear()
        self._links.clear()
        self._bolds.clear()
        self._bold_from = 0
        if self._link is not None:
            self._link = (0, self._link[1])
        self._marked = self._link is not None or self._bold > 0 or bool(self._times)

    def _taken_links(self, line: str | None = None) -> tuple[Link, ...]:
        """The links of the open line; line: its text, where that is known."""
        spans = self._links if self._link is None else [*self._links, (self._link[0], len(self.pieces), self._link[1])]
        links = []
        for begin, end, address in spans:
            whole = line is not None and begin == 0 and end == len(self.pieces)
            if label := line if whole else normalised(unescaped("".join(self.pieces[begin:end]))):
                url = self._resolve(address)
                if url:
                    links.append(Link(label, url))
        return tuple(links)

    def _all_bold(self) -> bool:
        if not (self._bolds or self._bold):
            return False
        spans = [*self._bolds, (self._bold_from, len(self.pieces))] if self._bold else self._bolds
        at, outside = 0, []
        for begin, end in spans:
            outside += self.pieces[at:begin]
            at = end
        outside += self.pieces[at:]
        return not any(piece.strip(" \n\t\r:") for piece in outside)
