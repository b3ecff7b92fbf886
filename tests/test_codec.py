"""Records survive their JSON form, and equal records have equal digests."""

from datetime import date

from records.changes import Change, ChangeKind, ChangeSet, Group
from records.codec import (
    cannot_tell_to_json,
    canonical,
    change_set_from_json,
    change_set_to_json,
    digest,
    record_from_json,
    to_json,
)
from records.outcome import CannotTell, Reason
from records.page import Collaboration, Contact, Document, Link, Organisation, PageRecord, Representative

PAGE = PageRecord(
    title="Internationella samarbeten",
    last_updated=date(2022, 9, 9),
    last_updated_time="08:31",
    intro=("Ett gott liv.",),
    documents=(Document("Handlingsplan", "https://example.org/plan.pdf", "pdf"),),
    collaborations=(
        Collaboration(
            name="Euroregion Baltic",
            abbreviation="ERB",
            member_since="1998-02",
            homepage=Link("ERB:s hemsida", "https://example.org/"),
            members=(Organisation("Klaipeda län", "LT"),),
            representatives=(Representative("Roland Gustbée", "M", "ledamot"),),
            contacts=(Contact("Testa Testsson", "samordnare"),),
        ),
    ),
    contacts=(Contact("Slawomir Demkowicz Dobrzanski"),),
)


def test_a_record_survives_its_json() -> None:
    """What was written is read back, equal in every part."""
    for record in (PAGE, PageRecord(title=None), PageRecord("Sida", collaborations=(Collaboration("Alfa"),))):
        assert record_from_json(to_json(record)) == record


def test_the_json_has_the_documented_keys() -> None:
    """Absent values are null and lists may be empty; no key is left out."""
    data = to_json(PageRecord(title=None))
    assert data == {
        "title": None,
        "last_updated": None,
        "last_updated_time": None,
        "intro": [],
        "documents": [],
        "collaborations": [],
        "contacts": [],
    }


def test_equal_records_have_equal_digests_and_others_do_not() -> None:
    """The digest is a function of the values alone."""
    assert digest(record_from_json(to_json(PAGE))) == digest(PAGE)
    assert digest(PageRecord(title="Internationella samarbeten")) != digest(PAGE)
    assert canonical({"b": 1, "a": "å"}) == '{"a":"å","b":1}'


def test_a_change_set_survives_its_json() -> None:
    """Kinds come back as kinds, flags as flags."""
    title = Change(ChangeKind.TITLE_CHANGED, None, None, {"text": "A"}, {"text": "B"})
    date_alone = Change(ChangeKind.LAST_UPDATED_CHANGED, None, None, "2022-09-09", "2022-09-02")
    silent = ChangeSet((title,), silent_edit=True)
    for changes in (silent, ChangeSet((date_alone,), date_only=True, date_regressed=True)):
        assert change_set_from_json(change_set_to_json(changes)) == changes


def test_an_answer_that_cannot_tell_says_why() -> None:
    """The reason by its name, and the detail."""
    answer = CannotTell(Reason.TRUNCATED, "the body ends inside the content")
    said = {"reason": "truncated", "detail": "the body ends inside the content"}
    assert cannot_tell_to_json(answer) == {"cannot_tell": said}


def test_every_kind_has_the_group_of_the_design() -> None:
    """Groups are what a subscriber asks for."""
    groups = {kind.value: kind.group for kind in ChangeKind}
    assert groups["role_changed"] is groups["name_respelled"] is Group.REPRESENTATIVES
    assert groups["member_organisation_removed"] is Group.MEMBERS
    assert groups["collaboration_renamed"] is Group.COLLABORATIONS
    assert groups["last_updated_changed"] is Group.LAST_UPDATED
    assert groups["representative_moved"] is groups["party_changed"] is Group.REPRESENTATIVES
    assert groups["official_changed"] is Group.OFFICIALS
    assert groups["contact_added"] is Group.CONTACTS
    assert groups["document_changed"] is Group.DOCUMENTS
    assert groups["homepage_changed"] is groups["title_changed"] is groups["text_changed"] is Group.TEXTS
