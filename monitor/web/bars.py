"""The bars of a timeline, and the rows of the table behind it, as markup.

Written here and not in a template, since there are hundreds of them on a page and a template is many times slower.
Every text goes through escape(); the numbers and classes are our own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup, escape

from monitor.web.addresses import person_url
from monitor.web.timeline import BAR, Bar, Lane
from monitor.web.tongue import Tongue
from notifier.wording import Language, plain
from storage.answers import Mandate

_FOOT = 4  # the party's colour along the foot of a bar
_SWEDISH: dict[Language, str] = {"sv": "", "en": ' lang="sv"'}


def bars(lane: Lane, w: Tongue) -> Markup:
    """Every bar of one lane, each a link to its person, titled with all that is known of the mandate."""
    return Markup("\n".join(_bar(bar, row.y, w) for row in lane.rows for bar in row.bars))  # noqa: S704


def _bar(bar: Bar, y: float, w: Tongue) -> str:
    held = bar.mandate
    start = bar.x - bar.fade_in
    parts = [
        f'<a class="bar p-{bar.party}" href="{escape(person_url(held.name))}">',
        _title(held, w),
        f'<g mask="url(#fade-in)">{_shape(start, y, bar.fade_in)}</g>' if bar.fade_in else "",
        _shape(bar.x, y, bar.width),
        f'<rect class="edge" x="{start:g}" y="{y:g}" width="2" height="{BAR:g}"/>' if bar.starts else "",
        f'<g mask="url(#fade-out)">{_shape(bar.x + bar.width, y, bar.fade_out)}</g>' if bar.fade_out else "",
        "</a>",
    ]
    return "".join(parts)


def names(lane: Lane) -> Markup:
    """What stands on a lane's bars. It is drawn after all that it stands on, and each letter has its bar's colour
    around it, so that nothing behind it can take from its contrast."""
    return Markup(  # noqa: S704
        "\n".join(
            f'<text class="p-{bar.party}" x="{bar.text_x:g}" y="{row.y + 16:g}">{escape(bar.text)}</text>'
            for row in lane.rows
            for bar in row.bars
            if bar.text
        )
    )


@lru_cache(maxsize=5_000)
def _title(held: Mandate, w: Tongue) -> str:
    """Kept by what it says, as the rows are: of a hundred mandates news changes two."""
    return f"<title>{escape(_who(held))}: {escape(w.between(held.began))} – {escape(w.between(held.ended))}</title>"


def _shape(x: float, y: float, width: float) -> str:
    return (
        f'<rect class="fill" x="{x:g}" y="{y:g}" width="{width:g}" height="{BAR:g}"/>'
        f'<rect class="edge" x="{x:g}" y="{y + BAR - _FOOT:g}" width="{width:g}" height="{_FOOT}"/>'
    )


def _who(held: Mandate) -> str:
    party = f" ({plain(held.party, 40)})" if held.party else ""
    return f"{plain(held.name)}{party}" + (f", {plain(held.role)}" if held.role else "")


def table_rows(mandates: Sequence[Mandate], w: Tongue) -> Markup:
    """The same mandates as rows of a table: name, party, role, collaboration, began, left."""
    return Markup("\n".join(_row(each, w) for each in mandates))  # noqa: S704


@lru_cache(maxsize=5_000)
def _row(held: Mandate, w: Tongue) -> str:
    swedish = _SWEDISH[w.lang]
    return (
        f'<tr><th scope="row"><a href="{escape(person_url(held.name))}">{escape(plain(held.name))}</a></th>'
        f"<td>{escape(plain(held.party or '', 40))}</td><td{swedish}>{escape(plain(held.role or '', 200))}</td>"
        f"<td{swedish}>{escape(plain(held.collaboration, 200))}</td>"
        f"<td>{escape(w.between(held.began))}</td><td>{escape(w.between(held.ended))}</td></tr>"
    )
