"""Two texts with the same comparison form are the same thing; all others are not."""

import unicodedata

import pytest

from records.forms import (
    fold,
    name_key,
    party_key,
    party_letters,
    phone_key,
    role_key,
    search_key,
    swedish_sort_key,
    text_key,
    undated,
    url_key,
)


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """A form is computed here, whatever was asked before."""
    for remembering in (party_key, role_key, search_key):
        remembering.cache_clear()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ett  gott\u00a0liv", "Ett gott liv"),
        ("Gustb\u00e9e", unicodedata.normalize("NFD", "Gustb\u00e9e")),
        ("sam\u00adarbete", "samarbete"),
        ("”Ett gott liv”", '"Ett gott liv"'),
        ("regionens’", "regionens'"),
        ("2022–2026", "2022-2026"),
        ("2022 – 2026", "2022-2026"),
        ("Britt‑Louise", "Britt-Louise"),
        ("grön omställning , hälsa", "grön omställning, hälsa"),
        ("( M )", "(M)"),
        ("och så vidare…", "och så vidare..."),
        ("\ufeffText\u200b", "Text"),
    ],
)
def test_typography_and_white_space_do_not_count(one: str, other: str) -> None:
    """What a reader cannot see, or sees as the same sign, is the same text."""
    assert text_key(one) == text_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Sida", "sida"), ("Öberg", "Oberg"), ("social- och", "social och"), ("a b", "ab")]
)
def test_letters_count_in_text(one: str, other: str) -> None:
    """Case, accents, hyphens and parted words are changes of text."""
    assert text_key(one) != text_key(other)


def test_names_are_compared_without_case_and_with_accents() -> None:
    """GUSTBÉE is Gustbée; Gustbee is another spelling."""
    assert name_key("ROLAND  GUSTBÉE") == name_key("Roland Gustbée")
    assert name_key("Roland Gustbée") != name_key("Roland Gustbee")
    assert fold("Energy cities ") == fold("Energy Cities")


@pytest.mark.parametrize(
    ("written", "sought"),
    [
        ("Roland Gustbée", "roland gustbee"),
        ("Öberg", "oberg"),
        ("Åsa Ärlig", "asa arlig"),
        ("Søren Æbelø", "soren aebelo"),
        ("Władysław", "wladyslaw"),
        ("Demkowicz-Dobrzanski", "demkowicz dobrzanski"),
        ("Anna K. Provsson", "anna k provsson"),
    ],
)
def test_searching_folds_every_accent(written: str, sought: str) -> None:
    """A reader finds a name from any keyboard."""
    assert search_key(written) == sought


def test_swedish_order_ends_with_a_ring_a_umlaut_o_umlaut() -> None:
    """x y z å ä ö, in plain binary order; é is e and ü is y."""
    names = ["Öman", "Åberg", "Ärlig", "Zeta", "Andersson", "Gustbée", "Gustbef", "Gustbed", "Über", "Yngve", "Ytter"]
    expected = "Andersson Gustbed Gustbée Gustbef Über Yngve Ytter Zeta Åberg Ärlig Öman"
    assert sorted(names, key=lambda name: swedish_sort_key(name).encode()) == expected.split()


def test_words_are_sorted_one_by_one() -> None:
    """A name goes before a longer one, a hyphen parts words like a space, and other signs do not count."""
    names = ["Anna-Lena Ek", "Anna Ek", "Anna  Lena (Å.)", "Annalena Ek", "Anna Öd"]
    expected = ["Anna Ek", "Anna-Lena Ek", "Anna  Lena (Å.)", "Anna Öd", "Annalena Ek"]
    assert sorted(names, key=lambda name: swedish_sort_key(name).encode()) == expected
    assert swedish_sort_key("Anna-Lena  Åd.") == "anna lena {d"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("M", "Moderaterna"),
        ("m", "Nya Moderaterna"),
        ("M", "(M)"),
        ("M", "Moderaterna (M)"),
        ("S", "Arbetarepartiet - Socialdemokraterna"),
        ("C", "Centern"),
        ("FP", "L"),
        ("Folkpartiet liberalerna", "Liberalerna"),
        ("KDS", "kd"),
        ("Mp", "Miljöpartiet de gröna"),
        ("Vägens Väl", "vägens väl"),
        ("opol.", "Opolitisk"),
    ],
)
def test_a_party_is_one_however_it_is_written(one: str, other: str) -> None:
    """Letters in any case, full names, and the names that the same party had before."""
    assert party_key(one) == party_key(other)


