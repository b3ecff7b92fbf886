"""Templates. Everything stored is escaped as text; no template makes an exception."""

from __future__ import annotations

import hashlib
import shlex
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from monitor.version import VERSION
from monitor.web.addresses import link, person_url, switch, url
from monitor.web.bars import bars, names, table_rows
from monitor.web.standing import SHAPES
from monitor.web.timeline import party_class
from monitor.web.tongue import TONGUES
from notifier.wording import Language, plain
from notifier.wording.parts import NAME_LIMIT, full_name

_FOLDER = Path(__file__).parent
_SWEDISH = {"sv": Markup(""), "en": Markup(' lang="sv"')}
"""The language of what a watched page says, whatever the language around it."""
STATIC = {
    "pico.css": ("pico.classless.min.css", "text/css; charset=utf-8"),
    "bevaka.css": ("bevaka.css", "text/css; charset=utf-8"),
    "icon.svg": ("icon.svg", "image/svg+xml"),
}


@cache
def asset(name: str) -> tuple[bytes, str, str]:
    """A bundled file: its bytes, its content type, and a short hash for its address. KeyError for no such file."""
    file, kind = STATIC[name]
    body = (_FOLDER / "static" / file).read_bytes()
    return body, kind, hashlib.sha256(body).hexdigest()[:12]


def render(template: str, lang: Language, **values: Any) -> str:
    """One page in one language."""
    return _environment(lang).get_template(template).render(values)


@cache
def _environment(lang: Language) -> Environment:
    """One for each language, so that what templates import from each other is made once."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(plain=_plain, full_name=full_name)
    environment.globals.update(
        asset_url=lambda name: f"/static/{asset(name)[2]}/{name}",
        bars=bars,
        bar_names=names,
        lang=lang,
        link=link,
        party_class=party_class,
        person_url=person_url,
        shapes=SHAPES,
        shell=shlex.quote,
        sv=_SWEDISH[lang],
        switch=switch,
        t=TONGUES[lang].t,
        table_rows=table_rows,
        url=url,
        version=VERSION,
        w=TONGUES[lang],
    )
    return environment


def _plain(text: str, limit: int = NAME_LIMIT) -> str:
    """As in mails; names and roles come again and again."""
    return _plain_name(text, limit) if len(text) <= NAME_LIMIT else plain(text, limit)


_plain_name = lru_cache(maxsize=10_000)(plain)
