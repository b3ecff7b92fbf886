"""The manners in which people are listed: an organ's seats as HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from itertools import groupby

from benchmarks.detection.invent import PARTIES, ROLES
from records.page import Representative


def ul(lines: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"


def party(seat: Representative) -> str:
    return f"({seat.party or '-'})"


def with_role(seat: Representative, between: str = ", ") -> str:
    return escape(f"{seat.name} {party(seat)}" + (f"{between}{seat.role}" if seat.role else ""))


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    head = f"<thead><tr>{''.join(f'<th>{each}</th>' for each in heads)}</tr></thead>" if heads else ""
    body = "\n".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table>{head}<tbody>\n{body}\n</tbody></table>"


_PLURALS = {
    "ledamot": "Ledamöter",
    "adjungerad": "Adjungerade",
    "suppleant": "Suppleanter",
    "revisor": "Revisorer",
}


def plural(role: str, group: list[Representative]) -> str:
    """The role above those of a group: in the plural where they are several."""
    return _PLURALS.get(role, capital(role)) if len(group) > 1 else capital(role)


def by_role(seats: tuple[Representative, ...]) -> list[tuple[str, list[Representative]]]:
    """The seats of each role, weightiest role first."""
    ranked = sorted(seats, key=lambda seat: ROLES.index(str(seat.role)))
    return [(role, list(group)) for role, group in groupby(ranked, key=lambda seat: str(seat.role))]


def _under_role_headings(seats: tuple[Representative, ...]) -> str:
    """A heading for each role, in singular where one person has it by office."""
    return "\n".join(
        f"<h4>{_PLURALS.get(role, capital(role))}</h4>\n{ul(escape(f'{s.name} {party(s)}') for s in group)}"
        for role, group in by_role(seats)
    )


def _listed(seats: list[Representative]) -> str:
    """ "A (M), B (S) och C (V)"."""
    *most, last = (escape(f"{seat.name} {party(seat)}") for seat in seats)
    return f"{', '.join(most)} och {last}" if most else last


def _turned(seat: Representative) -> str:
    """Surname first, but for two surnames in a row: "Prov Test, Tjelvar" reads as well as a name and its town."""
    given, _, surname = seat.name.partition(" ")
    if surname[:1].isupper() and " " in surname:
        return seat.name
    return f"{surname}, {given}"


def _spanned(heads: tuple[str, ...], groups: Iterable[tuple[str, list[tuple[str, ...]]]]) -> str:
    """A table whose first cell stands once for several rows."""
    head = f"<thead><tr>{''.join(f'<th>{each}</th>' for each in heads)}</tr></thead>"
    rows = []
    for first, of_group in groups:
        for nth, cells in enumerate(of_group):
            spanning = "" if nth else f'<td rowspan="{len(of_group)}">{escape(first)}</td>'
            rows.append(f"<tr>{spanning}{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>")
    return f"<table>{head}<tbody>\n{chr(10).join(rows)}\n</tbody></table>"


def _by_party(seats: tuple[Representative, ...]) -> list[tuple[str, list[tuple[str, ...]]]]:
    ranked = sorted(seats, key=lambda seat: str(seat.party or "-"))
    return [
        (party, [(s.name, capital(str(s.role))) for s in group])
        for party, group in groupby(ranked, key=lambda seat: seat.party or "-")
    ]


def _rows_under_roles(seats: tuple[Representative, ...]) -> str:
    """With parentheses where most parties are local: nobody could tell that the column gives parties."""
    told = party if 2 * sum(s.party in PARTIES for s in seats) < len(seats) else lambda seat: seat.party or "-"
    rows = [
        f'<tr><th colspan="2">{_PLURALS.get(role, capital(role))}</th></tr>\n'
        + "\n".join(f"<tr><td>{escape(s.name)}</td><td>{told(s)}</td></tr>" for s in group)
        for role, group in by_role(seats)
    ]
    return f"<table><tbody>\n{chr(10).join(rows)}\n</tbody></table>"


def _columns(seats: tuple[Representative, ...]) -> str:
    columns = (
        f'<div class="col-md-6"><h4>{_PLURALS.get(role, capital(role))}</h4>'
        f"{ul(escape(f'{s.name} {party(s)}') for s in group)}</div>"
        for role, group in by_role(seats)
    )
    return f'<div class="row">{"".join(columns)}</div>'


LISTED: dict[str, Callable[[tuple[Representative, ...]], str]] = {
    "list": lambda seats: ul(with_role(s) for s in seats),
    "list without comma": lambda seats: ul(with_role(s, " ") for s in seats),
    "list, role first": lambda seats: ul(escape(f"{capital(str(s.role))}: {s.name} {party(s)}") for s in seats),
    "list with town": lambda seats: ul(escape(f"{s.name} {party(s)}, Provstad, {s.role}") for s in seats),
    "list with paragraphs": lambda seats: ul(f"<p>{with_role(s)}</p>" for s in seats),
    "paragraphs": lambda seats: "\n".join(f"<p>{with_role(s)}</p>" for s in seats),
    "lines": lambda seats: "<p>" + "<br>\n".join(with_role(s) for s in seats) + "</p>",
    "bullets in lines": lambda seats: "<p>" + "<br>\n".join(f"• {with_role(s)}" for s in seats) + "</p>",
    "table": lambda seats: _table(
        ("Namn", "Parti", "Uppdrag"), ((s.name, s.party or "-", capital(str(s.role))) for s in seats)
    ),
    "table, role first": lambda seats: _table(
        ("Roll", "Namn"), ((capital(str(s.role)), f"{s.name} {party(s)}") for s in seats)
    ),
    "under role headings": _under_role_headings,
    "definitions": lambda seats: (
        "<dl>"
        + "".join(f"<dt>{capital(str(s.role))}</dt><dd>{escape(s.name)} {party(s)}</dd>" for s in seats)
        + "</dl>"
    ),
    "one line for a role": lambda seats: "\n".join(
        f"<p>{plural(role, group)}: {_listed(group)}</p>" for role, group in by_role(seats)
    ),
    "role on the line before": lambda seats: "\n".join(
        f"<p>{capital(str(s.role))}<br>{escape(s.name)} {party(s)}</p>" for s in seats
    ),
    "role on the line after": lambda seats: "\n".join(
        f"<p>{escape(s.name)} {party(s)}<br>{capital(str(s.role))}</p>" for s in seats
    ),
    "role in parentheses": lambda seats: ul(escape(f"{s.name} {party(s)} ({s.role})") for s in seats),
    "surname first": lambda seats: ul(escape(f"{_turned(s)} {party(s)}, {s.role}") for s in seats),
    "table, surname first": lambda seats: _table(
        ("Efternamn", "Förnamn", "Parti", "Roll"),
        ((s.name.partition(" ")[2], s.name.partition(" ")[0], s.party or "-", capital(str(s.role))) for s in seats),
    ),
    "table without heads": lambda seats: _table((), ((f"{s.name} {party(s)}", capital(str(s.role))) for s in seats)),
    "list with telephone": lambda seats: ul(f"{with_role(s)}, 070-123 45 67" for s in seats),
    "list with mail": lambda seats: ul(
        f'{with_role(s)}, <a href="mailto:namn@prov.example">namn@prov.example</a>' for s in seats
    ),
    "table by role": lambda seats: _spanned(
        ("Uppdrag", "Namn", "Parti"),
        ((capital(role), [(s.name, s.party or "-") for s in group]) for role, group in by_role(seats)),
    ),
    "table by party": lambda seats: _spanned(("Parti", "Namn", "Uppdrag"), _by_party(seats)),
    "table, party first": lambda seats: _table(
        ("Parti", "Namn", "Uppdrag"), ((s.party or "-", s.name, capital(str(s.role))) for s in seats)
    ),
    "table, numbered": lambda seats: _table(
        ("Nr", "Namn", "Parti", "Roll"),
        ((str(nth), s.name, s.party or "-", capital(str(s.role))) for nth, s in enumerate(seats, 1)),
    ),
    "table, rows under roles": _rows_under_roles,
    "several in a cell": lambda seats: (
        "<table><tbody>"
        + "\n".join(
            f"<tr><th>{plural(role, group)}</th>"
            f"<td>{'<br>'.join(escape(f'{s.name} {party(s)}') for s in group)}</td></tr>"
            for role, group in by_role(seats)
        )
        + "</tbody></table>"
    ),
    "columns of roles": _columns,
    "terms": lambda seats: (
        "<dl>"
        + "".join(f"<dt>{escape(s.name)} {party(s)}</dt><dd>{capital(str(s.role))}</dd>" for s in seats)
        + "</dl>"
    ),
    "list, role behind a dash": lambda seats: ul(with_role(s, " – ") for s in seats),
    "list, party behind the role": lambda seats: ul(escape(f"{s.name}, {s.role} {party(s)}") for s in seats),
    "list of links": lambda seats: ul(
        f'<a href="/person/{nth}">{escape(s.name)} {party(s)}</a>, {s.role}' for nth, s in enumerate(seats)
    ),
    "labelled fields": lambda seats: "\n".join(
        f"<p>Namn: {escape(s.name)}<br>Parti: {s.party or '-'}<br>Uppdrag: {capital(str(s.role))}</p>" for s in seats
    ),
    "cards of spans": lambda seats: "\n".join(
        f'<div class="person"><span class="name">{escape(s.name)}</span> <span class="party">{party(s)}</span>'
        f'<div class="role">{capital(str(s.role))}</div></div>'
        for s in seats
    ),
    "cards": lambda seats: "\n".join(
        f'<div class="card"><h4>{escape(s.name)} {party(s)}</h4><p>{capital(str(s.role))}</p></div>' for s in seats
    ),
}
