"""The command line as a process: what it prints, where, and with which exit code."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import EARLIER, REPLACED, TODAY, Watch

ROOT = Path(__file__).parent.parent


def bevaka(*words: str, folder: Path, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """The command in a folder, with nothing of ours in its environment."""
    clean = {"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": str(ROOT), "LANG": "sv_SE.UTF-8", **env}
    return subprocess.run(
        [sys.executable, "-m", "monitor.cli", *words],
        cwd=folder,
        env=clean,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        yield site


def settings(folder: Path, url: str) -> None:
    (folder / "bevaka.toml").write_text(
        f'[[page]]\nname = "kronoberg"\nurl = "{url}"\n[fetch]\nconfirm_after = "0s"\ndelay = "0s"\n', "utf-8"
    )


def test_a_first_check_prints_one_line_and_a_second_nothing(tmp_path: Path, site: Site) -> None:
    """cron must stay quiet when there is nothing to say."""
    settings(tmp_path, site.url)
    site.shows(TODAY)
    first = bevaka("check", folder=tmp_path)
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.count("\n") == 1
    assert "3 samarbeten, 8 företrädare, sidan uppdaterad 9 september 2022" in first.stdout
    again = bevaka("check", folder=tmp_path)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")


def test_a_change_is_printed_and_can_set_the_exit_code(tmp_path: Path, site: Site) -> None:
    """10 only when asked for."""
    settings(tmp_path, site.url)
    site.shows(TODAY)
    bevaka("check", folder=tmp_path)
    site.shows(REPLACED)
    said = bevaka("check", "--exit-code", "--lang", "en", folder=tmp_path)
    assert said.returncode == 10
    assert "Testa Testsson (M)" in said.stdout
    assert bevaka("check", "--exit-code", folder=tmp_path).returncode == 0


def test_news_that_no_mail_server_took_is_printed_as_such(tmp_path: Path, site: Site) -> None:
    """Under cron, whoever reads this may be the only one to hear; a check without news stays quiet."""
    settings(tmp_path, site.url)
    with (tmp_path / "bevaka.toml").open("a", encoding="utf-8") as file:
        file.write('[mail]\nhost = "127.0.0.1"\nport = 9\nsecurity = "none"\nsender = "b@example.org"\n')
        file.write('[[subscriber]]\nemail = "lasare@example.org"\n')
    site.shows(TODAY)
    bevaka("check", folder=tmp_path)
    site.shows(REPLACED)
    said = bevaka("check", folder=tmp_path)
    assert (said.returncode, said.stdout.splitlines()[-1]) == (1, "Meddelanden i kö: 1. Se: bevaka alerts")
    again = bevaka("check", folder=tmp_path)
    assert (again.returncode, again.stdout) == (1, "")
    tried = bevaka("alerts", "test", "namn@example.org", folder=tmp_path)
    assert tried.stdout.splitlines()[0].split() == ["slag", "läge", "serverns", "svar"]


def test_a_failure_is_printed_once_and_always_sets_the_exit_code(tmp_path: Path, site: Site) -> None:
    """cron's own mail stays readable."""
    settings(tmp_path, site.url)
    site.fails(500)
    first, second = bevaka("check", folder=tmp_path), bevaka("check", folder=tmp_path)
    assert (first.returncode, second.returncode) == (1, 1)
    assert "http-status" in first.stdout
    assert second.stdout == ""
    assert bevaka("status", folder=tmp_path).returncode == 1
    site.shows(TODAY)
    recovered = bevaka("check", folder=tmp_path)
    assert recovered.returncode == 0
    assert "kan läsas igen" in recovered.stdout
    assert bevaka("status", folder=tmp_path).returncode == 0


def test_a_hold_that_ends_is_printed_as_one(tmp_path: Path, site: Site) -> None:
    """The page could be read all the time."""
    settings(tmp_path, site.url)
    site.shows(TODAY)
    bevaka("check", folder=tmp_path)
    site.shows(re.sub(r'<li class="normal">Mikael[^<]*</li>', "", TODAY))
    assert "hålls inne (incomplete)" in bevaka("check", folder=tmp_path).stdout
    accepted = bevaka("accept", "kronoberg", folder=tmp_path).stdout
    assert accepted.splitlines()[:2] == ["kronoberg: hålls inte längre inne", "kronoberg: ändrad"]


