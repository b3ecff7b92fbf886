"""Without a past only absolute evidence refuses a page, and the answer says which evidence decided."""

from dataclasses import replace
from datetime import date

import pytest

from records.outcome import Reason
from records.page import Collaboration, Link, Official, Organisation, PageRecord, Representative
from scraper.content import Block, Content, Heading, Item, LinkLine, Paragraph
from scraper.judge import judge
from scraper.reading import Reading

EMPTY = Reading(PageRecord(None))
SOMEBODY = Reading(
    PageRecord("Samarbeten", collaborations=(Collaboration("ERB", representatives=(Representative("Testa T"),)),))
)
ADDRESS = "https://www.example.org/om-oss/samarbeten/"


def page(*texts: str, title: str | None = "Region Prov", head: str | None = None) -> Content:
    """A page with a document title, perhaps a first heading, and a paragraph for each text."""
    blocks: list[Block] = [Heading(1, head)] if head else []
    return Content(ADDRESS, title, main=(*blocks, *(Paragraph(text) for text in texts)))


def reason(content: Content, reading: Reading = EMPTY) -> Reason | None:
    answer = judge(content, reading)
    return answer.reason if answer else None


NOT_FOUND = [
    page("Kontrollera adressen.", head="Sidan kunde inte hittas"),
    page("Kontrollera adressen.", head="404"),
    page("Kontrollera adressen.", head="Fel 404"),
    page("Pröva att söka.", title="404 - Sidan hittades inte - Region Prov", head="Hoppsan!"),
    page("Sidan du söker finns inte.", head="Hoppsan!"),
    page("Vi kan tyvärr inte hitta sidan du letar efter. Den kan ha flyttats.", head="Oj då"),
    page("Sidan du försökte nå finns inte längre eller har bytt adress.", head="Oj"),
    page("Try the search.", head="Page not found"),
    page("The page you are looking for could not be found.", head="Oops"),
    page("We can't find the page you asked for.", head="Sorry"),
    page("The requested URL was not found on this server.", title="404 Not Found", head="Not Found"),
    page("Försök igen senare.", head="Ett fel har inträffat"),
    page("Försök igen senare.", head="Internal Server Error"),
    page("Dokumentet är borttaget.", head="Innehållet finns inte längre"),
    page("Webbplatsen är tillfälligt stängd för underhåll.", head="Region Prov"),
    page("Vi är snart tillbaka.", head="Pågående underhåll"),
    page("We'll be back soon.", head="Site under maintenance"),
    page("Försök igen om en stund.", title="Driftstopp", head="Driftstopp"),
    page("Service unavailable", title=None),
    page("Det verkar som att sidan du försöker nå inte längre finns kvar.", head="Ojdå"),
    page("Länken kan vara gammal.", head="Hoppsan, något gick snett"),
    page("Vi har just nu tekniska problem.", head="Region Prov"),
    page("Tillfälligt otillgänglig för schemalagt underhåll.", title="Underhåll"),
]

BLOCKED = [
    page("Checking your browser before accessing example.org.", title="Just a moment..."),
    page("Verify you are human by completing the action below.", title="example.org"),
    page("Bekräfta att du är en människa.", head="Säkerhetskontroll"),
    page("You don't have permission.", head="Access Denied"),
    page("Din åtkomst har blockerats. Ärendenummer 123.", head="Åtkomst nekad"),
    page("Request unsuccessful. Incapsula incident ID: 1-2", title=None),
    page("Vi använder kakor för att webbplatsen ska fungera bra.", "Godkänn alla", "Neka", "Inställningar"),
    page("Innan du fortsätter: godkänn våra cookies.", head="Vi värnar om din integritet"),
    page("We use cookies. Accept cookies to continue.", head="Before you continue"),
    page("Du måste logga in för att se sidan.", head="Region Prov"),
    page("Användarnamn", "Lösenord", head="Logga in"),
    page("Välj ett sätt.", head="Logga in med BankID"),
    page("Complete the security check to continue.", title="Human Verification"),
    page("Aktivera JavaScript och kakor i din webbläsare för att fortsätta.", head="JavaScript krävs"),
    page("Please enable JS and disable any ad blocker", title=None),
]

