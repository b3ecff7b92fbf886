"""import, export, reparse, verify, backup, restore: keeping the history."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from monitor.cli.output import language, print_json
from records.errors import UsageError

if TYPE_CHECKING:
    from monitor.keeping.importing import ImportReport
    from notifier.wording import Language


def register(commands: Any, common: argparse.ArgumentParser) -> None:
    def add(name: str, handler: Any, text: str) -> Any:
        parser = commands.add_parser(name, parents=[common], help=text)
        parser.set_defaults(handler=handler)
        return parser

    bring = add("import", _import, "add a page's past: saved pages, folders, WARC files; or a whole database")
    bring.add_argument("paths", nargs="+", metavar="PATH")
    bring.add_argument("--page", metavar="PAGE", help="the page that the copies are of (else by their address)")
    bring.add_argument("--at", metavar="TIME", help="when the one saved page was captured (else by its name)")
    bring.add_argument("--format", choices=("text", "json"), default="text")
    export = add("export", _export, "the whole history as one document")
    export.add_argument("file", nargs="?", default="-", metavar="FILE", help="else standard output")
    export.add_argument("--format", choices=("json", "csv", "popolo", "warc"), default="json")
    again = add("reparse", _reparse, "read the whole history again with the present parser, settings and aliases")
    again.add_argument("--format", choices=("text", "json"), default="text")
    verify = add("verify", _verify, "check that nothing was lost or altered; lists the faults, exit 1")
    verify.add_argument("--format", choices=("text", "json"), default="text")
    backup = add("backup", _backup, "a complete SQLite file that can stand in for the database")
    backup.add_argument("file", metavar="FILE")
    restore = add("restore", _restore, "put a backup in the database's place")
    restore.add_argument("file", metavar="FILE")
    restore.add_argument("--force", action="store_true", help="even if there is a history already")


def _import(args: argparse.Namespace) -> int:
    from monitor.app import open_app
    from monitor.cli.progress import bar
    from monitor.keeping.importing import import_copies, import_database
    from monitor.keeping.sources import is_database
    from monitor.telling.keeping import import_lines
    from monitor.telling.words import say

    with open_app(args.config) as app:
        if len(args.paths) == 1 and is_database(args.paths[0]) and not (args.page or args.at):
            import_database(app, args.paths[0])
            print(say("copied", language(args), pages=len(app.store.standings())))
            return 0
        with bar("import") as begin:
            report = import_copies(app, args.paths, args.page, args.at, begin)
    _complain(report, language(args))
    if args.format == "json":
        print_json(report.to_json())
    else:
        for line in import_lines(report, language(args)):
            print(line)
    return 1 if report.problems else 0


def _complain(report: ImportReport, lang: Language) -> None:
    from monitor.telling.keeping import refused_lines

    for line in (*report.problems, *report.notes, *refused_lines(report, lang)):
        print(f"bevaka: {line}", file=sys.stderr)


def _export(args: argparse.Namespace) -> int:
    from monitor.app import open_app
    from monitor.keeping.exports import export, whole_file

    if args.file == "-" and args.format == "warc" and sys.stdout.isatty():
        raise UsageError("a WARC file is not for a terminal; name a FILE")
    with open_app(args.config) as app:
        if args.file == "-":
            export(app, args.format, sys.stdout.buffer)
        else:
            with whole_file(Path(args.file)) as out:
                export(app, args.format, out)
    return 0


def _reparse(args: argparse.Namespace) -> int:
    from monitor.app import open_app
    from monitor.cli.progress import bar
    from monitor.keeping.maintenance import difference_to_json, reparse_history
    from monitor.telling.keeping import difference_lines

    with open_app(args.config) as app, bar("reparse") as begin:
        differences = reparse_history(app, begin(len(app.store.standings())))
        names = app.ask.names()
    if args.format == "json":
        print_json({"differences": [difference_to_json(each) for each in differences]})
    else:
        print("\n".join(difference_lines(differences, language(args), names)))
    return 0


def _verify(args: argparse.Namespace) -> int:
    from monitor.app import open_app
    from monitor.cli.progress import slow_work
    from monitor.keeping.maintenance import verified_to_json, verify_history
    from monitor.telling.keeping import verified_lines

    with open_app(args.config) as app, slow_work("verify", args.format == "text"):
        verified = verify_history(app)
    if args.format == "json":
        print_json(verified_to_json(verified))
    else:
        print("\n".join(verified_lines(verified, language(args))))
    return 1 if verified.faults else 0


def _backup(args: argparse.Namespace) -> int:
    from monitor.app import open_app
    from monitor.cli.progress import slow_work
    from monitor.keeping.maintenance import back_up_history
    from monitor.telling.words import say

    with open_app(args.config) as app, slow_work("backup"):
        back_up_history(app, Path(args.file))
    print(say("backed_up", language(args), file=args.file))
    return 0


def _restore(args: argparse.Namespace) -> int:
    from monitor.cli.progress import slow_work
    from monitor.config import load
    from monitor.telling.words import say
    from storage.copying import restore

    with slow_work("restore"):
        restore(Path(args.file), load(args.config).storage_url, overwrite=args.force)
    print(say("restored", language(args), file=args.file))
    return 0
