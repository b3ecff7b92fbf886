"""Cases from seeds: detection's pairs as looks, and those that only a server can make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from benchmarks.detection import faults, pairs
from benchmarks.detection.cosmetic import Rendered
from benchmarks.detection.edits import told
from benchmarks.detection.layouts import render
from benchmarks.detection.pairs import Pair
from benchmarks.watching import ways
from benchmarks.watching.acts import Act, Case, Shows, changed, fault, first, page, same
from benchmarks.watching.drawn import Drawn, draw
from benchmarks.watching.servers import FAULTS, NOISE
from records.changes import ChangeKind
from tests.site import Site


def make(seed: int) -> Case | None:
    """The case of one seed; None where its edit does not fit its page. Every other one is a pair of detection's."""
    if seed % 2:
        pair = pairs.make(seed)
        return _of_pair(pair) if pair and pair.family != "first look" else None
    random = Random(seed)
    drawn = draw(seed, random)
    return random.choice(OWN)(seed, random, drawn) if drawn else None


def _of_pair(pair: Pair) -> Case:
    """The pair as two looks; after a fault the page comes back as it was."""
    acts = [first(page(pair.before)), _second(pair)]
    if pair.family == "fault":
        acts.append(same(page(pair.before)))
    return Case(pair.family, pair.kind, pair.seed, tuple(acts))


def _second(pair: Pair) -> Act:
    if pair.expected is None:
        return fault(page(pair.after), *pair.reasons)
    return Act(page(pair.after), pair.expected["verdict"], pair.expected)


# --- cases that only a server can make


def server_fault(seed: int, random: Random, drawn: Drawn) -> Case:
    """A fault between two looks at the same page."""
    kind = random.choice(sorted(FAULTS))
    html = drawn.html
    broken = FAULTS[kind]
    acts = (first(page(html)), fault(broken.makes(html), *broken.reasons, hours=25), same(mended(html), hours=25))
    return Case("server fault", kind, seed, acts, broken.alone)


def server_fault_then_change(seed: int, random: Random, drawn: Drawn) -> Case:
    """Meanwhile the page has changed: told when it can be seen again."""
    kind = random.choice(sorted(FAULTS))
    html, later = drawn.html, drawn.later
    broken = FAULTS[kind]
    acts = (
        first(page(html)),
        fault(broken.makes(later), *broken.reasons, hours=25),
        drawn.edited(mended(later), hours=25),
    )
    return Case("server fault, then a change", kind, seed, acts, broken.alone)


def server_fault_first(seed: int, random: Random, drawn: Drawn) -> Case:
    """The first look of all fails: no baseline until there is one."""
    kind = random.choice(sorted(FAULTS))
    html = drawn.html
    broken = FAULTS[kind]
    acts = (fault(broken.makes(html), *broken.reasons), replace(first(mended(html)), hours=25))
    return Case("server fault at the first look", kind, seed, acts, broken.alone)


def server_noise(seed: int, random: Random, drawn: Drawn) -> Case:
    kind = random.choice(sorted(NOISE))
    html = drawn.html
    return Case("server noise", kind, seed, (first(page(html)), same(NOISE[kind](html)), same(page(html))))


def server_noise_under_a_change(seed: int, random: Random, drawn: Drawn) -> Case:
    kind = random.choice(sorted(NOISE))
    html, later = drawn.html, drawn.later
    acts = (first(page(html)), drawn.edited(NOISE[kind](later)), same(page(later)))
    return Case("server noise under a change", kind, seed, acts)


def content_fault_then_change(seed: int, random: Random, drawn: Drawn) -> Case | None:
    """Something else in the page's place, then the page with an edit."""
    kind = random.choice(sorted(faults.KINDS))
    broken = faults.KINDS[kind](random, Rendered(drawn.before, drawn.owner, drawn.style, drawn.html))
    if broken is None:
        return None
    body, reasons = broken
    acts = (first(page(drawn.html)), fault(page(body), *reasons), drawn.edited(page(drawn.later)))
    return Case("fault, then a change", kind, seed, acts)


def there_and_back(seed: int, random: Random, drawn: Drawn) -> Case:
    """A, B, A is two changes: the second look back is told as well, whatever its words."""
    html, later = drawn.html, drawn.later
    acts = (
        first(page(html)),
        drawn.edited(page(later)),
        Act(page(html), "changed"),
        same(page(html)),
    )
    return Case("there and back", "A, B, A", seed, acts)


def edit_under_304(seed: int, random: Random, drawn: Drawn) -> Case:
    """A server that goes on answering 304 while the page moves: seen at the daily look without conditions."""
    html, later = drawn.html, drawn.later

    def lies(site: Site, path: str) -> None:
        site.validates(later, '"a"', path)

    acts = (
        first(lambda site, path: site.validates(html, '"a"', path)),
        same(lies),
        drawn.edited(lies, hours=25),
    )
    return Case("304 lies", "304 lies", seed, acts)


def lasting_loss(seed: int, random: Random, drawn: Drawn) -> Case | None:
    """More than half of the people leave: held, and after three agreeing looks over a day accepted and told."""
    before = drawn.before
    organs = before.collaborations
    had = sum(len(organ.representatives) for organ in organs)
    if any(organ.officials for organ in organs) or 2 * len(organs) >= had or drawn.style.people in faults.ROLES_ABOVE:
        return None
    after = replace(
        before, collaborations=tuple(replace(organ, representatives=organ.representatives[:1]) for organ in organs)
    )
    gone = [
        told(ChangeKind.REPRESENTATIVE_REMOVED, organ.name, seat, None)
        for organ in organs
        for seat in organ.representatives[1:]
    ]
    loss = page(render(after, drawn.owner, drawn.style))
    acts = (
        first(page(drawn.html)),
        fault(loss, "implausible"),
        fault(loss, "implausible", hours=12),
        changed(loss, gone, before, after, hours=13),
        same(loss),
    )
    return Case("a lasting loss", "most people leave", seed, acts)


def another_record_each_time(seed: int, random: Random, drawn: Drawn) -> Case:
    """The confirming look reads differently: unsettled, and told to nobody."""
    acts = (first(page(drawn.html)), fault(_in_turns(drawn.html, drawn.later), "unsettled"), same(page(drawn.html)))
    return Case("unsettled", "two servers", seed, acts)


def _in_turns(html: str, later: str) -> Shows:
    """Two servers behind one address: the later page first, then the earlier one."""

    def shows(site: Site, path: str) -> None:
        site.shows_in_turns([later, html], path)

    return shows


def mended(html: str) -> Shows:
    """The page, and no robots.txt."""

    def shows(site: Site, path: str) -> None:
        site.shows(html, path=path)
        site.answers(404, "", path="/robots.txt")

    return shows


OWN: tuple[Callable[[int, Random, Drawn], Case | None], ...] = (
    server_fault,
    server_fault,
    server_fault_then_change,
    server_fault_then_change,
    server_fault_first,
    server_noise,
    server_noise_under_a_change,
    content_fault_then_change,
    there_and_back,
    edit_under_304,
    lasting_loss,
    another_record_each_time,
    ways.other_settings,
    ways.other_settings,
    ways.another_parser,
    ways.another_parser,
    ways.another_address,
)
