"""A contact is read whole in whatever manner it is written, and whatever announces it."""

from __future__ import annotations

from itertools import product

import pytest

import scraper
from records.outcome import CannotTell
from records.page import Contact

NAME, TITLE = "Slawomir Demkowicz Dobrzanski", "samordnare för internationella frågor"
PHONE, MAIL = "0470-58 30 00", "slawomir.demkowicz@prov.example"
MAILTO = f'<a href="mailto:{MAIL}">'

ANNOUNCED = (
    "<h2>Kontakt</h2>",
    "<h2>Kontaktperson</h2>",
    "<h2>Kontakta oss</h2>",
    "<h2>Kontaktuppgifter</h2>",
    "<h2>Frågor</h2>",
    "<h2>Vill du veta mer?</h2>",
    "<h3>Har du frågor?</h3>",
    '<div class="box"><h2>Kontakt</h2></div>',
    "<p><strong>Kontakt</strong></p>",
    "<p><b>Kontaktperson:</b></p>",
    "<p>Kontakt:</p>",
    "<p>Kontaktperson:</p>",
    "<h2>Mer information</h2><p>Kontakta:</p>",
)
MANNERS = (
    f"<p>{NAME}<br>{TITLE}<br>{PHONE}<br>{MAILTO}{MAIL}</a></p>",
    f"<p>Namn: {NAME}<br>Titel: {TITLE}<br>Telefon: {PHONE}<br>E-post: {MAIL}</p>",
    f"<p>{NAME}, {TITLE}, {PHONE}, {MAIL}</p>",
    f"<p>{NAME}, {TITLE}, tfn {PHONE}, e-post: {MAILTO}{MAIL}</a></p>",
    f'<p>{NAME}<br>{TITLE}<br><a href="tel:+46470583000">{PHONE}</a><br>{MAILTO}Skicka e-post</a></p>',
    f"<p>{MAILTO}{NAME}</a>, {TITLE}<br>Telefon {PHONE}</p>",
    f"<p>{MAILTO}{NAME}</a><br>{TITLE}<br>{PHONE}</p>",
    f"<p>{TITLE}<br>{NAME}<br>{PHONE}<br>{MAIL}</p>",
    f"<p>{TITLE}: {NAME}, {PHONE}, {MAIL}</p>",
    f"<p>{NAME} – {TITLE} – {PHONE} – {MAIL}</p>",
    f"<p>{NAME} | {TITLE} | {PHONE} | {MAIL}</p>",
    f"<div><div>{NAME}</div><div>{TITLE}</div><div>Tel. {PHONE}</div><div>{MAIL}</div></div>",
    f"<ul><li>{NAME}</li><li>{TITLE}</li><li>Telefon: {PHONE}</li><li>E-post: {MAIL}</li></ul>",
    f"<ul><li>{NAME}, {TITLE}<br>{PHONE}<br>{MAIL}</li></ul>",
    "<table><tr><th>Namn</th><th>Titel</th><th>Telefon</th><th>E-post</th></tr>"
    f"<tr><td>{NAME}</td><td>{TITLE}</td><td>{PHONE}</td><td>{MAIL}</td></tr></table>",
    f"<table><tr><th>Namn</th><td>{NAME}</td></tr><tr><th>Titel</th><td>{TITLE}</td></tr>"
    f"<tr><th>Telefon</th><td>{PHONE}</td></tr><tr><th>E-post</th><td>{MAIL}</td></tr></table>",
    f"<table><tr><td>{NAME}</td><td>{TITLE}</td><td>{PHONE}</td><td>{MAIL}</td></tr></table>",
    f"<dl><dt>Kontaktperson</dt><dd>{NAME}</dd><dt>Titel</dt><dd>{TITLE}</dd>"
    f"<dt>Telefon</dt><dd>{PHONE}</dd><dt>E-post</dt><dd>{MAIL}</dd></dl>",
    f"<h3>{NAME}</h3><p>{TITLE}</p><p>Telefon: {PHONE}</p><p>E-post: {MAIL}</p>",
    f"<p><strong>{NAME}</strong><br>{TITLE}<br><b>Telefon:</b> {PHONE}<br><b>E-post:</b> {MAIL}</p>",
    f"<p><strong>{NAME}</strong></p><p>{TITLE}</p><p><b>Telefon:</b> {PHONE}</p><p><b>E-post:</b> {MAIL}</p>",
    f"<p>{NAME}<br>{TITLE}<br>{PHONE}<br>slawomir.demkowicz(at)prov.example</p>",
    f"<p>{NAME}<br>{TITLE}<br>{PHONE}<br>slawomir.demkowicz [at] prov.example</p>",
    f"<p>{NAME}<br>{TITLE}<br>Telefon: 0470-58&nbsp;30&nbsp;00<br>{MAIL}</p>",
    f"<address>{NAME}<br>{TITLE}<br>Nygatan 20, 352 31 Provstad<br>{PHONE}<br>{MAIL}</address>",
    f"<p>{NAME} ({TITLE}), {PHONE}, {MAIL}</p>",
    f"<p>Kontakta {TITLE} {NAME}, {PHONE}, {MAIL}.</p>",
    f"<p>Vid frågor kontakta {NAME}, {TITLE}, på telefon {PHONE} eller via e-post {MAIL}.</p>",
    f'<p><img src="/a.jpg" alt="Porträtt {NAME}"></p><p>{NAME}<br>{TITLE}<br>{PHONE}<br>{MAIL}</p>',
    f"<p>{NAME}<br>{TITLE}<br>Enheten för hållbar utveckling<br>{PHONE}<br>{MAIL}</p>",
    f"<div><span>{NAME}</span><br><span>{TITLE}</span><br><span>Telefon:</span> {PHONE}<br>{MAILTO}{MAIL}</a></div>",
    f"<p>{NAME}<br>{TITLE}<br>Telefon: {PHONE}<br>Mobil: 070-123 45 67<br>{MAIL}</p>",
)


@pytest.mark.parametrize(("announced", "manner"), list(product(ANNOUNCED, MANNERS)))
def test_a_contact_is_read_whole(announced: str, manner: str) -> None:
    """With title, number and address; and the collaboration before it keeps its people and its text, and no more."""
    page = (
        "<h1>Internationella samarbeten</h1><p>Vi samverkar.</p><h2>Euroregion Baltic (ERB)</h2><p>Ett samarbete.</p>"
        "<p>Våra företrädare i ERB är:</p><ul><li>Roland Gustbée (M), ledamot</li><li>Testa Testsson (S)</li></ul>"
        f"{announced}{manner}<p>Senast uppdaterad: 9 september 2022</p>"
    )
    reading = scraper.read(f"<title>Samarbeten</title><main>{page}</main>".encode(), url="https://prov.example/")
    assert not isinstance(reading, CannotTell)
    (organ,) = reading.record.collaborations
    (contact,) = (*reading.record.contacts, *organ.contacts)
    assert contact == Contact(NAME, TITLE, PHONE, MAIL)
    assert (len(organ.representatives), organ.officials, organ.description) == (2, (), ("Ett samarbete.",))
    assert reading.record.intro == ("Vi samverkar.",)
