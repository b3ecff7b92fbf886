"""The vocabulary of elected roles: the Swedish words by which public pages say what somebody was elected to.

Tables only; roles.py says what they mean in a line. All words are casefolded, and most are matched as the end of a
compound.
"""

from __future__ import annotations

from scraper.swedish.vocabulary import endings, words


def by_form(table: dict[str, str]) -> dict[str, str]:
    """Each form of a word to the word: {"ledamot": "ledamöter ledamöterna"} → {"ledamöter": "ledamot", …}."""
    return {form: word for word, forms in table.items() for form in forms.split()}


ROLES = words(
    """
    huvudman ledamot ersättare ordförande viceordförande suppleant revisor lekmannarevisor ombud rapportör
    skuggrapportör delegat delegationsledare representant företrädare sammankallande adjungerad insynsplats
    observatör gruppledare regionråd kommunalråd oppositionsråd landstingsråd borgarråd kommunråd president
    vicepresident talman nämndeman förtroendevald överförmyndare kassör justerare sekreterare ålderspresident
    förbundsordförande medlem huvudrevisor kontaktpolitiker styrelsemedlem regionpolitiker kommunpolitiker
    fullmäktig riksdagsman eu-parlamentariker europaparlamentariker statsråd kontaktman kyrkvärd talesperson språkrör
    kassaförvaltare skattmästare klubbmästare vigselförrättare valberedare partiledare oppositionsledare chair
    chairman chairperson kso rso kfo reserv ordinarie ordf ers ledam led suppl sekr adj vordf v.ordf viceordf
    member deputy substitute alternate vice-chair vice-chairman vice-chairperson vice-president treasurer observer
    delegate rapporteur representative chairwoman vice-chairwoman auditor secretary
    spokesperson co-chair co-chairman co-chairperson
    lantråd minister
    """
)
"""Elected roles in the singular, the short forms without their full stop and those of English pages included."""

ROLE_ENDINGS = endings(
    """
    ledamot ordförande ersättare suppleant revisor ombud rapportör delegat representant företrädare observatör
    gruppledare kommunalråd regionråd oppositionsråd landstingsråd borgarråd parlamentariker kassör
    """
)
"""Of compounds that are roles, too ("styrelseledamot")."""

PLURALS = by_form(
    {
        "ledamot": "ledamöter ledamöterna ledamoten",
        "ersättare": "ersättarna ersättaren",
        "ordförande": "ordföranden ordförandena",
        "suppleant": "suppleanter suppleanterna",
        "revisor": "revisorer revisorerna",
        "ombud": "ombuden ombudet",
        "rapportör": "rapportörer rapportören rapportörerna",
        "delegat": "delegater delegaterna",
        "representant": "representanter representanterna representanten",
        "företrädare": "företrädarna företrädaren",
        "observatör": "observatörer observatörerna",
        "gruppledare": "gruppledarna gruppledaren",
        "adjungerad": "adjungerade",
        "insynsplats": "insynsplatser insynsplatserna",
        "member": "members",
        "deputy": "deputies",
        "substitute": "substitutes",
        "alternate": "alternates",
        "vice-chair": "vice-chairs",
        "chair": "chairs",
        "chairperson": "chairpersons",
        "co-chair": "co-chairs",
        "spokesperson": "spokespersons",
        "president": "presidents",
        "vice-president": "vice-presidents",
        "observer": "observers",
        "delegate": "delegates",
        "rapporteur": "rapporteurs",
        "auditor": "auditors",
        "representative": "representatives",
        "förtroendevald": "förtroendevalda",
        "nämndeman": "nämndemän nämndemännen",
        "överförmyndare": "överförmyndaren",
        "reserv": "reserver",
        "medlem": "medlemmar medlemmarna",
        "råd": "råden",
        "regionråd": "regionråden regionrådet",
        "kommunalråd": "kommunalråden kommunalrådet",
        "oppositionsråd": "oppositionsråden oppositionsrådet",
        "landstingsråd": "landstingsrådet landstingsråden",
        "borgarråd": "borgarrådet borgarråden",
        "parlamentariker": "parlamentarikern parlamentarikerna",
        "huvudman": "huvudmän",
        "styrelsemedlem": "styrelsemedlemmar styrelsemedlemmarna",
        "kyrkvärd": "kyrkvärdar",
        "kontaktman": "kontaktmän",
        "talesperson": "talespersoner",
        "skyddsombud": "skyddsombuden",
        "vigselförrättare": "vigselförrättarna",
        "statsråd": "statsråden",
        "eu-parlamentariker": "eu-parlamentarikerna",
        "riksdagsman": "riksdagsmän",
        "politiker": "politiker politikerna",
        "deltagare": "deltagare",
    }
)
"""Plural and definite forms to the singular; a compound's last part is looked up too ("styrelseledamöter")."""