GOOD = [
    page("Den som möts av texten ”Sidan kunde inte hittas” kan höra av sig.", head="Nya webbplatsen är här"),
    page("Många länkar leder till att sidan inte hittas, och vi rättar dem nu.", head="Arbetet med webben"),
    page("Vi sköter broar och vägar.", head="Underhåll av vägar"),
    page("Samarbetet gäller underhåll av järnvägar.", head="Internationella samarbeten"),
    page("Så hanterar vi ditt samtycke. " * 60, head="Kakor på webbplatsen"),
    page("Regionen ingår i tre samarbeten.", head="Internationella samarbeten"),
    page(head="Internationella samarbeten"),
    page("Ett avtal från 2014.", title=None),
    page("Bron är stängd till i maj.", head="Vägen är tillfälligt stängd"),
    page("Nämnden kontrollerar bryggor.", head="Säkerhetskontroll av bryggor"),
    page("Begär ut handlingar hos registrator.", head="Åtkomst till allmänna handlingar"),
    page("Logga in med BankID för att ansöka om förskola.", head="E-tjänster"),
]


@pytest.mark.parametrize("content", NOT_FOUND)
def test_an_error_or_maintenance_page_is_a_soft_404(content: Content) -> None:
    """Swedish and English error and maintenance pages that answer 200 are known by what they say."""
    assert reason(content) is Reason.SOFT_404


@pytest.mark.parametrize("content", BLOCKED)
def test_a_wall_is_blocked(content: Content) -> None:
    """Bot walls, consent walls and login pages are blocked."""
    assert reason(content) is Reason.BLOCKED


@pytest.mark.parametrize("content", GOOD)
def test_a_page_that_mentions_a_fault_is_good(content: Content) -> None:
    """Talk of errors, maintenance, cookies or nobody at all is no evidence."""
    assert reason(content) is None


def test_a_dated_page_about_cookies_is_good() -> None:
    """A page that tells when it was updated is no consent wall, short as it may be."""
    content = page("Regionen använder kakor. Du kan ändra ditt samtycke.", head="Kakor på webbplatsen")
    assert reason(content, Reading(PageRecord("Kakor", date(2022, 5, 3)))) is None


def test_a_page_that_names_somebody_is_no_wall() -> None:
    """Whatever its headline or a text of it says, a page with a representative is the page."""
    assert (
        reason(page("Text om rådet.", "Sidan du söker finns inte.", head="Sidan kunde inte hittas"), SOMEBODY) is None
    )


MEMBERS = Reading(
    PageRecord("Samarbeten", collaborations=(Collaboration("ERB", members=(Organisation("Region Prov"),)),))
)
SINCE = Reading(PageRecord("Samarbeten", collaborations=(Collaboration("ERB", member_since="2016"),)))


@pytest.mark.parametrize("reading", [MEMBERS, SINCE])
@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("ERB", "Webbplatsen för nätverket är flyttad. ERB är ett samarbete mellan regioner."),
        ("ERB", "Tjänsten kan inte bokas i juli."),
        ("ERB", "Handlingarna är endast för medarbetare och finns på intranätet."),
        ("Samtycke", "Ett nätverk om samtycke i vården."),
    ],
)
def test_a_page_that_tells_of_members_is_no_wall_by_its_text(head: str, text: str, reading: Reading) -> None:
    """Walls know no members; only a headline that says so makes such a page one."""
    assert reason(page(text, head=head), reading) is None
    assert reason(page(text, head="Sidan kunde inte hittas"), reading) is Reason.SOFT_404


def test_an_error_page_may_name_somebody_in_its_news() -> None:
    """Its headline and its first words both say that nothing was found; one of them alone says nothing then."""
    both = page("Sidan du letar efter finns inte kvar.", "Ny ordförande: Testa Testsson (S)", head="404")
    answer = judge(both, SOMEBODY)
    assert answer is not None
    assert answer.reason is Reason.SOFT_404
    assert answer.detail == "an error page: its only text says “Sidan du letar efter finns inte kvar.”"
    assert reason(page("Sidan du letar efter finns inte kvar.", head="Rådet"), SOMEBODY) is None
    assert reason(page("Rådet möts varje år.", head="404"), SOMEBODY) is None


