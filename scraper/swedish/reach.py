"""Phone numbers and e-mail addresses in a line of text, taken out so that the rest can be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from records.page import Link
from scraper.swedish.remembered import remembered

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_PHONE = re.compile(r"(?<![\w/-])(?:\+\s?\d{2,3}|00\d{2}|\(0\d{1,3}\)|0)[\d\s()/–-]{5,18}\d(?![\w-])")
_LABEL = re.compile(
    r"(?=[tmdvpek])(?:(?<=^)|(?<=[\s,;(|]))(?:telefon(?:nummer)?|tel|tfn|tlf|mobil(?:telefon|nummer)?|mob|direkt(?:nummer|telefon)?|"
    r"växel|phone|"
    r"mobile|e-?post(?:adress)?|e-?mail|mejl|mail(?:adress)?|[tme](?=:\s)|(?<![\w)]\s)kontakt)\b"
    r"(?:\s(?:hem|bostad|arbete|arb|mobil|direkt|växel)\b)?(?:\.?\s*:\s*|\.?\s*(?=\x00)|\.?(?=\s*(?:$|[,;|])))",
    re.IGNORECASE,
)
_ANYBODYS = re.compile(r"f(?:ö|o)rnamn[._-]efternamn@[\w.-]*\w", re.IGNORECASE)  # how everybody's address is made
_WRITTEN_OUT = re.compile(r"(?<=\w)\s?[(\[{](?:at|a|snabel-?a|@)[)\]}]\s?(?=\w+[\w-]*\.\w)", re.IGNORECASE)
_DOT = re.compile(r"(?<=\w)\s?[(\[{](?:dot|punkt|prick)[)\]}]\s?(?=\w)", re.IGNORECASE)
_ASKS = re.compile(r"(?<=[,\s])(?:skicka (?:e-?post|mejl|mail)|e-?posta|mejla|maila)\b[^,;()@]*$", re.IGNORECASE)
_TAKEN_OUT = re.compile(r"(?:\s*[,;|–-]?\s*\x00)+\s*[.,;]?")
_ACTION = re.compile(r"^(?:skicka|skriv|mejla|maila|ring|sms:?a)\b.*$|^e-?post(?: till .*)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reach:
    """The phones (as written) and e-mail addresses of a line, in order."""

    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


_NOTHING = Reach()


@remembered
def without_reach(text: str, links: tuple[Link, ...] = ()) -> tuple[str, Reach]:
    """The line without phones, addresses and their labels; and those. A mailto or tel link counts too."""
    if "(" in text or "[" in text or "{" in text:
        text = _WRITTEN_OUT.sub("@", _DOT.sub(".", text))
    low = text.lower()
    if "post" in low or "mejl" in low or "mail" in low:
        text = _ASKS.sub("", text)
    emails = _EMAIL.findall(text) if "@" in text else []
    phones = [found.strip() for found in _PHONE.findall(text)] if "0" in text or "+" in text else []
    if not (emails or phones or links):
        return text.strip(" ,;|"), _NOTHING
    if emails:
        emails = [each for each in emails if not _ANYBODYS.match(each)]
        text = _ANYBODYS.sub("\x00", text)
    text = _LABEL.sub("", _PHONE.sub("\x00", _EMAIL.sub("\x00", text)))
    for link in links:
        text = _link(link, text, emails, phones)
    text = _TAKEN_OUT.sub(lambda found: "" if found.end() == len(text) else "." if found[0][-1] == "." else ",", text)
    text = re.sub(r"\(\s*,?\s*\)", "", text)
    return text.strip(" ,;|☎✆✉📞📱📧"), Reach(tuple(phones), tuple(emails))


def _link(link: Link, text: str, emails: list[str], phones: list[str]) -> str:
    """Take a mailto or tel link's address where the text shows none, and its label out of the text."""
    scheme, _, address = link.url.partition(":")
    if scheme.casefold() == "mailto":
        found = unquote(address.partition("?")[0]).strip()
        if found and not emails and _EMAIL.fullmatch(found):
            emails.append(found)
    elif scheme.casefold() == "tel":
        if not phones and address:
            phones.append(unquote(address))
    else:
        return text
    return text.replace(link.label, "\x00") if link.label and _ACTION.match(link.label.strip()) else text
