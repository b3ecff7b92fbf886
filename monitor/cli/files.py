"""parse and diff: what the parser sees, and what changed between two files. They store nothing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from monitor.cli.output import language, print_json, print_line
from records.errors import UsageError

if TYPE_CHECKING:
    from records.outcome import CannotTell
    from scraper.reading import Reading


def register(commands: Any, common: argparse.ArgumentParser) -> None:
    parse = commands.add_parser("parse", parents=[common], help="what the parser sees in a file, - or address")
    parse.add_argument("sources", nargs="+", metavar="SOURCE")
    parse.add_argument("--format", choices=("text", "json", "jsonl"), default="text")
    parse.add_argument("--main", metavar="SELECTOR", type=_selector, help="the main content, where the guess is wrong")
    parse.add_argument("--explain", action="store_true", help="also the text and the rule behind each part")
    parse.set_defaults(handler=_parse)
    diff = commands.add_parser("diff", parents=[common], help="what changed between two files")
    diff.add_argument("before", metavar="BEFORE")
    diff.add_argument("after", metavar="AFTER")
    diff.add_argument("--format", choices=("text", "json"), default="text")
    diff.add_argument("--main", metavar="SELECTOR", type=_selector, help="the main content, where the guess is wrong")
    diff.set_defaults(handler=_diff)


def _read_file(source: str) -> bytes:
    if source == "-" and sys.stdin is None:
        raise UsageError("- cannot be read (standard input is closed); name an HTML file, - or an address")
    try:
        return sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as problem:
        raise UsageError(f"{source} cannot be read ({problem.strerror}); name an HTML file, - or an address") from None


def _read(source: str, args: argparse.Namespace) -> Reading | CannotTell:
    import scraper

    if not source.startswith(("http://", "https://")):
        return scraper.read(_read_file(source), main=args.main)
    from monitor.app import open_app

    with open_app(args.config) as app:
        return app.read_address(source, args.main)


def _selector(text: str) -> str:
    from scraper.blocks import check_selector

    check_selector(text)
    return text


def _parse(args: argparse.Namespace) -> int:
    from records.outcome import CannotTell

    readings = [(source, _read(source, args)) for source in args.sources]
    if args.format == "text":
        for source, reading in readings:
            if len(readings) > 1:
                print(f"== {source}")
            print("\n".join(_shown(reading, args)))
    elif args.format == "jsonl":
        for source, reading in readings:
            print_line({"source": source, **_answer(reading, args.explain)})
    elif len(readings) > 1:
        print_json([{"source": source, **_answer(reading, args.explain)} for source, reading in readings])
    else:
        answer = _answer(readings[0][1], args.explain)
        print_json({**answer.pop("record", {}), **answer})
    return 1 if any(isinstance(reading, CannotTell) for _, reading in readings) else 0


def _answer(reading: Reading | CannotTell, explain: bool) -> dict[str, Any]:
    """{"record": …} or {"cannot_tell": …}."""
    from records.codec import cannot_tell_to_json, to_json
    from records.outcome import CannotTell

    if isinstance(reading, CannotTell):
        return cannot_tell_to_json(reading)
    return {"record": to_json(reading.record), **({"explanation": reading.provenance()} if explain else {})}


def _shown(reading: Reading | CannotTell, args: argparse.Namespace) -> Iterable[str]:
    from monitor.telling.records import explanation_lines, record_lines
    from monitor.telling.words import evidence, say
    from records.outcome import CannotTell

    if isinstance(reading, CannotTell):
        lang = language(args)
        return [f"{say('cannot-tell', lang)} ({reading.reason}): {evidence(reading.detail, lang)}"]
    if args.explain:
        return explanation_lines(reading.provenance(), language(args))
    return record_lines(reading.record, language(args))


def _diff(args: argparse.Namespace) -> int:
    from monitor.compare import compare, verdict_to_json
    from monitor.telling.news import comparison_lines
    from notifier.wording import names_of
    from records.came_or_went import with_seats
    from records.codec import change_set_from_json, change_set_to_json
    from records.outcome import CannotTell

    compared = compare(_read_file(args.before), _read_file(args.after), main=args.main)
    outcome, before, after = compared.outcome, compared.before, compared.after
    answer = verdict_to_json(outcome)
    if args.format == "json":
        print_json(answer)
    else:
        told = change_set_to_json(with_seats(change_set_from_json(answer), before, after))
        detail = outcome.detail if isinstance(outcome, CannotTell) else None
        lines = comparison_lines({**answer, **told, "detail": detail}, language(args), names_of(before, after))
        print("\n".join(lines))
    return 1 if isinstance(outcome, CannotTell) else 0
