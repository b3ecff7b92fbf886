"""who, person, history, snapshots, show, compare: questions to the history."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Any

from monitor.cli.output import language, name, number, print_csv, print_json, print_table

_PAGE = "only this page, by its name in the settings"
_ORGAN = "only this collaboration, by name or abbreviation"


def register(commands: Any, common: argparse.ArgumentParser) -> None:
    def add(command: str, handler: Any, text: str, formats: Sequence[str] = ("text", "json", "csv")) -> Any:
        parser = commands.add_parser(command, parents=[common], help=text)
        parser.add_argument("--format", choices=formats, default="text")
        parser.set_defaults(handler=handler)
        return parser

    who = add("who", _who, "who represents, today or then")
    who.add_argument("--on", metavar="DATE", help="then, as the page was read; else now")
    who.add_argument("--in", dest="collaboration", type=name, metavar="COLLABORATION", help=_ORGAN)
    who.add_argument("--page", metavar="PAGE", help=_PAGE)
    person = add("person", _person, "every seat that a person has held, with dates")
    person.add_argument("name", nargs="+", type=name, metavar="NAME")
    history = add("history", _history, "the changes, newest first")
    history.add_argument("--since", metavar="DATE", help="2022-10-04, or with a time of day")
    history.add_argument("--until", metavar="DATE", help="the same; that day included")
    history.add_argument("--page", metavar="PAGE", help=_PAGE)
    history.add_argument(
        "--person", type=name, metavar="NAME", help="about this person; å ä ö and accents do not matter"
    )
    history.add_argument("--in", dest="collaboration", type=name, metavar="COLLABORATION", help=_ORGAN)
    history.add_argument("--kind", metavar="KIND", help="a group (representatives) or a kind (role_changed)")
    history.add_argument("--limit", type=number, metavar="N", help="at most so many")
    snapshots = add("snapshots", _snapshots, "the states that a page has had, newest first")
    snapshots.add_argument("--page", metavar="PAGE", help=_PAGE)
    snapshots.add_argument("--gaps", action="store_true", help="when it could not be read, and what came instead")
    show = add("show", _show, "one snapshot as a record, or as the raw page", ("text", "json"))
    show.add_argument("snapshot", type=number, metavar="SNAPSHOT")
    show.add_argument("--raw", action="store_true", help="the page as it was received")
    show.add_argument("--gap", action="store_true", help="the number is one of snapshots --gaps")
    show.add_argument("--explain", action="store_true", help="also the text and the rule behind each part")
    compare = add("compare", _compare, "what differs between two snapshots", ("text", "json"))
    compare.add_argument("before", type=number, metavar="A")
    compare.add_argument("after", type=number, metavar="B")


def _who(args: argparse.Namespace) -> int:
    from monitor.app import open_app
    from monitor.telling.answers import who_lines

    with open_app(args.config) as app:
        answer = app.ask.who(args.on, args.collaboration, args.page)
    if args.format == "json":
        print_json(answer.to_json())
    elif args.format == "csv":
        print_csv("who", answer.to_json())
    else:
        for line in who_lines(answer, language(args)):
            print(line)
    return 0


def _person(args: argparse.Namespace) -> int:
    from monitor.app import open_app
    from monitor.telling.answers import person_table
    from monitor.telling.words import say

    with open_app(args.config) as app:
        answer = app.ask.person(" ".join(args.name))
    if args.format == "json":
        print_json(answer)
    elif args.format == "csv":
        print_csv("person", answer)
    else:
        print_table(*person_table(answer, language(args)))
        if not answer:
            print(say("nobody_named", language(args), name=" ".join(args.name)))
    return 0


def _history(args: argparse.Namespace) -> int:
    from monitor.app import open_app
    from monitor.telling.answers import history_lines
    from monitor.telling.words import say

    with open_app(args.config) as app:
        answer = app.ask.changes(
            since=args.since,
            until=args.until,
            page=args.page,
            person=args.person,
            collaboration=args.collaboration,
            kind=args.kind,
            limit=args.limit,
            told=args.format == "text",
        )
        names = app.ask.names()
    if args.format == "json":
        print_json(answer)
    elif args.format == "csv":
        print_csv("history", answer)
    else:
        for line in history_lines(answer, language(args), names):
            print(line)
        if not answer:
            print(say("no_history", language(args)))
    return 0


def _snapshots(args: argparse.Namespace) -> int:
    from monitor.app import open_app
    from monitor.telling.answers import gap_table, snapshot_table
    from monitor.telling.words import say

    with open_app(args.config) as app:
        answer = app.ask.gaps(args.page) if args.gaps else app.ask.snapshots(args.page)
    if args.format == "json":
        print_json(answer)
    elif args.format == "csv":
        print_csv("gaps" if args.gaps else "snapshots", answer)
    else:
        print_table(*(gap_table if args.gaps else snapshot_table)(answer, language(args)))
        if not answer:
            print(say("no_gaps" if args.gaps else "no_snapshots", language(args)))
    return 0


def _show(args: argparse.Namespace) -> int:
    from monitor.app import open_app
    from monitor.telling.records import explanation_lines, record_lines
    from records.codec import record_from_json

    if args.gap:
        return _show_gap(args)
    with open_app(args.config) as app:
        if args.raw:
            sys.stdout.buffer.write(app.ask.raw(args.snapshot))
            return 0
        answer = app.ask.snapshot(args.snapshot)
        explanation = app.ask.provenance(args.snapshot) if args.explain else None
    if args.format == "json":
        print_json({**answer, "explanation": explanation} if args.explain else answer)
    elif explanation is not None:
        print("\n".join(explanation_lines(explanation, language(args))))
    else:
        print("\n".join(record_lines(record_from_json(answer["record"]), language(args))))
    return 0


def _show_gap(args: argparse.Namespace) -> int:
    from monitor.app import open_app
    from monitor.telling.answers import gap_table

    with open_app(args.config) as app:
        if args.raw:
            sys.stdout.buffer.write(app.ask.raw_of_gap(args.snapshot))
            return 0
        answer = app.ask.gap(args.snapshot)
    if args.format == "json":
        print_json(answer)
    else:
        print_table(*gap_table([answer], language(args)))
    return 0


def _compare(args: argparse.Namespace) -> int:
    from monitor.app import open_app
    from monitor.telling.news import comparison_lines

    with open_app(args.config) as app:
        answer = app.ask.compare(args.before, args.after, told=args.format == "text")
        names = app.ask.names()
    if args.format == "json":
        print_json(answer)
    else:
        print("\n".join(comparison_lines(answer, language(args), names)))
    return 0
