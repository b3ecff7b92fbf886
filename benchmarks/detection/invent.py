"""Invented pages as records: people, collaborations and sentences that nobody has written, from a seed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from rapidfuzz.distance import OSA

from records.page import (
    Collaboration,
    Contact,
    Document,
    Link,
    Official,
    Organisation,
    PageRecord,
    Representative,
)

_WORDS = {
    "first names": """Testa Ylva Nils-Olof Mariam Pim Ester Yusuf Sixten Oda Bertil Kajsa Dragan Hillevi Orvar
        Lars-Göran Fatima Signe Torkel Alva Ingegerd Rune Amina Folke Disa Kwame Lovisa Mats-Ola Selma Åke Ragnar
        Jun Gunvor Tage Birgitta Helge Maj-Lis Evert Doris Ivar Åsa Örjan Änglamarie Zoë Eun-Ji Per-Inge Anna-Karin Bo
        Li Renée Göte Siv Ulla-Britt Jörgen Éva Tjelvar Botvid Ragnhild Kerstin Mirja Páll Özlem Vuokko Sven-Erik
        Ida""",
    "stems": """Prov Test Sken Låts Fejk Exempel Hitte Dumm Fikt Påhitt Mall Skiss Utkast Skäl Ungefär Kanske Gissning
        Tänk Nästan Liksom Tomt Blank Platshållar""",
    "endings": """ström berg dal lund gren qvist mark näs son sson man stedt hed vall ander elius fors bäck ås hammar
        rot strand kvist ell in én""",
    "towns": "Provstad Testby Skenköping Låtsinge Exempelvik Hittevalla Fiktsele Mallhamn Dummarp Utkastbruk",
    "parties": "M S C L V MP KD SD",
    "local parties": "PP FRP LPo SJVP KÖP",
    "months": "januari februari mars april maj juni juli augusti september oktober november december",
}
FIRST, STEM, END, TOWNS, PARTIES, LOCAL_PARTIES, MONTHS = (tuple(words.split()) for words in _WORDS.values())
SINGLE_ROLES = ("ordförande", "vice ordförande", "1:e vice ordförande", "2:e vice ordförande", "sammankallande")
ROLES = (*SINGLE_ROLES, *["ledamot"] * 9, *["ersättare"] * 6, "adjungerad", "ombud", "suppleant", "revisor")
THEMES = (
    "Klimat och energi",
    "Kultur, turism och besöksnäring",
    "Järnväg och sjöfart",
    "Unga och utbildning",
    "Landsbygdens service",
    "Hälsa och välfärd",
    "Digitala tjänster",
)
ORGANS = (
    "Euroregion {}",
    "{}s energiforum",
    "Nordiska {}rådet",
    "Samordningsförbundet {}",
    "{} Energi AB",
    "Stiftelsen {}smuseet",
    "Kommunalförbundet {}",
    "Nätverket Hållbara {}",
    "Gränskommittén {}–{}",
    "Regionsamverkan {}",
    "Föreningen {}leden",
    "{} Science Park",
)
SENTENCES = (
    "{0} bildades {1} och samlar {2} kommuner.",
    "Arbetet följer en handlingsplan som antas varje år.",
    "Samarbetet leds av en styrelse som sammanträder {2} gånger per år.",
    "Målet är att främja handel, kultur och utbildning i området.",
    "Sekretariatet ligger i {3}.",
    "Under verksamhetsåret prioriteras följande områden: klimat, hälsa och kompetensförsörjning.",
    "Kansliet har {2} anställda och leds av en direktör.",
    "Verksamheten finansieras genom medlemsavgifter, projektmedel och bidrag från EU.",
    "En översyn av stadgarna pågår sedan {1}.",
    "Nätverket ger tillgång till metoder och kontakter inom energi och klimat.",
    "Läs mer om arbetet i årsredovisningen.",
    "Budgeten är 12 miljoner kronor.",
    "Ordförandeskapet växlar mellan medlemmarna varje år.",
    "Ledamöterna utses av fullmäktige för fyra år i taget.",
    "Ordförande och vice ordförande väljs vid årsmötet.",
    "{0} har sitt säte i {3}.",
    "Frågor om arbetet besvaras av kansliet i {3}.",
    "Protokoll från mötena publiceras på webbplatsen.",
    "År {1} antogs nya stadgar för {0}.",
    "Stämman hålls i {3} i maj.",
    "Revisorerna granskar verksamheten varje år.",
    "Det ekonomiska ansvaret delas av {2} kommuner och två regioner.",
)
TITLES = (
    "regional utvecklingsdirektör",
    "hållbarhetschef",
    "näringslivschef",
    "kommundirektör",
    "strateg",
    "planeringschef",
)
BODIES = ("chefsgruppen", "beredningsgruppen", "arbetsgruppen", "tjänstemannagruppen")
CONTACT_TITLES = (
    "Samordnare för internationella frågor",
    "Kommunsekreterare",
    "Kommunikatör",
    "Nämndsekreterare",
    "EU-samordnare",
)
DOCUMENTS = (
    "Internationell strategi",
    "Handlingsplan",
    "Årsredovisning",
    "Ägardirektiv",
    "Förbundsordning",
    "Reglemente",
)
ONE_PERSON = 3  # letters, in which two spellings of one name may differ
ABROAD = ("ovo", "ava", "inek", "emaa", "ija")
COUNTRIES = ("DK", "NO", "FI", "PL", "LT", "DE", "LV")


@dataclass(frozen=True, slots=True)
class World:
    """Invents things that have not been invented before under the same seed."""

    random: Random
    taken: set[str]

    def fresh(self, make: Callable[[], str]) -> str:
        while True:
            name = make()
            if name not in self.taken:
                self.taken.add(name)
                return name

    def surname(self) -> str:
        pick = self.random.choice
        plain = pick(STEM) + pick(END)
        shape = self.random.random()
        if shape < 0.06:
            return f"{pick(('von', 'af', 'de'))} {plain}"
        if shape < 0.12:
            return f"{plain}-{pick(STEM)}{pick(END)}"
        if shape < 0.16:
            return f"{plain} {pick(STEM)}{pick(END)}"
        if shape < 0.18:
            return f"{pick(FIRST)[0]}. {plain}"
        if shape < 0.20:
            return f"{pick(('Al', 'El', 'Mac', 'Ben'))}-{plain}"
        return plain

    def person(self) -> str:
        """Nobody whose name could be another's, written otherwise: that is an edit of its own."""
        while True:
            name = f"{self.random.choice(FIRST)} {self.surname()}"
            if all(OSA.distance(name, other, score_cutoff=ONE_PERSON) > ONE_PERSON for other in self.taken):
                self.taken.add(name)
                return name

    def place(self) -> str:
        return self.random.choice(STEM) + self.random.choice(("landet", "bygden", "kusten", "dalen", "slätten"))

    def party(self) -> str:
        return self.random.choice(LOCAL_PARTIES if self.random.random() < 0.08 else PARTIES)

    def organ_name(self) -> str:
        return self.fresh(lambda: self.random.choice(ORGANS).format(self.place(), self.place()))

    def sentence(self, name: str) -> str:
        text = self.random.choice(SENTENCES)
        return text.format(name, self.random.randint(1950, 2015), self.random.randint(3, 40), self.random.choice(TOWNS))

    def sentences(self, name: str, count: int) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.sentence(name) for _ in range(count)))

    def seats(self, count: int) -> tuple[Representative, ...]:
        """People in seats that differ in role or party, so that who follows whom is never a matter of taste."""
        seats: dict[tuple[str, str], Representative] = {}
        single: set[str] = set()
        while len(seats) < count:
            role, party = self.random.choice(ROLES), self.party()
            if (role, party) in seats or role in single:
                continue
            if role in SINGLE_ROLES:
                single.add(role)
            seats[role, party] = Representative(self.person(), party, role)
        order = {role: ROLES.index(role) for role in ROLES}
        return tuple(sorted(seats.values(), key=lambda seat: order[str(seat.role)]))

    def organisations(self) -> tuple[Organisation, ...]:
        plain = [Organisation(self.fresh(lambda: f"Region {self.place()}")) for _ in range(self.random.randint(2, 5))]
        abroad = [
            Organisation(
                self.fresh(lambda: f"{self.random.choice(STEM)}{self.random.choice(ABROAD)} län"),
                self.random.choice(COUNTRIES),
            )
            for _ in range(self.random.choice((0, 2, 3)))
        ]
        return (*plain, *abroad)

    def official(self) -> Official:
        return Official(self.person(), self.random.choice(TITLES), self.random.choice(BODIES))

    def contact(self, *, full: bool = True) -> Contact:
        name = self.person()
        number = f"0{self.random.randint(10, 99)}-{self.random.randint(10, 99)} {self.random.randint(10, 99)} 00"
        mail = name.lower().translate(str.maketrans("åäöéáö ", "aaoeao.")).encode("ascii", "ignore").decode()
        return Contact(
            name,
            self.random.choice(CONTACT_TITLES),
            number if full and self.random.random() < 0.7 else None,
            f"{mail}@prov.example" if full and self.random.random() < 0.7 else None,
        )

    def document(self) -> Document:
        label = self.fresh(lambda: f"{self.random.choice(DOCUMENTS)} {self.random.randint(2015, 2030)}")
        return Document(label, f"https://www.prov.example/dokument/{len(self.taken)}/plan.pdf", "pdf")

    def day(self) -> date:
        return date(2018, 1, 1) + timedelta(days=self.random.randrange(2500))