def test_no_page_that_names_somebody_is_a_wall() -> None:
    """As many officials as representatives, too: nobody is taken away from anybody."""
    wall = page("Kontrollera adressen.", head="Sidan kunde inte hittas")
    official = Official("Bo Testsson", "strateg")
    organ = Collaboration("ERB", representatives=(Representative("Testa T"),), officials=(official,))
    for each in (organ, replace(organ, officials=()), replace(organ, representatives=())):
        assert reason(wall, Reading(PageRecord("Samarbeten", collaborations=(each,)))) is None


def test_a_wall_may_suggest_many_links() -> None:
    """A list of links under an error message does not make it a page."""
    links = tuple(Item(f"Verksamhet {n}", (Link(f"Verksamhet {n}", ADDRESS),)) for n in range(200))
    assert reason(Content(ADDRESS, "Fel", main=(Heading(1, "Sidan finns inte"), *links))) is Reason.SOFT_404


def test_a_password_field_alone_is_no_login_page() -> None:
    """Many pages have a login box in their header; a page that is nothing else is a login page."""
    blocks = (Heading(1, "Samarbeten"), Paragraph("Regionen ingår i tre samarbeten. " * 20))
    assert judge(Content(ADDRESS, "Samarbeten", main=blocks, password_field=True), EMPTY) is None
    found = judge(Content(ADDRESS, "Region Prov", main=(Paragraph("Användare"),), password_field=True), EMPTY)
    assert found is not None
    assert found.reason is Reason.BLOCKED


def test_a_cut_body_is_truncated() -> None:
    """An end inside the content is evidence; a missing end tag is none, unless the page had it before."""
    whole = page("Regionen ingår i tre samarbeten.", head="Samarbeten")
    cut = judge(Content(ADDRESS, "Samarbeten", main=whole.main, cut="an open list"), EMPTY)
    assert cut is not None
    assert cut.reason is Reason.TRUNCATED
    assert "an open list" in cut.detail
    endless = Content(ADDRESS, "Samarbeten", main=whole.main, has_end_tag=False)
    assert judge(endless, EMPTY) is None
    before = judge(endless, EMPTY, had_end_tag=True)
    assert before is not None
    assert before.reason is Reason.TRUNCATED


@pytest.mark.parametrize(
    ("content", "clause"),
    [
        (Content(ADDRESS), "neither title nor text"),
        (Content(ADDRESS, "Samarbeten", scripts=4), "only a script"),
        (Content(ADDRESS, "Samarbeten", frames=1), "only a frame"),
        (Content(ADDRESS, "Samarbeten", rest=(LinkLine(Link("Start", ADDRESS)),)), "no main content"),
    ],
)
def test_a_page_without_text_is_unrecognised(content: Content, clause: str) -> None:
    """A page with neither title nor text, or that is only a script, is not recognised."""
    answer = judge(content, EMPTY)
    assert answer is not None
    assert answer.reason is Reason.UNRECOGNISED
    assert clause in answer.detail


@pytest.mark.parametrize(
    ("final", "expected"),
    [
        (ADDRESS, None),
        ("https://example.org/om-oss/samarbeten", None),
        ("https://www.example.org/om-oss/samarbeten/index.html", None),
        ("https://www.example.org/politik/samarbeten/", None),
        ("https://www.example.org/", Reason.REDIRECTED_AWAY),
        ("https://www.example.org/start", Reason.REDIRECTED_AWAY),
        ("https://www.example.org/om-oss/", Reason.REDIRECTED_AWAY),
        ("https://other.example.net/om-oss/samarbeten/", Reason.REDIRECTED_AWAY),
        ("https://www.example.org/index.html", Reason.REDIRECTED_AWAY),
        ("https://www.example.org/om-oss/index.html", Reason.REDIRECTED_AWAY),
        ("https://www.example.org/404", Reason.SOFT_404),
        ("https://www.example.org/system/sidan-finns-inte", Reason.SOFT_404),
        ("https://www.example.org/logga-in?ReturnUrl=x", Reason.BLOCKED),
        ("https://login.example.org/saml/sso", Reason.BLOCKED),
    ],
)
def test_a_redirect_is_judged_by_where_it_leads(final: str, expected: Reason | None) -> None:
    """A page may move within its site; to the start page, above itself, or to another site it is gone."""
    content = page("Regionen ingår i tre samarbeten.", head="Samarbeten")
    answer = judge(content, EMPTY, requested=ADDRESS, final=final)
    assert (answer.reason if answer else None) is expected


