"""What a look that could not tell has seen, in both languages: every sentence that can be written has its Swedish."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import scraper
from notifier.wording.evidence import in_words
from records.outcome import CannotTell

ROOT = Path(__file__).parent.parent
SOURCES = sorted([*ROOT.glob("scraper/**/*.py"), *ROOT.glob("monitor/*.py"), ROOT / "storage/writes/recording.py"])
WRITERS = {"CannotTell", "_Refused", "UnknownPacking", "BrokenPacking", "Overtaken"}
FIELDS = {"kind": "a wall", "where": "its headline says", "_WHERE": "robots.txt, which must be asked first"}
"""What a sentence may begin with; any other field is a name or a number."""
REFUSED = sorted(ROOT.glob("fixtures/pages/*/refused.json"))


def sentence(node: ast.expr | None) -> str | None:
    """A string, or an f-string with something for each of its fields; None for what is made elsewhere."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(filled(each) for each in node.values)
    return None


def filled(part: ast.expr) -> str:
    if isinstance(part, ast.FormattedValue):
        return FIELDS.get(ast.unparse(part.value), "Ö1")
    return str(ast.literal_eval(part))


def written() -> Iterator[str]:
    """Every sentence of evidence in the code: what is given to who carries it, and what stands beside a reason."""
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id=name), args=[*_, last]) if name in WRITERS:
                    yield from filter(None, (sentence(each) for each in node.args))
                case ast.Tuple(elts=[ast.Attribute(value=ast.Name(id="Reason")), *_, last]):
                    yield from filter(None, [sentence(last)])


def test_every_sentence_has_its_swedish() -> None:
    """A new one fails here until it has."""
    found = set(written()) - {"length", "disconnect", "time"}
    assert len(found) > 40
    assert [each for each in sorted(found) if in_words(each, "sv") == each] == []


@pytest.mark.parametrize("case", REFUSED, ids=lambda path: path.parent.name)
def test_what_is_seen_on_a_refused_page_is_said_in_swedish(case: Path) -> None:
    """With the kinds of walls, files and half parts that the sentences are filled with."""
    page = next(each for each in case.parent.iterdir() if each.stem == "page")
    answer = scraper.read(page.read_bytes())
    if isinstance(answer, CannotTell):
        words = in_words(answer.detail, "sv").split("”")[0].split()
        assert not {"the", "a", "an", "its", "page", "says", "wall"} & set(words), answer.detail


def test_what_is_filled_in_is_said_in_swedish_too_and_quotations_are_not() -> None:
    """Within one another."""
    seen = "robots.txt, which must be asked first: timeout: no connection in time"
    assert in_words(seen, "sv") == "robots.txt, som måste läsas först: ingen anslutning i tid"
    seen = "a login page: its headline says “a wall”"
    assert in_words(seen, "sv") == "en inloggningssida: rubriken säger ”a wall”"
    seen = "the representatives fell from 8 to 3, with nobody in their places"
    assert in_words(seen, "sv") == "antalet företrädare föll från 8 till 3, utan någon i deras ställe"


def test_english_stays_and_so_does_what_nobody_knows() -> None:
    """Such as what another version wrote."""
    assert in_words("the body is empty", "en") == "the body is empty"
    assert in_words("nothing of ours", "sv") == "nothing of ours"
