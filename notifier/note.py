"""A letter as a short note, for channels that are no mail: the subject, the sentences, a link. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from notifier.letter import Letter
from notifier.mail import Envelope, Mail, Sender, mail_id, subject_of
from notifier.wording.report import ended


@dataclass(frozen=True, slots=True)
class Note:
    """A finished note without its recipient. Its first line is its title."""

    envelope: Envelope
    sender: Sender
    subject: str
    content: bytes

    def to(self, recipient: str) -> Mail:
        """The note for one channel."""
        message_id = mail_id(self.envelope, recipient, self.sender)
        return Mail(message_id, recipient, self.envelope.kind, self.subject, self.content, self.envelope.page)


def note(envelope: Envelope, letter: Letter, sender: Sender) -> Note:
    """The letter without its comparisons, its closing, and its facts but for the addresses."""
    subject = subject_of(envelope)
    return Note(envelope, sender, subject, "\n".join([subject, "", *_lines(letter)]).encode())


def _lines(letter: Letter) -> Iterable[str]:
    yield from letter.lead
    for chapter in letter.chapters:
        if chapter.heading:
            yield chapter.heading
        for section in chapter.report.sections:
            yield section.heading
            yield from (f"- {ended(sentence)}" for sentence in section.sentences)
        yield from (ended(flag) for flag in chapter.report.flags)
        yield from (fact.url for fact in chapter.facts if fact.url)
    for fact in letter.facts:
        if fact.url:
            yield fact.url if fact.url == fact.value else f"{fact.label}: {fact.value} {fact.url}"
