"""./run bench kills [ROUNDS [SEED]]: rounds killed somewhere, on SQLite and, where there is a server, PostgreSQL."""

from __future__ import annotations

import contextlib
import sys
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.figures import Figure, publish
from benchmarks.kills.scene import Scene
from tests.mailbox import Mailbox
from tests.postgres import server
from tests.site import Site

ROUNDS, OF_A_HISTORY = 1_000, 40
ACTS = ("check", "check", "check", "deliver", "deliver", "backup", "reparse", "migrate")


def main() -> int:
    rounds, seed = [*(int(word) for word in sys.argv[1:3]), 0, 0][:2]
    random = Random(seed or 1)
    figures = []
    with server() as postgres:
        kinds = {"SQLite": None, "PostgreSQL": postgres} if postgres else {"SQLite": None}
        for kind, address in kinds.items():
            wanted = max(1, (rounds or ROUNDS) // len(kinds))
            made, killed, faults = play(wanted, address, random)
            for line in faults[:20]:
                print(f"{kind}: {line}")
            detail = f"{made} rounds, {killed} killed in their work"
            figures.append(Figure(kind, "of the rounds left something wrong", len(faults) / made, 0.0, detail))
    return publish("kills", figures)


def play(rounds: int, postgres: str | None, random: Random) -> tuple[int, int, list[str]]:
    """Rounds made, those killed in their work, and what was found wrong: a history ends with its first fault."""
    made = killed = 0
    faults: list[str] = []
    while made < rounds:
        with _scene(postgres, random) as scene:
            for _ in range(min(rounds - made, OF_A_HISTORY)):
                made += 1
                found = scene.round(random.choice(ACTS))
                faults += [f"round {made}: {line}" for line in found[:1]]
                if found:
                    break
            killed += scene.killed
    return made, killed, faults


@contextlib.contextmanager
def _scene(postgres: str | None, random: Random) -> Iterator[Scene]:
    with tempfile.TemporaryDirectory() as folder, Site() as site, Mailbox() as mailbox:
        if postgres is None:
            url = "sqlite:///bevaka.db"
        else:
            import psycopg

            name = f"kills_{uuid.uuid4().hex[:12]}"
            with psycopg.connect(postgres.replace("+psycopg", ""), autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {name}".encode())
            url = postgres.replace("/postgres", f"/{name}", 1)
        with Scene(Path(folder), url, site, mailbox, random) as scene:
            yield scene


if __name__ == "__main__":
    sys.exit(main())
