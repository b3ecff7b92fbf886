"""./run bench peers [ROUNDS [PAIRS]]: cost of an unchanged look, bytes on the wire, and alarms, program by program."""

from __future__ import annotations

import itertools
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.detection.pairs import Pair, pairs
from benchmarks.figures import Figure, publish
from benchmarks.peers.programs import OURS, PEERS, PROGRAMS, Program, run
from benchmarks.peers.wire import counted
from benchmarks.serving import whole_page
from monitor.demo import page
from tests.site import HTML, Site

ROUNDS, PAGES, PAIRS, ON_THE_WIRE = 5, 200, 300, 10


def main() -> int:
    """Promises: in a run of 200 a third of the CPU of the best of them; no false alarm; no more bytes than they."""
    rounds, count = [*(int(word) for word in sys.argv[1:3]), 0, 0][:2]
    figures = [
        *_costs("one unchanged look, from cron", 1, rounds or ROUNDS, None),
        *_costs(f"an unchanged look in a run of {PAGES}", PAGES, rounds or ROUNDS, 1 / 3),
        *_bytes("a look at a page of fresh tokens", lambda site: site.makes(_fresh(_page()), HTML)),
        *_bytes("a look at a page with an ETag", lambda site: site.validates(_page(), '"1"')),
        *_alarms(count or PAIRS),
    ]
    return publish("peers", figures)


def _page() -> str:
    return whole_page().replace("@@", "0")


def _fresh(html: str) -> Callable[[], bytes]:
    """The page with a token that no other answer has, as most systems write them."""
    numbers = itertools.count(1)
    return lambda: html.replace("<body", f'<body data-token="{next(numbers) * 7919:032x}"', 1).encode()


def _costs(what: str, pages: int, rounds: int, aim: float | None) -> list[Figure]:
    with tempfile.TemporaryDirectory() as place, Site() as site:
        site.makes(_fresh(page("2022")), HTML)
        site.answers(404, "", path="/robots.txt")
        folder = Path(place)
        urls = [f"{site.root}/sidor/{nth}" for nth in range(pages)]
        for program in PROGRAMS:
            run(program.begins(folder, urls), folder)
        costs = [{each.name: run(each.goes_on(folder), folder) for each in PROGRAMS} for _ in range(rounds)]
    names = [each.name for each in PROGRAMS]
    cpu = {name: statistics.median(each[name].cpu for each in costs) for name in names}
    memory = {name: max(each[name].memory for each in costs) for name in names}
    best = min((peer.name for peer in PEERS), key=lambda name: cpu[name])
    shown = ", ".join(f"{name} {cpu[name] * 1000 / pages:.1f} ms, {memory[name]:.0f} MB" for name in names)
    least = min(memory[peer.name] for peer in PEERS)
    return [
        Figure(f"{what} (CPU)", best, cpu[OURS.name] / cpu[best], aim, shown),
        Figure(f"{what} (peak memory)", "the least of them", memory[OURS.name] / least),
    ]


def _bytes(what: str, shows: Callable[[Site], None]) -> list[Figure]:
    """Bytes that pass for one unchanged look, there and back, headers included."""
    passed: dict[str, float] = {}
    for program in PROGRAMS:
        with tempfile.TemporaryDirectory() as place, Site() as site, counted(site.root) as wire:
            shows(site)
            folder = Path(place)
            run(program.begins(folder, [f"{wire.root}/sidor/{nth}" for nth in range(ON_THE_WIRE)]), folder)
            before = wire.bytes
            run(program.goes_on(folder), folder)
            passed[program.name] = (wire.bytes - before) / ON_THE_WIRE
    best = min((peer.name for peer in PEERS), key=lambda name: passed[name])
    shown = ", ".join(f"{name} {count:,.0f}" for name, count in passed.items())
    return [Figure(f"{what} (bytes)", best, passed[OURS.name] / passed[best], None, shown)]


def _alarms(count: int) -> list[Figure]:
    """What each says of pairs that are no change, and of faults."""
    chosen = [pair for pair in pairs(count * 3, 77) if pair.family in ("cosmetic", "fault")][:count]
    figures = []
    with tempfile.TemporaryDirectory() as place, Site() as site:
        for program in PROGRAMS:
            changed = _told(program, Path(place), site, chosen)
            for family, what in (("cosmetic", "false alarms"), ("fault", "faults shown as changes")):
                of = [nth for nth, pair in enumerate(chosen) if pair.family == family]
                share = len(changed & set(of)) / max(1, len(of))
                aim = 0.0 if program is OURS else None
                figures.append(Figure(f"{what}, {program.name}", "of the pairs", share, aim, f"{len(of)} pairs"))
    return figures


def _told(program: Program, folder: Path, site: Site, chosen: Sequence[Pair]) -> set[int]:
    """The numbers of the pairs that it calls changed."""
    urls = [f"{site.root}/{nth}" for nth in range(len(chosen))]
    _shows(site, chosen, lambda pair: pair.before)
    run(program.begins(folder, urls), folder)
    _shows(site, chosen, lambda pair: pair.after)
    said = run(program.goes_on(folder), folder).said
    return program.changed(folder, urls, said)


def _shows(site: Site, chosen: Sequence[Pair], body: Callable[[Pair], bytes]) -> None:
    for nth, pair in enumerate(chosen):
        site.shows(body(pair), path=f"/{nth}")


if __name__ == "__main__":
    sys.exit(main())
