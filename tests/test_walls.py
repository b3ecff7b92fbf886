"""What stands in a page's place, and what only looks like it; the answer says which words decided."""

import pytest

from records.outcome import CannotTell, Reason
from records.page import Link
from scraper.content import Block, Content, Heading, Item, LinkLine, Paragraph
from scraper.judge.walls import wall

ADDRESS = "https://www.example.org/om-oss/samarbeten/"
GONE = "Sidan du söker finns inte."


def page(*blocks: Block | str, title: str | None = "Region Prov", **more: object) -> Content:
    """A page with these blocks, paragraphs where they are only text."""
    main = tuple(Paragraph(block) if isinstance(block, str) else block for block in blocks)
    return Content(ADDRESS, title, main=main, **more)  # type: ignore[arg-type]


def found(content: Content) -> CannotTell | None:
    return wall(content, dated=False, telling=False)


@pytest.mark.parametrize(
    ("content", "reason", "said"),
    [
        (
            page(Heading(1, "Sidan kunde inte hittas"), "Kontrollera adressen."),
            Reason.SOFT_404,
            "an error page: its headline says “Sidan kunde inte hittas”",
        ),
        (
            page(Heading(1, "Account Suspended"), "This account has been suspended.", title=None),
            Reason.SOFT_404,
            "an error page: its headline says “Account Suspended”",
        ),
        (
            page(Heading(1, "Making sure you're not a bot!"), "Loading...", title=None),
            Reason.BLOCKED,
            "a bot wall: its headline says “Making sure you're not a bot!”",
        ),
        (
            page(Heading(1, "Siden findes ikke"), "Den er slettet.", title=None),
            Reason.SOFT_404,
            "an error page: its headline says “Siden findes ikke”",
        ),
        (
            page(Heading(1, "Ny webbplats"), "Den gamla webbplatsen är nedlagd.", title=None),
            Reason.SOFT_404,
            "an error page: its only text says “Den gamla webbplatsen är nedlagd.”",
        ),
        (
            page(Heading(1, "Innehållet är avpublicerat"), "Det var allt.", title=None),
            Reason.SOFT_404,
            "an error page: its headline says “Innehållet är avpublicerat”",
        ),
        (
            page(Heading(1, "Välj organisation"), "För att logga in måste du välja en organisation.", title=None),
            Reason.BLOCKED,
            "a login page: its only text says “För att logga in måste du välja en organisation.”",
        ),
        (
            page(Heading(1, "Åtkomst från ditt land är inte tillåten"), "Det är av säkerhetsskäl.", title=None),
            Reason.BLOCKED,
            "a bot wall: its headline says “Åtkomst från ditt land är inte tillåten”",
        ),
        (
            page(Heading(1, "DoesNotExist at /politik/"), title=None),
            Reason.SOFT_404,
            "an error page: its headline says “DoesNotExist at /politik/”",
        ),
        (
            page("Fatal error : Uncaught Error: Call to undefined function connect()", title=None),
            Reason.SOFT_404,
            "an error page: its only text says “Fatal error : Uncaught Error: Call to undefined function connect()”",
        ),
        (page(Heading(1, "Hoppsan!"), GONE), Reason.SOFT_404, f"an error page: its only text says “{GONE}”"),
        (
            page("Vi är snart tillbaka.", title="Underhåll"),
            Reason.SOFT_404,
            "a maintenance page: its headline says “Underhåll”",
        ),
        (
            page(Heading(1, "Du står i kö"), "Du släpps in så snart det är din tur.", title="Väntrum"),
            Reason.BLOCKED,
            "a bot wall: its headline says “Väntrum”",
        ),
        (
            page(Heading(1, "Under uppbyggnad"), "Här kommer snart en ny webbplats."),
            Reason.SOFT_404,
            "a maintenance page: its headline says “Under uppbyggnad”",
        ),
        (
            page(Heading(1, "Sökresultat"), "Din sökning på samarbeten gav 0 träffar."),
            Reason.SOFT_404,
            "an error page: its only text says “Din sökning på samarbeten gav 0 träffar.”",
        ),
        (
            page("Verify you are human.", title=None),
            Reason.BLOCKED,
            "a bot wall: its only text says “Verify you are human.”",
        ),
        (
            page("Vi använder kakor. Godkänn alla.", title=None),
            Reason.BLOCKED,
            "a consent wall: its only text says “Vi använder kakor”",
        ),
        (
            page(Heading(1, "Logga in med BankID"), "Välj ett sätt."),
            Reason.BLOCKED,
            "a login page: its headline says “Logga in med BankID”",
        ),
        (
            page("Du måste logga in för att se sidan."),
            Reason.BLOCKED,
            "a login page: its only text says “Du måste logga in för att se sidan.”",
        ),
        (
            page("Användare", password_field=True),
            Reason.BLOCKED,
            "a login page: a password field and hardly any text",
        ),
    ],
)
def test_a_wall_says_which_words_decided(content: Content, reason: Reason, said: str) -> None:
    """One clause for the operator."""
    answer = found(content)
    assert answer is not None
    assert (answer.reason, answer.detail) == (reason, said)


