"""More manners in which people are listed: cards, captions, nested lists, lines of one person, and lines of all."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from benchmarks.detection.invent import PARTIES
from benchmarks.detection.people_forms import LISTED, by_role, capital, party, plural, ul, with_role
from records.page import Representative

Seats = tuple[Representative, ...]


def _named(seat: Representative) -> str:
    return escape(f"{seat.name} {party(seat)}")


def _role(seat: Representative) -> str:
    return capital(str(seat.role))


def _bare(seat: Representative, mark: str) -> str:
    """With the party's letters behind a mark; a local party's in parentheses, since nobody could tell what they are."""
    return f"{seat.name}{mark}{seat.party}" if seat.party in PARTIES else f"{seat.name} {party(seat)}"


def _nested(seats: Seats, colon: str) -> str:
    groups = (f"<li>{plural(role, group)}{colon}{ul(map(_named, group))}</li>" for role, group in by_role(seats))
    return f"<ul>{''.join(groups)}</ul>"


def _two_in_a_row(seats: Seats) -> str:
    rows = (seats[at : at + 2] for at in range(0, len(seats), 2))
    cells = ("".join(f"<td>{_named(seat)}<br>{_role(seat)}</td>" for seat in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def _heads_in_bold(seats: Seats) -> str:
    heads = "".join(f"<td><strong>{head}</strong></td>" for head in ("Namn", "Parti", "Uppdrag"))
    rows = (f"<td>{escape(s.name)}</td><td>{s.party or '-'}</td><td>{_role(s)}</td>" for s in seats)
    return f"<table><tr>{heads}</tr>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _cells_of_divs(seats: Seats) -> str:
    cells = ((escape(seat.name), party(seat), _role(seat)) for seat in seats)
    rows = ("".join(f'<div role="cell">{cell}</div>' for cell in row) for row in cells)
    return f'<div role="table">{"".join(f"""<div role="row">{row}</div>""" for row in rows)}</div>'


PEOPLE: dict[str, Callable[[Seats], str]] = {
    **LISTED,
    "nested": lambda seats: _nested(seats, ""),
    "nested, colons": lambda seats: _nested(seats, ":"),
    "two in a row": _two_in_a_row,
    "table, heads in bold": _heads_in_bold,
    "table of divs": _cells_of_divs,
    "roles in bold above": lambda seats: "".join(
        f"<p><strong>{plural(role, group)}</strong><br>{'<br>'.join(map(_named, group))}</p>"
        for role, group in by_role(seats)
    ),
    "roles in bold before": lambda seats: "".join(
        f"<p><strong>{plural(role, group)}:</strong> {', '.join(map(_named, group))}</p>"
        for role, group in by_role(seats)
    ),
    "roles in italics above lists": lambda seats: "".join(
        f"<p><em>{plural(role, group)}:</em></p>{ul(map(_named, group))}" for role, group in by_role(seats)
    ),
    "captions": lambda seats: "".join(
        f'<figure><img src="/{at}.jpg" alt="{escape(seat.name)}"><figcaption><strong>{_named(seat)}</strong><br>'
        f"{_role(seat)}</figcaption></figure>"
        for at, seat in enumerate(seats)
    ),
    "cards with telephone and mail": lambda seats: "".join(
        f"<div><h4>{_named(seat)}</h4><p>{_role(seat)}</p><p>Telefon: 0470-58 30 0{at % 10}</p>"
        f'<p>E-post: <a href="mailto:x{at}@prov.example">x{at}@prov.example</a></p></div>'
        for at, seat in enumerate(seats)
    ),
    "names in bold": lambda seats: "".join(f"<p><strong>{_named(s)}</strong><br>{_role(s)}</p>" for s in seats),
    "addresses": lambda seats: "".join(f"<address>{_named(s)}<br>{_role(s)}<br>0470-12 34 56</address>" for s in seats),
    "lines as typed": lambda seats: "<pre>" + "\n".join(map(with_role, seats)) + "</pre>",
    "numbered list": lambda seats: f"<ol>{''.join(f'<li>{with_role(s)}</li>' for s in seats)}</ol>",
    "dashes in lines": lambda seats: "<p>" + "<br>".join(f"- {with_role(s)}" for s in seats) + "</p>",
    "one line, semicolons": lambda seats: f"<p>{'; '.join(map(with_role, seats))}</p>",
    "list, role in italics": lambda seats: ul(f"{_named(s)} <em>{s.role}</em>" for s in seats),
    "list, party and role in parentheses": lambda seats: ul(
        escape(f"{s.name} ({s.party or '-'}, {s.role})") for s in seats
    ),
    "list, role before the name": lambda seats: ul(f"{_role(s)} {_named(s)}" for s in seats),
    "list, town before the party": lambda seats: ul(escape(f"{s.name}, Provstad {party(s)}, {s.role}") for s in seats),
    "list, party behind a comma": lambda seats: ul(escape(f"{_bare(s, ', ')}, {s.role}") for s in seats),
    "list, party behind the name": lambda seats: ul(escape(f"{_bare(s, ' ')}, {s.role}") for s in seats),
    "list, since when": lambda seats: ul(f"{_named(s)}, {s.role} sedan 2023" for s in seats),
    "panels": lambda seats: "".join(
        f"<details><summary>{_named(s)}</summary><p>{_role(s)}</p></details>" for s in seats
    ),
}
