"""What a look costs, and what it says, beside what a user would pick instead: webchanges and urlwatch.

    ./run bench peers [ROUNDS [PAIRS]]

Each is installed at a pinned version into an environment of its own (.venv/peers) and told to read the page's main
content as text, the way their own documentation advises. The pages carry a fresh token each time. CPU and memory are
those of whole processes, as the operating system counts them, taken in turns.
"""

from __future__ import annotations

import itertools
import os
import re
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.detection.pairs import Pair, pairs
from benchmarks.figures import Figure, publish
from monitor.demo import page
from tests.site import HTML, Site

ROUNDS, PAGES, PAIRS = 5, 200, 300
HERE = Path(__file__).parent.parent
MAIN = "(//body | //main | //article)[last()]"
"""The innermost element that could hold the main content: what a careful user would name, on any of the pages."""
_CHANGED = re.compile(r"^(?:\d+\. )?CHANGED: .*?http://127\.0\.0\.1:\d+/(\d+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Peer:
    """job: one page as its settings name it. words: its command line, where {jobs}, {config}, {store} are files."""

    name: str
    version: str
    job: str
    config: str
    words: tuple[str, ...]

    def install(self) -> Path:
        """The program; made once."""
        home = HERE / ".venv" / "peers" / f"{self.name}-{self.version}"
        if not (home / ".ready").exists():
            venv.create(home, with_pip=True, clear=True)
            pip = [home / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "-q", "install"]
            subprocess.run([*pip, f"{self.name}=={self.version}"], check=True, stderr=subprocess.DEVNULL)
            (home / ".ready").touch()
        return home / "bin" / self.name

    def command(self, folder: Path, urls: Sequence[str]) -> list[str]:
        """Its settings for these pages, written; how to start it."""
        files = {key: folder / f"{self.name}.{key}" for key in ("jobs", "config", "store", "hooks")}
        files["jobs"].write_text("---\n".join(self.job.format(url=url, main=MAIN) for url in urls), "utf-8")
        files["config"].write_text(self.config, "utf-8")
        return [str(self.install()), *(word.format(**files) for word in self.words)]


PEERS = (
    Peer(
        "webchanges",
        "3.37.0",
        'url: {url}\nfilters:\n  - xpath: "{main}"\n  - html2text\n',
        "report:\n  stdout:\n    enabled: true\n    color: false\n",
        ("--jobs", "{jobs}", "--config", "{config}", "--database", "{store}"),
    ),
    Peer(
        "urlwatch",
        "2.29",
        'url: {url}\nfilter:\n  - xpath: "{main}"\n  - html2text\n',
        "report:\n  stdout:\n    enabled: true\n    color: false\n  text:\n    minimal: false\n",
        ("--urls", "{jobs}", "--config", "{config}", "--cache", "{store}", "--hooks", "{hooks}"),
    ),
)


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one whole process: CPU seconds, peak memory in MB, what it printed."""

    cpu: float
    memory: float
    said: str


def run(command: Sequence[str], folder: Path) -> Cost:
    env = {**os.environ, "PYTHONPATH": str(HERE), "NO_PROXY": "127.0.0.1", "HOME": str(folder)}
    with (folder / "said.txt").open("w+") as said:
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=said, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, said.read())


def _fresh(html: str) -> Callable[[], bytes]:
    """The page with a token that no other answer has, as most systems write them."""
    numbers = itertools.count(1)
    return lambda: html.replace("<body", f'<body data-token="{next(numbers) * 7919:032x}"', 1).encode()


def bevaka(folder: Path, urls: Sequence[str]) -> list[str]:
    pages = "".join(f'[[page]]\nname = "sida-{nth}"\nurl = "{url}"\n' for nth, url in enumerate(urls))
    (folder / "bevaka.toml").write_text(f'{pages}[fetch]\ndelay = "0s"\nconfirm_after = "0s"\n', "utf-8")
    return [sys.executable, "-m", "monitor.cli", "check"]


def main() -> int:
    """Promise: in a run of 200 a third of the CPU of the best of them."""
    rounds, count = [*(int(word) for word in sys.argv[1:3]), 0, 0][:2]
    figures = [
        *_costs("one unchanged look, from cron", 1, rounds or ROUNDS, None),
        *_costs(f"an unchanged look in a run of {PAGES}", PAGES, rounds or ROUNDS, 1 / 3),
        *_alarms(count or PAIRS),
    ]
    return publish("peers", figures)


def _costs(what: str, pages: int, rounds: int, aim: float | None) -> list[Figure]:
    with tempfile.TemporaryDirectory() as place, Site() as site:
        site.makes(_fresh(page("2022")), HTML)
        site.answers(404, "", path="/robots.txt")
        folder = Path(place)
        urls = [f"{site.root}/sidor/{nth}" for nth in range(pages)]
        commands = {peer.name: peer.command(folder, urls) for peer in PEERS} | {"bevaka": bevaka(folder, urls)}
        for command in commands.values():
            run(command, folder)  # the first look
        costs = [{name: run(command, folder) for name, command in commands.items()} for _ in range(rounds)]
    cpu = {name: statistics.median(each[name].cpu for each in costs) for name in commands}
    memory = {name: max(each[name].memory for each in costs) for name in commands}
    best = min((peer.name for peer in PEERS), key=lambda name: cpu[name])
    shown = ", ".join(f"{name} {cpu[name] * 1000 / pages:.1f} ms, {memory[name]:.0f} MB" for name in commands)
    least = min(memory[peer.name] for peer in PEERS)
    return [
        Figure(f"{what} (CPU)", best, cpu["bevaka"] / cpu[best], aim, shown),
        Figure(f"{what} (peak memory)", "the least of them", memory["bevaka"] / least),
    ]


def _alarms(count: int) -> list[Figure]:
    """What each says of pairs that are no change, and of faults."""
    chosen = [pair for pair in pairs(count * 3, 77) if pair.family in ("cosmetic", "fault")][:count]
    figures = []
    with tempfile.TemporaryDirectory() as place, Site() as site:
        folder = Path(place)
        urls = [f"{site.root}/{nth}" for nth in range(len(chosen))]
        for name, changed in _told(folder, site, urls, chosen).items():
            for family, what in (("cosmetic", "false alarms"), ("fault", "faults shown as changes")):
                of = [nth for nth, pair in enumerate(chosen) if pair.family == family]
                share = len(changed & set(of)) / max(1, len(of))
                aim = 0.0 if name == "bevaka" else None
                figures.append(Figure(f"{what}, {name}", "of the pairs", share, aim, f"{len(of)} pairs"))
    return figures


def _told(folder: Path, site: Site, urls: Sequence[str], chosen: Sequence[Pair]) -> dict[str, set[int]]:
    """By program the numbers of the pages that it calls changed."""
    commands = {peer.name: peer.command(folder, urls) for peer in PEERS} | {"bevaka": bevaka(folder, urls)}
    commands["bevaka"] += ["--format", "json"]
    found: dict[str, set[int]] = {}
    for name, command in commands.items():
        _shows(site, chosen, lambda pair: pair.before)
        run(command, folder)
        _shows(site, chosen, lambda pair: pair.after)
        said = run(command, folder).said
        found[name] = _changed_by_bevaka(said) if name == "bevaka" else {int(n) for n in _CHANGED.findall(said)}
    return found


def _shows(site: Site, chosen: Sequence[Pair], body: Callable[[Pair], bytes]) -> None:
    for nth, pair in enumerate(chosen):
        site.shows(body(pair), path=f"/{nth}")


def _changed_by_bevaka(said: str) -> set[int]:
    import json

    answers = json.loads(said)["pages"]
    return {int(each["page"].removeprefix("sida-")) for each in answers if each["outcome"] == "changed"}


if __name__ == "__main__":
    sys.exit(main())
