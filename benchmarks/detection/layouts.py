"""A page as HTML, as it could be written: the same record in many markups and manners of writing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from itertools import groupby
from random import Random

from benchmarks.detection.invent import MONTHS, ROLES
from benchmarks.detection.shells import SHELLS
from records.page import Collaboration, Contact, Document, PageRecord, Representative


@dataclass(frozen=True, slots=True)
class Style:
    """How one editor writes: the names of the manners below."""

    shell: str
    people: str
    heading: str
    lead: str
    dated: str
    contact: str
    document: str

    def __str__(self) -> str:
        return f"{self.shell}/{self.people}/{self.heading}/{self.lead}/{self.dated}/{self.contact}/{self.document}"


def any_style(random: Random) -> Style:
    """Any manners together, but role headings in earnest under organs in mere bold: nobody could tell their ranks."""
    style = Style(
        *(random.choice(sorted(table)) for table in (SHELLS, PEOPLE, HEADINGS, LEADS, DATES, CONTACTS, DOCUMENTS))
    )
    return replace(style, heading="h2") if style.people == "under role headings" and style.heading == "bold" else style


def render(page: PageRecord, owner: str, style: Style) -> str:
    """The whole page as HTML."""
    organs = "\n".join(_collaboration(each, owner, style) for each in page.collaborations)
    parts = [*(_p(text) for text in page.intro), _documents(page.documents, style), organs]
    if page.contacts:
        parts += [
            HEADINGS[style.heading](_contact_heading(page.contacts)),
            *(_contact(each, style) for each in page.contacts),
        ]
    dated = DATES[style.dated](page.last_updated) if page.last_updated else ""
    return SHELLS[style.shell](escape(page.title or ""), "\n".join(part for part in parts if part), dated)


def _p(text: str) -> str:
    return f"<p>{escape(text, quote=False)}</p>"


def _ul(lines: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"


def _collaboration(organ: Collaboration, owner: str, style: Style) -> str:
    short = organ.abbreviation
    parts = [HEADINGS[style.heading](f"{organ.name} ({short})" if short else organ.name)]
    parts += [_p(text) for text in organ.description]
    if organ.homepage:
        parts.append(f'<p><a href="{organ.homepage.url}">{escape(organ.homepage.label)}</a></p>')
    if organ.representatives:
        lead = LEADS[style.lead].format(owner=owner, organ=short or organ.name)
        parts += [_p(lead)] if lead and style.people != "under role headings" else []
        parts.append(PEOPLE[style.people](organ.representatives))
    if organ.contacts:
        heading = (
            f"<h4>{_contact_heading(organ.contacts)}</h4>" if style.heading != "bold" else "<p><b>Kontaktperson</b></p>"
        )
        parts += [heading, *(_contact(each, style) for each in organ.contacts)]
    return "\n".join(parts)


HEADINGS: dict[str, Callable[[str], str]] = {
    "h2": lambda text: f"<h2>{escape(text)}</h2>",
    "h3": lambda text: f'<h3 class="sub">{escape(text)}</h3>',
    "bold": lambda text: f"<p><strong>{escape(text)}</strong></p>",
    "button": lambda text: (
        f'<h2 class="accordion"><button type="button" aria-expanded="true">{escape(text)}</button></h2>'
    ),
}

LEADS = {
    "politiska företrädare": "{owner}s politiska företrädare i {organ} är:",
    "representeras av": "{owner} representeras i {organ} av:",
    "representanter": "Representanter:",
    "none": "",
}


def _party(seat: Representative) -> str:
    return f"({seat.party or '-'})"


def _with_role(seat: Representative, between: str = ", ") -> str:
    return escape(f"{seat.name} {_party(seat)}" + (f"{between}{seat.role}" if seat.role else ""))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    head = "".join(f"<th>{each}</th>" for each in heads)
    body = "\n".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>"


_PLURALS = {"ledamot": "Ledamöter", "ersättare": "Ersättare"}


def _under_role_headings(seats: tuple[Representative, ...]) -> str:
    """A heading for each role, in singular where one person has it by office."""
    return "\n".join(
        f"<h4>{_PLURALS.get(role, _capital(role))}</h4>\n{_ul(escape(f'{s.name} {_party(s)}') for s in group)}"
        for role, group in groupby(sorted(seats, key=lambda s: ROLES.index(str(s.role))), key=lambda s: str(s.role))
    )


PEOPLE: dict[str, Callable[[tuple[Representative, ...]], str]] = {
    "list": lambda seats: _ul(_with_role(s) for s in seats),
    "list without comma": lambda seats: _ul(_with_role(s, " ") for s in seats),
    "list, role first": lambda seats: _ul(escape(f"{_capital(str(s.role))}: {s.name} {_party(s)}") for s in seats),
    "list with town": lambda seats: _ul(escape(f"{s.name} {_party(s)}, Provstad, {s.role}") for s in seats),
    "list with paragraphs": lambda seats: _ul(f"<p>{_with_role(s)}</p>" for s in seats),
    "paragraphs": lambda seats: "\n".join(f"<p>{_with_role(s)}</p>" for s in seats),
    "lines": lambda seats: "<p>" + "<br>\n".join(_with_role(s) for s in seats) + "</p>",
    "bullets in lines": lambda seats: "<p>" + "<br>\n".join(f"• {_with_role(s)}" for s in seats) + "</p>",
    "table": lambda seats: _table(
        ("Namn", "Parti", "Uppdrag"), ((s.name, s.party or "-", _capital(str(s.role))) for s in seats)
    ),
    "table, role first": lambda seats: _table(
        ("Roll", "Namn"), ((_capital(str(s.role)), f"{s.name} {_party(s)}") for s in seats)
    ),
    "under role headings": _under_role_headings,
    "definitions": lambda seats: (
        "<dl>"
        + "".join(f"<dt>{_capital(str(s.role))}</dt><dd>{escape(s.name)} {_party(s)}</dd>" for s in seats)
        + "</dl>"
    ),
}


def _long(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


DATES: dict[str, Callable[[date], str]] = {
    "colon": lambda day: f"<p>Senast uppdaterad: {_long(day)}</p>",
    "no colon": lambda day: f"<p>Senast uppdaterad {_long(day)}</p>",
    "iso": lambda day: f"<p>Sidan uppdaterad: {day.isoformat()}</p>",
    "after publication": lambda day: f"<p>Publicerad 2015-03-12, Uppdaterad {day.isoformat()}</p>",
    "two blocks": lambda day: f"<div>Senast uppdaterad:</div><div>{_long(day)}</div>",
    "time element": lambda day: f'<p>Uppdaterad: <time datetime="{day.isoformat()}">{_long(day)}</time></p>',
    "feedback behind": lambda day: (
        f'<p>Uppdaterad {_long(day)} <a href="/synpunkter">Lämna synpunkter på innehållet</a></p>'
    ),
}


def _contact_heading(contacts: tuple[Contact, ...]) -> str:
    return "Kontakt" if len(contacts) == 1 else "Kontaktpersoner"


def _contact(contact: Contact, style: Style) -> str:
    return CONTACTS[style.contact](contact)


def _lines(contact: Contact, phone: str, mail: str) -> list[str]:
    lines = [escape(contact.name), escape(contact.title or "")]
    lines += [phone + contact.phone] if contact.phone else []
    lines += [f'{mail}<a href="mailto:{contact.email}">{contact.email}</a>'] if contact.email else []
    return [line for line in lines if line]


CONTACTS: dict[str, Callable[[Contact], str]] = {
    "lines": lambda contact: "<p>" + "<br>".join(_lines(contact, "Telefon: ", "E-post: ")) + "</p>",
    "bold name": lambda contact: "<p><strong>{}</strong><br>{}</p>".format(
        escape(contact.name), "<br>".join(_lines(contact, "Tel ", "")[1:])
    ),
    "paragraphs": lambda contact: "<div>" + "".join(f"<p>{line}</p>" for line in _lines(contact, "", "")) + "</div>",
}

DOCUMENTS = {
    "new window": "{}, pdf, öppnas i nytt fönster",
    "size": "{} (pdf, 234 kB)",
    "plain": "{}",
}


def _documents(documents: tuple[Document, ...], style: Style) -> str:
    return "\n".join(
        f'<p><a href="{each.url}">{escape(DOCUMENTS[style.document].format(each.label))}</a></p>' for each in documents
    )
