"""Is this the page that we know? Evidence against a look, without a past and with one (DESIGN §4). Pure.

    content, reading -> judge() -> redirected away | truncated | unrecognised | a wall | None
    before, reading, changes -> judge_against() -> implausible | incomplete | None

Each answer's detail is one clause that names the evidence that decided.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sized
from urllib.parse import urlsplit

from records.changes import ChangeKind, ChangeSet
from records.forms import fold, role_key
from records.outcome import CannotTell, Reason
from records.page import Collaboration, Official, PageRecord, Representative
from scraper.content import Content
from scraper.judge.walls import wall
from scraper.reading import Reading


def judge(
    content: Content,
    reading: Reading,
    *,
    requested: str | None = None,
    final: str | None = None,
    had_end_tag: bool | None = None,
) -> CannotTell | None:
    """Absolute evidence that this is not the page; None when there is none.

    requested and final: the address asked for and the one that answered. had_end_tag: the page's earlier bodies ended
    with </html> (None: there are none).
    """
    return (
        (_sent_away(requested, final) if requested and final else None)
        or _cut(content, had_end_tag=bool(had_end_tag))
        or (None if _seats(reading.record) else wall(content, dated=reading.record.last_updated is not None))
        or _unrecognised(content, reading)
    )


def _cut(content: Content, *, had_end_tag: bool) -> CannotTell | None:
    if content.cut:
        return CannotTell(Reason.TRUNCATED, f"the body ends inside the content, in {content.cut}")
    if had_end_tag and not content.has_end_tag:
        return CannotTell(Reason.TRUNCATED, "the body ends without </html>, which it had before")
    return None


def _unrecognised(content: Content, reading: Reading) -> CannotTell | None:
    if content.scripts and len(content.main) == 1 and _LOADING.fullmatch(content.main[0].text):
        return CannotTell(Reason.UNRECOGNISED, "the page is only a script, which has still to load its text")
    if content.main:
        return None
    if content.frames:
        return CannotTell(Reason.UNRECOGNISED, "the page is only a frame around another")
    if content.scripts and not content.rest:
        return CannotTell(Reason.UNRECOGNISED, "the page is only a script, with no text of its own")
    if content.rest or reading.record.title:
        return CannotTell(Reason.UNRECOGNISED, "no main content was found on the page")
    return CannotTell(Reason.UNRECOGNISED, "the page has neither title nor text")


_LOADING = re.compile(r"(?:laddar|läser in|loading|vänta|please wait|var god vänta)\b.{0,30}", re.IGNORECASE)
_START_PAGES = re.compile(r"/?(?:sv|en|start|startsida|home|hem|se)?/?", re.IGNORECASE)
_INDEX_FILES = re.compile(r"/(?:index|default|start|startsida|home)\.\w{2,5}$", re.IGNORECASE)
_ERROR_ADDRESS = re.compile(
    r"(?:^|[/._-])(?:40[34]|410|50[0-4]|error|errors|fel|felsida|not-?found|page-?not-?found|"
    r"sidan-(?:finns-inte|hittades-inte|kunde-inte-hittas|saknas)|maintenance|underhall)(?:$|[/._-])",
    re.IGNORECASE,
)
_LOGIN_ADDRESS = re.compile(
    r"(?:^|[/._-])(?:login|logon|log-in|logga-?in|inloggning|sign-?in|saml2?|adfs|sso|oauth2?|idp|wp-login)(?:$|"
    r"[/._-])",
    re.IGNORECASE,
)
_BOT_ADDRESS = re.compile(r"(?:^|[/._-])(?:captcha|challenge|blocked|(?:cookie-?)?consent)(?:$|[/._-])", re.IGNORECASE)


def _sent_away(requested: str, final: str) -> CannotTell | None:
    """A redirect that gives another page away by its address; most redirects within a site are a page that moved."""
    asked, came = urlsplit(requested), urlsplit(final)
    here, there = _path(asked.path), _path(came.path)
    for pattern, reason, kind in (
        (_LOGIN_ADDRESS, Reason.BLOCKED, "a login page"),
        (_BOT_ADDRESS, Reason.BLOCKED, "a wall"),
        (_ERROR_ADDRESS, Reason.SOFT_404, "an error page"),
    ):
        if pattern.search(there) and not pattern.search(here):
            return CannotTell(reason, f"the site redirected to {kind}, {final}")
    if _site(asked.hostname) != _site(came.hostname):
        return CannotTell(Reason.REDIRECTED_AWAY, f"the page redirected to another site, {final}")
    if _START_PAGES.fullmatch(there) and not _START_PAGES.fullmatch(here):
        return CannotTell(Reason.REDIRECTED_AWAY, f"the page redirected to the site's start page, {final}")
    if here.startswith(f"{there}/"):
        return CannotTell(Reason.REDIRECTED_AWAY, f"the page redirected to a page above it, {final}")
    return None


def _site(host: str | None) -> str:
    return (host or "").lower().removeprefix("www.")


def _path(path: str) -> str:
    return _INDEX_FILES.sub("", path).rstrip("/").lower()


def judge_against(before: PageRecord, reading: Reading, changes: ChangeSet) -> CannotTell | None:
    """Evidence against a look from the latest accepted record; held, with the changes that would be told.

    changes: records.diff.diff(before, reading.record).
    """
    found = (
        _another_page(before, reading.record)
        or _lead_over_nobody(before, reading, changes)
        or _fewer_people(before, reading.record, changes)
        or _date_gone(before, reading)
    )
    if found is None:
        return None
    reason, detail = found
    return CannotTell(reason, detail, held=True, changes=changes)


Evidence = tuple[Reason, str]


def _another_page(before: PageRecord, after: PageRecord) -> Evidence | None:
    """Another title over another content: elections change the people, redesigns the words, but not all at once."""
    if not before.title or not after.title or fold(before.title) == fold(after.title):
        return None
    if not _marks(before) or _marks(before) & _marks(after):
        return None
    return Reason.IMPLAUSIBLE, f"another page, “{after.title}”, with nothing in common with “{before.title}”"


def _marks(record: PageRecord) -> frozenset[str]:
    """Whatever would be found again on the same page: names of people and collaborations, addresses, sentences."""
    organs = record.collaborations
    return frozenset(
        fold(mark)
        for mark in (
            *(organ.name for organ in organs),
            *(person.name for organ in organs for person in organ.representatives),
            *(person.name for organ in organs for person in organ.officials),
            *(person.name for organ in organs for person in organ.contacts),
            *(contact.name for contact in record.contacts),
            *(document.url for document in record.documents),
            *(text for organ in organs for text in organ.description),
            *record.intro,
        )
    )


def _lead_over_nobody(before: PageRecord, reading: Reading, changes: ChangeSet) -> Evidence | None:
    """A lead or a heading over nobody, in a collaboration that lost people: all of them, or all who had one role.

    An official in its prose may stay.
    """
    renamed = {fold(now): fold(was) for was, now in _renamings(changes)}
    had = {fold(organ.name): organ for organ in before.collaborations}
    for organ in reading.record.collaborations:
        key = fold(organ.name)
        announced = any(fold(name) == key for name in reading.leads_over_nobody)
        old = had.get(renamed.get(key, key))
        if not announced or old is None or len(_people(organ)) >= len(_people(old)):
            continue
        if not organ.representatives:
            return Reason.INCOMPLETE, f"the people of {organ.name} are announced, but nobody is listed"
        if role := _role_left_empty(old, organ):
            return Reason.INCOMPLETE, f"“{role}” of {organ.name} is announced, but nobody is listed"
    return None


def _role_left_empty(before: Collaboration, after: Collaboration) -> str | None:
    """A role that several had and nobody has now, none of them being left in any other."""
    names = {fold(person.name) for person in after.representatives}
    roles = {role_key(person.role) for person in after.representatives}
    held = [person for person in before.representatives if person.role and role_key(person.role) not in roles]
    for role in dict.fromkeys(person.role for person in held):
        holders = [person for person in held if person.role == role]
        if len(holders) > 1 and all(fold(person.name) not in names for person in holders):
            return role
    return None


def _renamings(changes: ChangeSet) -> list[tuple[str, str]]:
    return [
        (change.before["name"], change.after["name"])
        for change in changes.changes
        if change.kind is ChangeKind.COLLABORATION_RENAMED
        and isinstance(change.before, dict)
        and isinstance(change.after, dict)
    ]


def _fewer_people(before: PageRecord, after: PageRecord, changes: ChangeSet) -> Evidence | None:
    """More than half of the people gone, or all, with nobody in their places; of the representatives alone, or of all.

    A collaboration that leaves with its heading takes its people with it, as long as somebody stays.
    """
    return _fewer(before, after, changes, lambda organ: organ.representatives, "representatives") or _fewer(
        before, after, changes, _people, "people"
    )


def _fewer(
    before: PageRecord, after: PageRecord, changes: ChangeSet, whom: Callable[[Collaboration], Sized], kind: str
) -> Evidence | None:
    had, has = (sum(len(whom(organ)) for organ in record.collaborations) for record in (before, after))
    if had and not has:
        return Reason.IMPLAUSIBLE, f"none of the {had} {kind} that it named is left"
    left = {fold(change.subject or "") for change in changes.changes if change.kind is ChangeKind.COLLABORATION_REMOVED}
    stayed = sum(len(whom(organ)) for organ in before.collaborations if fold(organ.name) not in left)
    if 2 * has < stayed:
        return Reason.IMPLAUSIBLE, f"the {kind} fell from {stayed} to {has}, with nobody in their places"
    return None


def _people(organ: Collaboration) -> tuple[Representative | Official, ...]:
    return (*organ.representatives, *organ.officials)


def _seats(record: PageRecord) -> int:
    return sum(len(_people(organ)) for organ in record.collaborations)


def _date_gone(before: PageRecord, reading: Reading) -> Evidence | None:
    if before.last_updated is None or reading.record.last_updated is not None:
        return None
    if reading.date_label:
        return Reason.INCOMPLETE, "the date line stands without its date"
    return Reason.INCOMPLETE, f"the date line is gone, which said {before.last_updated.isoformat()}"
