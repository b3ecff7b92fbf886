"""The vocabulary: the Swedish words by which public pages name months, bodies, people and places.

Tables only, as in role_words.py and title_words.py. What they mean in a line of text is said by the readers beside this
file (dates, parties, names …). All words are casefolded. The tables are open where the language is: most are matched as
the end of a compound.
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """A table written as running words."""
    return frozenset(text.split())


def endings(text: str) -> tuple[str, ...]:
    """A table of the ends of words, for str.endswith."""
    return tuple(text.split())


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january",
            "februari feb february",
            "mars mar march",
            "april apr",
            "maj may",
            "juni jun june",
            "juli jul july",
            "augusti aug august",
            "september sept sep",
            "oktober okt october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}


BODY_ENDINGS = endings(
    """
    nämnden nämnd nämnder nämnderna styrelsen styrelse styrelser utskottet utskott utskotten kommittén
    kommitté kommitte rådet beredningen beredning beredningar gruppen grupp grupper förbundet förbund kommun
    kommunen kommuner regionen regioner landstinget landsting län länet kommunerna regionerna fullmäktige
    kontoret kontor bolaget bolag stiftelsen stiftelse föreningen förening nätverket nätverk samarbetet samarbete
    samarbeten samverkan partiet
    partierna demokraterna universitetet universitet högskolan högskola sjukhuset direktionen direktion
    delegationen delegation avdelningen avdelning förvaltningen förvaltning enheten enhet verket myndigheten
    myndighet unionen strategi strategin programmet program projektet projekt hemsida webbplats webbsida
    presidium presidiet kommissionen kommission parlamentet parlament forumet forum kansliet kansli
    sekretariatet sekretariat regionkommun församling församlingen stämman stämma kongressen kongress
    moderaterna liberalerna heten tjänsten trafiken skolan banken fonden akademin akademien rörelsen byrån
    kammaren centralen museet teatern biblioteket kyrkan poolen länken kanalen alliansen partnerskapet klustret
    firman initiativet mötet konventet rådslaget plattformen plattform organisationen organisation centrum huset gården
    hamnen
    """
)
"""Ends of the words that name bodies, institutions and things, never people."""

BODIES = words(
    """
    gruppen grupp grupper grupperna styrelsen styrelse kommittén kommitté rådet råd nätverket sekretariatet
    utskottet utskott
    nämnden beredningen delegationen direktionen presidiet forumet kansliet förbundet teamet fullmäktige
    samverkan samarbetet föreningen stiftelsen organisationen plattformen ledningen board committee församlingen stämman
    """
)
"""Ends of the words for a body that somebody sits in."""

KINDS_OF_BODY = endings("nämnd styrelse forum råd kommitté utskott nätverk förbund stiftelse förening bolag")
"""The kinds of bodies that people sit in, as they end a name, stand alone as a label or head a column."""

NO_NAME = words(
    """
    region regionen regionens kommun kommunen landstinget kommunförbundet regionförbundet kommunalförbundet
    samordningsförbundet länsstyrelsen svenska sveriges svensk sverige nordiska europeiska internationella
    södra norra östra västra nordöstra sydöstra nordvästra sydvästra lilla stora upplands övre nedre småland
    smålands blekinge halland kronoberg kronobergs skåne kalmar gotland östergötland värmland dalarna
    gävleborg västernorrland jämtland härjedalen norrbotten västerbotten västmanland södermanland sörmland
    uppsala stockholm stockholms göteborg göteborgs malmö gröna januari februari juli augusti september
    oktober november december måndag tisdag onsdag torsdag fredag lördag söndag läs om till här du vi vårt
    våra idag den det de en ett i på för från med av vid och som är kontakt telefon tel plats sida sidan visa
    eu eu:s fn energy cities city baltic sea network council europe european europa interreg euroregion
    regions maritime peripheral conference federation chamber commerce commissions councils networks members
    municipality municipalities county counties province university committee utsågs valdes utses väljs
    commission board forum green union international north south west east central sweden
    islands denmark poland lithuania germany brussels bryssel euro global nordic scandinavian airport group
    agency institute association board assembly congress programme program project house office partnership
    alliance senast uppdaterad publicerad mandatperiod mandat parti partier roll namn efternamn förnamn
    uppdrag ledamöter ersättare ledamot ordförande vice telefonnummer e-post epost mobil adress postadress
    besöksadress box vakant vakans vakanta ingen ej fler nya ny nästa föregående start hem startsida sök
    meny ab hb sverigedemokraterna moderaterna socialdemokraterna centerpartiet vänsterpartiet liberalerna
    kristdemokraterna miljöpartiet folkpartiet följ oss ladda ner skriv ut dela lyssna facebook twitter
    linkedin instagram youtube kultur miljö hälsa utbildning barn vård omsorg social sociala teknik trafik
    samhälle näringsliv klimat energi transport politik demokrati protokoll kallelse sammanträde möte möten
    dokument länkar relaterad relaterat information nyheter aktuellt universitet högskolan linnéuniversitetet
    ja nej ny nytt bilaga tabell bild foto fotograf porträtt kontakta besök text mer se även alla andra hon han
    hennes deras när hur vad vem varför där då nu sedan efter före under över mellan mot utan
    regionfullmäktige kommunfullmäktige landstingsfullmäktige välkommen tack start lag lagen e-posta mejla
    maila ring skicka verksamhetsplan handlingsplan strategi årsredovisning rapport reglemente policy vd
    däribland bland dessutom också vidare därutöver däremot dock samt både nuvarande avgående tidigare
    nytillträdda förre förra vår fackliga biträdande tillförordnad lokala regionala kommunala politiska utsedda
    valda bakom tillsammans respektive övriga samtliga resterande kvarvarande nedan ovan båda första andra tredje
    två tre fyra support governance aeronautics militärregion
    röda korset hotell restaurang sparbank sparbanken fastigheter åkeri
    confederation society foundation platform bureau authority initiative cluster centre center league steering
    working local municipalities development research innovation culture health climate tourism sustainable
    students college school academy museum company holding consulting partners invest science business
    firma firman ekonomi rådgivning revision redovisning försäkring bostäder vatten avfall turism arena
    dels stadgar avtal protokollet dr prof förordning pro spf hso lrf abf tco saco skpf rpg
    """
)
"""Words that never stand in a person's name (given names such as Hans, Inga and April do)."""

