"""The page's own date is read in every form in which pages write it, and no other date is taken for it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.swedish.date_lines import bare_date, date_line
from scraper.swedish.since import member_since

DATES = [
    ("Europa Uppdaterad: 2 november 2023 Lästid: 2 minuter", "2023-11-02", None),
    ("(Uppdaterad 9 september 2022)", "2022-09-09", None),
    ("Senast modifierad 2022-09-09 08:31", "2022-09-09", "08:31"),
    ("Innehåll senast uppdaterat: 9 september 2022", "2022-09-09", None),
    ("Sidinformation uppdaterad 9 september 2022", "2022-09-09", None),
    ("Ändringsdatum: 9 september 2022", "2022-09-09", None),
    ("Innehållet på sidan uppdaterades senast den 9 september 2022", "2022-09-09", None),
    ("Senast uppdaterad: fre, 09/09/2022 - 14:05", "2022-09-09", "14:05"),
    ("Senast uppdaterad: 9 september 2022", "2022-09-09", None),
    ("Senast uppdaterad 9 september 2022", "2022-09-09", None),
    ("Senast uppdaterad den 9 september 2022", "2022-09-09", None),
    ("Senast uppdaterad: den 9 september 2022", "2022-09-09", None),
    ("Senast uppdaterad: fredag 9 september 2022", "2022-09-09", None),
    ("Senast uppdaterad fredagen den 9 september 2022", "2022-09-09", None),
    ("Uppdaterad 98-11-03", "1998-11-03", None),
    ("Uppdaterad 22-09-09", "2022-09-09", None),
    ("Senast uppdaterad: 9 sep 2022", "2022-09-09", None),
    ("Senast uppdaterad: 9 sept. 2022", "2022-09-09", None),
    ("Senast uppdaterad: 2022-09-09", "2022-09-09", None),
    ("Senast uppdaterad: 2022‑09‑09", "2022-09-09", None),
    ("Senast uppdaterad: 9/9 2022", "2022-09-09", None),
    ("Senast uppdaterad: 9/9/2022", "2022-09-09", None),
    ("Senast uppdaterad: 09.09.2022", "2022-09-09", None),
    ("Senast uppdaterad: 20220909", "2022-09-09", None),
    ("Senast uppdaterad: 2022-09-09 kl. 14.05", "2022-09-09", "14:05"),
    ("Senast uppdaterad: 9 september 2022 14:05", "2022-09-09", "14:05"),
    ("Senast uppdaterad: 9 september 2022, kl 8.05", "2022-09-09", "08:05"),
    ("Senast uppdaterad: 2022-09-09T14:05", "2022-09-09", "14:05"),
    ("Sidan uppdaterad: 9 september 2022", "2022-09-09", None),
    ("Sidan senast uppdaterad: 2018-09-17 08.22", "2018-09-17", "08:22"),
    ("Senast uppdaterad: 2018-07-13 08:31", "2018-07-13", "08:31"),
    ("Sidan är senast uppdaterad 2018-07-13", "2018-07-13", None),
    ("Sidan uppdaterades 2018-07-13", "2018-07-13", None),
    ("Sidan uppdaterades senast den 13 juli 2018", "2018-07-13", None),
    ("Sidan ändrades 13 juli 2018", "2018-07-13", None),
    ("Sidan senast ändrad 13 juli 2018", "2018-07-13", None),
    ("Den här sidan uppdaterades senast 13 juli 2018", "2018-07-13", None),
    ("Denna sida uppdaterades senast: 13 juli 2018", "2018-07-13", None),
    ("Uppdaterad 10 september 2021 Lämna synpunkter på innehållet", "2021-09-10", None),
    ("Uppdaterat: 4 juni 2020", "2020-06-04", None),
    ("Uppdaterad: 4 juni 2020 av Testa Testsson", "2020-06-04", None),
    ("Uppdaterad av Testa Testsson 4 juni 2020", "2020-06-04", None),
    ("Senast uppdaterad av: Testa Testsson 4 juni 2020", "2020-06-04", None),
    ("Publicerad 2015-03-12, Uppdaterad 2021-11-18", "2021-11-18", None),
    ("Publicerad: 2015-03-12 Uppdaterad: 2021-11-18", "2021-11-18", None),
    ("Uppdaterad: 2021-11-18 Publicerad: 2015-03-12", "2021-11-18", None),
    ("Publicerad 12 mars 2015 | Senast uppdaterad 18 november 2021", "2021-11-18", None),
    ("Senast granskad: 2022-01-01. Senast uppdaterad: 2021-11-18", "2021-11-18", None),
    ("SENAST UPPDATERAD: 18 NOVEMBER 2021", "2021-11-18", None),
    ("Senast ändrad • 2020-05-04", "2020-05-04", None),
    ("Senast ändrad: 2020-05-04", "2020-05-04", None),
    ("Senast redigerad 4 maj 2020", "2020-05-04", None),
    ("Senaste uppdatering: 4 maj 2020", "2020-05-04", None),
    ("Ändringsdatum: 2020-05-04", "2020-05-04", None),
    ("Informationen uppdaterades 4 maj 2020", "2020-05-04", None),
    ("Innehållet senast uppdaterat: 4 maj 2020", "2020-05-04", None),
    ("Last updated: 9 September 2022", "2022-09-09", None),
    ("Last updated September 9, 2022", "2022-09-09", None),
    ("Page last updated on 9 September 2022", "2022-09-09", None),
    ("Last modified: 2022-09-09", "2022-09-09", None),
    ("Updated: 9 Sep 2022", "2022-09-09", None),
    ("Sidan publicerades 2 maj 2019 och uppdaterades senast 9 september 2022", "2022-09-09", None),
    ("Sidinformation Senast uppdaterad: 2022-09-09", "2022-09-09", None),
    ("Sidansvarig: Testa Testsson Senast uppdaterad: 9 september 2022", "2022-09-09", None),
    ("Listan uppdaterad 2022-09-09", "2022-09-09", None),
    ("Listan är uppdaterad 9 september 2022.", "2022-09-09", None),
    ("Uppgifterna är uppdaterade den 9 september 2022", "2022-09-09", None),
    ("Datum för senaste uppdatering 9 september 2022", "2022-09-09", None),
    ("Publicerad 2015-03-12, datum för senaste uppdatering: 2022-09-09", "2022-09-09", None),
    ("Page updated: September 9, 2022", "2022-09-09", None),
    ("Senast uppdaterad: 22-09-09", "2022-09-09", None),
    ("Uppdaterad 2022-09-09T23:30:00Z", "2022-09-10", "01:30"),
    ("Dela Skriv ut Senast uppdaterad: 9 september 2022", "2022-09-09", None),
]


@pytest.mark.parametrize(("line", "day", "time"), DATES)
def test_every_form_of_the_date_line(line: str, day: str, time: str | None) -> None:
    """Label, colon or none, words, figures, weekday, time of day and English variants."""
    found = date_line(line)
    assert found is not None
    assert (found.date, found.time) == (date.fromisoformat(day), time)


@pytest.mark.parametrize(
    "line",
    [
        "Senast uppdaterad:",
        "Senast uppdaterad",
        "Sidan uppdaterad:",
        "Uppdaterad",
        "Uppdaterad den",
        "Last updated:",
        "Senast uppdaterad: juni 2020",
    ],
)
def test_a_label_alone_has_no_date(line: str) -> None:
    """A label whose value comes from elsewhere is known as one."""
    found = date_line(line)
    assert found is not None
    assert found.alone


@pytest.mark.parametrize("line", ["Senast uppdaterad: 31 februari 2022", "Senast uppdaterad: 2022-13-01"])
def test_an_impossible_date_is_no_date(line: str) -> None:
    """The label stands, its date is none."""
    found = date_line(line)
    assert found is not None
    assert found.date is None


OTHERS = [
    "Publicerad: 9 september 2022",
    "Senast granskad: 9 september 2022",
    "Sidan granskad 9 september 2022",
    "Sidan senast granskad den 26 juli 2022",
    "Nästa sammanträde: 9 september 2022",
    "© 2022 Region Provland",
    "Copyright 2022",
    "Mandatperiod 2022-10-15 till 2026-10-14",
    "9 september 2022",
    "Strategin uppdaterades av regionfullmäktige och gäller från 2022.",
    "En uppdaterad handlingsplan antogs den 3 mars 2021.",
    "Skapad 2022-09-09",
    "Uppdatera din webbläsare",
    "Vi uppdaterar sidan varje vecka.",
    "",
]


@pytest.mark.parametrize("line", OTHERS)
def test_what_is_not_the_date_line(line: str) -> None:
    """Publication, review, meetings, copyright, and running text give nothing."""
    assert date_line(line) is None


TIMES = [
    ("Senast uppdaterad:", ("2022-09-09T06:30:00Z",), "2022-09-09", "08:30"),
    ("Senast uppdaterad:", ("2022-09-09T23:30:00+00:00",), "2022-09-10", "01:30"),
    ("Senast uppdaterad:", ("2022-12-09T23:30:00+00:00",), "2022-12-10", "00:30"),
    ("Senast uppdaterad:", ("2022-09-09T08:30:00+02:00",), "2022-09-09", "08:30"),
    ("Senast uppdaterad:", ("2022-09-09",), "2022-09-09", None),
    ("Senast uppdaterad:", ("2022-09-09T08:30",), "2022-09-09", "08:30"),
    ("Senast uppdaterad: 9 september 2022", ("2022-09-09T06:30:00Z",), "2022-09-09", None),
    ("Senast uppdaterad:", ("nonsense", "2022-09-09"), "2022-09-09", None),
]


@pytest.mark.parametrize(("line", "times", "day", "time"), TIMES)
def test_a_datetime_attribute_is_shown_in_stockholm_time(
    line: str, times: tuple[str, ...], day: str, time: str | None
) -> None:
    """A written date wins; where only the attribute has one, its offset is turned into Stockholm's."""
    found = date_line(line, times)
    assert found is not None
    assert (found.date, found.time) == (date.fromisoformat(day), time)


