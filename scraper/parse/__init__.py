"""From blocks to a reading: knows the shape of the text, nothing of tags or classes.

content | local parties told | walk: headings make candidates, each line is claimed
        | contacts and texts find their places | record
"""

from __future__ import annotations

from scraper.content import Content
from scraper.parse.assemble import assemble
from scraper.parse.local_parties import with_local_parties
from scraper.parse.walk import walk
from scraper.reading import Reading


def parse(content: Content) -> Reading:
    """The reading of a page: its record, where each part came from, and what nothing claimed. Linear in the content."""
    return assemble(content, walk(with_local_parties(content)))
