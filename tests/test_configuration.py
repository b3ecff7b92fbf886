"""The settings: what is right is read, what is wrong is one line that names the file, the key and the cure."""

from pathlib import Path

import pytest

from monitor.config import KRONOBERG, load
from records.errors import ConfigurationError

WHOLE = """
[storage]
url = "sqlite:///data/bevaka.db"

[[page]]
name = "kronoberg"
url = "https://example.org/samarbeten/"
schedule = "0 6-18 * * mon-fri"
main = "main article"
documents = true

[[page]]
name = "annan"
url = "https://example.org/annan/"
every = "1h"

[fetch]
contact = "drift@example.org"
delay = "10s"
confirm_after = "20s"
deadline = "60s"
max_bytes = "10MB"

[mail]
host = "smtp.example.org"
port = 587
security = "starttls"
username = "bevaka"
password_file = "smtp-password"
sender = "Bevaka <bevaka@example.org>"

[operator]
email = "drift@example.org"

[[subscriber]]
email = "lasare@example.org"
language = "sv"
pages = ["kronoberg"]
kinds = ["representatives", "last_updated"]
when = "at once"

[[subscriber]]
email = "vecka@example.org"
when = "weekly"
even_if_quiet = true
"""


def written(folder: Path, text: str) -> str:
    (folder / "bevaka.toml").write_text(text, "utf-8")
    return str(folder / "bevaka.toml")


def test_the_whole_example_is_read(tmp_path: Path) -> None:
    """Every key of the design, with relative paths beside the file."""
    (tmp_path / "smtp-password").write_text("hemligt\n")
    config = load(written(tmp_path, WHOLE), {})
    assert config.storage_url == f"sqlite:///{tmp_path}/data/bevaka.db"
    page, other = config.pages
    assert (page.name, page.main, page.documents, page.schedule.cron) == (
        "kronoberg",
        "main article",
        True,
        "0 6-18 * * mon-fri",
    )
    assert other.schedule.every == 3600
    fetch = config.fetch
    assert (fetch.delay, fetch.confirm_after, fetch.deadline, fetch.max_bytes) == (10, 20, 60, 10_000_000)
    assert config.mail is not None
    assert (config.mail.host, config.mail.password, config.mail.sender) == (
        "smtp.example.org",
        "hemligt",
        "bevaka@example.org",
    )
    assert config.sender == "Bevaka <bevaka@example.org>"
    assert [(each.email, each.when, each.even_if_quiet) for each in config.subscribers] == [
        ("lasare@example.org", "at once", False),
        ("vecka@example.org", "weekly", True),
    ]
    assert config.subscribers[0].kinds == ("representatives", "last_updated")


def test_without_a_file_the_kronoberg_page_is_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Into the user's data directory, telling nobody."""
    monkeypatch.chdir(tmp_path)
    config = load(None, {"XDG_DATA_HOME": str(tmp_path / "data"), "HOME": str(tmp_path)})
    assert [page.url for page in config.pages] == [KRONOBERG]
    assert config.storage_url == f"sqlite:///{tmp_path}/data/bevaka/bevaka.db"
    assert config.mail is None


def test_the_file_is_found_where_the_design_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--config, then BEVAKA_CONFIG, then ./bevaka.toml, then the user's own."""
    places = {}
    for name in ("option", "variable", "here", "home/.config/bevaka"):
        (tmp_path / name).mkdir(parents=True)
        page = name.partition("/")[0]
        places[name] = written(tmp_path / name, f'[[page]]\nname = "{page}"\nurl = "https://example.org/"')
    monkeypatch.chdir(tmp_path / "here")
    env = {"HOME": str(tmp_path / "home"), "BEVAKA_CONFIG": places["variable"]}
    assert load(places["option"], env).pages[0].name == "option"
    assert load(None, env).pages[0].name == "variable"
    del env["BEVAKA_CONFIG"]
    assert load(None, env).pages[0].name == "here"
    monkeypatch.chdir(tmp_path)
    assert load(None, env).pages[0].name == "home"


