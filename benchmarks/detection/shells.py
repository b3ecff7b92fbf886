# ruff: noqa: E501 (markup as systems write it)
"""What content management systems put around a content: navigation, cookie banner, sidebar, footer."""

from __future__ import annotations

from collections.abc import Callable

NEWS = "Provia Nyhetsson (M) ny ordförande i nämnden"  # a person outside the content is nobody's representative


def sitevision(title: str, content: str, date: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="sv" class="sv-no-js"><head><meta charset="UTF-8"><title>{title} - Provlandet</title>
<link rel="canonical" href="https://www.prov.example/om/sida.html"><script src="/sitevision/jquery.js"></script></head>
<body class="env-m-around--0"><div class="cookie" role="dialog" aria-label="Kakor"><p>Vi använder kakor.</p>
<button type="button">Godkänn alla</button></div>
<header><a class="skip" href="#innehall">Hoppa till innehåll</a><a href="/"><img src="/logo.svg" alt="Provlandet"></a>
<nav aria-label="Huvudmeny"><ul><li><a href="/vard.html">Vård och hälsa</a></li><li><a href="/om.html">Om oss</a></li></ul></nav>
</header><nav aria-label="Brödsmulor"><ol><li><a href="/">Start</a></li><li>{title}</li></ol></nav>
<main id="innehall"><div class="sv-column-8" id="svid10_3f">
<div class="sv-text-portlet" id="svid12_10"><div class="sv-text-portlet-content"><h1 class="heading">{title}</h1>
{content}
</div></div><div class="sv-portlet">{date}</div></div></main>
<aside class="news"><h2>Nyheter</h2><ul><li><a href="/n1.html">{NEWS}</a></li></ul></aside>
<footer><p>Provlandet<br>Box 12<br>351 12 Provstad</p><p>Växel: 0470-58 80 00</p><p>© 2024 Provlandet</p></footer>
<script>window.dataLayer=[];</script></body></html>
"""


def episerver(title: str, content: str, date: str) -> str:
    return f"""<!doctype html>
<html lang="sv-SE"><head><meta charset="utf-8"><title>{title} | Provlandet</title>
<link rel="canonical" href="https://www.prov.example/om/sida"><script defer src="/dist/main.4f1c.js"></script></head>
<body data-pageid="4711"><div id="CookieConsent"><h2>Webbplatsen använder kakor</h2><button>Acceptera</button></div>
<header class="l-header"><a class="logo" href="/">Provlandet</a><ul><li><a href="/mina-sidor">Logga in</a></li></ul>
<nav class="c-mainnav"><ul><li><a href="/bygga">Bygga och bo</a></li><li><a href="/om">Om oss</a></li></ul></nav></header>
<div class="l-wrap"><aside class="c-submenu"><ul><li><a href="/n1">{NEWS}</a></li><li><a href="/bolag">Bolag</a></li></ul></aside>
<article class="c-article"><h1 class="c-title">{title}</h1><div class="c-body">
{content}
</div><div class="c-meta">{date}</div></article></div>
<footer class="l-footer"><h2>Kontakta oss</h2><p>Växel: 0470-58 80 00</p><p>© 2024 Provlandet</p></footer></body></html>
"""


def wordpress(title: str, content: str, date: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="sv-SE"><head><meta charset="UTF-8" /><title>{title} &#8211; Provlandet</title>
<link rel="canonical" href="https://www.prov.example/sida/" /><meta name="generator" content="WordPress 6.4.3" /></head>
<body class="page page-id-212"><div id="page" class="site"><a class="screen-reader-text" href="#content">Hoppa till innehåll</a>
<header id="masthead"><p class="site-title"><a href="/" rel="home">Provlandet</a></p><nav id="site-navigation"><ul class="menu">
<li><a href="/">Hem</a></li><li><a href="/om/">Om oss</a></li></ul></nav></header>
<div id="content"><main id="main"><article id="post-212"><header class="entry-header"><h1 class="entry-title">{title}</h1></header>
<div class="entry-content">
{content}
</div><footer class="entry-footer">{date}</footer></article></main>
<aside id="secondary" class="widget-area"><h2 class="widget-title">Senaste nytt</h2><ul><li><a href="/n1/">{NEWS}</a></li></ul></aside></div>
<footer id="colophon"><p>Växel: 0470-58 80 00</p><p>&copy; 2024 Provlandet</p></footer></div>
<script src='/wp-includes/js/wp-emoji.js?ver=6.4.3'></script></body></html>
"""


def drupal(title: str, content: str, date: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="sv" dir="ltr"><head><meta charset="utf-8" /><title>{title} | Provlandet</title>
<link rel="canonical" href="https://www.prov.example/node/88" /></head><body class="path-node"><div class="layout-container">
<header role="banner"><a href="/" rel="home">Provlandet</a></header>
<nav role="navigation"><h2 class="visually-hidden">Huvudmeny</h2><ul class="menu"><li><a href="/om">Om oss</a></li></ul></nav>
<main role="main"><a id="main-content" tabindex="-1"></a><div class="region region-content">
<div class="block-page-title"><h1 class="page-title"><span class="field field--name-title">{title}</span></h1></div>
<article class="node node--type-page"><div class="node__content"><div class="clearfix text-formatted field--name-body">
{content}
</div></div></article><div class="block-changed">{date}</div></div></main>
<aside role="complementary"><h2>Aktuellt</h2><p><a href="/n1">{NEWS}</a></p></aside>
<footer role="contentinfo"><p>Växel: 0470-58 80 00</p><p>© 2024 Provlandet</p></footer></div></body></html>
"""


def umbraco(title: str, content: str, date: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="sv"><head><meta charset="utf-8"><title>{title}</title><base href="https://www.prov.example/om/sida/"></head>
<body><div class="page-wrapper"><div class="topbar"><a href="/">Provlandet</a> <a href="/kontakt">Kontakt</a> <a href="/lyssna">Lyssna</a></div>
<div class="menu-wrapper"><ul class="menu"><li><a href="/a">Arbete</a></li><li><a href="/b">Trafik</a></li><li><a href="/om">Om oss</a></li></ul></div>
<div role="main" class="content"><div class="grid-section"><div class="umb-grid"><h1>{title}</h1>
{content}
{date}</div></div></div>
<div class="right-column"><h3>På gång</h3><ul><li><a href="/n1">{NEWS}</a></li></ul></div>
<div class="footer"><p>Växel: 0470-58 80 00</p><p>© 2024 Provlandet</p></div></div></body></html>
"""


def by_hand(title: str, content: str, date: str) -> str:
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=utf-8"><TITLE>{title}</TITLE>
<BASE HREF="http://www.prov.example/sida.html"></HEAD><BODY BGCOLOR="#FFFFFF">
<P ALIGN="center"><A HREF="/">Hem</A> | <A HREF="/om.html">Om oss</A> | <A HREF="/stadgar.html">Stadgar</A></P><HR>
<H1>{title}</H1>
{content}
<HR>
{date}
<P><SMALL>&copy; 2024 Provlandet</SMALL></P></BODY></HTML>
"""


def web_forms(title: str, content: str, date: str) -> str:
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head id="Head1"><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>{title}</title><link rel="canonical" href="https://www.prov.example/om/sida.aspx" /></head><body>
<form method="post" action="sida.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="/wEPDwUKLTI2" />
<div id="header"><a href="/">Provlandet</a><input type="text" name="q" /><input type="submit" value="Sök" /></div>
<div id="leftmenu"><ul><li><a href="/a.aspx">Arbete</a></li><li><a href="/b.aspx">Trafik</a></li><li><a href="/om.aspx">Om oss</a></li></ul></div>
<div id="ctl00_MainBody"><h1>{title}</h1>
{content}
<div class="pageinfo">{date}</div></div>
<div id="rightcol"><h2>Aktuellt</h2><ul><li><a href="/n1.aspx">{NEWS}</a></li></ul></div>
<div id="footer"><p>Växel: 0470-58 80 00</p><p>© 2024 Provlandet</p></div></form></body></html>
"""


def layout_table(title: str, content: str, date: str) -> str:
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{title}</title>
<base href="http://www.prov.example/om/sida.htm"></head><body bgcolor="#ffffff"><table width="100%" cellpadding="0"><tr>
<td colspan="2"><a href="/"><img src="/logo.gif" alt="Provlandet"></a></td></tr><tr>
<td width="160" valign="top"><a href="/a.htm">Arbete</a><br><a href="/b.htm">Trafik</a><br><a href="/om.htm">Om oss</a></td>
<td valign="top"><h1>{title}</h1>
{content}
{date}</td></tr></table>
<p align="center"><font size="1">© 2024 Provlandet</font></p></body></html>
"""


def hashed_divs(title: str, content: str, date: str) -> str:
    return f"""<!doctype html><html lang="sv"><head><meta charset="utf-8"/><title>{title} | Provlandet</title>
<link rel="canonical" href="https://www.prov.example/sida"/></head><body><div id="__next"><div class="css-1q2w3e">
<div class="css-9z8y7x"><a href="/">Provlandet</a><div class="css-menu1"><a href="/a">Arbete</a><a href="/b">Trafik</a><a href="/om">Om oss</a></div></div>
<div class="css-0hero"><h1 class="css-5t4r3e">{title}</h1></div>
<div class="css-4r5t6y"><div data-block="text">
{content}
</div><div class="css-7u8i9o">{date}</div></div>
<div class="css-footer"><p>Växel: 0470-58 80 00</p><p>© 2024 Provlandet</p></div></div></div>
<script id="__NEXT_DATA__" type="application/json">{{"props":{{}}}}</script></body></html>
"""


def hero_outside_main(title: str, content: str, date: str) -> str:
    return f"""<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{title} – Provlandet</title>
<link rel="canonical" href="https://www.prov.example/sida"></head><body><header class="top"><a href="/">Provlandet</a>
<nav><ul><li><a href="/a">Arbete</a></li><li><a href="/om">Om oss</a></li></ul></nav></header>
<div class="hero"><h1>{title}</h1></div><main><div class="row"><div class="col">
{content}
</div></div><aside><h2>Aktuellt</h2><p><a href="/n1">{NEWS}</a></p></aside></main>
<footer><div>{date}</div><p>Växel: 0470-58 80 00</p><p>© 2024 Provlandet</p></footer></body></html>
"""


SHELLS: dict[str, Callable[[str, str, str], str]] = {
    shell.__name__: shell
    for shell in (
        sitevision,
        episerver,
        wordpress,
        drupal,
        umbraco,
        by_hand,
        web_forms,
        layout_table,
        hashed_divs,
        hero_outside_main,
    )
}