SURNAMES_TOO = words(
    """
    ring west north green central bild box du halland kalmar kronoberg lag lagen norra plats start stora
    lilla stockholm
    """
)
"""Words of NO_NAME that are surnames as well: behind a common given name ("Anna Ring") they are one."""

PARTICLES = words(
    """
    von und zu af av de di da del della der den dos du la le van ten ter zu el al bin ben ibn y e
    """
)

PLACE_FRONTS = endings(
    "västra östra norra södra mellersta nordöstra sydöstra övre nedre stora lilla gamla nya upplands sankt sankta"
)
"""What stands before a place's name and is part of it: "Östra Göinge"."""

SHORT_PLACES = words(
    """
    ale alvesta arboga arvika berg bjuv boden borås burlöv ed eda eksjö falun flen gagnef gävle habo hagfors
    halmstad hjo hofors hylte håbo höör kalix kalmar karlskrona kil kiruna kumla köping laholm laxå lerum
    lessebo ljungby luleå lund malå malmö mark markaryd mjölby mora motala nacka nora nybro nässjö ockelbo
    olofström orsa orust osby oskarshamn oxelösund piteå ronneby sala salem skara skövde solna sorsele sotenäs
    sunne svalöv sävsjö säter säffle sölvesborg tanum tibro tierp tingsryd timrå tjörn torsby torsås tranås
    trosa täby umeå uppvidinge vaggeryd vara vetlanda visby vårgårda värnamo växjö ydre ystad åmål ånge åre
    årjäng åsele åtvidaberg älmhult älvsbyn öckerö ödeshög örebro östhammar karlshamn kristianstad helsingborg
    linköping norrköping jönköping uppsala stockholm göteborg västerås sundsvall östersund karlstad eskilstuna
    varberg falkenberg kungsbacka småland blekinge halland kronoberg skåne gotland östergötland värmland dalarna
    gävleborg västernorrland jämtland norrbotten västerbotten västmanland sörmland södermanland elblag klaipeda bornholm
    """
)
"""Places that are short enough to look like a party, or are often met; others are known by their position."""

COUNTRIES = words(
    """
    dk se pl lt lv ee de no is ru uk gb fr es it nl be us cn eu at ch cz sk hu ro bg hr gr pt ie ua by fo gl
    ax danmark sverige polen litauen lettland estland tyskland norge island ryssland storbritannien frankrike
    spanien italien nederländerna belgien usa kina österrike schweiz tjeckien slovakien ungern rumänien
    bulgarien kroatien grekland portugal irland ukraina belarus åland färöarna grönland finland dnk swe pol
    ltu lva est deu ger nor fin
    """
)
"""Country codes and names; "FI" is left out since Feministiskt initiativ writes itself so."""

VACANT = (
    "vakant",
    "vakans",
    "vakanta",
    "ledig plats",
    "plats vakant",
    "vakant plats",
    "saknas",
    "ingen ersättare",
    "ingen ledamot",
    "ingen utsedd",
    "ej utsedd",
    "inte utsedd",
    "ännu ej utsedd",
    "ej tillsatt",
    "inte tillsatt",
    "ännu inte utsedd",
    "tillsätts senare",
    "utses senare",
    "väljs senare",
    "ej klart",
    "inte klart",
    "meddelas senare",
    "ej vald",
    "n.n.",
    "n.n",
    "nn",
    "n n",
    "vacant",
    "obesatt",
    "ej besatt",
)
"""What stands where a person would, when nobody does."""
