"""A page as HTML, as it could be written: the same record in many markups and manners of writing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from random import Random

from benchmarks.detection.invent import MONTHS, THEMES
from benchmarks.detection.people_markup import PEOPLE
from benchmarks.detection.shells import SHELLS
from records.page import Collaboration, Contact, Document, PageRecord


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
    habits: frozenset[str]

    def __str__(self) -> str:
        manners = (self.shell, self.people, self.heading, self.lead, self.dated, self.contact, self.document)
        return "/".join((*manners, *sorted(self.habits)))


HABITS = ("grouped", "subheadings", "documents last", "vacant seats", "term of office", "presidium first")


_HEADED = ("under role headings", "columns of roles", "cards", "cards with telephone and mail", "panels")


def any_style(random: Random) -> Style:
    """Any manners together, but role headings in earnest under organs in mere bold: nobody could tell their ranks."""
    tables = (SHELLS, PEOPLE, HEADINGS, LEADS, DATES, CONTACTS, DOCUMENTS)
    shell, people, heading, lead, dated, contact, document = (random.choice(sorted(table)) for table in tables)
    habits = frozenset(habit for habit in HABITS if random.random() < 0.15)
    style = Style(shell, people, heading, lead, dated, contact, document, habits)
    deep = style.people in _HEADED or style.habits & {"subheadings", "term of office", "presidium first"}
    return replace(style, heading="h2") if deep and style.heading == "bold" else style


def render(page: PageRecord, owner: str, style: Style, around: Callable[[str], str] = str) -> str:
    """The whole page as HTML. around: what else stands with its content."""
    if any(organ.name == page.title for organ in page.collaborations):
        style = replace(style, lead="none" if style.lead == "in the heading" else style.lead)
    organs = "\n".join(
        "\n".join(_people(each, owner, style)) if each.name == page.title else _collaboration(each, owner, style)
        for each in page.collaborations
    )
    if "grouped" in style.habits and style.heading == "h3" and page.collaborations[0].name != page.title:
        organs = f"<h2>Bolag, förbund och nätverk</h2>\n{organs}"
    documents = _documents(page.documents, style)
    late = bool(documents) and "documents last" in style.habits
    parts = [*(_p(text) for text in page.intro), "" if late else documents, organs]
    if page.contacts:
        contacts = "\n".join(CONTACTS[style.contact](each) for each in page.contacts)
        parts.append(HEADINGS[style.heading](_contact_heading(page.contacts), contacts))
    if late:
        parts.append(HEADINGS[style.heading]("Dokument", documents))
    dated = DATES[style.dated](page.last_updated) if page.last_updated else ""
    content = around("\n".join(part for part in parts if part))
    return SHELLS[style.shell](escape(page.title or ""), content, dated)


def _p(text: str) -> str:
    return f"<p>{escape(text, quote=False)}</p>"


def _collaboration(organ: Collaboration, owner: str, style: Style) -> str:
    name = f"{organ.name} ({organ.abbreviation})" if organ.abbreviation else organ.name
    headed = style.lead == "in the heading" and organ.representatives
    parts = _description(organ, style)
    if organ.homepage:
        parts.append(f'<p><a href="{organ.homepage.url}">{escape(organ.homepage.label)}</a></p>')
    if organ.representatives:
        parts += _people(organ, owner, style)
    if organ.contacts:
        kind = _contact_heading(organ.contacts)
        parts.append(f"<p><b>{kind}</b></p>" if style.heading == "bold" else f"<h4>{kind}</h4>")
        parts += [CONTACTS[style.contact](each) for each in organ.contacts]
    return HEADINGS[style.heading](f"Representanter i {name}" if headed else name, "\n".join(parts))


def _description(organ: Collaboration, style: Style) -> list[str]:
    """Paragraphs, the second under a heading of its own where that is a habit; themes as a list."""
    texts = [text for text in organ.description if text not in THEMES]
    themes = [escape(text) for text in organ.description if text in THEMES]
    parts = [_p(text) for text in texts]
    if "subheadings" in style.habits and len(texts) > 1:
        parts.insert(1, "<h4>Om samarbetet</h4>")
    return [*parts, "<ul>" + "".join(f"<li>{text}</li>" for text in themes) + "</ul>"] if themes else parts


def _people(organ: Collaboration, owner: str, style: Style) -> list[str]:
    seats = organ.representatives
    lead = LEADS[style.lead].format(owner=owner, organ=organ.abbreviation or organ.name)
    parts = [_p(lead)] if lead and style.people not in ("under role headings", "columns of roles") else []
    if "term of office" in style.habits:
        parts.insert(0, "<h4>Mandatperiod 2023–2026</h4>")
    office = tuple(seat for seat in seats if "ordförande" in str(seat.role))
    if office and "presidium first" in style.habits:
        parts = ["<h4>Presidium</h4>", PEOPLE["list"](office), "<h4>Förtroendevalda</h4>", *parts]
    listed = PEOPLE[style.people](seats)
    if "vacant seats" in style.habits and listed.endswith("</ul>"):
        listed = listed.removesuffix("</ul>") + "<li>Vakant (M), ersättare</li></ul>"
    return [*parts, listed]


def _panel(text: str, body: str) -> str:
    link = f'<h3 class="panel-title"><a data-toggle="collapse" href="#c{len(body)}">{escape(text)}</a></h3>'
    inner = f'<div id="c{len(body)}" class="panel-collapse collapse"><div class="panel-body">\n{body}\n</div></div>'
    return f'<div class="panel"><div class="panel-heading">{link}</div>{inner}</div>'


_BUTTON = '<h2 class="accordion"><button type="button" aria-expanded="true">{}</button></h2>\n{}'

HEADINGS: dict[str, Callable[[str, str], str]] = {
    "h2": lambda text, body: f"<h2>{escape(text)}</h2>\n{body}",
    "h3": lambda text, body: f'<h3 class="sub">{escape(text)}</h3>\n{body}',
    "bold": lambda text, body: f"<p><strong>{escape(text)}</strong></p>\n{body}",
    "button": lambda text, body: _BUTTON.format(escape(text), body),
    "section": lambda text, body: f'<section><h2><a id="a{len(body)}"></a>{escape(text)}</h2>\n{body}\n</section>',
    "details": lambda text, body: f"<details><summary>{escape(text)}</summary><div>\n{body}\n</div></details>",
    "panel": _panel,
}

LEADS = {
    "politiska företrädare": "{owner}s politiska företrädare i {organ} är:",
    "representeras av": "{owner} representeras i {organ} av:",
    "representanter": "Representanter:",
    "i organet sitter": "I {organ} sitter:",
    "valda av fullmäktige": "Följande personer är valda till {organ}:",
    "representanter i": "{owner}s representanter i {organ}",
    "förtroendevalda": "Förtroendevalda i {organ}:",
    "representanter är": "{owner}s representanter i {organ} är:",
    "förtroendevalda är": "{owner}s förtroendevalda i {organ} är:",
    "våra": "Våra representanter i {organ} är:",
    "följande företräder": "Följande personer företräder {owner} i {organ}:",
    "in the heading": "",
    "none": "",
}


def _long(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


DATES: dict[str, Callable[[date], str]] = {
    "colon": lambda day: f"<p>Senast uppdaterad: {_long(day)}</p>",
    "no colon": lambda day: f"<p>Senast uppdaterad {_long(day)}</p>",
    "iso": lambda day: f"<p>Sidan uppdaterad: {day.isoformat()}</p>",
    "iso, changed": lambda day: f"<p>Senast ändrad: {day.isoformat()}</p>",
    "after review": lambda day: f"<p>Senast granskad: 2016-01-01</p><p>Uppdaterat: {_long(day)}</p>",
    "after publication": lambda day: f"<p>Publicerad 2015-03-12, Uppdaterad {day.isoformat()}</p>",
    "two blocks": lambda day: f"<div>Senast uppdaterad:</div><div>{_long(day)}</div>",
    "time element": lambda day: f'<p>Uppdaterad: <time datetime="{day.isoformat()}">{_long(day)}</time></p>',
    "feedback behind": lambda day: (
        f'<p>Uppdaterad {_long(day)} <a href="/synpunkter">Lämna synpunkter på innehållet</a></p>'
    ),
}


def _contact_heading(contacts: tuple[Contact, ...]) -> str:
    return "Kontakt" if len(contacts) == 1 else "Kontaktpersoner"


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