def test_a_password_can_come_from_the_environment_or_from_systemd(tmp_path: Path) -> None:
    """The variable wins over the file; a credential of that name wins over a file beside the settings."""
    (tmp_path / "smtp-password").write_text("fil")
    (tmp_path / "credentials").mkdir()
    (tmp_path / "credentials" / "smtp-password").write_text("systemd")
    path = written(tmp_path, WHOLE)

    def password(env: dict[str, str]) -> str | None:
        mail = load(path, env).mail
        assert mail is not None
        assert "fil" not in repr(mail)
        return mail.password

    assert password({}) == "fil"
    assert password({"CREDENTIALS_DIRECTORY": str(tmp_path / "credentials")}) == "systemd"
    assert password({"BEVAKA_MAIL_PASSWORD": "variabel"}) == "variabel"


PAGE = '[[page]]\nname = "a"\nurl = "https://example.org/"\n'


@pytest.mark.parametrize(
    ("text", "named", "cure"),
    [
        ("[[page]\n", "not valid TOML", "mend"),
        ("", "no [[page]]", "bevaka init"),
        (PAGE + "[fetch]\ndeley = '1s'", '"deley"', 'did you mean "delay"'),
        (PAGE + "[mial]\nhost = 'x'", '"mial"', 'did you mean "mail"'),
        (PAGE + "[fetch]\ndelay = 10", "delay = 10", "in quotes"),
        (PAGE + "[fetch]\ndelay = '10 parsec'", "delay", "10s".replace("10s", "20s")),
        (PAGE + "[fetch]\nmax_bytes = 'stor'", "max_bytes", "10MB"),
        (PAGE + "schedule = '0 6 31 2 *'", "never comes", "0 6-18 * * mon-fri"),
        (PAGE + "schedule = '0 6 * *'", "has 4 fields", "0 6-18 * * mon-fri"),
        (PAGE + "every = '1h'\nschedule = '0 6 * * *'", "both given", "keep one"),
        (PAGE + "every = '1s'", "every", "outside 60s to 366d"),
        (PAGE + "every = '1m'\n[fetch]\ndelay = '2m'", "2.0 times as often", "make their `every` longer"),
        (PAGE + "main = 'p[['", "main = ", "CSS selector"),
        (PAGE + PAGE, 'two pages are named "a"', "another name"),
        ('[[page]]\nname = "a"\nurl = "ftp://example.org/"', "url", "http:// or https://"),
        ('[[page]]\nurl = "https://example.org/"', "name is missing", "add name"),
        ('[page]\nname = "a"', "[[page]]", "double brackets"),
        ('timezone = "Mars/Olympus"\n' + PAGE, "timezone", "Europe/Stockholm"),
        (PAGE + "[storage]\nurl = 'mysql://x'", "mysql", "sqlite:///"),
        (PAGE + "[storage]\nurl = 'sqlite://'", "names no file", "sqlite:///bevaka.db"),
        (PAGE + "[mail]\nhost='smtp.example.org'\nsecurity='none'\nsender='a@example.org'", "security", "starttls"),
        (PAGE + "[mail]\nhost='smtp.example.org'\nsecurity='ssl'", "security", "starttls | tls | none"),
        (PAGE + "[mail]\nhost='smtp.example.org'", "sender is missing", "add sender"),
        (PAGE + "[mail]\nhost='h'\nsender='a@b.c'\nusername='u'", "needs a password", "password_file"),
        (
            PAGE + "[mail]\nhost='h'\nsender='a@b.c'\nusername='u'\npassword_file='x'",
            "password_file",
            "see that it exists",
        ),
        (PAGE + "[mail]\nhost='h'\nport=99999\nsender='a@b.c'", "port = 99999", "1 to 65535"),
        (PAGE + "[[subscriber]]\nemail='ingen adress'", "email", "namn@example.org"),
        (PAGE + "[[subscriber]]\nemail='läsare@b.c'", "läsare@b.c", "without them"),
        (PAGE + "[[subscriber]]\nemail='a@b.c'", "names no server", "add host"),
        (PAGE + "[operator]\nemail='a@b.c'", "[operator] has an email", "add host"),
        (PAGE + "[[subscriber]]\nemail='a@b.c'\npages=['b']", '"b"', "not known"),
        (PAGE + "[[subscriber]]\nemail='a@b.c'\nkinds=['representative']", '"representative"', "did you mean"),
        (PAGE + "[[subscriber]]\nemail='a@b.c'\nwhen='hourly'", "when", "at once | daily | weekly"),
        (PAGE + "[[subscriber]]\nemail='a@b.c'\neven_if_quiet='yes'", 'even_if_quiet = "yes"', "without quotes"),
        (PAGE + "[[subscriber]]\nlanguage='sv'", "email is missing", "lasare@example.org"),
        (PAGE + '[operator]\nemail = "a@b.c\\r\\nBcc: x@y.z"', "email", "one line"),
    ],
)
def test_what_is_wrong_is_one_line_with_a_cure(tmp_path: Path, text: str, named: str, cure: str) -> None:
    """The file, the key, what is wrong with it, and what to write instead."""
    path = written(tmp_path, text)
    with pytest.raises(ConfigurationError) as caught:
        load(path, {})
    said = str(caught.value)
    assert path in said
    assert named in said
    assert cure in said
    assert "\n" not in said