def test_history_names_who_sat_in_a_collaboration_that_went(tmp_path: Path, site: Site) -> None:
    """As check and the mails do; a script gets the one change that there is."""
    settings(tmp_path, site.url)
    site.shows(TODAY)
    bevaka("check", folder=tmp_path)
    start, end = (TODAY.index(f'<h2 class="subheading" id="h-{each}">') for each in ("SBHSS", "EnergyCities"))
    site.shows(TODAY[:start] + TODAY[end:])
    bevaka("check", folder=tmp_path)
    for words in (("history",), ("history", "--in", "SBHSS"), ("compare", "1", "2")):
        assert "• Bo Frank (M) är inte längre ledamot i SBHSS\n" in bevaka(*words, folder=tmp_path).stdout
    assert "Bo Frank" not in bevaka("history", "--kind", "collaborations", folder=tmp_path).stdout
    (event,) = json.loads(bevaka("history", "--format", "json", folder=tmp_path).stdout)
    assert [each["kind"] for each in event["changes"]] == ["collaboration_removed"]


def test_check_answers_in_json(tmp_path: Path, site: Site) -> None:
    """Exactly the keys of the design."""
    settings(tmp_path, site.url)
    site.shows(TODAY)
    answer = json.loads(bevaka("check", "--format", "json", folder=tmp_path).stdout)
    assert answer == {
        "pages": [
            {
                "page": "kronoberg",
                "outcome": "baseline",
                "reason": None,
                "detail": None,
                "held": False,
                "changes": [],
                "silent_edit": False,
                "date_only": False,
                "date_regressed": False,
            }
        ],
        "delivered": 0,
        "undelivered": 0,
    }


def test_an_output_that_is_not_utf_8_gets_escapes(tmp_path: Path) -> None:
    """Text stays readable, JSON stays JSON, and nothing falls over."""
    (tmp_path / "a.html").write_text(TODAY, "utf-8")
    said = bevaka("parse", "a.html", folder=tmp_path, PYTHONIOENCODING="ascii")
    assert (said.returncode, said.stderr) == (0, "")
    assert "Roland Gustb\\xe9e (M), ledamot" in said.stdout
    answer = bevaka("parse", "a.html", "--format", "json", folder=tmp_path, PYTHONIOENCODING="ascii")
    assert json.loads(answer.stdout) == json.loads(
        bevaka("parse", "a.html", "--format", "json", folder=tmp_path, PYTHONIOENCODING="utf-8").stdout
    )


