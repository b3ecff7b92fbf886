"""What a watched page says, as values.

A record holds what a reader of the page would read, as written: no normalised forms (see records.forms), no
provenance, no times of observation. Absent values are None, lists are tuples in page order.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Link:
    """A link as a reader sees it: its text, and the absolute address behind it."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Document:
    """A linked document: the label without its ", pdf, öppnas i nytt fönster" tail; format in lower case ("pdf")."""

    label: str
    url: str
    format: str | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """A member of a collaboration; country as written in parentheses behind it ("DK"), or None."""

    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Representative:
    """A politician in a seat; party as written without parentheses, role as written in lower case."""

    name: str
    party: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Official:
    """A civil servant named for a body ("chefsgruppen") by title, with neither party nor elected role."""

    name: str
    title: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """A person to turn to, for the page or for one collaboration."""

    name: str
    title: str | None = None
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Collaboration:
    """An organ or collaboration and who sits in it.

    name never holds the abbreviation in parentheses. member_since is a partial ISO date: "1998-02", "2016".
    description is whole paragraphs, without lead sentences, link-only lines and entries.
    """

    name: str
    abbreviation: str | None = None
    description: tuple[str, ...] = ()
    member_since: str | None = None
    homepage: Link | None = None
    members: tuple[Organisation, ...] = ()
    representatives: tuple[Representative, ...] = ()
    officials: tuple[Official, ...] = ()
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class PageRecord:
    """One page as read at one look. last_updated is the page's own claim; last_updated_time is "HH:MM" or None."""

    title: str | None
    last_updated: date | None = None
    last_updated_time: str | None = None
    intro: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()
    collaborations: tuple[Collaboration, ...] = ()
    contacts: tuple[Contact, ...] = ()