def test_a_misspelt_variable_is_not_passed_over(tmp_path: Path) -> None:
    """A password under a wrong name would otherwise be silently missing."""
    with pytest.raises(ConfigurationError, match="did you mean BEVAKA_MAIL_PASSWORD"):
        load(written(tmp_path, PAGE), {"BEVAKA_MAIL_PASWORD": "x"})


def test_a_password_that_smtp_cannot_carry_is_refused_at_once(tmp_path: Path) -> None:
    """smtplib would fail in the middle of a delivery."""
    path = written(tmp_path, PAGE + "[mail]\nhost='h'\nsender='a@b.c'\nusername='u'")
    with pytest.raises(ConfigurationError, match="beyond ASCII"):
        load(path, {"BEVAKA_MAIL_PASSWORD": "lösen"})


def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    """A --config that is not there is an error, never the defaults."""
    with pytest.raises(ConfigurationError, match="No such file"):
        load(str(tmp_path / "nowhere.toml"), {})


ALIASES = WHOLE.replace('bevaka.db"', 'bevaka.db"\naliases = "aliases.toml"', 1)


def test_rulings_are_read_from_the_file_that_aliases_names(tmp_path: Path) -> None:
    """Relative to the settings; a written name and whose it is."""
    (tmp_path / "smtp-password").write_text("x", "utf-8")
    (tmp_path / "aliases.toml").write_text('"R. Gustbee" = "Roland Gustbée"\n', "utf-8")
    assert load(written(tmp_path, ALIASES), {}).rulings == {"R. Gustbee": "Roland Gustbée"}


@pytest.mark.parametrize(
    ("aliases", "said"),
    [
        (None, "cannot be read"),
        ('"R. Gustbee" = ', "not valid TOML"),
        ('"R. Gustbee" = 1', '"R. Gustbee" must be a name'),
        ('"R. Gustbee" = " "', "must be a name"),
        ('[more]\nx = "y"', '"more" must be a name'),
    ],
)
def test_wrong_rulings_are_told(tmp_path: Path, aliases: str | None, said: str) -> None:
    """In one line that names the file and the key."""
    (tmp_path / "smtp-password").write_text("x", "utf-8")
    if aliases is not None:
        (tmp_path / "aliases.toml").write_text(aliases, "utf-8")
    with pytest.raises(ConfigurationError, match="aliases") as told:
        load(written(tmp_path, ALIASES), {})
    assert said in str(told.value)
    assert "\n" not in str(told.value)