BARE = [
    ("9 september 2022", "2022-09-09", None),
    ("2022-09-09", "2022-09-09", None),
    ("2022-09-09 08:30", "2022-09-09", "08:30"),
    ("den 9 september 2022", "2022-09-09", None),
    ("fredag 9 september 2022 kl. 08.30", "2022-09-09", "08:30"),
    (": 9 september 2022", "2022-09-09", None),
]


@pytest.mark.parametrize(("line", "day", "time"), BARE)
def test_a_date_in_its_own_block(line: str, day: str, time: str | None) -> None:
    """A block that is nothing but a date can follow a label's block."""
    found = bare_date(line)
    assert found is not None
    assert (found.date, found.time) == (date.fromisoformat(day), time)


@pytest.mark.parametrize(
    "line", ["9 september 2022 antogs planen", "Möte 9 september 2022", "2022", "", "31 februari 2022"]
)
def test_a_block_that_is_more_than_a_date(line: str) -> None:
    """Running text with a date in it is no date."""
    assert bare_date(line) is None


SINCE = [
    ("Kommunen blev 2004-02-03 medlem i ERB.", "2004-02-03"),
    ("Förbundet bildades 1957 och kommunen har varit medlem sedan dess.", "1957"),
    ("Staden undertecknade avtalet 2009 och är sedan dess medlem.", "2009"),
    ("Kommunen är en del av nätverket sedan 2013.", "2013"),
    ("Provkommun gick in som delägare år 2000.", "2000"),
    ("Kommunen har varit med i nätverket från och med 2014.", "2014"),
    ("Kommunen gick in som medlem 2017.", "2017"),
    ("Kommunen blev 2013 medlem i nätverket, som grundades 1985.", "2013"),
    ("Kommunen blev medlem i nätverket, som grundades 1985, år 2013.", "2013"),
    ("Region Kronoberg har varit medlem sedan organisationen bildades februari 1998 (tidigare Förbundet).", "1998-02"),
    ("Region Provland blev medlem år 2016. Medlemskapet ger tillgång till metoder.", "2016"),
    ("Kommunen blev medlem 2016.", "2016"),
    ("2016 blev staden medlem i nätverket.", "2016"),
    ("Hösten 2009 gick kommunen med.", "2009"),
    ("Staden har varit ansluten till nätverket sedan 2010.", "2010"),
    ("Kommittén är medlem i Provrådets gränsgrupp sedan 1980.", None),
    ("Föreningen är ett nätverk som kommunen är medlem i sedan 2004.", "2004"),
    ("Medlemskapet tecknades 2014.", "2014"),
    ("Regionen har varit medlem alltsedan 1989.", "1989"),
    ("Kommunen lämnade nätverket 2010 men är åter medlem sedan 2022.", "2022"),
    ("Kommunen lämnade samverkan 2019 och återinträdde den 1 januari 2023.", "2023-01-01"),
    ("Regionen har sedan 1 mars 2018 ingått i samarbetet.", "2018-03-01"),
    ("Regionen kom med 2010 och lämnade arbetsutskottet 2020.", "2010"),
    ("Samverkan har funnits sedan 1972 och Provstad har deltagit från starten.", None),
    ("Vårt medlemskap inleddes i januari 2007.", "2007-01"),
    ("Regionen ansökte 2014 och antogs som medlem 2015.", "2015"),
    ("Medlemsår: 2014", "2014"),
    ("Kommunen är medlem sen 2008.", "2008"),
    ("Kommunen blev medlem i nätverket den 1 mars 2016.", "2016-03-01"),
    ("Kommunen är medlem sedan 2004.", "2004"),
    ("Medlem sedan 1998", "1998"),
    ("Medlem sedan: 1998", "1998"),
    ("Medlem sedan maj 1998", "1998-05"),
    ("Staden blev invald i nätverket 1998.", "1998"),
    ("Kommunen fick medlemskap 1998.", "1998"),
    ("Medlemskapet gäller från 1 maj 1998.", "1998-05-01"),
    *((f"{label} 1998", "1998") for label in ("Medlem:", "Medlemskap:", "Inträde:", "Ansluten", "Med sedan",
                                              "År för medlemskap:", "Anslutningsår:", "Ansluten sedan:")),
    ("Kommunen gick med 2004.", "2004"),
    ("Kommunen gick med i nätverket i januari 2004.", "2004-01"),
    ("Regionen anslöt sig till nätverket 2010.", "2010"),
    ("Regionen inträdde som medlem 2010-05-03.", "2010-05-03"),
    ("Vi ingår sedan den 1 juni 2020 i E-samverkan Norr.", "2020-06-01"),
    ("Sedan februari 2007 ingår kommunen i Provcities.", "2007-02"),
    ("Sedan 2012 är Region Provland medlem i nätverket.", "2012"),
    ("Nätverket bildades 1990. Kommunen har varit med sedan 1995.", "1995"),
    ("Kommunen har varit medlem i nätverket sedan starten 1990.", "1990"),
    ("Region Provland har varit medlem i NSN sedan 2003 och deltar i två grupper.", "2003"),
    ("Region Provland har varit medlem i nätverket från och med 2003.", "2003"),
    ("Vi har varit medlemmar sedan hösten 2003.", "2003"),
    ("Region Provland är sedan 2003 medlem i nätverket.", "2003"),
    ("Region Provland har sedan 2003 varit medlem i nätverket.", "2003"),
    ("År 2003 blev Region Provland medlem.", "2003"),
    ("I mars 2003 gick Region Provland med i nätverket.", "2003-03"),
    ("Medlemskapet inleddes 2003.", "2003"),
    ("Medlemskapet i nätverket inleddes i mars 2010.", "2010-03"),
    ("Region Provland beviljades medlemskap 2016.", "2016"),
    ("Region Provland valdes in 2016.", "2016"),
    ("Region Provland har tillhört nätverket sedan 2016.", "2016"),
    ("Region Provland är fullvärdig medlem från 2016.", "2016"),
    ("Region Provland blev medlem i Vision 2030 år 2015.", "2015"),
    ("Region Provland blev medlem i Vision 2030 redan under våren 2015.", "2015"),
    ("Region Provland gick med i Agenda 2040 den 7 mars 2019.", "2019-03-07"),
    ("Region Provland gick med i Agenda 2040 i mars 2019.", "2019-03"),
    ("Regionen blev medlem i Testa Städer 2016.", "2016"),
    ("Nätverket är medlem i Provunionen sedan 2001. Kommunen har varit medlem sedan 1998.", "1998"),
    ("Kyrkan var med och bildade förbundet 1947.", "1947"),
    ("Kommunen var med redan när organisationen startade 1992.", "1992"),
    ("Regionen var en av grundarna när nätverket bildades 1998.", "1998"),
    ("Vi gick in som medlemmar hösten 2012.", "2012"),
    ("Medlem: 2011–", "2011"),
    ("Unionen har 70 medlemsstäder. Testköping är en av dem sedan 1992.", "1992"),
    ("Kommunen var först med att bli medlem, 1983.", "1983"),
    ("Med sedan 2011", "2011"),
    ("Anslutningsår: 2015", "2015"),
    ("Regionen är fullvärdig medlem sedan 2010, och var dessförinnan observatör från 2007.", "2010"),
    ("Region Provland återinträdde 2019 efter några års uppehåll.", "2019"),
    ("Medlemskapet trädde i kraft den 1 april 2009.", "2009-04-01"),
    ("Sedan årsskiftet 2019/2020 är regionen medlem.", "2020"),
    ("Region Provland joined in 2004.", "2004"),
    ("Region Provland has been a member of the CPTR since May 2004.", "2004-05"),
    ("The region became a full member of the network in 2004.", "2004"),
    ("Region Provland valde 2022 att gå med i nätverket.", "2022"),
    ("Fullmäktige beslutade den 3 mars 2020 att kommunen ska bli medlem.", "2020-03-03"),
    ("Medlem fr o m 2007", "2007"),
    ("Our membership dates back to 2004.", "2004"),
    ("Kommunen tillhör sedan 2013 nätverket.", "2013"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "since"), SINCE)
