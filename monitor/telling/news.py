"""What `check` prints: news, and changes of state; nothing that was printed before (DESIGN §6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from monitor.telling.words import evidence, say, summary
from records.changes import ChangeSet
from records.outcome import Baseline, CannotTell, Changed

if TYPE_CHECKING:
    from monitor.check import Checked
    from notifier.wording import Language, Names


def news_lines(checked: Checked, lang: Language) -> Iterator[str]:
    """The lines for one page; none for a page that is as it was, or fails as before."""
    outcome, page = checked.outcome, checked.page
    was_blind = checked.before.failures > 0
    if isinstance(outcome, CannotTell):
        news = not was_blind or checked.before.reason != outcome.reason or checked.notice is not None
        if outcome.held and checked.notice is None and (checked.before.held or not was_blind):
            return  # held as before, or as it was an hour ago
        if outcome.held and news:
            yield f"{page}: {say('held', lang)} ({outcome.reason}): {evidence(outcome.detail, lang)}"
            yield f"  {say('would_tell', lang)}"
            yield from (f"  {line}" for line in change_lines(checked.told, lang, checked.names))
            yield f"  {_how_to_accept(page, lang)}"
        elif news:
            yield f"{page}: {say('cannot-tell', lang)} ({outcome.reason}): {evidence(outcome.detail, lang)}"
        return
    for end in checked.ended:
        yield f"{page}: {say(end, lang)}"
    if isinstance(outcome, Baseline):
        yield f"{page}: {say('baseline', lang)}: {summary(outcome.record, lang)}"
    elif isinstance(outcome, Changed):
        yield f"{page}: {say('changed', lang)}"
        yield from (f"  {line}" for line in change_lines(checked.told, lang, checked.names))


def _how_to_accept(page: str, lang: Language) -> str:
    from notifier.wording.parts import argument  # most looks hold nothing

    return say("accept", lang, page=argument(page))


def queue_line(count: int, lang: Language) -> str:
    """What is told together with news that no mail server has taken yet: who reads this may be the only one to hear."""
    return say("still_queued", lang, count=count)


def change_lines(changes: ChangeSet, lang: Language, names: Names) -> Iterable[str]:
    """Sentences under the collaboration that they are about, then what the set says as a whole."""
    from notifier.wording.report import changes_report, report_lines

    return report_lines(changes_report(changes, lang, names, compared=False))


def comparison_lines(answer: dict[str, Any], lang: Language, names: Names) -> Sequence[str]:
    """A diff answer (DESIGN §6) as sentences."""
    from records.codec import change_set_from_json

    changes = list(change_lines(change_set_from_json(answer), lang, names))
    if answer["verdict"] == "cannot-tell":
        head = f"{say('cannot-tell', lang)} ({answer['reason']})" + (
            f": {evidence(answer['detail'], lang)}" if answer.get("detail") else ""
        )
        return [head, *([say("would_tell", lang), *changes] if changes else [])]
    return changes or [say("no_changes", lang)]
