"""The HTML of a mail fits a phone and a desk, in light and in dark, in a real Chromium."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from monitor.samples import sample_mails
from notifier.mail import Mail
from notifier.message import Alert
from notifier.subscription import Subscriber
from tests.alerts import (
    CHAIR,
    COORDINATOR,
    DATE,
    ERB,
    KALININGRAD,
    PLAN,
    REPLACED,
    SENDER,
    TEXT,
    alert,
    change,
    document,
    mail_of,
    seat,
)
from tests.mailbox import Received

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="needs a Chromium")]

LONG = "Testa" + "testsson" * 1250
WORST = alert(
    change("representative_replaced", ERB, seat(LONG), seat(LONG + "x", LONG, LONG)),
    change("document_added", None, None, document(LONG, f"https://example.org/{LONG}")),
    change("text_changed", ERB, {"text": LONG}, {"text": f"{LONG}x"}),
)
USUAL = alert(REPLACED, CHAIR, KALININGRAD, PLAN, TEXT, COORDINATOR, DATE)

MEASURE = """
<script>
addEventListener("load", () => {
  const frame = document.querySelector("iframe"), page = frame.contentDocument, view = frame.contentWindow;
  const wide = [...page.querySelectorAll("*")].filter(each => each.getBoundingClientRect().right > view.innerWidth + 1);
  const paint = each => view.getComputedStyle(page.querySelector(each));
  document.title = JSON.stringify({
    width: view.innerWidth, scroll: page.documentElement.scrollWidth, wide: wide.map(each => each.tagName),
    card: paint(".card").backgroundColor, text: paint("h1").color,
    cell: page.querySelector("td") && paint("td").display,
  });
});
</script>
"""


def measured(what: Alert, width: int, dark: bool, folder: Path) -> dict[str, object]:
    """An alert's mail in a frame of that width, and what the browser made of it."""
    mail = mail_of(replace(what, history_url=None), Subscriber("lasare@example.org"))
    assert mail is not None
    return framed_and_measured(mail, width, dark, folder)


def framed_and_measured(mail: Mail, width: int, dark: bool, folder: Path) -> dict[str, object]:
    framed = html.escape(Received("", "", mail.content).html)
    (folder / "mail.html").write_text(
        f'<!DOCTYPE html><meta charset="utf-8"><iframe style="border: 0; width: {width}px; height: 30000px"'
        f' srcdoc="{framed}"></iframe>{MEASURE}',
        "utf-8",
    )
    assert CHROMIUM is not None
    shown = subprocess.run(
        [
            CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}",
            f"--blink-settings=preferredColorScheme={0 if dark else 1}", "--window-size=1300,1000", "--dump-dom",
            (folder / "mail.html").as_uri(),
        ],
        capture_output=True, text=True, check=True, timeout=60,
    ).stdout  # fmt: skip
    title = re.search(r"<title>(.*?)</title>", shown)
    assert title is not None
    found: dict[str, object] = json.loads(html.unescape(title[1]))
    return found


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
@pytest.mark.parametrize("what", [USUAL, WORST], ids=["usual", "worst"])
def test_nothing_is_wider_than_the_screen(what: Alert, width: int, dark: bool, tmp_path: Path) -> None:
    """No sideways scrolling, old and new beside each other where there is room, and text that contrasts."""
    found = measured(what, width, dark, tmp_path)
    assert found["width"] == width
    assert found["scroll"] == width
    assert found["wide"] == []
    assert found["cell"] == ("block" if width == 360 else "table-cell")
    light_on_dark = ("rgb(29, 29, 27)", "rgb(236, 236, 232)")
    assert (found["card"], found["text"]) == (light_on_dark if dark else ("rgb(255, 255, 255)", "rgb(28, 28, 26)"))


@pytest.mark.parametrize("width", [360, 1200])
@pytest.mark.parametrize("kind", ["digest", "failing", "held", "sign-of-life"])
def test_every_other_mail_fits_too(kind: str, width: int, tmp_path: Path) -> None:
    """In dark, at both widths."""
    (mail,) = [each for each in sample_mails("namn@example.org", "sv", SENDER, WORST.detected_at) if each.kind == kind]
    found = framed_and_measured(mail, width, True, tmp_path)
    assert (found["scroll"], found["wide"]) == (width, [])
    assert (found["card"], found["text"]) == ("rgb(29, 29, 27)", "rgb(236, 236, 232)")
