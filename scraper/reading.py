"""What one look at a page gave: the record, and where each part of it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from records.page import PageRecord


class Claim(NamedTuple):
    """One part of a record with the block that it came from and the rule that read it.

    block: index into Content.main (or, for rest, len(main) + index into rest). rule: the rule's name, e.g.
    "entry: name (party), role". what: a path in the record, e.g. "collaborations[0].representatives[2]".
    """

    block: int
    rule: str
    what: str


@dataclass(frozen=True, slots=True)
class BareHeading:
    """A heading that could name a collaboration but has no people under it. texts: what stands under it."""

    name: str
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A page that was read.

    leads_over_nobody: the collaborations (names) whose lead sentence or heading announces people and has none under
    it. bare_headings: those that could name a collaboration and do not, since nobody stands under them. date_label:
    the page has a date label, with or without a date. blocks: the texts of main, then rest, for the explanation.
    unclaimed: the indexes of blocks that nothing claimed. complete: the body ended with </html>.
    content_digest: as scraper.content_digest gives it, "" where the body gives none.
    """

    record: PageRecord
    claims: tuple[Claim, ...] = ()
    blocks: tuple[str, ...] = ()
    unclaimed: tuple[int, ...] = ()
    leads_over_nobody: tuple[str, ...] = ()
    bare_headings: tuple[BareHeading, ...] = ()
    date_label: bool = False
    complete: bool = True
    content_digest: str = ""

    def provenance(self) -> dict[str, Any]:
        """{"blocks": [text], "claims": [{"block", "rule", "what"}], "unclaimed": [index]}, as a snapshot keeps it."""
        return {
            "blocks": list(self.blocks),
            "claims": [{"block": each.block, "rule": each.rule, "what": each.what} for each in self.claims],
            "unclaimed": list(self.unclaimed),
        }
