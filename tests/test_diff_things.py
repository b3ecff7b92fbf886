"""Officials, contacts, members and documents; the title, the date and the flags."""

from datetime import date

from records.changes import Change, ChangeKind, ChangeSet
from records.diff import diff
from records.page import Collaboration, Contact, Document, Official, Organisation, PageRecord, Representative

K = ChangeKind
HEAD = Official("Testa Testsson", "utvecklingsdirektör", "chefsgruppen")


def page(**parts: object) -> PageRecord:
    """A page with one collaboration that has these parts."""
    people = (Representative("Ylva Provsson", "M", "ledamot"),)
    return PageRecord("Sida", collaborations=(Collaboration("Alfa", representatives=people, **parts),))  # type: ignore[arg-type]


def told(before: PageRecord, after: PageRecord) -> list[Change]:
    return list(diff(before, after).changes)


def official(name: str, title: str | None, body: str | None) -> dict[str, str | None]:
    return {"name": name, "title": title, "body": body}


HEAD_VALUE = official("Testa Testsson", "utvecklingsdirektör", "chefsgruppen")


def test_officials_come_and_go() -> None:
    """With their title and body."""
    without, with_head = page(), page(officials=(HEAD,))
    assert told(without, with_head) == [Change(K.OFFICIAL_ADDED, "Alfa", "Testa Testsson", None, HEAD_VALUE)]
    assert told(with_head, without) == [Change(K.OFFICIAL_REMOVED, "Alfa", "Testa Testsson", HEAD_VALUE, None)]


def test_an_official_who_is_replaced_goes_and_another_comes() -> None:
    """In page order, who went first."""
    other = Official("Bo Exempelsson", "utvecklingsdirektör", "chefsgruppen")
    assert [(change.kind, change.subject) for change in told(page(officials=(HEAD,)), page(officials=(other,)))] == [
        (K.OFFICIAL_REMOVED, "Testa Testsson"),
        (K.OFFICIAL_ADDED, "Bo Exempelsson"),
    ]


def test_an_officials_title_body_or_spelling_changes() -> None:
    """The same person: one change with both values."""
    for after in (
        official("Testa Testsson", "regiondirektör", "chefsgruppen"),
        official("Testa Testsson", "utvecklingsdirektör", "styrgruppen"),
        official("Testa Testsson", None, None),
        official("Testa Testson", "utvecklingsdirektör", "chefsgruppen"),
        official("Testa Testson", "utvecklingsdirektör", None),
        official("Testa Testson", None, None),
        official("TESTA Testsson", "regiondirektör", "chefsgruppen"),
    ):
        found = told(page(officials=(HEAD,)), page(officials=(Official(**after),)))  # type: ignore[arg-type]
        assert found == [Change(K.OFFICIAL_CHANGED, "Alfa", after["name"], HEAD_VALUE, after)]


def test_a_near_name_with_another_title_is_another_official() -> None:
    """What both lines give must not differ in everything."""
    other = Official("Testa Testson", "regiondirektör", "styrgruppen")
    assert [change.kind for change in told(page(officials=(HEAD,)), page(officials=(other,)))] == [
        K.OFFICIAL_REMOVED,
        K.OFFICIAL_ADDED,
    ]


def contact(name: str, title: str | None = None, phone: str | None = None, email: str | None = None) -> Contact:
    return Contact(name, title, phone, email)


def test_contacts_of_the_page_and_of_a_collaboration() -> None:
    """The page's own have no collaboration; one that went from the one to the other is gone here and new there."""
    on_page = PageRecord("Sida", collaborations=page().collaborations, contacts=(contact("Testa Testsson"),))
    under = page(contacts=(contact("Testa Testsson"),))
    value = {"name": "Testa Testsson", "title": None, "phone": None, "email": None}
    assert told(page(), on_page) == [Change(K.CONTACT_ADDED, None, "Testa Testsson", None, value)]
    assert told(under, on_page) == [
        Change(K.CONTACT_ADDED, None, "Testa Testsson", None, value),
        Change(K.CONTACT_REMOVED, "Alfa", "Testa Testsson", value, None),
    ]


