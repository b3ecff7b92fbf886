"""With a past, a part that is gone holds a look as incomplete, and a mass disappearance as implausible."""

from dataclasses import replace
from datetime import date

from records.changes import Change, ChangeKind, ChangeSet
from records.outcome import CannotTell, Reason
from records.page import Collaboration, Contact, Official, PageRecord, Representative
from scraper.judge import judge_against
from scraper.reading import BareHeading, Claim, Reading


def organ(name: str, *people: str) -> Collaboration:
    return Collaboration(name, representatives=tuple(Representative(person, "M", "ledamot") for person in people))


ERB = organ("Euroregion Baltic", "Testa Testsson", "Ylva Provsson", "Pelle Låtsas", "Frida Fiktiv")
SBHSS = organ("Sydsverige", "Henrik Hittepå", "Bosse Påhitt", "Elin Exempel")
CITIES = organ("Energy Cities", "Micke Mall")
BEFORE = PageRecord("Samarbeten", date(2022, 9, 9), collaborations=(ERB, SBHSS, CITIES), intro=("Tre samarbeten.",))


def judged(after: PageRecord, *changes: Change, before: PageRecord = BEFORE, **more: object) -> CannotTell | None:
    reading = replace(Reading(after), **more)  # type: ignore[arg-type]
    return judge_against(before, reading, ChangeSet(changes))


def gone(name: str) -> Change:
    return Change(ChangeKind.COLLABORATION_REMOVED, name, name, {"name": name, "abbreviation": None})


def reason(answer: CannotTell | None) -> Reason | None:
    return answer.reason if answer else None


def test_the_same_page_is_good() -> None:
    """Nothing is held against an equal record."""
    assert judged(BEFORE) is None


def test_an_election_is_a_change() -> None:
    """Eight new names for eight old ones are believed at once."""
    new = tuple(organ(each.name, *(f"Ny {each.name}{n}" for n in "1234")) for each in BEFORE.collaborations)
    assert judged(replace(BEFORE, collaborations=new)) is None


def test_half_of_the_people_may_leave() -> None:
    """Four of eight is a change; five of eight is held."""
    half = (organ("Euroregion Baltic", "Testa Testsson"), organ("Sydsverige", "Henrik Hittepå", "Elin Exempel"), CITIES)
    assert judged(replace(BEFORE, collaborations=half)) is None
    less = (organ("Euroregion Baltic"), SBHSS, organ("Energy Cities"))
    answer = judged(replace(BEFORE, collaborations=less))
    assert reason(answer) is Reason.IMPLAUSIBLE
    assert answer is not None
    assert answer.held
    assert "from 8 to 3" in answer.detail


def test_new_people_elsewhere_stand_in_the_places_of_those_who_left() -> None:
    """A page whose people moved to a new collaboration has not lost them."""
    after = (organ("Östersjörådet", "Nya Nilsson", "Nyare Nilsson", "Nyast Nilsson", "Nyss Nilsson"),)
    assert judged(replace(BEFORE, collaborations=after), gone("Sydsverige"), gone("Energy Cities")) is None


def test_nobody_left_is_implausible() -> None:
    """A page that named people and names none is held, though all its headings are gone too."""
    answer = judged(
        PageRecord("Samarbeten", date(2022, 9, 9), intro=("Tre samarbeten.",)),
        *(gone(each.name) for each in BEFORE.collaborations),
    )
    assert reason(answer) is Reason.IMPLAUSIBLE


def test_officials_do_not_stand_in_for_representatives() -> None:
    """All politicians behind a script: the civil servants whom the prose names make the page no more plausible."""
    officials = tuple(Official(f"Prosa Provsson{letter}", "strateg") for letter in "abcdefgh")
    before = replace(BEFORE, collaborations=(replace(ERB, officials=officials), SBHSS))
    after = replace(BEFORE, collaborations=(replace(ERB, representatives=(), officials=officials), organ("Sydsverige")))
    assert reason(judged(after, before=before)) is Reason.IMPLAUSIBLE


def test_a_collaboration_that_leaves_with_its_heading_is_a_change() -> None:
    """Its people leave with it, be they more than half."""
    after = replace(BEFORE, collaborations=(SBHSS,))
    assert judged(after, gone("Euroregion Baltic"), gone("Energy Cities")) is None


