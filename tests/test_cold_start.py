"""A cron run pays for every import: what a quiet check does not need, it does not load."""

import subprocess
import sys
from pathlib import Path

import pytest

from monitor.cli import _MODULES, build_parser
from tests.site import Site
from tests.watch import TODAY

HEAVY = "apscheduler click css_inline fastapi jinja2 protego pydantic rapidfuzz rich smtplib uvicorn warcio"
DATABASE = "sqlalchemy alembic"
OURS = (
    "scraper.blocks scraper.parse scraper.judge records.diff records.page records.forms monitor.telling.news"
    " storage.bodies notifier.wording notifier.letter notifier.smtp"
)
READERS = """
[mail]
host = "127.0.0.1"
security = "none"
sender = "Bevaka <bevaka@example.org>"
[operator]
email = "drift@example.org"
[[subscriber]]
email = "lasare@example.org"
kinds = ["representatives"]
[[subscriber]]
url = "ntfys://topic"
when = "daily"
"""
CODE = "import sys; from monitor.cli import main; code = main(['check']); print(*sys.modules); sys.exit(code)"


@pytest.mark.parametrize("readers", ["", READERS])
@pytest.mark.parametrize("token", ["", "<input type='hidden' name='token' value='7919'>"])
def test_a_quiet_check_loads_no_more_than_it_needs(tmp_path: Path, token: str, readers: str) -> None:
    """The second look at an unchanged page: no parser, no mail, no migrations, no scheduler, no SQLAlchemy."""
    root = Path(__file__).parent.parent
    with Site() as site:
        settings = f'[[page]]\nname = "a"\nurl = "{site.url}"\n[fetch]\ndelay = "0s"\n{readers}'
        (tmp_path / "bevaka.toml").write_text(settings, "utf-8")

        def check(html: str) -> list[str]:
            site.shows(html)
            run = [sys.executable, "-c", CODE]
            env = {"PYTHONPATH": str(root), "HOME": str(tmp_path), "LANG": "sv_SE.UTF-8"}
            return subprocess.run(run, cwd=tmp_path, env=env, capture_output=True, text=True, check=True).stdout.split()

        check(TODAY)
        loaded = check(TODAY.replace("</body>", f"{token}</body>"))
    assert "storage.look_store" in loaded
    assert not set(loaded) & {*HEAVY.split(), *DATABASE.split(), *OURS.split()}


def test_every_command_is_claimed_by_a_module() -> None:
    """One that is not would load them all."""
    (choices,) = (each.choices for each in build_parser()._actions if each.dest == "command")
    assert set(choices or ()) == {command for commands in _MODULES.values() for command in commands}


@pytest.mark.parametrize("command", [command for commands in _MODULES.values() for command in commands])
def test_every_command_is_brought_by_the_module_that_claims_it(command: str) -> None:
    """Alone, and among all."""
    for words in ([command], []):
        actions = [each for each in build_parser(words)._actions if each.dest == "command"]
        assert command in (actions[0].choices or ())


def test_a_page_is_compared_by_its_content_without_what_reads_people() -> None:
    """Where only what stands around the content is new, no record is made, and nothing that makes one is loaded."""
    code = "import scraper, sys; print(scraper.content_digest(b'<h1>A</h1><p>B</p></html>'), *sys.modules)"
    root = Path(__file__).parent.parent
    digest, *loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    ).stdout.split()
    assert len(digest) == 64
    assert not set(loaded) & {"scraper.parse", "scraper.judge", "records.diff"}