def test_long_words_are_cut_for_the_operator() -> None:
    """Eighty signs are shown whole, of more the first seventy-nine."""
    for more, shown in ((0, GONE + " " + "x" * 53), (1, GONE + " " + "x" * 52 + "…")):
        headline = GONE + " " + "x" * (53 + more)
        answer = found(page(Heading(1, headline)))
        assert answer is not None
        assert answer.detail == f"an error page: its headline says “{shown}”"
    answer = found(page(Heading(1, f"{GONE} {'x' * 51} och mer")))
    assert answer is not None
    assert answer.detail == f"an error page: its headline says “{GONE} {'x' * 51}…”"


def test_headings_outside_the_content_are_headlines_only_of_a_page_without_any() -> None:
    """A box at the foot of a page that says something of the kind is no evidence."""
    missing = (Heading(2, "Sidan hittades inte"),)
    answer = found(page(title=None, rest=missing))
    assert answer is not None
    assert answer.detail == "an error page: its headline says “Sidan hittades inte”"
    assert found(page("Regionen ingår i tre samarbeten.", rest=missing)) is None


def test_a_heading_further_down_is_a_subject() -> None:
    """The first two can be headlines."""
    text = Paragraph("Här står vad som hände sedan, och hur det gick till. " * 20)
    three = (Heading(1, "Samarbeten"), text, Heading(2, "ERB"), Heading(2, "Sidan hittades inte"))
    assert found(page(*three)) is None
    assert found(page(*three[1:])) is not None


def test_a_list_of_whatever_does_not_make_an_error_a_page() -> None:
    """Only running text does, and links that stand as paragraphs are none."""
    names = [f"Verksamhet nummer {n}" for n in range(200)]
    links = [Paragraph(name, (Link(name, ADDRESS),)) for name in names]
    for suggested in ([Item(name) for name in names], links):
        assert found(page(Heading(1, "Sidan finns inte"), *suggested)) is not None


def test_running_text_makes_a_headline_a_subject() -> None:
    """Also where each paragraph has a link in it."""
    text = "Så här arbetar vi med webbplatsen och dess sidor, och läs mer om detta. "
    linked = [Paragraph(text, (Link("läs mer", ADDRESS),)) for _ in range(40)]
    assert found(page(Heading(1, "Sidan finns inte"), *linked)) is None


def test_a_wall_comes_to_the_point() -> None:
    """In its first four paragraphs, and there in the first four sentences."""
    filler = ["Här är ett.", "Här är två.", "Här är tre.", "Här är fyra."]
    assert found(page(*filler, GONE)) is None
    assert found(page(*filler[:3], GONE)) is not None
    assert found(page(" ".join([*filler, GONE]))) is None
    assert found(page(" ".join([*filler[:3], GONE]))) is not None


ASKS = "Vi använder kakor. Godkänn kakor för att fortsätta."
TELLS = "Regionen ingår i tre samarbeten som alla har sina egna styrelser."


@pytest.mark.parametrize(
    "content",
    [
        page(ASKS),
        page(ASKS, title=None),
        page("Innan du kan använda webbplatsen behöver du ta ställning till vilka kakor vi får spara.", "Tillåt alla"),
        page(Heading(1, TELLS), ASKS, title=f"{TELLS} - Region Prov"),
    ],
)
def test_a_page_that_asks_before_it_shows_is_a_consent_wall(content: Content) -> None:
    """Whether it has a title, and however long the part of it is that stands as its heading."""
    answer = found(content)
    assert answer is not None
    assert answer.reason is Reason.BLOCKED


@pytest.mark.parametrize(
    "content",
    [
        # most of it is something else
        page(ASKS, TELLS),
        # it asks for no cookies
        page("Godkänn avtalet för att gå vidare i ärendet."),
        # it tells of cookies and asks nothing
        page("Kakor är små filer. Du kan neka dem i dina inställningar."),
    ],
)
def test_a_page_that_mentions_cookies_or_consent_is_none(content: Content) -> None:
    """It must be about cookies, ask, and say hardly anything else."""
    assert found(content) is None


@pytest.mark.parametrize(
    ("said", "reason"), [(GONE, Reason.SOFT_404), ("Vi använder kakor på den här webbplatsen.", Reason.BLOCKED)]
)
def test_what_stands_beside_a_headline_alone_is_what_the_page_says(said: str, reason: Reason) -> None:
    """Beside text it is a box of a page."""
    answer = found(page(Heading(1, "Samarbeten"), rest=(Paragraph(said),)))
    assert answer is not None
    assert answer.reason is reason
    assert found(page(Heading(1, "Samarbeten"), TELLS, rest=(Paragraph(said),))) is None


def test_a_password_field_beside_links_or_text_is_a_box_of_a_page() -> None:
    """Many pages have a login box."""
    link = LinkLine(Link("ERB:s hemsida", ADDRESS))
    assert found(page("Användare", link, password_field=True)) is None
    assert found(page(TELLS * 4, password_field=True)) is None
