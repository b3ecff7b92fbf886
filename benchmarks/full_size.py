# ruff: noqa: E501 (markup as systems write it)
"""A page as sites send it: 90 kB, of which the content is a tenth. Scripts, styles, a consent box, a menu of 300 links.

The fixtures hold what decides a reading and little else; what a user pays for is mostly this.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scraper.charset import decode

PAGES = Path(__file__).parent.parent / "fixtures" / "pages"
GROUPS, LINKS = 20, 15  # of the menu
SUBJECTS = ("Vård och hälsa", "Bygga och bo", "Trafik", "Utveckling", "Politik", "Kultur och fritid", "Om oss")
ICON = '<svg class="icon" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm1 15h-2v-6h2v6zm0-8h-2V7h2v2z"/></svg>'
SCRIPT = "(function(w,d){w.site=w.site||[];w.site.push({start:Date.now(),on:function(n){return d.getElementById(n)}})})(window,document);\n"
STYLE = ".m{display:none}.m--open{display:block;margin:0 auto;max-width:75rem}@media (min-width:48em){.m{padding:1rem 2rem}}\n"
COOKIES = "".join(
    f"<tr><td>_prov{n}</td><td>Minns vad du har valt på webbplatsen</td><td>{n} dagar</td></tr>" for n in range(1, 21)
)
CONSENT = f"""<h2>Vi använder kakor</h2><p>Webbplatsen använder kakor (cookies) för att fungera på ett bra sätt för dig.</p>
<fieldset><legend>Välj kakor</legend><input type="checkbox" id="k1" checked disabled><label for="k1">Nödvändiga</label>
<input type="checkbox" id="k2"><label for="k2">Statistik</label></fieldset><table><tbody>{COOKIES}</tbody></table>
<button type="button" class="ok">Godkänn alla kakor</button><button type="button">Endast nödvändiga</button>"""


@dataclass(frozen=True, slots=True)
class System:
    """A fixture that one content system could have written, and how that writes a menu's group and link."""

    fixture: str
    menu: str
    group: str
    link: str
    consent: str
    footer: str