@pytest.mark.parametrize("words", ["--help", "check --help", "parse a.html", "parse a.html --format json"])
def test_an_output_that_ends_early_is_no_fault(tmp_path: Path, words: str) -> None:
    """A reader that has seen enough, a closed stdout; a full disk is one line."""
    (tmp_path / "a.html").write_text(TODAY, "utf-8")
    command = f"{sys.executable} -m monitor.cli {words}"
    for ending, code, complaint in (("| true", 0, ""), (">&-", 0, ""), (">/dev/full", 1, "make room")):
        script = f"set -o pipefail; {command} {ending}"
        said = subprocess.run(
            ["bash", "-c", script],
            cwd=tmp_path,
            env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert said.returncode == code, said.stderr
        assert said.stderr.count("\n") == (1 if complaint else 0), said.stderr
        assert complaint in said.stderr


def test_parse_reads_files_standard_input_and_addresses(tmp_path: Path, site: Site) -> None:
    """One source is one record; several are a list, or one line each."""
    (tmp_path / "a.html").write_text(TODAY, "utf-8")
    (tmp_path / "b.html").write_text("", "utf-8")
    site.shows(TODAY)
    from_file = json.loads(bevaka("parse", "a.html", "--format", "json", folder=tmp_path).stdout)
    assert from_file["last_updated"] == "2022-09-09"
    assert list(from_file) == [
        "title",
        "last_updated",
        "last_updated_time",
        "intro",
        "documents",
        "collaborations",
        "contacts",
    ]
    piped = bevaka("parse", "-", "--format", "json", folder=tmp_path, stdin=TODAY)
    assert json.loads(piped.stdout) == from_file
    fetched = json.loads(bevaka("parse", site.url, "--format", "json", folder=tmp_path).stdout)
    assert fetched["collaborations"][0]["representatives"] == from_file["collaborations"][0]["representatives"]
    both = bevaka("parse", "a.html", "b.html", "--format", "json", folder=tmp_path)
    assert both.returncode == 1
    assert [(each["source"], "record" in each) for each in json.loads(both.stdout)] == [
        ("a.html", True),
        ("b.html", False),
    ]
    lines = bevaka("parse", "a.html", "b.html", "--format", "jsonl", folder=tmp_path).stdout.splitlines()
    assert json.loads(lines[1])["cannot_tell"]["reason"] == "truncated"


def test_diff_answers_in_json(tmp_path: Path) -> None:
    """Verdict, reason, changes and flags; exit 0 whether changed or not."""
    (tmp_path / "a.html").write_text(EARLIER, "utf-8")
    (tmp_path / "b.html").write_text(TODAY, "utf-8")
    said = bevaka("diff", "a.html", "b.html", "--format", "json", folder=tmp_path)
    answer = json.loads(said.stdout)
    assert said.returncode == 0
    assert list(answer) == ["verdict", "reason", "changes", "silent_edit", "date_only", "date_regressed"]
    assert answer["verdict"] == "changed"
    same = json.loads(bevaka("diff", "b.html", "b.html", "--format", "json", folder=tmp_path).stdout)
    assert (same["verdict"], same["changes"]) == ("unchanged", [])


def test_diff_says_as_much_as_a_mail(tmp_path: Path) -> None:
    """Who sits in a collaboration that came is news, and what is held calls a collaboration by its abbreviation."""
    (tmp_path / "a.html").write_text(EARLIER, "utf-8")
    (tmp_path / "b.html").write_text(TODAY, "utf-8")
    said = bevaka("diff", "a.html", "b.html", "--lang", "sv", folder=tmp_path).stdout
    assert "  • Mikael Johansson (M) är ny ledamot i Energy Cities" in said.splitlines()
    emptied = re.sub(r'<li class="normal">(?:Roland|Robert|Britt|Helen)[^<]*</li>', "", TODAY)
    (tmp_path / "c.html").write_text(emptied, "utf-8")
    held = bevaka("diff", "b.html", "c.html", "--lang", "sv", folder=tmp_path).stdout
    assert "  • Roland Gustbée (M) är inte längre ledamot i ERB" in held.splitlines()


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("check", "nosuchpage"), "kronoberg"),
        (("history", "--since", "2022-02-31"), "2022-10-04"),
        (("who", "--on", "igår"), "2022-10-04"),
        (("who", "--on", ""), "2022-10-04"),
        (("history", "--kind", "representative"), "did you mean"),
        (("history", "--limit", "0"), "1 or more"),
        (("who", "--page", "nosuchpage"), "kronoberg"),
        (("show", "99"), "snapshots"),
        (("show", "99999999999999999999"), "too large"),
        (("history", "--limit", "99999999999999999999"), "too large"),
        (("alerts", "retry", "99999999999999999999"), "--all"),
        (("alerts", "retry", "²"), "--all"),
        (("parse", "nowhere.html"), "cannot be read"),
        (("parse", "."), "cannot be read"),
        (("diff", "nowhere.html", "nowhere.html"), "cannot be read"),
        (("parse", "page.html", "--main", "p[["), "selector"),
        (("accept", "kronoberg"), "status"),
        (("alerts", "retry"), "--all"),
        (("alerts", "retry", "7"), "alerts"),
        (("alerts", "test", "nobody"), "address"),
        (("init", "ftp://example.org"), "http"),
        (("nonsense",), "--help"),
        (("check", "--nonsense"), "--help"),
        (("--config", "nowhere.toml", "status"), "nowhere.toml"),
        ((), "--help"),
        (("check", "--exit-cod"), "--help"),
        (("history", "--limit", "x"), "no number"),
        (("person", ""), "a part of it"),
        (("who", "--in", " "), "a part of it"),
        (("history", "--since", "2023-01-01", "--until", "2022-01-01"), "earlier one first"),
        (("restore", "page.html"), "a backup"),
    ],
)
def test_wrong_use_is_one_line_and_exit_2(tmp_path: Path, words: tuple[str, ...], named: str) -> None:
    """What, why and what to do; no traceback, nothing on stdout."""
    settings(tmp_path, "http://127.0.0.1:9/")
    (tmp_path / "page.html").write_text(TODAY, "utf-8")
    said = bevaka(*words, folder=tmp_path)
    assert said.returncode == 2, said.stderr
    assert said.stdout == ""
    assert said.stderr.count("\n") == 1
    assert named in said.stderr


