"""Plays cases to a real App and says which looks were told wrongly."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from benchmarks.detection.labels import Verdict, comparable
from benchmarks.watching.acts import PLAIN, Act, Case, Settings
from monitor.app import App
from monitor.config import load
from monitor.rereading import make_reader
from storage.verifying import verify
from tests.clock import Clock
from tests.site import Site

READER = "lasare@example.org"


@dataclass(frozen=True, slots=True)
class Wrong:
    """One look that was not told as labelled. look: 0 is the first of the case."""

    case: Case
    look: int
    said: Verdict
    why: str


class Taker:
    """A mail server that takes everything: who got how many alerts is counted by their subject's page."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def send(self, recipient: str, content: bytes) -> str:
        return "250"


def play(cases: Sequence[Case]) -> Iterator[Wrong]:
    """One site, one database, one page for each case; an act of every case at a time. At the end all verifies."""
    with tempfile.TemporaryDirectory() as folder, Site() as site:
        names = [f"sida-{nth}" for nth in range(len(cases))]
        own = dict.fromkeys(names, PLAIN)
        clock = Clock()
        deadline = 1 if any(case.alone for case in cases) else 60
        told: Counter[str] = Counter()

        def app() -> App:
            """As under cron, with the pages' present settings."""
            return App(load(str(settings(Path(folder), site, own, deadline)), {}), smtp=Taker, clock=clock)

        for look in range(max(len(case.acts) for case in cases)):
            acting = [(name, case) for name, case in zip(names, cases, strict=True) if look < len(case.acts)]
            for hours in sorted({case.acts[look].hours for _, case in acting}):
                clock.later(hours=hours)
                mine = [(name, case) for name, case in acting if case.acts[look].hours == hours]
                own |= {name: case.acts[look].settings for name, case in mine}
                with app() as opened:
                    yield from _one_look(opened, site, look, mine, told)
        with app() as opened:
            found = verify(opened.store, make_reader(opened.config.pages))
        for line in found.faults:
            yield Wrong(cases[0], -1, {"verdict": "verify"}, line)
        if found.older:
            yield Wrong(cases[0], -1, {"verdict": "verify"}, f"{found.older} snapshots are still an older reading's")


def _one_look(
    app: App, site: Site, look: int, acting: Sequence[tuple[str, Case]], told: Counter[str]
) -> Iterator[Wrong]:
    for name, case in acting:
        case.acts[look].meanwhile(app, name)
        case.acts[look].shows(site, f"/{name}")
    answers = {each["page"]: each for each in app.check([name for name, _ in acting]).to_json()["pages"]}
    mails = Counter(each["page"] for each in app.alerts() if each["recipient"] == READER)
    for name, case in acting:
        act, said = case.acts[look], _as_verdict(answers[name])
        told[name] += said["verdict"] == "changed"
        if not act.fits(said):
            yield Wrong(case, look, said, difference(act, said))
        elif mails[name] != told[name]:
            yield Wrong(case, look, said, f"{mails[name]} mails after {told[name]} changes")


def _as_verdict(answer: dict[str, Any]) -> Verdict:
    kept = ("reason", "changes", "silent_edit", "date_only", "date_regressed")
    return comparable({"verdict": answer["outcome"], **{key: answer[key] for key in kept}})


def difference(act: Act, said: Verdict) -> str:
    """What was said and not expected, and the reverse."""
    if said["verdict"] != act.outcome or act.verdict is None:
        wanted = f"{act.outcome} {'|'.join(sorted(act.reasons))}".strip()
        return f"said {said['verdict']} {said['reason'] or ''} {said['changes']}, not {wanted}"
    lines = [f"said {key} {said[key]!r}" for key in said if key != "changes" and said[key] != act.verdict[key]]
    lines += [f"+ {each}" for each in said["changes"] if each not in act.verdict["changes"]]
    lines += [f"- {each}" for each in act.verdict["changes"] if each not in said["changes"]]
    return "; ".join(lines)


def settings(folder: Path, site: Site, own: Mapping[str, Settings], deadline: int = 60) -> Path:
    """A settings file for pages by name, at paths of the same names. deadline: of one look, in seconds."""
    pages = "\n".join(_page(name, site, each) for name, each in own.items())
    path = folder / "bevaka.toml"
    path.write_text(
        f"""
        {pages}
        [storage]
        url = "sqlite:///bevaka.db"
        [fetch]
        delay = "0s"
        deadline = "{deadline}s"
        [mail]
        host = "127.0.0.1"
        security = "none"
        sender = "Bevaka <bevaka@example.org>"
        [operator]
        email = "drift@example.org"
        [[subscriber]]
        email = "{READER}"
        """,
        "utf-8",
    )
    return path


def _page(name: str, site: Site, own: Settings) -> str:
    main = f'main = "{own.main}"' if own.main else ""
    return f'[[page]]\nname = "{name}"\nurl = "{site.root}/{name}{own.beside}"\n{main}'