PARTY_MEMBERS = {
    "socialdemokraten": "Socialdemokraterna",
    "moderaten": "Moderaterna",
    "centerpartisten": "Centerpartiet",
    "liberalen": "Liberalerna",
    "folkpartisten": "Folkpartiet",
    "kristdemokraten": "Kristdemokraterna",
    "miljöpartisten": "Miljöpartiet",
    "vänsterpartisten": "Vänsterpartiet",
    "sverigedemokraten": "Sverigedemokraterna",
}
"""What a party's member is called before the name, and the party."""

SEVERAL = words(
    """
    huvudmän nämndemän nämndemännen styrelsemedlemmar styrelsemedlemmarna
    ledamöter ledamöterna ersättarna ordförandena suppleanter suppleanterna revisorer revisorerna rapportörer
    rapportörerna delegater delegaterna representanter representanterna observatörer observatörerna
    adjungerade insynsplatser insynsplatserna förtroendevalda kyrkvärdar kontaktmän talespersoner
    råden regionråden kommunalråden oppositionsråden landstingsråden borgarråden statsråden
    members deputies substitutes alternates vice-chairs observers delegates rapporteurs representatives auditors
    chairs chairpersons presidents vice-presidents co-chairs spokespersons
    """
)
"""Forms that speak of more than one person."""

SENT_BY = words("student teacher staff employee")
"""Whom somebody represents: before a word that only announces people they make it a role."""

PEOPLE_WORDS = words(
    """
    företrädare representant förtroendevald politiker deltagare medlem person representative
    """
)
"""As headings and lead words these announce people and give no role."""

_UNINFLECTED = words(
    """
    ordinarie ord personlig adjungerad associerad inkallad vik tjänstgörande ställföreträdande ersättande ej icke
    tf t.f tillförordnad tillträdande biträdande vikarierande vice v gemensam extern intern självskriven nyvald
    politisk förste första andre andra tredje
    fjärde övrig facklig förtroendevald avgående inträdande ständigt ständig regional huvudansvarig ansvarig
    ansvarigt auktoriserad godkänd sakkunnig utsedd vald valt nominerad förordnad
    svensk svenskt norsk dansk finsk finländsk nordisk
    board committee council full ordinary regular external acting deputy alternate substitute first
    second third student teacher staff employee
    permanent political elected independent honorary co-opted voting non-voting executive
    """
)
ROLE_QUALIFIERS = dict(zip(_UNINFLECTED, _UNINFLECTED, strict=True)) | by_form(
    {
        "personlig": "personliga personligt",
        "pers.": "pers",
        "adjungerad": "adjungerade",
        "gemensam": "gemensamma",
        "extern": "externa",
        "intern": "interna",
        "självskriven": "självskrivna",
        "nyvald": "nyvalda",
        "politisk": "politiska politiskt",
        "övrig": "övriga",
        "facklig": "fackliga",
        "förtroendevald": "förtroendevalda",
        "ständig": "ständiga",
        "regional": "regionala regionalt",
        "ansvarig": "ansvariga",
        "auktoriserad": "auktoriserade",
        "vald": "valda",
        "utsedd": "utsedda",
        "röstberättigad": "röstberättigade",
        "nominerad": "nominerade",
        "förordnad": "förordnade",
    }
)
"""Words that may stand before a role, with their singular; ordinals in figures are known by shape."""
