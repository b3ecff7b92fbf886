"""check, accept, run, status: looking, and how the looking goes."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from monitor.cli.output import language, print_json, print_table

if TYPE_CHECKING:
    from monitor.answers import CheckReport
    from notifier.wording import Language


def register(commands: Any, common: argparse.ArgumentParser) -> None:
    check = commands.add_parser("check", parents=[common], help="look now at all pages, or at those named; deliver")
    check.add_argument("pages", nargs="*", metavar="PAGE")
    check.add_argument("--due", action="store_true", help="only those whose time has come")
    check.add_argument("--exit-code", action="store_true", help="10 when something changed")
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.set_defaults(handler=_check)
    accept = commands.add_parser("accept", parents=[common], help="accept what is held back for a page")
    accept.add_argument("page", metavar="PAGE")
    accept.add_argument("--format", choices=("text", "json"), default="text")
    accept.set_defaults(handler=_accept)
    run = commands.add_parser("run", parents=[common], help="the daemon: look when due, deliver, until stopped")
    run.add_argument("--log", choices=("text", "json"), default="text", help="form of the log on stdout")
    run.set_defaults(handler=_run)
    work = commands.add_parser("work", parents=[common], help="one worker of a fleet (PostgreSQL), until stopped")
    work.add_argument("--log", choices=("text", "json"), default="text", help="form of the log on stdout")
    work.set_defaults(handler=_work)
    status = commands.add_parser("status", parents=[common], help="is everything being seen and delivered?")
    status.add_argument("--format", choices=("text", "json"), default="text")
    status.set_defaults(handler=_status)


def _check(args: argparse.Namespace) -> int:
    from monitor.app import open_app
    from monitor.cli.progress import slow_work

    with open_app(args.config) as app, slow_work("check", args.format == "text"):
        report = app.check(args.pages, due=args.due)
    if args.format == "json":
        print_json(report.to_json())
    else:
        _print_news(report, language(args))
    if report.is_failing:
        return 1
    return 10 if args.exit_code and report.something_changed else 0


def _accept(args: argparse.Namespace) -> int:
    from monitor.app import open_app

    with open_app(args.config) as app:
        report = app.accept(args.page)
    if args.format == "json":
        print_json(report.to_json())
    else:
        _print_news(report, language(args))
    return 1 if report.undelivered else 0


def _print_news(report: CheckReport, lang: Language) -> None:
    loud = [each for each in report.checked if not each.is_quiet]
    if not loud:
        return
    from monitor.telling.news import news_lines, queue_line  # most checks print nothing

    lines = [line for each in loud for line in news_lines(each, lang)]
    if lines and report.undelivered:
        lines.append(queue_line(report.undelivered, lang))
    for line in lines:
        print(line)


def _run(args: argparse.Namespace) -> int:
    from monitor.daemon import run

    return run(args.config, args.log)


def _work(args: argparse.Namespace) -> int:
    from monitor.fleet import work

    return work(args.config, args.log)


def _status(args: argparse.Namespace) -> int:
    from monitor.app import open_app
    from monitor.telling.answers import status_lines, status_table

    with open_app(args.config) as app:
        status = app.sight.status()
    if args.format == "json":
        print_json(status)
    else:
        print_table(*status_table(status, language(args)))
        for line in status_lines(status, language(args)):
            print(line)
    return 0 if status["ok"] else 1
