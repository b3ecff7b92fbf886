"""demo: the whole thing on bundled pages, with a real web server, a real database and a real mail server on loopback.

    older page | an error | page of 2022 | page of 2022 with an invented change
        -> check -> mail over SMTP -> history -> who --on

Time is the demo's own, so that the looks lie weeks apart; everything else is what a real run does.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path

from monitor.app import App
from monitor.config import Config, load
from monitor.demo.servers import MailServer, WebServer
from monitor.telling.answers import history_lines, who_lines
from monitor.telling.news import news_lines
from notifier.wording import Language

LOOKS = (
    (datetime(2022, 6, 1, 6, tzinfo=UTC), "older"),
    (datetime(2022, 7, 25, 6, tzinfo=UTC), "down"),
    (datetime(2022, 9, 12, 6, tzinfo=UTC), "2022"),
    (datetime(2022, 10, 4, 6, tzinfo=UTC), "invented"),
)
INVENTED = (
    ("Roland Gustbée (M), ledamot", "Testa Testsson (M), ledamot"),
    ("Britt-Louise Berndtsson (C), ersättare", "Britt-Louise Berndtsson (C), ledamot"),
)
READER = "lasare@example.org"
BEFORE, AFTER = "2022-10-01", "2022-10-05"

WORDS: dict[str, dict[Language, str]] = {
    "start": {
        "sv": "Bevaka visar sig själv: fyra läsningar av Region Kronobergs sida ”Internationella samarbeten”.",
        "en": "Bevaka shows itself: four looks at Region Kronoberg's page “Internationella samarbeten”.",
    },
    "older": {"sv": "1. Sidan som den såg ut tidigare", "en": "1. The page as it was earlier"},
    "down": {
        "sv": "2. Servern svarar med ett fel: det är ingen ändring, och ingen läsare får ett brev",
        "en": "2. The server answers with an error: that is no change, and no reader gets a mail",
    },
    "2022": {"sv": "3. Sidan den 9 september 2022", "en": "3. The page of 9 September 2022"},
    "invented": {
        "sv": "4. Samma sida med en PÅHITTAD ändring: Testa Testsson finns inte",
        "en": "4. The same page with an INVENTED change: Testa Testsson does not exist",
    },
    "mail": {
        "sv": "Brevet om den påhittade ändringen, så som det kom fram över SMTP:",
        "en": "The mail about the invented change, as it arrived over SMTP:",
    },
    "end": {
        "sv": "Klart. Allt låg i en tillfällig mapp, som nu är borttagen; ingenting lämnas kvar.",
        "en": "Done. Everything was in a temporary folder, which is gone now; nothing is left behind.",
    },
    "pages": {
        "sv": "Samma historik som webbsidor, med tidslinje: bevaka demo --serve",
        "en": "The same history as web pages, with a timeline: bevaka demo --serve",
    },
}


class DemoClock:
    """The demo's own time; waiting only moves it."""

    def __init__(self) -> None:
        self._now = LOOKS[0][0]

    def now(self) -> datetime:
        return self._now

    def sleep(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)

    def set(self, moment: datetime) -> None:
        self._now = moment


def page(name: str) -> str:
    """One of the bundled pages; "invented" is the page of 2022 with one replaced and one changed."""
    if name != "invented":
        return (files("monitor.demo") / "pages" / f"{name}.html").read_text("utf-8")
    html = page("2022")
    for before, after in INVENTED:
        if before not in html:
            raise ValueError(f"the bundled page does not say {before!r}")
        html = html.replace(before, after)
    return html


def run(lang: Language, show: Callable[[App], None] | None = None) -> Iterator[str]:
    """The demo, line by line as it happens. show: called with the demo's history before that is deleted."""
    clock = DemoClock()
    with (
        tempfile.TemporaryDirectory(prefix="bevaka-demo-") as folder,
        WebServer() as site,
        MailServer() as mail,
        App(_config(Path(folder), site.url, mail.port, lang), clock=clock) as app,
    ):
        yield WORDS["start"][lang]
        for moment, name in LOOKS:
            clock.set(moment)
            if name == "down":
                site.fails()
            else:
                site.shows(page(name))
            yield from ("", f"== {WORDS[name][lang]}", f"$ bevaka check                  # {moment:%Y-%m-%d}")
            yield from _look(app, lang)
        yield from ("", f"== {WORDS['mail'][lang]}", *_last_to(READER, mail.received).splitlines(), "")
        yield from _questions(app, lang)
        yield ""
        if show is None:
            yield WORDS["pages"][lang]
        else:
            show(app)
    yield WORDS["end"][lang]


def _config(folder: Path, url: str, mail_port: int, lang: Language) -> Config:
    path = folder / "bevaka.toml"
    path.write_text(
        f"""
        [storage]
        url = "sqlite:///bevaka.db"
        [[page]]
        name = "kronoberg"
        url = "{url}"
        [mail]
        host = "127.0.0.1"
        port = {mail_port}
        security = "none"
        sender = "Bevaka <bevaka@example.org>"
        [operator]
        email = "drift@example.org"
        [[subscriber]]
        email = "{READER}"
        language = "{lang}"
        """,
        "utf-8",
    )
    return load(str(path), {})


def _last_to(reader: str, received: list[str]) -> str:
    """Weeks pass in the demo, so that its operator gets mail too."""
    return next(each for each in reversed(received) if f"To: {reader}" in each)


def _look(app: App, lang: Language) -> Iterator[str]:
    report = app.check()
    for checked in report.checked:
        yield from news_lines(checked, lang)


def _questions(app: App, lang: Language) -> Iterator[str]:
    yield "$ bevaka history"
    yield from history_lines(app.ask.changes(told=True), lang, app.ask.names())
    for day in (BEFORE, AFTER):
        yield from ("", f"$ bevaka who --on {day} --in ERB", *who_lines(app.ask.who(day, "ERB", None), lang))
