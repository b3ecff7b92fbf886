"""What the daemon holds in memory when it has nothing to do, after its first looks; beside an idle Python alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.figures import Figure, publish
from monitor.demo import page
from monitor.demo.servers import WebServer

LIMIT = 90.0
"""Megabytes."""


def resident(pid: int) -> float:
    """Megabytes of memory that a process holds."""
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:")) / 1024


def main() -> int:
    """Aim: at most 90 MB."""
    with tempfile.TemporaryDirectory() as folder, WebServer() as site:
        site.shows(page("2022"))
        sections = "".join(f'[[page]]\nname = "p{n}"\nurl = "{site.url}?{n}"\nevery = "1h"\n' for n in range(20))
        Path(folder, "bevaka.toml").write_text(f'{sections}[fetch]\ndelay = "0s"\n', "utf-8")
        words = [sys.executable, "-m", "monitor.cli", "run"]
        env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
        daemon = subprocess.Popen(words, cwd=folder, env=env, stdout=subprocess.PIPE, text=True)
        assert daemon.stdout is not None
        seen = 0
        while seen < 20:
            seen += "baseline" in daemon.stdout.readline()
        size = resident(daemon.pid)
        daemon.send_signal(signal.SIGTERM)
        daemon.communicate(timeout=30)
    detail = f"{size:.0f} MB of {LIMIT:.0f} after 20 first looks"
    return publish("idle_daemon", [Figure("resident memory", "its limit", size / LIMIT, 1, detail)])


if __name__ == "__main__":
    sys.exit(main())
