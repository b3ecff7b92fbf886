"""demo and init: the first two things that a new user runs."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from monitor.cli.output import language

if TYPE_CHECKING:
    from monitor.app import App
    from notifier.wording import Language


def register(commands: Any, common: argparse.ArgumentParser) -> None:
    demo = commands.add_parser("demo", parents=[common], help="the whole thing on bundled pages, in seconds")
    demo.add_argument("--serve", action="store_true", help="then show its history as web pages, until Ctrl-C")
    demo.set_defaults(handler=_demo)
    init = commands.add_parser("init", parents=[common], help="read a page, show what was understood, write settings")
    init.add_argument("url", nargs="?", metavar="URL")
    init.add_argument("--name", help="what to call the page (else after its host)")
    init.set_defaults(handler=_init)


def _demo(args: argparse.Namespace) -> int:
    from monitor.demo import run

    for line in run(language(args), _show(language(args)) if args.serve else None):
        print(line, flush=True)
    return 0


def _show(lang: Language) -> Callable[[App], None]:
    from monitor.cli.serve import announce
    from monitor.web.server import serve

    return lambda app: serve(app, "127.0.0.1", 0, say=announce(lang))


def _init(args: argparse.Namespace) -> int:
    from monitor.init import init

    return init(args.url, args.name, args.config, language(args))
