"""[[page]] and [fetch]: what is watched, when, and how it is asked for."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from urllib.parse import urlsplit

from monitor.config.section import Section
from monitor.config.values import FetchConfig, PageConfig
from monitor.schedule import NeverRuns, Schedule, validate
from records.errors import ConfigurationError, UsageError

KRONOBERG = "https://www.regionkronoberg.se/om-region-kronoberg/internationella-samarbeten/"
STOCKHOLM = "Europe/Stockholm"
WORKING_HOURS = "0 6-18 * * mon-fri"


def read_timezone(root: Section) -> str:
    """The name of the zone that every schedule of the file is in."""
    name = root.text("timezone", STOCKHOLM)
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        root.fail("timezone", f'= "{name}" is not a time zone; write it like "{STOCKHOLM}"')
    return name


def read_page(section: Section, zone: str) -> PageConfig:
    """One [[page]]. Once its name has been read, errors in it are reported under that name."""
    name = section.required("name", "kronoberg").strip()
    section.where = section.where.partition(" number ")[0] + f' "{name}"'
    url = section.web_address("url", section.required("url", KRONOBERG))
    page = PageConfig(name, url, _schedule(section, zone), _selector(section), section.flag("documents"))
    section.close()
    return page


def _selector(section: Section) -> str | None:
    main = section.text("main").strip() or None
    if main is None:
        return None
    from scraper.blocks import check_selector

    try:
        check_selector(main)
    except UsageError:
        section.fail("main", f'= "{main}" is not a CSS selector; give one such as "main" or "#content"')
    return main


def _schedule(section: Section, zone: str) -> Schedule:
    every = section.duration("every", 0.0, low=60.0)
    cron = section.text("schedule")
    if every and cron:
        section.fail("every", "and schedule are both given; keep one of them")
    schedule = Schedule(every=every, timezone=zone) if every else Schedule(cron=cron or WORKING_HOURS, timezone=zone)
    try:
        validate(schedule)
    except NeverRuns as problem:
        section.fail("schedule", f'= "{cron}" {problem}; write it like "{WORKING_HOURS}"')
    return schedule


def refuse_twins(path: Path, names: list[str]) -> None:
    """Refuse two pages of one name: a page is known by its name."""
    for name, times in Counter(names).items():
        if times > 1:
            raise ConfigurationError(f'{path}: two pages are named "{name}"; give one of them another name')


def refuse_haste(path: Path, pages: tuple[PageConfig, ...], delay: float) -> None:
    """Refuse schedules that cannot be kept: looks at one host, delay seconds apart, must fit into the time for them."""
    share: dict[str, float] = defaultdict(float)
    for page in pages:
        if page.schedule.every:
            share[urlsplit(page.url).netloc.lower()] += delay / page.schedule.every
    for host, used in share.items():
        if used > 1:
            raise ConfigurationError(
                f"{path}: the pages of {host} are to be looked at {used:.1f} times as often as [fetch] delay allows "
                f"({delay:g}s between two looks at one host); make their `every` longer"
            )


def read_fetch(section: Section) -> FetchConfig:
    """[fetch], with the defaults for what it does not say."""
    usual = FetchConfig()
    fetch = FetchConfig(
        contact=section.text("contact") or None,
        delay=section.duration("delay", usual.delay, high=3600),
        confirm_after=section.duration("confirm_after", usual.confirm_after, high=3600),
        deadline=section.duration("deadline", usual.deadline, low=0.1, high=3600),
        max_bytes=section.size("max_bytes", usual.max_bytes),
    )
    section.close()
    return fetch
