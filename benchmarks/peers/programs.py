"""The programs: how each is installed, told what to watch, started, and heard."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from benchmarks.cold_check import installed_env

HERE = Path(__file__).parent.parent.parent
MAIN = "(//body | //main | //article)[last()]"
"""The innermost element that could hold the main content: what a careful user would name, on any of the pages."""
_CHANGED = re.compile(r"^(?:\d+\. )?CHANGED: (?:.*? )?\(?(http://127\.0\.0\.1:\d+/\S*?)\)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one whole process: CPU seconds, peak memory in MB, what it printed."""

    cpu: float
    memory: float
    said: str


class Program(Protocol):
    """One of those that are compared."""

    @property
    def name(self) -> str: ...

    def begins(self, folder: Path, urls: Sequence[str]) -> list[str]:
        """Its settings for these pages, written into the folder; the words that start its first look."""
        ...

    def goes_on(self, folder: Path) -> list[str]:
        """The words that start every later look."""
        ...

    def changed(self, folder: Path, urls: Sequence[str], said: str) -> set[int]:
        """The numbers of the pages that it called changed in the second look, from what it said or keeps."""
        ...


def run(command: Sequence[str], folder: Path) -> Cost:
    """One process from its start to its end, in the folder, with no settings of the user's own."""
    own = {"NO_PROXY": "127.0.0.1", "HOME": str(folder), "ALLOW_IANA_RESTRICTED_ADDRESSES": "true"}
    env = {**installed_env(), **own}
    with (folder / "said.txt").open("w+") as said:
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=said, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, said.read())


def installed(name: str, version: str) -> Path:
    """The program in an environment of its own; made once."""
    home = HERE / ".venv" / "peers" / f"{name}-{version}"
    if not (home / ".ready").exists():
        venv.create(home, with_pip=True, clear=True)
        pip = [str(home / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "-q", "install"]
        subprocess.run([*pip, f"{name}=={version}"], check=True, stderr=subprocess.DEVNULL)
        (home / ".ready").touch()
    return home / "bin" / name


@dataclass(frozen=True, slots=True)
class Jobs:
    """webchanges and urlwatch. job: how their settings name one page; {jobs} and others in words are files."""

    name: str
    version: str
    job: str
    config: str
    words: tuple[str, ...]

    def begins(self, folder: Path, urls: Sequence[str]) -> list[str]:
        jobs = "---\n".join(self.job.format(url=url, main=MAIN) for url in urls)
        self._file(folder, "jobs").write_text(jobs, "utf-8")
        self._file(folder, "config").write_text(self.config, "utf-8")
        return self.goes_on(folder)

    def goes_on(self, folder: Path) -> list[str]:
        files = {key: self._file(folder, key) for key in ("jobs", "config", "store", "hooks")}
        return [str(installed(self.name, self.version)), *(word.format(**files) for word in self.words)]

    def _file(self, folder: Path, key: str) -> Path:
        return folder / f"{self.name}.{key}"

    def changed(self, folder: Path, urls: Sequence[str], said: str) -> set[int]:
        return {urls.index(url) for url in _CHANGED.findall(said)}


@dataclass(frozen=True, slots=True)
class ChangeDetection:
    """changedetection.io from its command line: it looks at everything that it keeps, then ends."""

    name: str
    version: str

    def begins(self, folder: Path, urls: Sequence[str]) -> list[str]:
        settings = json.dumps({"include_filters": [f"xpath1:{MAIN}"], "fetch_backend": "html_requests"})
        words = [word for nth, url in enumerate(urls) for word in ("-u", url, f"-u{nth}", settings)]
        return [*self._start(folder), *words]

    def goes_on(self, folder: Path) -> list[str]:
        return [*self._start(folder), "-r", "all"]

    def _start(self, folder: Path) -> list[str]:
        store = str(folder / self.name)
        words = ["-C", "-d", store, "-h", "127.0.0.1", "-p", str(_free_port()), "-l", "ERROR", "-b"]
        return [str(installed(self.name, self.version)), *words]

    def changed(self, folder: Path, urls: Sequence[str], said: str) -> set[int]:
        """Those of which it keeps more than the text of the first look."""
        found = set()
        for kept in (folder / self.name).glob("*/watch.json"):
            history = kept.with_name("history.txt")
            if history.exists() and len(history.read_text("utf-8").splitlines()) > 1:
                found.add(urls.index(json.loads(kept.read_text("utf-8"))["url"]))
        return found


@dataclass(frozen=True, slots=True)
class Ours:
    """Bevaka, as this checkout runs it: in its own environment too, without the tests' and the benchmarks' packages."""

    name: str = "bevaka"

    def begins(self, folder: Path, urls: Sequence[str]) -> list[str]:
        pages = "".join(f'[[page]]\nname = "sida-{nth}"\nurl = "{url}"\n' for nth, url in enumerate(urls))
        (folder / "bevaka.toml").write_text(f'{pages}[fetch]\ndelay = "0s"\nconfirm_after = "0s"\n', "utf-8")
        return self.goes_on(folder)

    def goes_on(self, folder: Path) -> list[str]:
        return [str(_own_command()), "check", "--format", "json"]

    def changed(self, folder: Path, urls: Sequence[str], said: str) -> set[int]:
        answers = json.loads(said)["pages"]
        return {int(each["page"].removeprefix("sida-")) for each in answers if each["outcome"] == "changed"}


@cache
def _own_command() -> Path:
    """The program in its environment; made once."""
    words = [str(HERE / "run"), "python", "-c", "import sys; print(sys.prefix)"]
    prefix = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    return Path(prefix) / "bin" / "bevaka"


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


OURS = Ours()
PEERS: tuple[Program, ...] = (
    Jobs(
        "webchanges",
        "3.37.0",
        'url: {url}\nfilters:\n  - xpath: "{main}"\n  - html2text\n',
        "report:\n  stdout:\n    enabled: true\n    color: false\n",
        ("--jobs", "{jobs}", "--config", "{config}", "--database", "{store}"),
    ),
    Jobs(
        "urlwatch",
        "2.29",
        'url: {url}\nfilter:\n  - xpath: "{main}"\n  - html2text\n',
        "report:\n  stdout:\n    enabled: true\n    color: false\n  text:\n    minimal: false\n",
        ("--urls", "{jobs}", "--config", "{config}", "--cache", "{store}", "--hooks", "{hooks}"),
    ),
    ChangeDetection("changedetection.io", "0.60.10"),
)
PROGRAMS: tuple[Program, ...] = (*PEERS, OURS)