_MEMBERS = (
    "Medlemsorganisationer är {}.",
    "Medlemmar är {}.",
    "I samarbetet ingår {}.",
    "Följande organisationer är medlemmar: {}.",
    "Huvudmän är {}.",
)
_OFFICIALS = (
    "Från {owner}s sida är det {name}, {title} som bemannar {body}.",
    "{owner} representeras i {body} av {name}, {title}.",
    "I {body} företräds {owner} av {title} {name}.",
    "{name}, {title}, ingår i {body}.",
)
_SINCE = (
    ("{year}-{month:02}", "{owner} har varit medlem sedan {name} {year}."),
    ("{year}", "{owner} blev medlem år {year}."),
    ("{year}", "{owner} är medlem sedan {year}."),
    ("{year}", "{owner} gick med i nätverket {year}."),
    ("{year}-{month:02}", "{owner} anslöt sig till samarbetet i {name} {year}."),
    ("{year}-{month:02}-01", "{owner} har varit medlem sedan den 1 {name} {year}."),
)


def member_sentence(organisations: Sequence[Organisation]) -> str:
    """Each country stands behind its own name, since "A och B (PL)" gives both of them to Poland."""
    names = [each.name + (f" ({each.country})" if each.country else "") for each in organisations]
    return _MEMBERS[len(names[-1]) % len(_MEMBERS)].format(f"{', '.join(names[:-1])} och {names[-1]}")