def test_different_parties_differ() -> None:
    """No two of the eight share a form, and an unknown party is itself; none is none."""
    assert len({party_key(party) for party in ("M", "S", "C", "L", "KD", "MP", "V", "SD", "VV", "-", None)}) == 11
    assert party_key(None) == party_key("") == ""


def test_letters_of_a_full_name() -> None:
    """Only a party's full name has letters; letters and other words have none."""
    assert party_letters("moderaterna") == "M"
    assert party_letters("Folkpartiet") == "L"
    assert party_letters("M") is None
    assert party_letters("ledamot") is None


@pytest.mark.parametrize(
    "written",
    [
        "1:e vice ordförande",
        "1:E VICE ORDFÖRANDE",
        "förste vice ordförande",
        "första vice ordförande",
        "1 vice ordf.",
        "1. vice ordförande",
        "1:a v. ordf",
        "1:a v ordf.",
        "1:e v.ordf.",
        "1:ste vice ordf",
        "1:e vordf",
        "1:e vice-ordförande",
    ],
)
def test_first_vice_chair_however_written(written: str) -> None:
    """One office, one form."""
    assert role_key(written) == "1 vice ordförande"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ers.", "ersättare"),
        ("ordf.", "ordförande"),
        ("v ordf", "vice ordförande"),
        ("ledamöter", "ledamot"),
        ("2:e vice ordförande", "andre vice ordf."),
        ("3:e vice ordförande", "tredje vice ordförande"),
        ("ordinarie ledamot", "ord. ledamot"),
        ("ledamot och rapportör", "rapportör, ledamot"),
        ("ledamot/rapportör", "ledamot & rapportör"),
    ],
)
def test_twins_of_roles(one: str, other: str) -> None:
    """Abbreviations, ordinals, number and order do not make another role."""
    assert role_key(one) == role_key(other)


def test_different_roles_differ() -> None:
    """Numbers, vice, qualifiers and none are all different roles."""
    roles = (
        "ledamot",
        "ersättare",
        "1:e ersättare",
        "2:e ersättare",
        "ordförande",
        "vice ordförande",
        "1:e vice ordförande",
        "2:e vice ordförande",
        "ordinarie ledamot",
        "adjungerad ledamot",
        "ledamot och rapportör",
        None,
    )
    assert len({role_key(role) for role in roles}) == len(roles)
    assert role_key(None) == ""


def test_telephone_numbers_are_their_digits() -> None:
    """Grouping and the country's own prefix do not make another number."""
    assert phone_key("+46 (0)470-58 80 00") == phone_key("0470-588000") == phone_key("0046 470 588000") == "0470588000"
    assert phone_key("+45 123") == "+45123"


def test_addresses_with_the_same_meaning_are_the_same() -> None:
    """Case of the host, an empty path and the way letters are escaped do not count; path, query and scheme do."""
    assert url_key("HTTPS://Example.org") == url_key("https://example.org/")
    assert url_key("https://example.org/håll plats") == url_key("https://example.org/h%C3%A5ll%20plats")
    distinct = ("https://example.org/a", "https://example.org/A", "http://example.org/a", "https://example.org/a?b=1")
    assert len({url_key(url) for url in (*distinct, "https://example.org/a#b")}) == 5


def test_what_is_no_address_is_its_own_form() -> None:
    """Whatever a page writes in a link, nothing is raised."""
    assert url_key(" http://[tjänst/ ") == "http://[tjänst/"
    assert url_key("http://a/\ud800") == "http://a/\ud800"


@pytest.mark.parametrize(
    "name",
    [
        "Kommunstyrelsen 2019–2022",
        "Kommunstyrelsen (2023-2026)",
        "Kommunstyrelsen, mandatperioden 2023–26",
        "Kommunstyrelsen för åren 2020/2021",
        "kommunstyrelsen",
    ],
)
def test_a_name_without_its_years(name: str) -> None:
    """Whatever term it is for; a number that is no year stays, and so does a name that is nothing else."""
    assert undated(name) == "kommunstyrelsen"
    assert (undated("Kommitté 27"), undated("2023")) == ("kommitté 27", "2023")
