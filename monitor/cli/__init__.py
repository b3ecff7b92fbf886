"""The command line: words in, one of the application's stories, text or JSON out. No logic of its own.

Nothing heavy is imported here: each command imports what it needs when it runs, so that cron's cold start stays cheap.
"""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

from monitor.cli.output import open_output
from monitor.garbage import collect_rarely, keep_what_is_freed
from records.errors import BevakaError

_MODULES = {
    "setup": ("demo", "init"),
    "look": ("check", "accept", "run", "work", "status"),
    "files": ("parse", "diff"),
    "ask": ("who", "person", "history", "snapshots", "show", "compare"),
    "alerts": ("alerts",),
    "keep": ("import", "export", "reparse", "verify", "backup", "restore"),
    "serve": ("web",),
}
"""Which module has which commands: only those that the command line may name are loaded."""


class _Parser(argparse.ArgumentParser):
    """Wrong words get one line on stderr and exit 2; so does the beginning of an option's name."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


def build_parser(words: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The command line of DESIGN §6: the commands that the words may name, or all where they name none."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--config", metavar="FILE", default=argparse.SUPPRESS, help="settings (else ./bevaka.toml)")
    common.add_argument("--lang", choices=("sv", "en"), default=argparse.SUPPRESS, help="language of the output")
    parser = _Parser(
        prog="bevaka",
        parents=[common],
        description="Watches public pages that say who represents whom, and tells people when that changes.",
    )
    parser.add_argument("--version", action="store_true", help="print the version and stop")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser, prog=parser.prog)
    named = [module for module, commands_of in _MODULES.items() if not set(words).isdisjoint(commands_of)]
    for name in named or _MODULES:
        import_module(f"monitor.cli.{name}").register(commands, common)
    return parser


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; the exit code of DESIGN §6. Expected errors are one line on stderr and exit 2."""
    collect_rarely()
    keep_what_is_freed()
    open_output()
    try:
        code = _run(sys.argv[1:] if words is None else words)
        sys.stdout.flush()
        return code
    except BevakaError as problem:
        print(f"bevaka: {problem}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader of our output has seen enough
        _swallow_the_rest()
        return 0
    except KeyboardInterrupt:
        print("bevaka: interrupted", file=sys.stderr)
        return 130
    except OSError as problem:
        if problem.errno != errno.ENOSPC:
            raise
        _swallow_the_rest()
        print("bevaka: no space is left where this was to be written; make room, then run it again", file=sys.stderr)
        return 1


def _run(words: Sequence[str]) -> int:
    parser = build_parser(words)
    try:
        args = parser.parse_args(words)
    except SystemExit as said:  # --help, or one line about wrong words
        return int(said.code or 0)
    if args.version:
        from monitor.version import VERSION

        print(f"bevaka {VERSION}")
        return 0
    if args.command is None:
        print("bevaka: no command is given; see bevaka --help", file=sys.stderr)
        return 2
    args.config = getattr(args, "config", None)
    args.lang = getattr(args, "lang", None)
    return int(args.handler(args))


def _swallow_the_rest() -> None:
    """Discard what is still buffered, so that it does not fail again when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