def test_a_heading_that_stands_on_takes_nobody_with_it() -> None:
    """Its people count among those who are gone: four of eight with their heading is a change, over nothing a fall."""
    after = replace(BEFORE, collaborations=(organ("Sydsverige", "Henrik Hittepå", "Elin Exempel"), CITIES))
    assert judged(after, gone(ERB.name)) is None
    bare = (BareHeading(ERB.name, ("Ett samarbete.",)),)
    assert reason(judged(after, gone(ERB.name), bare_headings=bare)) is Reason.IMPLAUSIBLE


def test_a_lead_over_nobody_is_incomplete() -> None:
    """The one seat of Energy Cities emptied under its lead sentence is held, with what would be told."""
    after = replace(BEFORE, collaborations=(ERB, SBHSS, organ("Energy Cities")))
    change = Change(ChangeKind.REPRESENTATIVE_REMOVED, "Energy Cities", "Micke Mall")
    answer = judged(after, change, leads_over_nobody=("Energy Cities",))
    assert reason(answer) is Reason.INCOMPLETE
    assert answer is not None
    assert answer.changes.changes == (change,)
    assert "Energy Cities" in answer.detail


def test_a_lead_that_never_had_anybody_is_no_evidence() -> None:
    """Only a part that the page had can be missing."""
    before = replace(BEFORE, collaborations=(ERB, SBHSS, organ("Energy Cities")))
    assert judged(before, before=before, leads_over_nobody=("Energy Cities",)) is None


def test_an_official_in_the_prose_does_not_fill_an_empty_list() -> None:
    """The civil servant that the description names stays; the politicians under the lead are gone."""
    official = Official("Greta Mall", "strateg", "chefsgruppen")
    before = replace(BEFORE, collaborations=(ERB, SBHSS, replace(CITIES, officials=(official,))))
    after = replace(BEFORE, collaborations=(ERB, SBHSS, replace(organ("Energy Cities"), officials=(official,))))
    assert reason(judged(after, before=before, leads_over_nobody=("Energy Cities",))) is Reason.INCOMPLETE
    assert judged(after, before=after, leads_over_nobody=("Energy Cities",)) is None


def test_a_heading_over_nobody_is_incomplete_beside_others() -> None:
    """All members are gone under their heading, the substitute stands; a role that one person left is a change."""
    substitute = Representative("Ylva Ersson", "S", "ersättare")
    before = replace(BEFORE, collaborations=(replace(ERB, representatives=(*ERB.representatives, substitute)), SBHSS))
    after = replace(before, collaborations=(replace(ERB, representatives=(substitute,)), SBHSS))
    answer = judged(after, before=before, leads_over_nobody=("Euroregion Baltic",))
    assert reason(answer) is Reason.INCOMPLETE
    assert judged(after, before=after, leads_over_nobody=("Euroregion Baltic",)) is None
    left = replace(before, collaborations=(ERB, SBHSS))
    assert judged(left, before=before, leads_over_nobody=("Euroregion Baltic",)) is None


def test_a_renamed_collaboration_keeps_its_past() -> None:
    """An empty list under a new name is still an empty list."""
    after = replace(BEFORE, collaborations=(ERB, SBHSS, organ("Energistäder")))
    names = ({"name": "Energy Cities"}, {"name": "Energistäder"})
    renamed = Change(ChangeKind.COLLABORATION_RENAMED, "Energistäder", "Energistäder", *names)
    answer = judged(after, renamed, leads_over_nobody=("Energistäder",))
    assert answer is not None
    assert answer.detail == "the people of Energistäder are announced, but nobody is listed"


def test_a_lead_that_lost_nobody_does_not_hide_the_next_one() -> None:
    """The first is a line more over a list that stands; the second has lost its list."""
    after = replace(BEFORE, collaborations=(ERB, SBHSS, organ("Energy Cities")))
    answer = judged(after, leads_over_nobody=(ERB.name, "Energy Cities"))
    assert answer is not None
    assert answer.detail == "the people of Energy Cities are announced, but nobody is listed"


def test_a_date_that_is_gone_is_incomplete() -> None:
    """The whole line, or its date alone; a first date is an addition."""
    after = replace(BEFORE, last_updated=None)
    line = judged(after)
    label = judged(after, date_label=True)
    assert reason(line) is reason(label) is Reason.INCOMPLETE
    assert line is not None
    assert label is not None
    assert "2022-09-09" in line.detail
    assert "without its date" in label.detail
    assert judged(BEFORE, before=after) is None


def test_a_first_list_is_an_addition() -> None:
    """People where none stood are no reason to doubt."""
    assert judged(BEFORE, before=PageRecord("Samarbeten", date(2022, 9, 9), intro=("Tre samarbeten.",))) is None


