"""./run bench outages [ROUNDS [SEED]]: rounds in which the surroundings fail, on SQLite and on PostgreSQL if any."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import tempfile
import uuid
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import psycopg

from benchmarks.figures import Figure, publish
from benchmarks.outages.scene import RIGHT, Scene
from benchmarks.outages.troubles import JUMPS, names, trouble
from tests.mailbox import Mailbox
from tests.postgres import Server, stoppable
from tests.site import Site

ROUNDS, OF_A_HISTORY, DISK = 300, 25, "24m"
ACTS = ("check", "check", "due check", "deliver", "deliver", "backup", "reparse")
WRONG_CLOCK, TWO = 0.3, 0.3
"""How often the clock of a process is wrong, and how often a second trouble comes with the first."""


def main() -> int:
    rounds, seed = [*(int(word) for word in sys.argv[1:3]), 0, 0][:2]
    random = Random(seed or 1)
    figures = []
    with stoppable() as server:
        kinds = {"SQLite": None, "PostgreSQL": server} if server else {"SQLite": None}
        for kind, of in kinds.items():
            wanted = max(1, (rounds or ROUNDS) // len(kinds))
            made, met, faults = play(wanted, of, random)
            for line in faults[:20]:
                print(f"{kind}: {line}")
            detail = f"{wanted} rounds, {len(made)} kinds of trouble, {met} processes ended by them"
            figures.append(Figure(kind, "of the rounds left something wrong", len(faults) / wanted, 0.0, detail))
    return publish("outages", figures)


def play(rounds: int, server: Server | None, random: Random) -> tuple[Counter[str], int, list[str]]:
    """Rounds by kind of trouble, processes that it ended, what was found wrong: a history ends with its first fault."""
    made: Counter[str] = Counter()
    met = done = 0
    faults: list[str] = []
    while done < rounds:
        with scene(server, random) as of:
            for _ in range(min(rounds - done, OF_A_HISTORY)):
                done += 1
                what = random.choice(ACTS)
                kinds = random.sample(names(of), 2 if random.random() < TWO else 1)
                jump = random.choice(JUMPS) if random.random() < WRONG_CLOCK else 0.0
                made.update(kinds)
                made["a clock that is wrong"] += bool(jump)
                found = one_round(of, what, kinds, jump)
                faults += [f"round {done}, {what}, {' and '.join(kinds)}, {jump:+g} h: {line}" for line in found[:1]]
                if found:
                    break
            met += of.met
    return made, met, faults


def one_round(of: Scene, what: str, kinds: list[str], jump: float) -> list[str]:
    """Something is done in trouble, which is then over; every fault found."""
    of.prepares(what)
    with contextlib.ExitStack() as troubles:
        around = {**RIGHT, "hours": jump}
        for kind in kinds:
            told = troubles.enter_context(trouble(kind)(of))
            around |= {key: value for key, value in told.items() if RIGHT.get(key, ...) != value}
        of.begin(what, around)
        said = of.end()
    return [*said, *of.carries_on()]


@contextlib.contextmanager
def scene(server: Server | None, random: Random) -> Iterator[Scene]:
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        mount = server is None and stack.enter_context(_small_disk(folder))
        site, mailbox = stack.enter_context(Site()), stack.enter_context(Mailbox())
        url = f"sqlite:///{folder / 'bevaka.db'}" if server is None else _new_database(server)
        yield stack.enter_context(Scene(folder, url, site, mailbox, random, server, mount))


@contextlib.contextmanager
def _small_disk(folder: Path) -> Iterator[bool]:
    """True where the machine lets us make one."""
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "none", folder], capture_output=True)
    try:
        yield made.returncode == 0
    finally:
        if made.returncode == 0:
            subprocess.run(["umount", "--lazy", folder], check=True)


def _new_database(server: Server) -> str:
    name = f"outages_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server.address.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return server.address.replace("/postgres", f"/{name}", 1)


if __name__ == "__main__":
    sys.exit(main())
