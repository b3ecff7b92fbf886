"""The command line's own phrases, in both languages, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from records.page import PageRecord

if TYPE_CHECKING:
    from notifier.wording import Language

WORDS = {
    "baseline": ("första läsningen, sparad som utgångspunkt", "first look, kept as the baseline"),
    "changed": ("ändrad", "changed"),
    "unchanged": ("oförändrad", "unchanged"),
    "cannot-tell": ("kan inte avgöra", "cannot tell"),
    "held": ("hålls inne", "held back"),
    "released": ("hålls inte längre inne", "no longer held back"),
    "recovered": ("kan läsas igen", "can be read again"),
    "would_tell": ("Det här skulle ha meddelats:", "This is what would be told:"),
    "still_queued": (
        "Meddelanden i kö: {count}. Se: bevaka alerts",
        "Messages still queued: {count}. See: bevaka alerts",
    ),
    "accept": ("Godta med: bevaka accept {page}", "To accept it: bevaka accept {page}"),
    "no_changes": ("Inga ändringar.", "No changes."),
    "collaborations": ("samarbeten", "collaborations"),
    "collaboration": ("samarbete", "collaboration"),
    "representatives": ("företrädare", "representatives"),
    "representative": ("företrädare", "representative"),
    "updated": ("sidan uppdaterad", "page updated"),
    "no_date": ("sidan har inget datum", "the page has no date"),
    "nobody_yet": ("ingen uppgift: sidan hade inte lästs då", "nothing is known: the page had not been read by then"),
    "observed": ("så som sidan lästes {when}", "as the page was read {when}"),
    "own_date": ("sidans eget datum: {date}", "the page's own date: {date}"),
    "unread": (
        "sidan kunde inte läsas från {since} till {until} ({reason}); så löd den innan",
        "the page could not be read from {since} until {until} ({reason}); this is what it said before",
    ),
    "unread_still": (
        "sidan har inte kunnat läsas sedan {since} ({reason}); så löd den innan",
        "the page has not been readable since {since} ({reason}); this is what it said before",
    ),
    "left_out": (
        "Bevakas inte längre, och är inte med här: {pages}. Fråga med --page eller --on.",
        "No longer watched, and left out here: {pages}. Ask with --page or --on.",
    ),
    "nobody_matches": ("Ingen företrädare passar frågan.", "No representative matches."),
    "nobody_named": ("Ingen som heter ”{name}” finns i historiken.", "Nobody called “{name}” is in the history."),
    "at_first_look": ("före {by}", "before {by}"),
    "still": ("sitter kvar", "still there"),
    "imported": ("importerad", "imported"),
    "never": ("aldrig", "never"),
    "none": ("–", "–"),
    "all_well": ("Allt ses och levereras.", "Everything is being seen and delivered."),
    "trouble": ("Något fungerar inte.", "Something is failing."),
    "overdue": (
        "Sidorna läses inte när deras schema säger. Går bevaka run, eller cron? Läser cron mer sällan: "
        "säg det i schedule.",
        "Pages are not looked at when their schedule says. Is bevaka run, or cron, at work? Where cron looks less "
        "often, say so in schedule.",
    ),
    "queued": ("i kö", "queued"),
    "sent": ("skickat", "sent"),
    "undeliverable": ("kan inte levereras", "undeliverable"),
    "queue": (
        "Meddelanden: {queued} i kö, {undeliverable} som inte kan levereras",
        "Messages: {queued} queued, {undeliverable} undeliverable",
    ),
    "oldest": ("det äldsta sedan {oldest}", "the oldest since {oldest}"),
    "unseen": (
        "Ännu inte läst: {pages}. Läs med: bevaka check",
        "Not looked at yet: {pages}. Look with: bevaka check",
    ),
    "no_messages": ("Inga meddelanden.", "No messages."),
    "no_history": ("Inga ändringar passar frågan.", "No changes match."),
    "no_snapshots": ("Ingen sida har lästs ännu.", "No page has been read yet."),
    "no_gaps": ("Inga avbrott är kända.", "No interruptions are known."),
    "brought": (
        "nya kopior: {new}, fanns redan: {known}; nya lägen: {snapshots}, ändringar i historiken: {changes}",
        "new copies: {new}, known already: {known}; new states: {snapshots}, changes in the history: {changes}",
    ),
    "elsewhere": ("Överhoppade sidor på andra adresser: {count}", "Skipped pages of other addresses: {count}"),
    "copied": ("Hela historiken är kopierad. Antal sidor: {pages}.", "The whole history is copied. Pages: {pages}."),
    "readable_now": ("kan nu läsas", "can be read now"),
    "unreadable_now": ("kan inte längre läsas", "cannot be read any more"),
    "read_otherwise": ("läses nu så här i stället:", "is now read like this instead:"),
    "reparsed": ("Kontroller som nu läses annorlunda: {count}.", "Looks that are now read differently: {count}."),
    "reparsed_alike": ("Allt läses som förut.", "Everything is read as before."),
    "verified": (
        "Kontrollerade svar: {bodies}, lägen: {snapshots}; {faults} fel",
        "Bodies verified: {bodies}, snapshots: {snapshots}; faults: {faults}",
    ),
    "older_parser": (
        "Lägen som lästes av en äldre version: {count}. Läs om dem med: bevaka reparse",
        "Snapshots that were read by an older version: {count}. Read them again with: bevaka reparse",
    ),
    "backed_up": ("Säkerhetskopian är skriven och kontrollerad: {file}", "The backup is written and verified: {file}"),
    "restored": ("{file} har tagit databasens plats.", "{file} has taken the database's place."),
    "title": ("Titel", "Title"),
    "documents": ("Dokument", "Documents"),
    "contacts": ("Kontakt", "Contacts"),
    "member_since": ("medlem sedan", "member since"),
    "members": ("Medlemmar", "Members"),
    "homepage": ("Webbplats", "Homepage"),
    "nothing_claimed": ("Ingen regel läste:", "No rule read:"),
}

HEADS = {
    "page": ("sida", "page"),
    "collaboration": ("samarbete", "collaboration"),
    "name": ("namn", "name"),
    "party": ("parti", "party"),
    "role": ("roll", "role"),
    "from": ("tillträdde", "began"),
    "until": ("lämnade", "left"),
    "id": ("nr", "id"),
    "first_seen": ("sedd från", "first seen"),
    "last_seen": ("sedd till", "last seen"),
    "looks": ("gånger", "looks"),
    "last_updated": ("sidans datum", "page's date"),
    "detail": ("närmare", "detail"),
    "status": ("svar", "status"),
    "bytes": ("byte", "bytes"),
    "outcome": ("senast", "outcome"),
    "reason": ("skäl", "reason"),
    "last_good": ("senast läst", "last good"),
    "failures": ("misslyckade", "failures"),
    "next_look": ("nästa", "next look"),
    "recipient": ("mottagare", "recipient"),
    "subject": ("ämne", "subject"),
    "state": ("läge", "state"),
    "kind": ("slag", "kind"),
    "answer": ("serverns svar", "server's answer"),
    "attempts": ("försök", "attempts"),
    "next_attempt": ("nästa försök", "next try"),
    "last_error": ("senaste fel", "last error"),
}


def say(key: str, lang: str, **values: object) -> str:
    """One phrase, filled in."""
    return WORDS[key][lang == "en"].format(**values)


def evidence(detail: str, lang: Language) -> str:
    """What a look that could not tell has seen."""
    from notifier.wording.evidence import in_words  # most looks can tell

    return in_words(detail, lang)


def heads(lang: str, *keys: str) -> list[str]:
    """Column heads."""
    return [HEADS[key][lang == "en"] for key in keys]


def counted(count: int, one: str, many: str, lang: str) -> str:
    """ "3 samarbeten", "1 samarbete"."""
    return f"{count} {say(one if count == 1 else many, lang)}"


def summary(record: PageRecord, lang: str) -> str:
    """One line of what was read: "3 samarbeten, 8 företrädare, sidan uppdaterad 9 september 2022"."""
    from notifier.wording import day

    people = sum(len(each.representatives) for each in record.collaborations)
    date = (
        f"{say('updated', lang)} {day(record.last_updated, 'en' if lang == 'en' else 'sv')}"
        if record.last_updated
        else say("no_date", lang)
    )
    collaborations = counted(len(record.collaborations), "collaboration", "collaborations", lang)
    return f"{collaborations}, {counted(people, 'representative', 'representatives', lang)}, {date}"