def test_another_page_of_the_site_is_implausible() -> None:
    """Another title over other people, other words and other organs is not this page after an election."""
    other = PageRecord("Regionstyrelsen", date(2023, 1, 1), collaborations=(organ("Regionstyrelsen", *"ABCDEFGH"),))
    answer = judged(other, *(gone(each.name) for each in BEFORE.collaborations))
    assert reason(answer) is Reason.IMPLAUSIBLE
    assert answer is not None
    assert "Regionstyrelsen" in answer.detail


def test_a_new_term_in_the_title_is_no_other_page() -> None:
    """An election on a page that is one list: its years and all its people change, and it is the same page."""
    before = PageRecord("Styrelsen 2019–2022", collaborations=(organ("Styrelsen 2019–2022", "Testa Testsson"),))
    after = PageRecord("Styrelsen 2023–2026", collaborations=(organ("Styrelsen 2023–2026", "Ylva Provsson"),))
    assert judged(after, before=before) is None


def test_a_new_title_alone_is_a_change() -> None:
    """The page may be renamed while its content stays."""
    assert judged(replace(BEFORE, title="Internationellt arbete")) is None


def test_officials_are_people_too() -> None:
    """A page that names only an official has lost everybody when he is gone."""
    before = PageRecord("Kansli", collaborations=(Collaboration("Kansliet", officials=(Official("Testa Testsson"),)),))
    after = PageRecord("Kansli", collaborations=(Collaboration("Kansliet", contacts=(Contact("Ylva Provsson"),)),))
    assert reason(judged(after, before=before)) is Reason.IMPLAUSIBLE


def test_a_doubt_says_who_is_missing_in_words() -> None:
    """The operator reads the clause; representatives are counted before all people."""
    less = judged(replace(BEFORE, collaborations=(organ("Euroregion Baltic"), SBHSS, organ("Energy Cities"))))
    assert less is not None
    assert less.detail == "the representatives fell from 8 to 3, with nobody in their places"
    officials = tuple(Official(f"{name} Provsson") for name in ("Ada", "Bo", "Cia"))
    before = PageRecord("Kansli", collaborations=(Collaboration("Kansliet", officials=officials),))
    after = PageRecord("Kansli", collaborations=(Collaboration("Kansliet", officials=officials[:1]),))
    fewer = judged(after, before=before)
    assert fewer is not None
    assert fewer.detail == "the people fell from 3 to 1, with nobody in their places"
    label = judged(replace(BEFORE, last_updated=None), date_label=True)
    assert label is not None
    assert label.detail == "the date line stands without its date"
    for had, said in (
        (CITIES, "the only person that it named is gone"),
        (SBHSS, "none of the 3 representatives that it named is left"),
        (organ("Paret", "Ada Par", "Bo Par"), "none of the 2 representatives that it named is left"),
    ):
        nobody = judged(
            replace(BEFORE, collaborations=()), gone(had.name), before=replace(BEFORE, collaborations=(had,))
        )
        assert nobody is not None
        assert nobody.detail == said


def test_a_page_without_a_title_is_no_other_page() -> None:
    """A title that is lost, or a first one, proves nothing about the content."""
    other = PageRecord(None, date(2023, 1, 1), collaborations=(organ("Regionstyrelsen", *"ABCDEFGH"),))
    assert reason(judged(other, *(gone(each.name) for each in BEFORE.collaborations))) is None
    untitled = replace(BEFORE, title=None)
    titled = replace(other, title="Regionstyrelsen")
    assert reason(judged(titled, *(gone(each.name) for each in BEFORE.collaborations), before=untitled)) is None


def test_a_role_whose_people_took_other_roles_is_not_missing() -> None:
    """Two members who became substitutes have not vanished under their heading; two who left have."""
    chair = Representative("Ylva Ersson", "S", "ordförande")
    two = (Representative("Ada Provsson", "M", "ledamot"), Representative("Bo Provsson", "C", "ledamot"))
    before = replace(BEFORE, collaborations=(Collaboration("Rådet", representatives=(chair, *two)), ERB))
    now_substitutes = tuple(replace(each, role="ersättare") for each in two)
    others = (chair, now_substitutes[0])
    after = replace(before, collaborations=(Collaboration("Rådet", representatives=others), ERB))
    assert reason(judged(after, before=before, leads_over_nobody=("Rådet",))) is None
    left = replace(before, collaborations=(Collaboration("Rådet", representatives=(chair,)), ERB))
    answer = judged(left, before=before, leads_over_nobody=("Rådet",))
    assert answer is not None
    assert answer.detail == "“ledamot” of Rådet is announced, but nobody is listed"


