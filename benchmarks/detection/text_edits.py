"""Real changes to sentences, bullets, names of organs and what links are called."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.detection.edits import Edit, any_organ, kind, told, with_organs
from benchmarks.detection.invent import THEMES, World
from records.changes import ChangeKind
from records.page import Collaboration, Link, PageRecord

PLAIN = (
    "Arbetet följer en handlingsplan som antas varje år.",
    "Läs mer om arbetet i årsredovisningen.",
    "Protokoll från mötena publiceras på webbplatsen.",
    "Revisorerna granskar verksamheten varje år.",
    "Ordförandeskapet växlar mellan medlemmarna varje år.",
)


def _described(page: PageRecord, organ: Collaboration, *texts: str) -> PageRecord:
    return with_organs(page, (organ, replace(organ, description=tuple(text for text in texts if text))))


@kind
def sentence_removed(world: World, owner: str, page: PageRecord) -> Edit | None:
    gone = world.random.choice(PLAIN)
    organ = any_organ(world, page, lambda organ: any(gone in text and text != gone for text in organ.description))
    if organ is None:
        return None
    texts = (text.replace(gone, "", 1).replace("  ", " ").strip() for text in organ.description)
    return _described(page, organ, *texts), [told(ChangeKind.TEXT_CHANGED, organ.name, gone, None)]


@kind
def sentence_replaced(world: World, owner: str, page: PageRecord) -> Edit | None:
    old, new = world.random.sample(PLAIN, 2)
    organ = any_organ(
        world, page, lambda o: any(old in text for text in o.description) and new not in " ".join(o.description)
    )
    if organ is None:
        return None
    texts = (text.replace(old, new, 1) for text in organ.description)
    return _described(page, organ, *texts), [told(ChangeKind.TEXT_CHANGED, organ.name, old, new)]


def _themes(organ: Collaboration) -> list[str]:
    return [text for text in organ.description if text in THEMES]


@kind
def bullet_added(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = any_organ(world, page, _themes)
    if organ is None:
        return None
    new = world.random.choice([theme for theme in THEMES if theme not in organ.description])
    after = _described(page, organ, *organ.description, new)
    return after, [told(ChangeKind.TEXT_CHANGED, organ.name, None, new)]


@kind
def bullet_removed(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = any_organ(world, page, _themes)
    if organ is None:
        return None
    gone = _themes(organ)[-1]
    after = _described(page, organ, *(text for text in organ.description if text != gone))
    return after, [told(ChangeKind.TEXT_CHANGED, organ.name, gone, None)]


@kind
def intro_paragraph_added(world: World, owner: str, page: PageRecord) -> Edit | None:
    new = "Samarbetena följs upp en gång om året."
    return replace(page, intro=(*page.intro, new)), [told(ChangeKind.TEXT_CHANGED, None, None, new)]


@kind
def abbreviation_changed(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = any_organ(world, page, lambda organ: organ.abbreviation and not organ.homepage)
    if organ is None:
        return None
    new = replace(organ, abbreviation=f"{organ.abbreviation}X")
    return with_organs(page, (organ, new)), [told(ChangeKind.COLLABORATION_RENAMED, organ.name, organ, new)]


@kind
def homepage_label_changed(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = any_organ(world, page, lambda organ: organ.homepage)
    if organ is None or organ.homepage is None:
        return None
    new = Link(f"{organ.name}s hemsida", organ.homepage.url)
    after = with_organs(page, (organ, replace(organ, homepage=new)))
    return after, [told(ChangeKind.HOMEPAGE_CHANGED, organ.name, organ.homepage, new)]
