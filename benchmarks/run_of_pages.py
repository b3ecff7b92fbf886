"""1,000 pages, unchanged but for fresh tokens, looked at in one run; beside a bare GET, parse and hash of each."""

from __future__ import annotations

import gc
import hashlib
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import httpx
from selectolax.lexbor import LexborHTMLParser

from benchmarks.figures import Figure, publish, ratio
from benchmarks.serving import pages_with_tokens, whole_page
from monitor.app import App
from monitor.config import load
from monitor.garbage import collect_rarely, keep_what_is_freed

PAGES = 1_000
ROUNDS = 5


def cpu(work: Callable[[], object]) -> float:
    """Seconds of this process on the processor, all its threads, while work runs."""
    gc.collect()
    begun = time.process_time()
    work()
    return time.process_time() - begun


def bare(root: str, pages: int) -> None:
    """The floor: nothing is kept, nothing is compared."""
    with httpx.Client() as client:
        for number in range(pages):
            body = client.get(f"{root}/p{number}").content
            LexborHTMLParser(body)
            hashlib.sha256(body).hexdigest()


def settings(folder: str, root: str, pages: int) -> str:
    """A file that watches so many pages of one site, without a wait between them."""
    sections = "".join(f'[[page]]\nname = "p{n}"\nurl = "{root}/p{n}"\nevery = "1h"\n' for n in range(pages))
    file = Path(folder) / "bevaka.toml"
    file.write_text(f'{sections}[fetch]\ndelay = "0s"\n', "utf-8")
    return str(file)


def look(config: str) -> None:
    """One run of its own, from opening the database to closing it."""
    with App(load(config, {})) as app:
        outcomes = {type(each.outcome).__name__ for each in app.check().checked}
    assert outcomes <= {"Baseline", "Unchanged"}, outcomes


def main() -> int:
    """Aim: at most twice the floor's CPU."""
    collect_rarely()  # both as the command does
    keep_what_is_freed()
    with tempfile.TemporaryDirectory() as folder, pages_with_tokens() as root:
        config = settings(folder, root, PAGES)
        look(config)  # the baselines
        floor = cpu(lambda: bare(root, PAGES)) / PAGES * 1000
        found = ratio(lambda: cpu(lambda: look(config)), lambda: cpu(lambda: bare(root, PAGES)), ROUNDS)
    size = len(whole_page()) // 1000
    what = "unchanged looks in one run (CPU)"
    detail = f"{PAGES} pages of {size} kB; the floor {floor:.2f} ms a page"
    return publish("run_of_pages", [Figure(what, "GET, parse and hash", found, 2, detail)])


if __name__ == "__main__":
    sys.exit(main())