def test_people_without_a_role_leave_no_heading_empty() -> None:
    """There is no role that somebody would be missing in."""
    chair = Representative("Ylva Ersson", "S", "ordförande")
    plain = (Representative("Ada Provsson", "M"), Representative("Bo Provsson", "C"))
    before = replace(BEFORE, collaborations=(Collaboration("Rådet", representatives=(chair, *plain)), ERB))
    after = replace(before, collaborations=(Collaboration("Rådet", representatives=(chair,)), ERB))
    assert reason(judged(after, before=before, leads_over_nobody=("Rådet",))) is None


def test_a_role_that_somebody_new_has_is_not_missing() -> None:
    """One new member for two who left: fewer people, and a list that is filled."""
    chair = Representative("Ylva Ersson", "S", "ordförande")
    two = (Representative("Ada Provsson", "M", "ledamot"), Representative("Bo Provsson", "C", "ledamot"))
    before = replace(BEFORE, collaborations=(Collaboration("Rådet", representatives=(chair, *two)), ERB))
    new = (chair, Representative("Cia Provsson", "M", "ledamot"))
    after = replace(before, collaborations=(Collaboration("Rådet", representatives=new), ERB))
    assert judged(after, before=before, leads_over_nobody=("Rådet",)) is None


def test_a_list_that_left_with_its_lead_is_incomplete() -> None:
    """The collaboration still stands there, and nobody in it; where a word, an empty seat or a move says why, it is a
    change.
    """
    after = replace(BEFORE, collaborations=(ERB, organ("Sydsverige"), CITIES))
    removed = Change(ChangeKind.REPRESENTATIVE_REMOVED, "Sydsverige", "Elin Exempel", {"name": "Elin Exempel"})
    answer = judged(after, removed)
    assert reason(answer) is Reason.INCOMPLETE
    assert answer is not None
    assert "Sydsverige" in answer.detail
    said = Change(ChangeKind.TEXT_CHANGED, "Sydsverige", None, None, {"text": "Ingen är utsedd."})
    assert judged(after, removed, said) is None
    assert judged(after, removed, replace(said, before={"text": "Åtta är utsedda."})) is None
    assert reason(judged(after, removed, replace(said, after={"text": "De utsedda är:"}))) is Reason.INCOMPLETE
    heads = tuple(Claim(2 * at, "heading: organ", f"collaborations[{at}]") for at in range(3))
    assert judged(after, removed, claims=(*heads, Claim(3, "entry: empty seat", "vacant seat"))) is None
    assert judged(after, removed, claims=(*heads, Claim(5, "entry: empty seat", "vacant seat"))) is not None
    assert judged(after, removed, claims=(heads[0], heads[2], Claim(1, "entry: empty seat", "vacant seat"))) is not None
    later = tuple(each._replace(block=each.block + 2) for each in heads)
    assert judged(after, removed, claims=(*later, Claim(1, "entry: empty seat", "vacant seat"))) is not None
    titles = (Claim(4, "heading: organ", "collaborations[0]"), Claim(6, "heading: organ", "collaborations[2]"))
    assert judged(after, removed, claims=(*titles, Claim(1, "entry: empty seat", "vacant seat"))) is None
    seat = {"name": "Elin Exempel", "party": "M", "role": "ledamot"}
    moved = Change(
        ChangeKind.REPRESENTATIVE_MOVED,
        "Energy Cities",
        "Elin Exempel",
        {**seat, "collaboration": "Sydsverige"},
        {**seat, "collaboration": "Energy Cities"},
    )
    assert judged(after, removed, moved) is None


def test_a_renamed_collaboration_without_its_list_is_incomplete() -> None:
    """Another name is nothing in the place of its people."""
    after = replace(BEFORE, collaborations=(ERB, organ("Sydsverige i Bryssel"), CITIES))
    renamed = Change(
        ChangeKind.COLLABORATION_RENAMED,
        "Sydsverige i Bryssel",
        "Sydsverige i Bryssel",
        {"name": "Sydsverige", "abbreviation": None},
        {"name": "Sydsverige i Bryssel", "abbreviation": None},
    )
    assert reason(judged(after, renamed)) is Reason.INCOMPLETE