def test_input_that_is_closed_is_one_line(tmp_path: Path) -> None:
    """As a service manager or a script may start us."""
    words = f"{sys.executable} -m monitor.cli parse - <&-"
    said = subprocess.run(
        ["sh", "-c", words],
        cwd=ROOT,
        env={**os.environ, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (said.returncode, said.stdout, said.stderr.count("\n")) == (2, "", 1)


def test_a_page_is_asked_for_before_its_first_look(tmp_path: Path) -> None:
    """Nobody is known, and that is no wrong use."""
    settings(tmp_path, "http://127.0.0.1:9/")
    for words in (("who",), ("who", "--page", "kronoberg"), ("who", "--on", "2022-10-04")):
        answer = json.loads(bevaka(*words, "--format", "json", folder=tmp_path).stdout)
        assert answer["pages"] == [{"page": "kronoberg", "observed": None}]
        assert answer["representatives"] == []
    assert "kronoberg: ingen uppgift" in bevaka("who", folder=tmp_path).stdout
    for asked in ("history", "snapshots"):
        said = bevaka(asked, "--page", "kronoberg", "--format", "json", folder=tmp_path)
        assert (said.returncode, json.loads(said.stdout)) == (0, [])


def test_an_unwritable_data_directory_is_one_line(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "taken").write_text("")
    (tmp_path / "bevaka.toml").write_text(
        '[storage]\nurl = "sqlite:///taken/bevaka.db"\n[[page]]\nname = "a"\nurl = "http://127.0.0.1:9/"\n'
    )
    said = bevaka("check", folder=tmp_path)
    assert (said.returncode, said.stdout, said.stderr.count("\n")) == (2, "", 1)
    assert "taken" in said.stderr


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    """Neither read nor overwritten."""
    settings(tmp_path, "http://127.0.0.1:9/")
    (tmp_path / "bevaka.db").write_text("not a database, but somebody's notes, long enough to be looked at " * 20)
    said = bevaka("status", folder=tmp_path)
    assert (said.returncode, said.stderr.count("\n")) == (2, 1)
    assert (tmp_path / "bevaka.db").read_text().startswith("not a database")


def test_a_folder_in_the_databases_place_is_one_line(tmp_path: Path) -> None:
    """A question that cannot open it says no word of writing."""
    settings(tmp_path, "http://127.0.0.1:9/")
    (tmp_path / "bevaka.db").mkdir()
    said = bevaka("who", folder=tmp_path)
    assert (said.returncode, said.stderr.count("\n")) == (2, 1)
    assert "cannot be opened" in said.stderr


def test_init_shows_the_page_and_writes_settings_that_work(tmp_path: Path, site: Site) -> None:
    """A second page is added to the file; the same page twice is refused."""
    site.shows(TODAY)
    first = bevaka("init", site.url, "--name", "kronoberg", folder=tmp_path)
    assert first.returncode == 0, first.stderr
    assert "Roland Gustbée (M), ledamot" in first.stdout
    site.shows(EARLIER, path="/annan")
    second = bevaka("init", site.root + "/annan", folder=tmp_path)
    assert second.returncode == 0, second.stderr
    status = json.loads(bevaka("status", "--format", "json", folder=tmp_path).stdout)
    assert [each["page"] for each in status["pages"]] == ["kronoberg", "127.0.0.1"]
    assert bevaka("init", site.url, folder=tmp_path).returncode == 2
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith("bevaka.toml")] == ["bevaka.toml"]


def test_init_of_a_page_that_cannot_be_read_writes_nothing(tmp_path: Path, site: Site) -> None:
    """Exit 1 and the reason."""
    site.fails(404)
    said = bevaka("init", site.url, folder=tmp_path)
    assert said.returncode == 1
    assert "http-status" in said.stderr
    assert not (tmp_path / "bevaka.toml").exists()


def test_alerts_test_reports_the_servers_words(tmp_path: Path) -> None:
    """Of a sample of every kind of mail."""
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path, site, mailbox)
        said = bevaka("--config", str(watch.config), "alerts", "test", "prov@example.org", folder=tmp_path)
        assert said.returncode == 0, said.stderr
        assert len(mailbox.messages) == 10
        mailbox.refuses(554, "we do not take such mail")
        refused = bevaka("--config", str(watch.config), "alerts", "test", "prov@example.org", folder=tmp_path)
        assert refused.returncode == 1
        assert "we do not take such mail" in refused.stdout


def test_the_demo_says_that_its_change_is_invented_and_leaves_nothing(tmp_path: Path) -> None:
    """Mail, history and who, in both languages."""
    for lang, word in (("sv", "PÅHITTAD"), ("en", "INVENTED")):
        said = bevaka("demo", "--lang", lang, folder=tmp_path, TMPDIR=str(tmp_path))
        assert said.returncode == 0, said.stderr
        assert word in said.stdout
        assert "Testa Testsson (M)" in said.stdout
        assert list(tmp_path.iterdir()) == []
