"""Elements within a line: links, bold text, buttons, breaks, pictures, times."""

from __future__ import annotations

from scraper.blocks.text import attribute, normalised
from scraper.blocks.writer import Writer


def open_a(writer: Writer, _: str, attributes: str) -> None:
    address = attribute(attributes, "href")
    expands = "aria-expanded" in attributes and attribute(attributes, "aria-expanded") is not None
    if expands and (address is None or address.startswith("#")) and not writer.heading:
        open_button(writer)  # it opens a panel, as a button does
        writer.expander = True
    elif address is not None:
        writer.buffer.open_link(address)


def close_a(writer: Writer, *_: str) -> None:
    if writer.expander:
        writer.expander = False
        close_button(writer)
    writer.buffer.close_link()


def open_bold(writer: Writer, *_: str) -> None:
    writer.buffer.open_bold()


def close_bold(writer: Writer, *_: str) -> None:
    writer.buffer.close_bold()


def open_button(writer: Writer, *_: str) -> None:
    """Only buttons that open something, or stand in a heading, are left in the page (see blocks.py)."""
    if not writer.heading:
        writer.line()
        writer.gap = True
        writer.open_heading(writer.button_level(), soft=True, button=True)


def close_button(writer: Writer, *_: str) -> None:
    if writer.heading and writer.button:
        writer.close_heading()
        writer.gap = True
    elif writer.soft:
        writer.button = False


def br(writer: Writer, *_: str) -> None:
    if writer.heading:
        writer.pieces.append(" ")
    else:
        writer.gap = not writer.line() and writer.gap


def hr(writer: Writer, *_: str) -> None:
    writer.border()


def img(writer: Writer, _: str, attributes: str) -> None:
    if (alt := attribute(attributes, "alt")) and (alt := normalised(alt)):
        writer.images.append(alt)


def time(writer: Writer, _: str, attributes: str) -> None:
    if when := attribute(attributes, "datetime"):
        writer.buffer.add_time(when.strip())