def test_a_heading_that_lost_its_people_is_incomplete() -> None:
    """Without them it names no collaboration, and yet it has not left; a new word under it says why."""
    cities = replace(CITIES, description=("Nätverket bildades 1990.",))
    before = replace(BEFORE, collaborations=(ERB, SBHSS, cities))
    after = replace(BEFORE, collaborations=(ERB, SBHSS))
    bare = BareHeading("Energy Cities", ("Nätverket bildades 1990.",))
    answer = judged(after, gone("Energy Cities"), before=before, bare_headings=(bare,))
    assert reason(answer) is Reason.INCOMPLETE
    said = replace(bare, texts=(*bare.texts, "Ingen är utsedd."))
    assert judged(after, gone("Energy Cities"), before=before, bare_headings=(said,)) is None
    assert judged(after, gone("Energy Cities"), before=before, bare_headings=(replace(bare, name="Energi"),)) is None
    seat = {"name": "Micke Mall", "party": "M", "role": "ledamot"}
    places = ({**seat, "collaboration": "Energy Cities"}, {**seat, "collaboration": ERB.name})
    moved = Change(ChangeKind.REPRESENTATIVE_MOVED, ERB.name, "Micke Mall", *places)
    assert judged(after, gone("Energy Cities"), moved, before=before, bare_headings=(bare,)) is None
    empty = replace(BEFORE, collaborations=(ERB, SBHSS, organ("Energy Cities")))
    assert judged(after, gone("Energy Cities"), before=empty, bare_headings=(bare,)) is None
    line = replace(after, intro=(*after.intro, "Energy Cities"))
    assert reason(judged(line, gone("Energy Cities"), before=before)) is Reason.INCOMPLETE
    assert judged(before, before=before, bare_headings=(bare,)) is None  # a tab, and its panel with the people


def test_a_colon_over_nobody_is_incomplete() -> None:
    """A line of any words that ends in a colon announced somebody, and is now text with nobody under it."""
    beredning = replace(ERB, representatives=ERB.representatives[:2], description=("I beredningen:",))
    after = replace(BEFORE, collaborations=(beredning, SBHSS, CITIES))
    removed = Change(ChangeKind.REPRESENTATIVE_REMOVED, ERB.name, "Frida Fiktiv", {"name": "Frida Fiktiv"})
    text = Change(ChangeKind.TEXT_CHANGED, ERB.name, None, None, {"text": "I beredningen:"})
    answer = judged(after, removed, text)
    assert reason(answer) is Reason.INCOMPLETE
    assert answer is not None
    assert "I beredningen:" in answer.detail
    second = replace(BEFORE, collaborations=(SBHSS, beredning, CITIES))
    assert reason(judged(second, removed, text)) is Reason.INCOMPLETE
    renamed = replace(after, collaborations=(replace(beredning, name="Baltikum"), SBHSS, CITIES))
    names = Change(ChangeKind.COLLABORATION_RENAMED, "Baltikum", "Baltikum", {"name": ERB.name}, {"name": "Baltikum"})
    assert reason(judged(renamed, removed, text, names)) is Reason.INCOMPLETE
    filled = replace(beredning, description=("I beredningen:", "Två som utses i höst."))
    assert judged(replace(after, collaborations=(filled, SBHSS, CITIES)), removed, text) is None
    assert judged(replace(BEFORE, collaborations=(replace(ERB, description=("Kom:",)), SBHSS, CITIES))) is None
    bare = BareHeading("Energy Cities", ("I beredningen:",))
    gone_too = replace(BEFORE, collaborations=(ERB, SBHSS))
    assert reason(judged(gone_too, gone("Energy Cities"), bare_headings=(bare,))) is Reason.INCOMPLETE


def test_a_presidium_over_nobody_is_incomplete() -> None:
    """Its people still stand in the full list, but their offices are gone and the heading is not."""
    people = ("Testa Testsson", "Ylva Provsson", "Pelle Låtsas")
    offices = ("ordförande", "1:e vice ordförande", "ledamot")
    led = replace(ERB, representatives=tuple(map(lambda name, role: Representative(name, "M", role), people, offices)))
    before, after = replace(BEFORE, collaborations=(led,)), replace(BEFORE, collaborations=(organ(ERB.name, *people),))
    answer = judged(after, before=before, leads_over_nobody=(ERB.name,))
    assert reason(answer) is Reason.INCOMPLETE
    assert answer is not None
    assert "“ordförande”" in answer.detail
    assert judged(after, before=before) is None
    one = replace(led, representatives=(led.representatives[0], *after.collaborations[0].representatives[1:]))
    assert judged(after, before=replace(BEFORE, collaborations=(one,)), leads_over_nobody=(ERB.name,)) is None