SYSTEMS = {
    "SiteVision": System(
        "kronoberg-2022",
        '<nav class="sv-custom-module mega" aria-label="Alla sidor" data-cid="12.4d1e"><ul class="sv-topmenu">{}</ul></nav>',
        '<li class="sv-menu-item--group" id="svid94_{n}"><div class="sv-menu-head env-flex"><a class="env-link" href="/{n}.html">{text}</a>{icon}</div><ul class="sv-sub">{links}</ul></li>',
        '<li class="sv-menu-item env-nav__item" data-portlet="svid12_{n}"><a href="/om/{n}.html" class="env-nav__link normal">{text}</a></li>',
        '<div class="sv-portlet cookie-consent" role="dialog" aria-label="Kakor" aria-modal="true">{}</div>',
        '<footer class="sv-layout sv-template-footer"><div class="sv-row">{}</div></footer>',
    ),
    "Drupal": System(
        "kronoberg-as-drupal",
        '<nav role="navigation" class="block block-menu block-superfish"><ul class="menu sf-menu" data-region="header">{}</ul></nav>',
        '<li class="menu-item menu-item--expanded" data-depth="1"><span class="menu-link"><a href="/node/{n}" data-drupal-link-system-path="node/{n}">{text}</a></span>{icon}<ul class="menu">{links}</ul></li>',
        '<li class="menu-item" data-depth="2"><a href="/node/{n}" data-drupal-link-system-path="node/{n}" hreflang="sv">{text}</a></li>',
        '<div id="sliding-popup" class="sliding-popup-bottom eu-cookie-compliance-banner">{}</div>',
        '<footer role="contentinfo" class="region region-footer"><div class="block">{}</div></footer>',
    ),
    "WordPress": System(
        "kronoberg-as-wordpress",
        '<nav id="mega-menu" class="main-navigation nav-primary" aria-label="Meny"><ul class="menu">{}</ul></nav>',
        '<li id="menu-item-{n}" class="menu-item menu-item-type-post_type menu-item-object-page menu-item-has-children menu-item-{n}"><a href="https://www.regionkronoberg.se/{n}/">{text}</a><button class="sub-menu-toggle">{icon}</button><ul class="sub-menu">{links}</ul></li>',
        '<li id="menu-item-{n}" class="menu-item menu-item-type-post_type menu-item-object-page menu-item-{n}"><a href="https://www.regionkronoberg.se/om/{n}/">{text}</a></li>',
        '<div id="cookie-law-info-box" class="cli-modal" data-nosnippet="true">{}</div>',
        '<footer class="site-footer widget-area"><div class="wp-block-columns">{}</div></footer>',
    ),
    "a framework": System(
        "kronoberg-as-framework",
        '<nav class="Mega_root__x1Yz"><div class="Mega_grid__k2">{}</div></nav>',
        '<div class="Mega_group__a8" data-testid="group-{n}"><div class="Mega_head__Qp"><a class="Link_link__7f" href="/{n}">{text}</a>{icon}</div><ul class="Mega_list__b1">{links}</ul></div>',
        '<li class="Mega_item__c3"><a class="Link_link__7f Link_plain__9d" href="/om/{n}"><span class="Link_text__e4">{text}</span></a></li>',
        '<div class="Consent_root__m5" role="alertdialog" aria-label="Kakor">{}</div>',
        '<footer class="Footer_root__p0"><div class="Footer_grid__r2">{}</div></footer>',
    ),
    "written by hand": System(
        "kronoberg-as-old-tables",
        '<table width="760" border="0" cellspacing="0" class="meny">{}</table>',
        '<tr><td class="menu" bgcolor="#eeeeee" valign="top"><img src="img/pil.gif" width="7" height="7" alt=""><a href="s{n}.htm" class="menylank"><b>{text}</b></a></td><td>{links}</td></tr>',
        '<img src="img/pil.gif" width="7" height="7" border="0" alt=""><a href="s{n}.htm" class="menylank"><font size="1">{text}</font></a><br>',
        '<div id="cookiebar" style="position:fixed;bottom:0">{}</div>',
        '<div class="sidfot" id="sidfot">{}</div>',
    ),
}


def full_size_pages() -> Iterator[tuple[str, bytes, bytes]]:
    """(the content system, its page as it would be sent, the fixture within it), in UTF-8."""
    for name, system in SYSTEMS.items():
        html = decode((PAGES / system.fixture / "page.html").read_bytes())
        yield name, _dressed(html, system).encode(), html.encode()


def _dressed(html: str, system: System) -> str:
    state = {"pages": [{"id": n, "name": f"{SUBJECTS[n % 7]} {n}", "path": f"/om/{n}"} for n in range(250)]}
    head = f"<style>{STYLE * 60}</style><script>{SCRIPT * 80}</script>{_metas()}"
    around = system.consent.format(CONSENT) + system.menu.format(_menu(system))
    behind = system.footer.format(_footer()) + f'<script type="application/json">{json.dumps(state)}</script>'
    html = html.replace("</head>", head + "</head>", 1)
    html = re.sub(r"<body[^>]*>", lambda found: found[0] + around, html, count=1)
    return html.replace("</body>", behind + "</body>", 1)


def _menu(system: System) -> str:
    return "\n".join(
        system.group.format(n=n, icon=ICON, text=SUBJECTS[n % 7], links="\n".join(_links(system, n)))
        for n in range(GROUPS)
    )


def _links(system: System, group: int) -> Iterator[str]:
    for n in range(group * LINKS, (group + 1) * LINKS):
        yield system.link.format(n=n, text=f"{SUBJECTS[n % 7]} i område {n}")


def _metas() -> str:
    return "\n".join(f'<meta property="og:prov{n}" content="Ett värde som delas">' for n in range(25))


def _footer() -> str:
    columns = (
        f"<div><h2>{each}</h2><ul>"
        + "".join(f'<li><a href="/fot/{n}">{each} {n}</a></li>' for n in range(8))
        + "</ul></div>"
        for each in SUBJECTS[:4]
    )
    return "".join(columns) + f"<p>Växel: 0470-58 80 00</p><p>{ICON * 4}© 2022 Region Kronoberg</p>"
