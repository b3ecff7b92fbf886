"""The pages in a real Chromium: looked at, clicked, walked by keyboard, with and without JavaScript, and by axe."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from monitor.app import App
from monitor.web import make_site
from tests.chromium import chromium, needs_a_browser
from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import EARLIER, INVENTED_PAGE, TODAY, Watch
from tests.web import LOCAL, UNBOUNDED, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = needs_a_browser

AXE = Path(__file__).parent / "vendor" / "axe" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PATHS = [
    "/",
    "/pages/kronoberg",
    "/pages/kronoberg?on=2022-10-03&year=2022",
    "/person?name=gustbee",
    "/changes",
    "/changes/1",
    "/changes/2",
    "/snapshots/2",
    "/search?q=erb",
    "/search?q=gustbeee",
    "/status",
    "/looks?of=kronoberg",
    "/finns-inte",
]
LEFT_OPEN = {
    "color-contrast",  # measured below
    "frame-tested",  # the raw page is not ours
    "th-has-data-cells",  # a head within a comparison says whose texts stand below it
}
"""What axe may be unable to tell."""
RUNS = (
    "<script>top.document.title='run'</script><img src=https://example.org/x.png onerror=\"top.document.title='run'\">"
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A history of three states with a time in which the page could not be read, and something held back at the end."""
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path_factory.mktemp("browser"), site, mailbox)
        watch.looks(EARLIER)
        watch.clock.later(days=103)
        watch.looks(TODAY)
        watch.clock.later(days=20)
        site.answers(503)
        watch.looks()
        watch.clock.later(days=10)
        changed = INVENTED_PAGE.replace("Handlingsplan för internationellt arbete 2022", "Handlingsplan 2023")
        watch.looks(changed.replace("</body>", f"{RUNS}</body>"))
        watch.clock.later(days=60)
        watch.looks("<h1>Internationella samarbeten</h1><p>Senast uppdaterad: 9 september 2022</p></body></html>")
        with watch.app() as app, serving(_site(app)) as base:
            yield base


def _site(app: App) -> Any:
    return make_site(app, LOCAL, UNBOUNDED)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