def test_a_contacts_details_change() -> None:
    """Title, phone, e-mail or spelling: one change."""
    before = contact("Testa Testsson", "samordnare", "0470-58 80 00", "testa@example.org")
    for after in (
        contact("Testa Testsson", "chef", "0470-58 80 00", "testa@example.org"),
        contact("Testa Testsson", "samordnare", "0470-58 80 01", "testa@example.org"),
        contact("Testa Testsson", "samordnare", "0470-58 80 00", "t@example.org"),
        contact("Testa Testsson", None, None, None),
        contact("Testa Testson", "samordnare", "0470-58 80 00", "testa.testson@example.org"),
    ):
        found = told(page(contacts=(before,)), page(contacts=(after,)))
        assert [(change.kind, change.subject) for change in found] == [(K.CONTACT_CHANGED, after.name)]


def test_a_number_or_address_written_otherwise_is_no_change() -> None:
    """Grouping, country prefix and case; a title begins with a capital where it stands on a line of its own."""
    before = contact("Testa Testsson", "Samordnare", "0470-58 80 00", "Testa@example.org")
    after = contact("Testa Testsson", "samordnare", "+46 470 588000", "testa@example.org ")
    assert told(page(contacts=(before,)), page(contacts=(after,))) == []


def test_another_contact_replaces() -> None:
    """One goes, one comes."""
    found = told(page(contacts=(contact("Testa Testsson", "chef"),)), page(contacts=(contact("Bo Ek", "chef"),)))
    assert [change.kind for change in found] == [K.CONTACT_REMOVED, K.CONTACT_ADDED]


def test_members_come_and_go() -> None:
    """By name; with their country."""
    one, two = Organisation("Region Blekinge"), Organisation("Kaliningrad län", "RU")
    value = {"name": "Kaliningrad län", "country": "RU"}
    assert told(page(members=(one, two)), page(members=(one,))) == [
        Change(K.MEMBER_ORGANISATION_REMOVED, "Alfa", "Kaliningrad län", value, None)
    ]
    assert told(page(members=(one,)), page(members=(two, one))) == [
        Change(K.MEMBER_ORGANISATION_ADDED, "Alfa", "Kaliningrad län", None, value)
    ]


def test_a_member_written_otherwise_is_the_same_member() -> None:
    """A country that was added, or an accent, is a change of text; where a sentence tells it, only that."""
    before, after = Organisation("Klaipeda län"), Organisation("Klaipėda län", "LT")
    assert told(page(members=(before,)), page(members=(after,))) == [
        Change(K.TEXT_CHANGED, "Alfa", None, {"text": "Klaipeda län"}, {"text": "Klaipėda län (LT)"})
    ]
    with_text = (
        page(members=(before,), description=("Medlem är Klaipeda län.",)),
        page(members=(after,), description=("Medlem är Klaipėda län (LT).",)),
    )
    assert told(*with_text) == [
        Change(
            K.TEXT_CHANGED,
            "Alfa",
            None,
            {"text": "Medlem är Klaipeda län."},
            {"text": "Medlem är Klaipėda län (LT)."},
        )
    ]
    assert told(page(members=(Organisation("Region Alfa"),)), page(members=(Organisation("REGION Alfa"),))) == []


def test_a_year_of_membership_outside_any_sentence_is_told_as_a_text() -> None:
    """A table may give it alone; a sentence that gives it is told instead."""
    assert told(page(member_since="2016"), page(member_since="2017-01")) == [
        Change(K.TEXT_CHANGED, "Alfa", None, {"text": "2016"}, {"text": "2017-01"})
    ]
    assert told(page(), page(member_since="2016")) == [Change(K.TEXT_CHANGED, "Alfa", None, None, {"text": "2016"})]
    before = page(member_since="2016", description=("Medlem 2016.",))
    after = page(member_since="2017", description=("Medlem 2017.",))
    assert len(told(before, after)) == 1


def with_documents(*documents: Document) -> PageRecord:
    return PageRecord("Sida", documents=documents)


PLAN = Document("Plan 2022", "https://example.org/plan.pdf", "pdf")
PLAN_VALUE = {"label": "Plan 2022", "url": "https://example.org/plan.pdf", "format": "pdf"}


