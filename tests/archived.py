"""Pages as a public web archive and browsers save them: wrapped around the page's own bytes."""

from __future__ import annotations

import re


def as_archived(page: str, stamp: str, url: str) -> str:
    """With the archive's scripts, banner and comments, and every link led through it."""
    links = re.sub(r'((?:href|src)=")(https?:)', rf"\g<1>https://web.archive.org/web/{stamp}/\g<2>", page)
    ahead = (
        '<script type="text/javascript" src="https://web-static.archive.org/_static/js/bundle-playback.js"></script>\n'
        f'<script type="text/javascript">__wm.init("https://web.archive.org/web");\n'
        f'  __wm.wombat("{url}","{stamp}","https://web.archive.org/","web","/_static/", "1664863200");\n</script>\n'
        '<link rel="stylesheet" href="https://web-static.archive.org/_static/css/banner-styles.css" />\n'
        "<!-- End Wayback Rewrite JS Include -->\n"
    )
    banner = (
        "<!-- BEGIN WAYBACK TOOLBAR INSERT -->\n"
        '<div id="wm-ipp-base" lang="en"><div id="wm-ipp-inside"><h1>Wayback Machine</h1>'
        "<p>Senast uppdaterad: 1 januari 2024</p><ul><li>Testa Testsson (M), ledamot</li></ul></div></div>\n"
        "<!-- END WAYBACK TOOLBAR INSERT -->\n"
    )
    behind = (
        "<!--\n     FILE ARCHIVED ON 06:00:00 Oct 04, 2022 AND RETRIEVED FROM THE\n"
        "     INTERNET ARCHIVE ON 12:00:00 Jan 01, 2024.\n-->\n"
        "<!--\nplayback timings (ms):\n  captures_list: 0.5\n-->\n"
    )
    return re.sub(r"(<body[^>]*>)", rf"\1{banner}", links.replace("<head>", "<head>" + ahead, 1), count=1) + behind
