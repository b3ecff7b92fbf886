"""alerts: the messages that are queued, sent or undeliverable."""

from __future__ import annotations

import argparse
from typing import Any

from monitor.cli.output import language, print_csv, print_json, print_table
from records.errors import UsageError


def register(commands: Any, common: argparse.ArgumentParser) -> None:
    alerts = commands.add_parser("alerts", parents=[common], help="messages queued, sent, undeliverable")
    alerts.add_argument("action", nargs="?", choices=("retry", "test"), help="retry ID|--all, test EMAIL")
    alerts.add_argument("which", nargs="*", metavar="ID|EMAIL")
    alerts.add_argument("--all", action="store_true", help="with retry: everything queued or undeliverable")
    alerts.add_argument("--format", choices=("text", "json", "csv"), default="text")
    alerts.set_defaults(handler=_alerts)


def _alerts(args: argparse.Namespace) -> int:
    if args.action == "retry":
        return _retry(args)
    if args.action == "test":
        return _test(args)
    from monitor.app import open_app
    from monitor.telling.answers import alert_table
    from monitor.telling.words import say

    with open_app(args.config) as app:
        answer = app.alerts()
    if args.format == "json":
        print_json(answer)
    elif args.format == "csv":
        print_csv("alerts", answer)
    else:
        print_table(*alert_table(answer, language(args)))
        if not answer:
            print(say("no_messages", language(args)))
    return 0


def _retry(args: argparse.Namespace) -> int:
    if bool(args.which) == args.all or not all(each.isdecimal() and len(each) < 10 for each in args.which):
        raise UsageError("alerts retry takes message ids (see `bevaka alerts`), or --all")
    from monitor.app import open_app

    with open_app(args.config) as app:
        delivered = app.retry(None if args.all else [int(each) for each in args.which])
    if args.format == "json":
        print_json({"delivered": delivered.sent, "undelivered": delivered.failed})
    else:
        words = {"sv": "skickade, {} gick inte fram", "en": "sent, {} did not get through"}[language(args)]
        print(f"{delivered.sent} {words.format(delivered.failed)}")
    return 1 if delivered.failed else 0


def _test(args: argparse.Namespace) -> int:
    from monitor.config.section import is_email

    if len(args.which) != 1 or not is_email(args.which[0]):
        raise UsageError("alerts test takes one e-mail address, like namn@example.org")
    from monitor.app import open_app
    from monitor.telling.words import heads

    with open_app(args.config) as app:
        results = app.test_alerts(args.which[0], language(args))
    if args.format == "json":
        print_json([{"kind": kind, "ok": ok, "server": words} for kind, ok, words in results])
    else:
        print_table(
            heads(language(args), "kind", "state", "answer"),
            [(kind, "ok" if ok else "—", words) for kind, ok, words in results],
        )
    return 0 if all(ok for _, ok, _ in results) else 1