def test_documents_come_and_go() -> None:
    """Subject is the label."""
    assert told(with_documents(), with_documents(PLAN)) == [
        Change(K.DOCUMENT_ADDED, None, "Plan 2022", None, PLAN_VALUE)
    ]
    assert told(with_documents(PLAN), with_documents()) == [
        Change(K.DOCUMENT_REMOVED, None, "Plan 2022", PLAN_VALUE, None)
    ]


def test_a_document_keeps_its_address_or_its_label() -> None:
    """Either one carries it over; both new is another document."""
    relabelled = Document("Plan 2023", "https://example.org/plan.pdf", "pdf")
    assert told(with_documents(PLAN), with_documents(relabelled)) == [
        Change(
            K.DOCUMENT_CHANGED,
            None,
            "Plan 2023",
            PLAN_VALUE,
            {"label": "Plan 2023", "url": "https://example.org/plan.pdf", "format": "pdf"},
        )
    ]
    elsewhere = Document("Plan 2022", "https://example.org/ny.pdf", "pdf")
    assert [change.kind for change in told(with_documents(PLAN), with_documents(elsewhere))] == [K.DOCUMENT_CHANGED]
    other = Document("Plan 2023", "https://example.org/ny.pdf", "pdf")
    assert [change.kind for change in told(with_documents(PLAN), with_documents(other))] == [
        K.DOCUMENT_REMOVED,
        K.DOCUMENT_ADDED,
    ]
    same = Document("Plan 2022", "https://EXAMPLE.org/plan.pdf", None)
    assert told(with_documents(PLAN), with_documents(same)) == []


def test_the_title() -> None:
    """Of the page itself."""
    assert told(PageRecord("Sida"), PageRecord("Sidan")) == [
        Change(K.TITLE_CHANGED, None, None, {"text": "Sida"}, {"text": "Sidan"})
    ]
    assert told(PageRecord(None), PageRecord("Sida")) == [Change(K.TITLE_CHANGED, None, None, None, {"text": "Sida"})]
    assert told(PageRecord("Sida"), PageRecord(None)) == [Change(K.TITLE_CHANGED, None, None, {"text": "Sida"}, None)]


def dated(day: date | None, title: str = "Sida", time: str | None = None) -> PageRecord:
    return PageRecord(title, last_updated=day, last_updated_time=time)


MAY, JUNE = date(2022, 5, 1), date(2022, 6, 1)


def test_the_date_alone() -> None:
    """date_only; and date_regressed where it went backwards."""
    assert diff(dated(MAY), dated(JUNE)) == ChangeSet(
        (Change(K.LAST_UPDATED_CHANGED, None, None, "2022-05-01", "2022-06-01"),), date_only=True
    )
    assert diff(dated(JUNE), dated(MAY)) == ChangeSet(
        (Change(K.LAST_UPDATED_CHANGED, None, None, "2022-06-01", "2022-05-01"),),
        date_only=True,
        date_regressed=True,
    )


def test_a_date_that_came_or_went_did_not_go_backwards() -> None:
    """Absent on one side is null; one that is gone has not moved."""
    came, went = diff(dated(None), dated(MAY)), diff(dated(MAY), dated(None))
    assert came == ChangeSet((Change(K.LAST_UPDATED_CHANGED, None, None, None, "2022-05-01"),), date_only=True)
    assert went == ChangeSet((Change(K.LAST_UPDATED_CHANGED, None, None, "2022-05-01", None),))


def flags(changes: ChangeSet) -> tuple[bool, bool, bool]:
    return changes.silent_edit, changes.date_only, changes.date_regressed


def test_a_silent_edit_is_content_without_the_date() -> None:
    """Only where the page gives a date; a later time of the same day is no silence."""
    assert flags(diff(dated(MAY), dated(MAY, "Ny"))) == (True, False, False)
    assert flags(diff(dated(MAY), dated(JUNE, "Ny"))) == (False, False, False)
    assert flags(diff(dated(JUNE), dated(MAY, "Ny"))) == (False, False, True)
    assert flags(diff(dated(None), dated(None, "Ny"))) == (False, False, False)
    assert flags(diff(dated(MAY, time="08:31"), dated(MAY, "Ny", "08:31"))) == (True, False, False)
    assert flags(diff(dated(MAY, time="08:31"), dated(MAY, "Ny", "09:15"))) == (False, False, False)
    assert flags(diff(dated(MAY, time="08:31"), dated(MAY, "Ny"))) == (True, False, False)


