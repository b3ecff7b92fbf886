"""web: the history as read-only pages, a JSON API and Atom feeds."""

from __future__ import annotations

import argparse
from typing import Any

from monitor.cli.output import language


def register(commands: Any, common: argparse.ArgumentParser) -> None:
    web = commands.add_parser("web", parents=[common], help="read-only pages, JSON API, Atom feeds, until Ctrl-C")
    web.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    web.add_argument("--port", type=int, default=8722, metavar="N", help="0 takes a free one")
    web.add_argument("--unguarded", action="store_true", help="let anybody read, with no token, beyond this machine")
    web.set_defaults(handler=_web)


def _web(args: argparse.Namespace) -> int:
    from monitor.app import open_app
    from monitor.web.server import serve

    with open_app(args.config) as app:
        serve(app, args.host, args.port, unguarded=args.unguarded, say=_say(language(args)))
    return 0


def _say(lang: str) -> Any:
    words = (
        "Visar historiken på {url}; avsluta med Ctrl-C"
        if lang == "sv"
        else "The history is shown at {url}; stop it with Ctrl-C"
    )
    return lambda url: print(words.format(url=url), flush=True)
