"""demo and init: the first two things that a new user runs."""

from __future__ import annotations

import argparse
from typing import Any

from monitor.cli.output import language


def register(commands: Any, common: argparse.ArgumentParser) -> None:
    demo = commands.add_parser("demo", parents=[common], help="the whole thing on bundled pages, in seconds")
    demo.set_defaults(handler=_demo)
    init = commands.add_parser("init", parents=[common], help="read a page, show what was understood, write settings")
    init.add_argument("url", nargs="?", metavar="URL")
    init.add_argument("--name", help="what to call the page (else after its host)")
    init.set_defaults(handler=_init)


def _demo(args: argparse.Namespace) -> int:
    from monitor.demo import run

    for line in run(language(args)):
        print(line, flush=True)
    return 0


def _init(args: argparse.Namespace) -> int:
    from monitor.init import init

    return init(args.url, args.name, args.config, language(args))