def test_since_when_a_membership_lasts(text: str, since: str) -> None:
    """A year, a month or a day, as precisely as the page says."""
    assert member_since(text) == since


@pytest.mark.parametrize(
    "text",
    [
        "Energy Cities bildades 1990 och är ett europeiskt nätverk.",
        "Nätverket har 30 medlemmar från 12 länder.",
        "Kommunen var medlem 1998–2004.",
        "Regionens Testa Testsson (M) ingår som suppleant sedan 1 juli 2025.",
        "Testa Testsson (M) är medlem i styrelsen sedan 2019.",
        "Kommunen var medlem från 1998 till 2004.",
        "Kommunen lämnade nätverket 2010.",
        "Kommunen beslutade 2019 att inte bli medlem.",
        "Eva Provdal (C) has been a member of the board since 2019.",
        "Strategin antogs 2017.",
        "Regionen har varit medlem sedan 1990-talet.",
        "Samarbetet inleddes 1998.",
        "Medlemmarna träffas sedan länge tre gånger per år.",
        "",
        "Nätverket startade den 20 augusti 1985 och har 30 medlemmar.",
    ],
)
def test_what_is_no_beginning_of_a_membership(text: str) -> None:
    """A network's own founding and a membership that ended are not it."""
    assert member_since(text) is None


