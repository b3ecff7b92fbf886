"""24 simulated months of the daemon over a moved clock: does its memory stay flat? All else is real but time."""

from __future__ import annotations

import gc
import sys
import tempfile
from pathlib import Path

from benchmarks.figures import Figure, publish
from monitor.app import App
from monitor.clock import Clock
from monitor.config import load
from monitor.daemon import Daemon
from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import REPLACED, TODAY, Watch

DAYS = 730
ROUNDS_A_DAY = 4
WARM = 0.2


def resident() -> int:
    """Bytes of memory that this process holds."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096


def what_the_site_does(day: int, site: Site) -> None:
    """A change every month, an outage of two days every quarter, fresh tokens around the content every day."""
    shown = TODAY if day // 30 % 2 else REPLACED
    if day % 90 in (40, 41):
        site.fails(503)
    else:
        site.shows(shown.replace("</body>", f"<footer>dag {day}</footer></body>"))


def main() -> int:
    """Aim: at most 5 % more memory at the end than after the first fifth."""

    def open_app(clock: Clock) -> App:
        app = App(load(str(watch.config), {}), clock=clock)
        _ = app.agenda, app.robots, app.composer
        return app

    sizes: list[int] = []
    with tempfile.TemporaryDirectory() as folder, Site() as site, Mailbox() as mailbox:
        watch = Watch(Path(folder), site, mailbox)
        daemon = Daemon(open_app, watch.clock)
        for day in range(DAYS):
            what_the_site_does(day, site)
            for _ in range(ROUNDS_A_DAY):
                watch.clock.later(hours=24 / ROUNDS_A_DAY)
                daemon.tick()
                daemon.settle(60)
            site.requests.clear()
            watch.clock.slept.clear()
            sizes.append(resident())
        daemon.close()
        told = len(watch.subjects("lasare@example.org"))
        size = Path(folder, "bevaka.db").stat().st_size
    warm, end = sizes[int(DAYS * WARM)], sizes[-1]
    detail = f"{DAYS} days, {told} changes told, {end / 2**20:.0f} MB resident, database {size / 2**20:.1f} MB"
    return publish("soak", [Figure("memory at the end", "after the first fifth", end / warm, 1.05, detail)])


if __name__ == "__main__":
    sys.exit(main())
