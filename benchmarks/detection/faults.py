"""Faults: what a server gives instead of the page, and the reason that must be given."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from benchmarks.detection.cosmetic import Rendered
from benchmarks.detection.layouts import render
from benchmarks.detection.shells import SHELLS

Fault = tuple[str | bytes, frozenset[str]]
"""What came, and the reasons that are right: mostly one, two where both are true of it."""

KINDS: dict[str, Callable[[Random, Rendered], Fault | None]] = {}


def kind(function: Callable[[Random, Rendered], Fault | None]) -> Callable[[Random, Rendered], Fault | None]:
    KINDS[function.__name__] = function
    return function


def _instead(name: str, reason: str, title: str, content: str, *, bare: bool = False) -> None:
    """A fault that puts another page in the page's place: in the site's own layout, or bare."""

    def fault(random: Random, shown: Rendered) -> Fault:
        if bare:
            head = f'<head><meta charset="utf-8"><title>{title}</title></head>'
            return f"<!DOCTYPE html><html>{head}<body><h1>{title}</h1>{content}</body></html>", frozenset({reason})
        return SHELLS[shown.style.shell](title, content, ""), frozenset({reason})

    fault.__name__ = name
    kind(fault)


_HOME = '<p>Gå till <a href="/">startsidan</a> eller använd sökfunktionen.</p>'
_instead("soft_404_not_found", "soft-404", "Sidan hittades inte", f"<p>Sidan du söker finns inte.</p>{_HOME}")
_instead(
    "soft_404_removed", "soft-404", "Sidan finns inte längre", f"<p>Sidan kan ha flyttats eller tagits bort.</p>{_HOME}"
)
_instead(
    "soft_404_oops", "soft-404", "Oj, något gick fel", f"<p>Vi kunde inte hitta sidan du letade efter (404).</p>{_HOME}"
)
_instead("soft_404_title_only", "soft-404", "404 - Sidan kan inte visas", "")
_instead("soft_404_english", "soft-404", "Page not found", "<p>The page you are looking for does not exist.</p>")
_instead("soft_404_bare", "soft-404", "404 Not Found", "<hr><center>nginx</center>", bare=True)
_instead("error_500_bare", "soft-404", "500 Internal Server Error", "<p>Something went wrong.</p>", bare=True)
_instead("error_503_bare", "soft-404", "503 Service Unavailable", "<p>No server is available.</p>", bare=True)
_instead("error_swedish", "soft-404", "Ett fel har inträffat", "<p>Ett oväntat fel uppstod. Försök igen senare.</p>")
_instead("maintenance_bare", "soft-404", "Underhåll pågår", "<p>Vi är snart tillbaka.</p>", bare=True)
_instead(
    "maintenance_closed",
    "soft-404",
    "Webbplatsen är stängd för underhåll",
    "<p>Försök igen om en timme.</p>",
    bare=True,
)
_instead(
    "maintenance_in_layout", "soft-404", "Driftstörning", "<p>Just nu har vi tekniska problem med webbplatsen.</p>"
)
_instead("maintenance_english", "soft-404", "Down for maintenance", "<p>We will be back soon.</p>", bare=True)
_instead(
    "bot_wall_challenge", "blocked", "Just a moment...", "<p>Checking your browser before accessing.</p>", bare=True
)
_instead("bot_wall_captcha", "blocked", "Är du en robot?", "<p>Bekräfta att du är en människa.</p>", bare=True)
_instead(
    "bot_wall_denied", "blocked", "Access Denied", "<p>You don't have permission to access this page.</p>", bare=True
)
_instead("bot_wall_request", "blocked", "Request Rejected", "<p>Your support ID is: 1234.</p>", bare=True)
_COOKIES = "<p>Du måste godkänna kakor för att fortsätta.</p><button>Godkänn alla kakor</button>"
_instead("consent_wall", "blocked", "Vi använder kakor", _COOKIES, bare=True)
_BEFORE = "<p>We use cookies. Accept cookies to continue to the site.</p><button>Accept all</button>"
_instead("consent_wall_english", "blocked", "Before you continue", _BEFORE, bare=True)
_LOGIN = '<form><label>Lösenord <input type="password"></label><button>Logga in</button></form>'
_instead("login_page", "blocked", "Logga in", f"<p>Du måste logga in för att se sidan.</p>{_LOGIN}")
_instead("login_bare", "blocked", "Inloggning", _LOGIN, bare=True)
_START = '<p>Hitta service.</p><ul><li><a href="/jobb">Lediga jobb</a></li><li><a href="/karta">Karta</a></li></ul>'
_instead("start_page", "implausible", "Välkommen till Provlandet", f"<h2>Genvägar</h2>{_START}")
_instead("other_page", "implausible", "Bygglov och detaljplaner", "<p>Här finns information om bygglov och planer.</p>")
_instead("news_page", "implausible", "Nytt badhus i Provstad", "<p>Badhuset öppnar på måndag klockan nio.</p>")


# --- cut bodies


def _cut(shown: Rendered, at: int) -> Fault:
    return shown.html[:at], frozenset({"truncated"})


def _content(shown: Rendered) -> tuple[int, int]:
    start = shown.html.lower().index("</h1>") + 5
    return start, shown.html.index("2024 Provlandet", start)


@kind
def cut_anywhere(random: Random, shown: Rendered) -> Fault:
    return _cut(shown, random.randint(*_content(shown)))


@kind
def cut_between_entries(random: Random, shown: Rendered) -> Fault | None:
    entries = [found.start() for found in re.finditer("<li>|<tr>|<dt>", shown.html)]
    start, end = _content(shown)
    inside = [at for at in entries if start < at < end]
    return _cut(shown, random.choice(inside)) if inside else None


@kind
def cut_after_a_paragraph(random: Random, shown: Rendered) -> Fault:
    start, end = _content(shown)
    return _cut(
        shown, random.choice([found.end() for found in re.finditer("</p>", shown.html[:end]) if found.end() > start])
    )


@kind
def cut_in_a_tag(random: Random, shown: Rendered) -> Fault:
    start, end = _content(shown)
    return _cut(
        shown,
        random.choice([found.start() + 2 for found in re.finditer("<", shown.html[:end]) if found.start() > start]),
    )


@kind
def cut_before_the_end_tags(random: Random, shown: Rendered) -> Fault:
    return _cut(shown, re.search("</body>", shown.html, re.IGNORECASE).start())  # type: ignore[union-attr]


@kind
def empty_body(random: Random, shown: Rendered) -> Fault:
    return "", frozenset({"truncated"})


@kind
def only_a_script(random: Random, shown: Rendered) -> Fault:
    body = '<div id="app"></div><script src="/app.js"></script>'
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title></title></head><body>{body}</body></html>',
        frozenset({"unrecognised"}),
    )


# --- parts that are gone


@kind
def date_value_gone(random: Random, shown: Rendered) -> Fault:
    html = render(replace(shown.page, last_updated=None), shown.owner, shown.style)
    return re.sub(
        r"(</main>|</article>|<P><SMALL>|</body>)", r"<p>Senast uppdaterad: </p>\1", html, count=1
    ), frozenset({"incomplete"})


@kind
def date_line_gone(random: Random, shown: Rendered) -> Fault:
    return render(replace(shown.page, last_updated=None), shown.owner, shown.style), frozenset({"incomplete"})


@kind
def one_list_empty_under_its_lead(random: Random, shown: Rendered) -> Fault | None:
    style = replace(shown.style, people="list", lead="politiska företrädare", habits=frozenset())
    organ = random.choice(shown.page.collaborations)
    listed = re.escape(organ.representatives[0].name)
    html = re.sub(rf"<ul><li>{listed} \(.*?</ul>", "<ul></ul>", render(shown.page, shown.owner, style), count=1)
    return html, frozenset({"incomplete", "implausible"})


@kind
def all_lists_behind_a_script(random: Random, shown: Rendered) -> Fault:
    app = '<div class="people-app"></div><script src="/people.js"></script>'
    bare = tuple(replace(organ, representatives=(), officials=()) for organ in shown.page.collaborations)
    html = render(replace(shown.page, collaborations=bare), shown.owner, shown.style)
    return re.sub(r"(</main>|</article>|<P><SMALL>|</body>)", rf"{app}\1", html, count=1), frozenset(
        {"implausible", "incomplete"}
    )


@kind
def most_people_gone(random: Random, shown: Rendered) -> Fault | None:
    organs = shown.page.collaborations
    had = sum(len(organ.representatives) + len(organ.officials) for organ in organs)
    kept = tuple(replace(organ, representatives=organ.representatives[:1]) for organ in organs)
    has = sum(len(organ.representatives) + len(organ.officials) for organ in kept)
    if 2 * has >= had:
        return None
    return render(replace(shown.page, collaborations=kept), shown.owner, shown.style), frozenset({"implausible"})
