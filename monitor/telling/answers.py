"""Answers from the history as tables and sentences, from the same JSON that scripts get (DESIGN §6)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from monitor.telling.news import change_lines
from monitor.telling.words import evidence, heads, say
from records.codec import change_set_from_json

if TYPE_CHECKING:
    from notifier.wording import Language, Names
    from storage.answers import Gap, Seat, Who

Table = tuple[Sequence[str], list[Sequence[object]]]


def _when(text: str | None, lang: Language) -> str:
    from notifier.wording import moment

    return moment(datetime.fromisoformat(text), lang) if text else say("never", lang)


def who_lines(answer: Who, lang: Language) -> Iterator[str]:
    """Page by page: when the state was observed, whether it could be read then, and collaboration by collaboration."""
    from notifier.wording import day, span

    for page in answer.pages:
        if page.observed is None:
            yield f"{page.page}: {say('nobody_yet', lang)}"
            continue
        when = span(page.observed.first, page.observed.last, lang)
        yield f"{page.page}: {say('observed', lang, when=when)}"
        if page.last_updated:
            yield f"  {say('own_date', lang, date=day(page.last_updated, lang))}"
        if page.unread:
            yield f"  {_unread(page.unread, lang)}"
        yield from _seat_lines([each for each in answer.representatives if each.page == page.page], lang)
    if answer.left_out:
        yield say("left_out", lang, pages=", ".join(answer.left_out))


def _unread(gap: Gap, lang: Language) -> str:
    from notifier.wording import moment

    since = moment(gap.since, lang)
    if gap.until is None:
        return say("unread_still", lang, since=since, reason=gap.reason)
    return say("unread", lang, since=since, until=moment(gap.until, lang), reason=gap.reason)


def _seat_lines(seats: Sequence[Seat], lang: Language) -> Iterator[str]:
    if not seats:
        yield f"  {say('nobody_matches', lang)}"
    for name in dict.fromkeys(each.collaboration for each in seats):
        yield f"  {name}"
        for each in seats:
            if each.collaboration == name:
                party = f" ({each.party})" if each.party else ""
                yield f"    {each.name}{party}" + (f", {each.role}" if each.role else "")


def person_table(answer: list[dict[str, Any]], lang: Language) -> Table:
    """Every seat, its beginning and end as the intervals that are known."""
    columns = heads(lang, "name", "party", "role", "collaboration", "page", "from", "until")
    rows: list[Sequence[object]] = [
        [
            each["name"],
            each["party"],
            each["role"],
            each["collaboration"],
            each["page"],
            bounds(each["from"], lang),
            bounds(each["until"], lang) if each["until"] else say("still", lang),
        ]
        for each in answer
    ]
    return columns, rows


def bounds(between: dict[str, str | None], lang: Language) -> str:
    """A moment known as an interval: "mellan … och …", "före …"."""
    after, by = between["after"], between["by"]
    if after is None or by is None:
        return say("at_first_look", lang, by=_when(by, lang))
    from monitor.telling.intervals import between as in_words

    return in_words(datetime.fromisoformat(after), datetime.fromisoformat(by), lang)


def history_lines(answer: list[dict[str, Any]], lang: Language, names: Names) -> Iterator[str]:
    """Every set of changes, newest first, as sentences."""
    for each in answer:
        imported = f" ({say('imported', lang)})" if each["imported"] else ""
        yield f"{_when(each['detected_at'], lang)}  {each['page']}  #{each['id']}{imported}"
        yield from (f"  {line}" for line in change_lines(change_set_from_json(each), lang, names))


def history_rows(answer: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One flat row a change, for CSV."""
    for each in answer:
        for change in each["changes"]:
            yield {
                **{key: each[key] for key in ("id", "page", "detected_at", "imported")},
                **change,
                "before": _flat(change["before"]),
                "after": _flat(change["after"]),
            }


def _flat(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def snapshot_table(answer: list[dict[str, Any]], lang: Language) -> Table:
    """When each state was seen, and what date the page itself claimed."""
    columns = heads(lang, "id", "page", "first_seen", "last_seen", "looks", "last_updated")
    rows: list[Sequence[object]] = [
        [
            each["id"],
            each["page"],
            _when(each["first_seen"], lang),
            _when(each["last_seen"], lang),
            each["looks"],
            each["last_updated"],
        ]
        for each in answer
    ]
    return columns, rows


def gap_table(answer: list[dict[str, Any]], lang: Language) -> Table:
    """When the page could not be read, why, and what came in its place."""
    columns = heads(lang, "id", "page", "first_seen", "last_seen", "looks", "reason", "detail", "status", "bytes")
    rows: list[Sequence[object]] = [
        [
            each["id"],
            each["page"],
            _when(each["first_seen"], lang),
            _when(each["last_seen"], lang),
            each["looks"],
            each["reason"],
            evidence(each["detail"] or "", lang),
            each["status"],
            each["bytes"],
        ]
        for each in answer
    ]
    return columns, rows


def alert_table(answer: list[dict[str, Any]], lang: Language) -> Table:
    """The outbox, newest first."""
    columns = heads(lang, "id", "state", "recipient", "subject", "attempts", "next_attempt", "last_error")
    rows: list[Sequence[object]] = [
        [
            each["id"],
            say(each["state"], lang),
            each["recipient"],
            each["subject"],
            each["attempts"],
            _when(each["next_attempt"], lang) if each["next_attempt"] else "",
            each["last_error"],
        ]
        for each in answer
    ]
    return columns, rows


def status_table(answer: dict[str, Any], lang: Language) -> Table:
    """How every page stands."""
    columns = heads(lang, "page", "outcome", "reason", "last_good", "failures", "next_look")
    rows: list[Sequence[object]] = [
        [
            each["page"],
            say(each["outcome"], lang) if each["outcome"] else say("never", lang),
            each["reason"],
            _when(each["last_good"], lang),
            each["failures"],
            _when(each["next_look"], lang) if each["next_look"] else "",
        ]
        for each in answer["pages"]
    ]
    return columns, rows


def status_lines(answer: dict[str, Any], lang: Language) -> Iterator[str]:
    """The outbox, and the answer in a sentence."""
    alerts = answer["alerts"]
    oldest = f" ({say('oldest', lang, oldest=_when(alerts['oldest'], lang))})" if alerts["oldest"] else ""
    yield say("queue", lang, queued=alerts["queued"], undeliverable=alerts["undeliverable"]) + oldest
    unseen = [each["page"] for each in answer["pages"] if each["outcome"] is None]
    if unseen:
        yield say("unseen", lang, pages=", ".join(unseen))
    if answer["ok"]:
        yield say("all_well", lang)
    elif alerts["queued"] or alerts["undeliverable"] or any(each["reason"] for each in answer["pages"]):
        yield say("trouble", lang)
    elif not unseen:
        yield say("overdue", lang)
