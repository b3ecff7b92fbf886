"""Takes the pictures in docs/ from the demo's history: ./run pictures

The change in them is invented, as in the demo: Testa Testsson does not exist.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from monitor.app import App
from monitor.demo import DemoClock, run
from monitor.web import exposure_of, make_site
from tests.chromium import chromium
from tests.web import UNBOUNDED, serving

LATER = datetime(2022, 12, 15, 6, tzinfo=UTC)
"""One more look, so that the drawing does not end where the change begins."""
HERE = Path(__file__).parent / "pictures"


def main() -> None:
    """One run of the demo, and a look at it."""
    HERE.mkdir(exist_ok=True)
    for _ in run("sv", _take):
        pass


def _take(app: App) -> None:
    assert isinstance(app.clock, DemoClock)
    app.clock.set(LATER)
    app.check()
    site = make_site(app, exposure_of("127.0.0.1", None, None, unguarded=False), UNBOUNDED)
    with serving(site) as address, chromium() as browser:
        desk = browser.new_page(viewport={"width": 1280, "height": 900}, locale="sv-SE", color_scheme="light")
        desk.goto(f"{address}/pages/kronoberg")
        desk.locator(".timeline").screenshot(path=HERE / "timeline.png")
        desk.screenshot(path=HERE / "page.png", clip={"x": 0, "y": 0, "width": 1280, "height": 1340}, full_page=True)
        desk.goto(f"{address}/changes/2")
        desk.screenshot(path=HERE / "change.png", full_page=True)
        phone = browser.new_page(viewport={"width": 360, "height": 740}, locale="sv-SE", color_scheme="dark")
        phone.goto(f"{address}/")
        phone.screenshot(path=HERE / "phone.png")


if __name__ == "__main__":
    main()
