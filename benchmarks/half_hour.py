"""A real half hour of `bevaka run`: twenty pages looked at every minute, changing now and then; memory stays flat.

./run bench half_hour takes the whole half hour; BEVAKA_BENCH_SECONDS shortens it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure, publish
from benchmarks.idle_daemon import resident
from monitor.demo import page
from monitor.demo.servers import WebServer

SECONDS = 1800
EVERY = 5.0
WARM = 0.2


def main() -> int:
    """Aim: at most 5 % more memory at the end than after the first fifth."""
    seconds = float(os.environ.get("BEVAKA_BENCH_SECONDS", SECONDS))
    with tempfile.TemporaryDirectory() as folder, WebServer() as site:
        site.shows(page("2022"))
        sections = "".join(f'[[page]]\nname = "p{n}"\nurl = "{site.url}?{n}"\nevery = "1m"\n' for n in range(20))
        Path(folder, "bevaka.toml").write_text(f'{sections}[fetch]\ndelay = "0s"\nconfirm_after = "1s"\n', "utf-8")
        words = [sys.executable, "-m", "monitor.cli", "run"]
        env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
        with Path(folder, "log").open("w") as log:
            daemon = subprocess.Popen(words, cwd=folder, env=env, stdout=log)
            sizes, start = [], time.monotonic()
            while time.monotonic() - start < seconds:
                time.sleep(EVERY)
                elapsed = time.monotonic() - start
                site.shows(page("invented" if elapsed // 300 % 2 else "2022"))
                sizes.append(resident(daemon.pid))
            daemon.send_signal(signal.SIGTERM)
            daemon.wait(timeout=30)
        lines = Path(folder, "log").read_text("utf-8").splitlines()
    looks = sum(": " in line and "changed" in line for line in lines)
    warm, end = sizes[int(len(sizes) * WARM)], sizes[-1]
    detail = f"{seconds:.0f} s, {looks} looks, {warm:.1f} MB then {end:.1f} MB"
    return publish("half_hour", [Figure("memory at the end", "after the first fifth", end / warm, 1.05, detail)])


if __name__ == "__main__":
    sys.exit(main())
