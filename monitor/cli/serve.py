"""web: the history as read-only pages, a JSON API and Atom feeds."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from monitor.cli.output import language, number

if TYPE_CHECKING:
    from notifier.wording import Language

_SHOWN = {
    "sv": "Visar historiken på {url} – avsluta med Ctrl-C",
    "en": "The history is shown at {url} – stop it with Ctrl-C",
}


def register(commands: Any, common: argparse.ArgumentParser) -> None:
    web = commands.add_parser("web", parents=[common], help="read-only pages, JSON API, Atom feeds, until Ctrl-C")
    web.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    web.add_argument("--port", type=number, default=8722, metavar="N", help="0 takes a free one")
    web.add_argument("--unguarded", action="store_true", help="let anybody read, with no token, beyond this machine")
    web.set_defaults(handler=_web)


def _web(args: argparse.Namespace) -> int:
    from monitor.app import open_app
    from monitor.garbage import collect_often
    from monitor.web.server import serve

    with open_app(args.config) as app:
        collect_often()
        serve(app, args.host, args.port, unguarded=args.unguarded, say=announce(language(args)))
    return 0


def announce(lang: Language) -> Callable[[str], None]:
    """Prints where the pages are."""
    return lambda url: print(_SHOWN[lang].format(url=url), flush=True)