def official_sentence(owner: str, official: Official) -> str:
    """The same manner for the same body, so that an edit of the title is an edit of the title."""
    form = _OFFICIALS[BODIES.index(str(official.body))]
    return form.format(owner=owner, name=official.name, title=official.title, body=official.body)


def invent_collaboration(world: World, owner: str, *, seats: int | None = None) -> Collaboration:
    random, name = world.random, world.organ_name()
    capitals = "".join(word[0] for word in name.replace("–", " ").split() if word[0].isalpha()).upper()
    short = world.fresh(lambda: capitals + random.choice("NSRF")) if random.random() < 0.5 else None
    members = world.organisations() if random.random() < 0.4 else ()
    officials = (world.official(),) if random.random() < 0.3 else ()
    since, told = _membership(random, owner)
    first = [*world.sentences(name, random.randint(1, 3))]
    if members:
        first.insert(1, member_sentence(members))
    themes = random.sample(THEMES, 3) if random.random() < 0.25 else []
    first.extend(official_sentence(owner, each) for each in officials)
    second = [*([told] if told else []), *(line for line in world.sentences(name, 2) if line not in first)]
    return Collaboration(
        name,
        short,
        (*(" ".join(part) for part in (first, second) if part), *themes),
        since,
        Link(f"{short or name}:s hemsida", f"https://organ{len(world.taken)}.example/")
        if random.random() < 0.6
        else None,
        members,
        world.seats(seats or random.choice((1, 2, 3, 4, 6, 9, 9, 21))),
        officials,
    )


def _membership(random: Random, owner: str) -> tuple[str | None, str | None]:
    """Since when, and the sentence that says it; neither for a third of the collaborations."""
    if random.random() < 0.34:
        return None, None
    year, month = random.randint(1990, 2020), random.randint(1, 12)
    since, told = (
        text.format(owner=owner, year=year, month=month, name=MONTHS[month - 1]) for text in random.choice(_SINCE)
    )
    return since, told


def invent_page(seed: int) -> tuple[World, str, PageRecord]:
    """A world that can go on inventing, the owner of the page ("Region Provlandet"), and the page."""
    world = World(Random(seed), {"RTF"})  # an abbreviation that would read as a kind of file
    random = world.random
    owner = world.fresh(
        lambda: f"Region {world.place()}" if random.random() < 0.5 else f"{random.choice(TOWNS)}s kommun"
    )
    title = random.choice(("Internationella samarbeten", "Representanter i externa organ", "Nätverk och samverkan"))
    if random.random() < 0.15:
        return world, owner, _page_of_one(world, owner)
    return (
        world,
        owner,
        PageRecord(
            title,
            world.day(),
            None,
            (f"{owner} deltar i flera samarbeten.", " ".join(world.sentences(owner, 2))),
            tuple(world.document() for _ in range(random.choice((0, 1, 2, 3)))),
            tuple(invent_collaboration(world, owner) for _ in range(random.choice((2, 2, 3, 3, 4, 4, 6, 6, 15)))),
            tuple(world.contact() for _ in range(random.choice((0, 1, 1, 2)))),
        ),
    )


def _page_of_one(world: World, owner: str) -> PageRecord:
    """A page about one board: people stand under the title alone, which is the collaboration; its text is the intro."""
    name = world.organ_name()
    board = Collaboration(name, representatives=world.seats(world.random.choice((3, 5, 8, 12))))
    return PageRecord(name, world.day(), None, world.sentences(owner, 2), collaborations=(board,))
