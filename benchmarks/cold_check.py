"""A cold `bevaka check` of an unchanged local page, beside importing its three big libraries and doing nothing."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.figures import Figure, publish, ratio
from monitor.demo import page
from monitor.demo.servers import WebServer

FLOOR = [sys.executable, "-c", "import httpx, selectolax.lexbor, sqlalchemy"]
CHECK = [sys.executable, "-m", "monitor.cli", "check"]
ROUNDS = 15


def cpu(command: Sequence[str], folder: str) -> float:
    """User and system seconds of one whole process, as the operating system counts them."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, env=installed_env(), check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def installed_env() -> dict[str, str]:
    """As an installation runs: what was compiled once is kept."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(Path(__file__).parent.parent)}


def main() -> int:
    """Aim: at most 1.5 times the floor's CPU."""
    with tempfile.TemporaryDirectory() as folder, WebServer() as site:
        settings = f'[[page]]\nname = "kronoberg"\nurl = "{site.url}"\n[fetch]\ndelay = "0s"\n'
        (Path(folder) / "bevaka.toml").write_text(settings, "utf-8")
        site.shows(page("2022"))
        cpu(CHECK, folder)  # the first look: the baseline
        found = ratio(lambda: cpu(CHECK, folder), lambda: cpu(FLOOR, folder), ROUNDS)
    return publish("cold_check", [Figure("a cold check, unchanged (CPU)", "the bare imports", found, 1.5)])


if __name__ == "__main__":
    sys.exit(main())