@pytest.mark.parametrize(
    ("final", "said"),
    [
        ("https://www.example.org/logga-in/", "the site redirected to a login page, {}"),
        ("https://www.example.org/captcha/", "the site redirected to a wall, {}"),
        ("https://www.example.org/404/", "the site redirected to an error page, {}"),
        ("https://www.example.org/", "the page redirected to the site's start page, {}"),
        ("https://www.example.org/om-oss/", "the page redirected to a page above it, {}"),
        ("https://other.example.net/om-oss/samarbeten/", "the page redirected to another site, {}"),
    ],
)
def test_a_redirect_away_says_where_to(final: str, said: str) -> None:
    """The operator reads it in status and in mail."""
    answer = judge(page("Tre samarbeten."), SOMEBODY, requested=ADDRESS, final=final)
    assert answer is not None
    assert answer.detail == said.format(final)


def test_only_both_addresses_show_a_redirect() -> None:
    """A page from a file has no address that it was asked for."""
    good = page("Regionen ingår i tre samarbeten.", head="Samarbeten")
    assert judge(good, EMPTY, requested=ADDRESS) is None
    assert judge(good, EMPTY, final=ADDRESS) is None


def test_letters_and_slashes_make_no_other_address() -> None:
    """The start page's own address may be written in any of these ways."""
    good = page("Regionen ingår i tre samarbeten.", head="Samarbeten")
    for final in (ADDRESS.upper().replace("HTTPS", "https"), ADDRESS.rstrip("/"), f"{ADDRESS}index.html"):
        assert judge(good, EMPTY, requested=ADDRESS, final=final) is None
    one, other = "https://www.example.org/X", "https://www.example.org/x/"
    assert judge(good, EMPTY, requested=one, final=other) is None
    assert judge(good, EMPTY, requested=other, final=one) is None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (Content(ADDRESS), "the page has neither title nor text"),
        (Content(ADDRESS, "Samarbeten", scripts=4), "the page is only a script, with no text of its own"),
        (Content(ADDRESS, "Samarbeten", frames=1), "the page is only a frame around another"),
        (Content(ADDRESS, rest=(LinkLine(Link("Start", ADDRESS)),)), "no main content was found on the page"),
        (
            Content(ADDRESS, scripts=1, main=(Paragraph("Laddar …"),)),
            "the page is only a script, which has still to load its text",
        ),
    ],
)
def test_an_unrecognised_page_says_what_it_lacks(content: Content, said: str) -> None:
    """One clause that names the evidence."""
    answer = judge(content, EMPTY)
    assert answer is not None
    assert (answer.reason, answer.detail) == (Reason.UNRECOGNISED, said)


@pytest.mark.parametrize(
    "content",
    [
        Content(ADDRESS, scripts=0, main=(Paragraph("Laddar …"),)),
        Content(ADDRESS, scripts=1, main=(Paragraph("Laddar …"), Paragraph("Regionen ingår i tre samarbeten."))),
        Content(ADDRESS, scripts=1, main=(Paragraph("Regionen ingår i tre samarbeten."),)),
    ],
)
def test_a_word_of_loading_beside_text_or_without_scripts_is_a_page(content: Content) -> None:
    """Only a page that is nothing else waits for its script."""
    assert judge(content, EMPTY) is None


def test_a_body_without_its_end_says_so() -> None:
    """Where it had one before."""
    endless = Content(ADDRESS, "Samarbeten", main=(Paragraph("Tre samarbeten."),), has_end_tag=False)
    answer = judge(endless, EMPTY, had_end_tag=True)
    assert answer is not None
    assert answer.detail == "the body ends without </html>, which it had before"