class Eyes:
    """One reader's browser window, and what it noticed: requests to others, and anything said on the console."""

    def __init__(self, browser: Browser, address: str, **how: Any) -> None:
        self.context = browser.new_context(**{"locale": "sv-SE", **how})
        self.page: Page = self.context.new_page()
        self.address = address
        self.noticed: list[str] = []
        self.page.on("request", lambda request: self._sees(request.url))
        self.page.on("pageerror", lambda error: self.noticed.append(str(error)))
        self.page.on("console", lambda said: self.noticed.append(said.text) if said.type == "error" else None)

    def _sees(self, url: str) -> None:
        if not url.startswith((self.address, "data:")):
            self.noticed.append(url)

    def goes_to(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page


@pytest.fixture
def eyes(browser: Browser, address: str) -> Iterator[Eyes]:
    found = Eyes(browser, address, viewport={"width": 1280, "height": 900})
    yield found
    found.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("locale", ["sv-SE", "en-GB"])
def test_every_page_fits_and_axe_finds_nothing(
    browser: Browser, address: str, width: int, scheme: Any, locale: str
) -> None:
    """No sideways scrolling, no request to anybody else, no error, and WCAG 2.2 AA as far as axe can tell."""
    eyes = Eyes(browser, address, viewport={"width": width, "height": 800}, color_scheme=scheme, locale=locale)
    found: dict[str, object] = {}
    for path in PATHS:
        page = eyes.goes_to(path)
        for closed in page.locator("details:not([open]) summary").all():
            closed.click()
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found[path] = "wider than the screen"
        page.evaluate(AXE.read_text("utf-8"))
        options = {"runOnly": RULES, "iframes": False}
        said = page.evaluate("options => axe.run(document, options)", options)
        open_ones = [each for each in said["incomplete"] if each["id"] not in LEFT_OPEN]
        bad = [
            (each["id"], [node["html"][:150] for node in each["nodes"][:3]]) for each in said["violations"] + open_ones
        ]
        if bad:
            found[path] = bad
    expected = ("status of 404", "sandboxed", "Content Security Policy")  # asked for by us, refused by the frame
    noticed = [each for each in eyes.noticed if not any(word in each for word in expected)]
    eyes.context.close()
    assert found == {}, found
    assert [each for each in noticed if "example.org" not in each] == []


CONTRASTS = """() => {
    const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
    const channels = colour => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = ([r, g, b]) => [r, g, b].map(each => each / 255)
        .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
        .reduce((sum, each, at) => sum + each * [0.2126, 0.7152, 0.0722][at], 0);
    const ground = element => {
        for (let at = element; at; at = at.parentElement) {
            const found = channels(getComputedStyle(at).backgroundColor);
            if (found[3] === 255) return found;
        }
        return channels("white");
    };
    return [...document.querySelectorAll(".timeline text, input, [aria-hidden=true]:not(g)")].map(element => {
        const style = getComputedStyle(element), drawn = element.ownerSVGElement;
        const own = element.closest(".names") && channels(style.stroke);
        const pair = [channels(drawn ? style.fill : style.color), own || ground(element)].map(light);
        const contrast = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
        return [element.textContent || element.name, contrast, own ? own[3] : 255];
    });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_axe_cannot_tell_of_contrast_is_enough(browser: Browser, address: str, scheme: Any) -> None:
    """Texts in the drawing, fields and signs. A name on a bar has the bar's colour around it, above the hatching, which
    ends beside the headings."""
    eyes = Eyes(browser, address, color_scheme=scheme)
    for path in ("/", "/pages/kronoberg", "/person?name=gustbee", "/status"):
        page = eyes.goes_to(path)
        measured = page.evaluate(CONTRASTS)
        assert measured
        assert [each for each in measured if each[1] < 4.5 or each[2] < 255] == []
    page = eyes.goes_to("/pages/kronoberg")
    assert page.locator("rect.hatch").count()
    assert page.locator("svg > .names:last-child text").count() >= 10
    rows = [
        (float(each.get_attribute("y")), float(each.get_attribute("height")))
        for each in page.locator("#rows rect").all()
    ]
    for heading in page.locator(".timeline text.lane").all():
        box = heading.evaluate("element => [element.getBBox().y, element.getBBox().height]")
        assert all(box[0] + box[1] <= y or box[0] >= y + height for y, height in rows)
    eyes.context.close()


def test_a_bar_of_the_timeline_leads_to_its_person(eyes: Eyes) -> None:
    """Its name is what a screen reader hears: who, for whom, as what, and since when."""
    page = eyes.goes_to("/pages/kronoberg")
    page.get_by_role("link", name="Roland Gustbée (M), ledamot: före 3 oktober 2022").click()
    assert page.locator("h1").inner_text() == "Roland Gustbée"
    assert page.locator("a.bar").count() == 1


def test_the_timeline_zooms_by_year_and_hatches_what_could_not_be_read(eyes: Eyes) -> None:
    """Who had not come yet is not drawn; the gap is said in words, too."""
    page = eyes.goes_to("/pages/kronoberg")
    assert page.locator("rect.hatch").count() >= 1
    assert "servern svarade med ett fel" in page.locator("ul.gaps").inner_text()
    page.locator(".years a", has_text="2022").click()
    assert "year=2022" in page.url
    assert page.locator("a.bar", has_text="Testa Testsson").count() == 0
    page.locator(".years a", has_text="Alla år").click()
    assert page.locator("a.bar", has_text="Testa Testsson").count() == 1


@pytest.mark.parametrize("javascript", [True, False])
def test_a_date_is_picked_and_a_search_is_made(browser: Browser, address: str, javascript: bool) -> None:
    """With and without JavaScript alike."""
    eyes = Eyes(browser, address, java_script_enabled=javascript)
    page = eyes.goes_to("/pages/kronoberg")
    assert "Testa Testsson" in page.locator(".organs-grid").inner_text()
    page.get_by_label("Vem satt ett visst datum?").fill("2023-01-20")
    page.get_by_role("button", name="Visa").click()
    assert "Roland Gustbée" in page.locator(".organs-grid").inner_text()
    assert "Testa Testsson" not in page.locator(".organs-grid").inner_text()
    page.get_by_role("link", name="Sök").click()
    page.get_by_label("Namn, samarbete eller ord").fill("gustbee")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Roland Gustbée").click()
    assert page.locator("h1").inner_text() == "Roland Gustbée"
    page.get_by_role("link", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    eyes.context.close()


def test_everything_can_be_reached_with_the_keyboard_alone(eyes: Eyes) -> None:
    """The skip link comes first and can be seen; the timeline and its bars take the focus; Enter follows."""
    page = eyes.goes_to("/pages/kronoberg")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator("a.skip").bounding_box()["x"] >= 0
    reached: list[str] = []
    for _ in range(80):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('class') ?? ''"))
        if "bar" in reached[-1].split():
            break
    assert "timeline" in reached
    page.keyboard.press("Enter")
    page.wait_for_url("**/person?name=*")


def test_the_raw_page_runs_and_loads_nothing(eyes: Eyes, address: str) -> None:
    """In its frame and opened by itself: no script, no picture, and its links lead nowhere within the frame."""
    answered: list[str] = []
    eyes.page.on("response", lambda answer: answered.append(answer.url))
    for path in ("/snapshots/3/frame", "/snapshots/3"):
        page = eyes.goes_to(path)
        page.wait_for_load_state("networkidle")
        assert page.title() != "run"
    assert all(url.startswith(address) for url in answered), answered
    frame = page.frames[1]
    assert "Testa Testsson" in (frame.text_content("body") or "")
    frame.evaluate("document.querySelector('a[href^=\"/\"]').click()")
    page.wait_for_load_state("networkidle")
    assert all(url.startswith(address) for url in answered), answered


def test_what_is_held_back_is_shown_with_the_command(eyes: Eyes) -> None:
    """To the operator, with what would be told."""
    page = eyes.goes_to("/status")
    held = page.locator("section.held").inner_text()
    assert "bevaka accept kronoberg" in held
    assert "Orimligt många personer är borta" in held