def test_a_year_in_the_name_is_no_date() -> None:
    """ "Klubb 2050" is joined in 2019, or at a time that nobody says; and what it joined itself is its own affair."""
    assert member_since("Kommunen blev medlem i Klubb 2050 hösten 2019.", ("Klubb 2050", "")) == "2019"
    assert member_since("Kommunen blev medlem i Klubb 2050.", ("Klubb 2050", "")) is None
    assert member_since("Klubb 2050 blev medlem i Provunionen 2021.", ("Klubb 2050", "")) is None


@given(st.text(max_size=80))
def test_no_text_makes_the_date_readers_raise(text: str) -> None:
    """Any text ends in a value or None."""
    for line in (text, f"Senast uppdaterad: {text}"):
        date_line(line, (text,))
        bare_date(line)
        member_since(line)


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    """ISO form and the written Swedish form say the same day."""
    months = "januari,februari,mars,april,maj,juni,juli,augusti,september,oktober,november,december"
    for written in (
        day.isoformat(),
        f"{day.day} {months.split(',')[day.month - 1]} {day.year}",
        f"{day.day}/{day.month} {day.year}",
    ):
        found = date_line(f"Senast uppdaterad: {written}")
        assert found is not None
        assert found.date == day


def test_a_date_told_by_its_age_stands_in_its_time_element() -> None:
    """ "Uppdaterad för tre dagar sedan": the element's datetime is the date, in Stockholm."""
    line = date_line("Uppdaterad för tre dagar sedan (1 februari)", ("2023-02-01T23:15:00+00:00",))
    assert line is not None
    assert (str(line.date), line.time) == ("2023-02-02", "00:15")
    bare = date_line("Senast uppdaterad för tre dagar sedan")
    assert bare is not None
    assert bare.date is None
    assert date_line("Uppdaterad för att passa alla") is None