def test_another_time_of_the_same_day_is_no_change() -> None:
    """The date is what a reader is told."""
    assert diff(dated(MAY, time="08:31"), dated(MAY, time="09:15")) == ChangeSet()


def test_the_weightiest_group_comes_first() -> None:
    """People, officials, collaborations, members, documents, the date, contacts, texts."""
    before = PageRecord("Sida", last_updated=MAY, collaborations=(Collaboration("Alfa"),))
    after = PageRecord(
        "Ny sida",
        last_updated=JUNE,
        intro=("Text.",),
        documents=(PLAN,),
        contacts=(contact("Bo Ek"),),
        collaborations=(
            Collaboration(
                "Alfa",
                "A",
                members=(Organisation("Region Blekinge"),),
                representatives=(Representative("Ylva Provsson"),),
                officials=(HEAD,),
            ),
        ),
    )
    assert [change.kind for change in told(before, after)] == [
        K.REPRESENTATIVE_ADDED,
        K.OFFICIAL_ADDED,
        K.COLLABORATION_RENAMED,
        K.MEMBER_ORGANISATION_ADDED,
        K.DOCUMENT_ADDED,
        K.LAST_UPDATED_CHANGED,
        K.CONTACT_ADDED,
        K.TITLE_CHANGED,
        K.TEXT_CHANGED,
    ]


def test_the_order_of_a_list_never_counts() -> None:
    """Also where two in it share a name, an address or, but for its accents, a spelling."""
    for one, other in (
        (
            page(officials=(Official("Bo Ek", "chef"), Official("Bo Ek", "utvecklare"))),
            page(officials=(Official("Bo Ek", "utvecklare"), Official("Bo Ek", "chef"))),
        ),
        (
            page(contacts=(contact("Bo Ek", "chef"), contact("Bo Ek", "samordnare"))),
            page(contacts=(contact("Bo Ek", "samordnare"), contact("Bo Ek", "chef"))),
        ),
        (
            page(members=(Organisation("Åland"), Organisation("Aland"), Organisation("Åland", "FI"))),
            page(members=(Organisation("Åland", "FI"), Organisation("Aland"), Organisation("Åland"))),
        ),
        (
            page(members=(Organisation("Åland", "FI"), Organisation("Aland"))),
            page(members=(Organisation("Aland"), Organisation("Åland", "FI"))),
        ),
        (
            with_documents(PLAN, Document("Bilaga", "https://example.org/plan.pdf", "pdf")),
            with_documents(Document("Bilaga", "https://example.org/plan.pdf", "pdf"), PLAN),
        ),
    ):
        assert told(one, other) == []


def test_a_name_goes_before_its_spelling_without_accents() -> None:
    """Members that got a country are those of that very name."""
    before = page(members=(Organisation("Aland"), Organisation("Åland")))
    after = page(members=(Organisation("Åland", "FI"), Organisation("Aland", "FI")))
    assert told(before, after) == [
        Change(K.TEXT_CHANGED, "Alfa", None, {"text": "Åland Aland"}, {"text": "Åland (FI) Aland (FI)"})
    ]


def test_a_page_without_a_title_has_none_that_changed() -> None:
    """Whatever else did."""
    assert [change.kind for change in told(PageRecord(None), PageRecord(None, intro=("Text.",)))] == [K.TEXT_CHANGED]


def test_a_country_and_a_year_outside_any_sentence_are_told_together() -> None:
    """In one text; a year that is gone leaves nothing behind."""
    before = page(members=(Organisation("Klaipeda län"),), member_since="2016")
    after = page(members=(Organisation("Klaipeda län", "LT"),), member_since="2017")
    assert told(before, after) == [
        Change(K.TEXT_CHANGED, "Alfa", None, {"text": "Klaipeda län 2016"}, {"text": "Klaipeda län (LT) 2017"})
    ]
    assert told(page(member_since="2016"), page()) == [Change(K.TEXT_CHANGED, "Alfa", None, {"text": "2016"}, None)]
