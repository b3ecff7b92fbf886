"""Pages that stand in another page's place: error pages, maintenance, bot, consent and login walls.

Each is known by what it says in its headline, or in the text of a page that says hardly anything else. A long page that
mentions such a thing in passing is no wall; nor is any page that names a representative (judge sees to that).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from records.outcome import CannotTell, Reason
from scraper.content import Content, Heading, LinkLine, Paragraph
from scraper.swedish.remembered import remembered

_HEADLINE_PROSE = 2500  # letters of running text in the main content; above it a headline is a subject, not a wall
_BODY_PROSE = 700

_NOT_FOUND = re.compile(
    r"""
    (sidan|webbsidan|dokumentet|innehållet|artikeln|adressen|filen|länken|resursen|den\ här\ sidan)
      (\ (?:som\ )?(?:du|ni)\ (?:söker|sökte|letar\ efter|försök(?:er|te)\ (?:nå|öppna|visa|komma\ åt)|efterfrågade
       |begärde|angav))?
      \ (?:tyvärr\ |inte\ längre\ |längre\ )?
      (kunde\ (?:tyvärr\ )?inte\ (?:hittas|visas|laddas|öppnas)|kan\ (?:tyvärr\ )?inte\ (?:hittas|visas|öppnas|nås)
       |hittades\ (?:tyvärr\ )?(?:inte|ej)|hittas\ (?:inte|ej)|finns\ (?:tyvärr\ )?(?:inte|ej)|existerar\ inte
       |saknas\b
       |är\ (?:borttagen|avpublicerad|raderad)|har\ (?:tagits\ bort|avpublicerats|utgått|raderats)
       |är\ arkiverad|har\ flytta(?:t|ts|des)|är\ inte\ (?:längre\ )?(?:tillgänglig|publicerad|kvar))
    | ^(?:tyvärr\W+|det\ verkar\ som\ (?:att|om)\ )?(?:sidan|innehållet)\ .{0,40}
       \binte\ (?:längre\ )?(?:finns|hittas|existerar)\b
    | \bingen\ sida\ (?:hittades|kunde\ hittas)\b
    | \b(?:hittar|hittade)\ (?:tyvärr\ )?inte\ (?:sidan|den\ sida|innehållet|det\ du\ söker|det\ du\ letar)
    | \b(?:kan|kunde)\ (?:tyvärr\ )?inte\ (?:hitta|visa)\ (?:sidan|den\ sida|innehållet|det\ du\ (?:söker|letar))
    | \bfinns\ (?:tyvärr\ )?ingen\ (?:sida|information)\ på\ (?:den\ här\ |denna\ )?adress
    | \bpage\ (?:was\ |is\ |could\ )?not\ (?:be\ )?found\b | ^not\ found$ | \b404\b.{0,5}\bnot\ found\b
    | (?:page|document|url|resource|file)(?:\ (?:that\ )?you(?:'re|\ are|\ were|\ have)?\ (?:requested|request
       |looking\ for
       |trying\ to\ (?:access|reach|view)))?\ (?:was\ not\ found|could\ not\ be\ found|cannot\ be\ found
       |can't\ be\ found
       |does\ not\ exist|doesn't\ exist|no\ longer\ exists|isn't\ available|is\ not\ available
       |is\ no\ longer\ available
       |has\ been\ (?:removed|deleted))
    | \b(?:can't|cannot|can\ not|couldn't|could\ not)\ find\ (?:that|the|this)\ (?:page|file|document)
    | the\ specified\ (?:key|resource|bucket)\ does\ not\ exist\b
    | \b(?:gav|fick)\ (?:tyvärr\ )?(?:0|noll|inga)\ (?:träffar|sökresultat)\b | ^(?:inga|0)\ (?:träffar|sökresultat)\b
    | \bno\ (?:search\ )?results\ (?:were\ )?found\b
    | \bfile\ or\ directory\ not\ found\b | \bnothing\ (?:was\ )?found\ (?:here|at\ this\ location)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ERROR_NUMBER = re.compile(
    r"^(?:fel|felkod|error|http|http error|status|statuskod|oops|hoppsan"
    r"|oj)?[\s:!,.-]*(?:\(?[45]\d\d\)?)(?:[\s:.!-]+(?:error|fel))?$"
    r"|\b(?:fel|felkod|http|http error|error)[ :]+[45]\d\d\b",
    re.IGNORECASE,
)
_SERVER_ERROR = re.compile(
    r"""
    \binternal\ server\ error\b | \bbad\ gateway\b | \bgateway\ time-?out\b | \bserver\ error\b | \bserverfel\b
       | \binternt\ fel\b
    | \bruntime\ error\b | \bapplication\ error\b | \bsomething\ went\ wrong\b | \b(?:något|nånting
       |det)\ gick\ (?:tyvärr\ )?(?:fel|snett|galet)\b | \bhär\ blev\ det\ fel\b
    | \bett\ (?:\w+\ )?fel\ (?:har\ )?(?:inträffat|inträffade|uppstått|uppstod)\b
    | \b(?:uppstått|inträffat|inträffade|uppstod|stötte\ på)\ ett\ (?:\w+\ )?fel\b
    | \bencountered\ an?\ (?:\w+\ )?error\b | \bcritical\ error\ on\ (?:this|your)\ (?:web)?site\b
    | \berror\ establishing\ a\ database\ connection\b | \ban\ (?:unexpected\ )?error\ (?:has\ )?occurred\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MAINTENANCE = re.compile(
    r"""
    (?:webbplats(?:en)?|platsen|webben|sajten|hemsidan|sidan|sidorna|tjänsten|systemet|vi|servern)\b.{0,60}
      (?:under\ underhåll|underhållsarbete|(?:tillfälligt|för\ närvarande|just\ nu)\ (?:stängd|nere|otillgänglig
       |ur\ (?:drift|funktion))
       |ligger\ nere|är\ nere|är\ stängd|under\ (?:upp|om)byggnad
       |(?:snart|strax)\ (?:tillbaka|åter|igång|uppe)|byggs\ om
       |genomgår\ underhåll)
    | ^(?:tillfälligt|för\ närvarande|just\ nu)\ (?:otillgänglig|stängd|nere)\b
    | (?:webbplats(?:en)?|webben|sajten|hemsidan|sidan|tjänsten|systemet|vi)\ har
       \ (?:just\ nu\ |för\ närvarande\ |tillfälliga\ )*(?:tekniska\ problem|driftproblem|driftstörningar|tekniskt\ fel)
    | ^(?:tekniska\ problem|tekniskt\ fel)[.!]?$
    | \b(?:hög\ belastning|överbelastad|överbelastning|many\ visitors|heavy\ load)\b
    | ^(?:just\ nu\ är\ det\ )?(?:ovanligt\ |väldigt\ )?många\ (?:besökare|som\ besöker)\b
    | ^(?:under\ (?:upp|om)byggnad|sidan\ (?:är\ under\ arbete|byggs))[.!]?$
    | \bhär\ kommer\ (?:snart\ |inom\ kort\ )?(?:en\ ny|vår\ nya)\ (?:webbplats|hemsida|sajt)\b
    | (?:webbplats(?:en)?|sajten|hemsidan|tjänsten|systemet)\ är\ (?:tyvärr\ |just\ nu\ |för\ närvarande\ )*
      (?:inte\ tillgänglig|otillgänglig)\b
    | \b(?:pågående|planerat|schemalagt|pågår)\b.{0,20}\b(?:underhåll|driftstopp|serviceunderhåll|systemunderhåll)\b
    | \bunderhåll(?:sarbete)?\ (?:pågår|av\ (?:webbplatsen|sajten|hemsidan|systemet))\b
    | ^(?:(?:driftstopp|driftstörning|underhållsarbete|underhållsläge|tillfälligt\ (?:stängt|avbrott
       |otillgänglig))[.!]?)$
    | ^\W*(?:planerat\ |pågående\ )?(?:underhåll|maintenance)\W*$
    | \b(?:uppdaterar|uppgraderar|bygger\ om|servar|underhåller)\ (?:just\ nu\ |för\ närvarande\ )?(?:vår\ |våra\ )?
       (?:webbplats(?:en)?|sajt(?:en)?|hemsidan?|webben|system(?:et)?|tjänster)\b
    | \b(?:under|scheduled|undergoing|down\ for|site|planned)\ (?:scheduled\ |planned\ |routine\ )?maintenance\b
    | \b(?:service|site|page|website)\ (?:is\ )?(?:temporarily\ )?(?:unavailable|down|offline)\b
    | \b(?:site|page|website)\ is\ (?:currently\ )?under\ construction\b | ^under\ construction$
    | \bdomän(?:en)?\b.{0,30}\b(?:parkerad|till\ salu)\b | \bdomain\b.{0,40}\b(?:parked|for\ sale)\b
    | \bdefault\ (?:welcome\ |web\ )?page\b | ^welcome\ to\ (?:nginx|openresty|caddy)\b
    | \bwe(?:'ll|\ will)\ be\ (?:right\ |right-?)?back\b | \bback\ (?:soon|shortly)\b | \bmaintenance\ mode\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BOT_WALL = re.compile(
    r"""
    ^(?:(?:fel|error|http)[\s:]*)?(?:401|403|429)$
    | ^\W*(?:401\W+)?(?:unauthori[sz]ed|authori[sz]ation\ required)\W*$ | \bverify(?:ing)?\ your\ browser\b
    | \bchecking\ (?:if\ the\ site\ connection|your\ browser)\b | ^just\ a\ moment\b | \bcaptcha\b
       | \battention\ required!
    | \b(?:verify|confirm|prove)\ (?:that\ )?(?:you\ are|you're)\ (?:a\ |not\ a\ )?(?:human|robot)
    | \bverifying\ (?:that\ )?you\ are\ human\b | \bare\ you\ (?:a\ )?(?:human|robot)\b | \bnot\ a\ robot\b
    | \b(?:inte|ej)\ är\ en\ (?:robot|bot)\b | \bär\ du\ en\ (?:robot|människa)\b | \bär\ inte\ en\ (?:robot|bot)\b
    | \b(?:bekräfta|verifiera|kontrollera|kontrollerar|verifierar)\ att\ du\ är\ (?:en\ )?(?:människa|mänsklig)\b
    | \bkontrollerar\ (?:din\ )?(?:webbläsare|anslutning)\b
       | ^\W*(?:säkerhetskontroll|robotkontroll|security\ check|human\ verification)\W*$
       | \bcomplete\ the\ security\ check\b | \bplease\ enable\ (?:js|javascript)\b
    | \baccess\ (?:to\ this\ page\ )?(?:has\ been\ )?denied\b | ^\W*(?:403\W+)?forbidden\W*$
       | \byou\ have\ been\ blocked\b
    | \b(?:du|ni)\ (?:står|är\ placerad|har\ ställts|är\ nu)\ i\ (?:en\ )?(?:kö|väntrum)\b | ^väntrum$
       | \byou\ are\ (?:now\ )?in\ (?:line|the\ queue)\b | ^(?:waiting\ room|queue-it)$
    | \brequest\ (?:unsuccessful|blocked|rejected)\b | \bunusual\ traffic\b | \bovanlig\ trafik\b | \bincident\ id\b
    | \battack\ id\b | \bweb\ ?page\ blocked\b | ^one\ moment,?\ please\b | \brequest\ is\ being\ verified\b
    | \b(?:aktivera|slå\ på|tillåt)\ (?:java|kak|cook)\w+\b.{0,60}\bför\ att\ (?:fortsätta|gå\ vidare|komma\ vidare)\b
    | \bpardon\ our\ interruption\b | \bddos\ protection\b | \benable\ (?:javascript
       |cookies)(?:\ and\ cookies)?\ to\ continue\b
    | ^(?:du|ni)\ (?:har\ (?:tyvärr\ )?(?:inte|ej)|saknar)\ (?:behörighet|rättighet|åtkomst|tillgång)
    | \båtkomst\ (?:nekad|nekas|förbjuden)\b | \b(?:du|din\ (?:åtkomst|ip-adress|förfrågan
       |begäran))\ har\ (?:blivit\ )?(?:blockerats|blockerad|spärrats|nekats)\b
    | \b(?:too\ many\ requests|för\ många\ (?:förfrågningar|anrop))\b | \bautomatisk(?:\ |a\ |erad\ )(?:trafik
       |förfrågningar)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NEEDS_SCRIPT = re.compile(
    r"""
    \b(?:du|ni|webbläsaren)\ (?:måste|behöver)\ (?:ha\ )?(?:aktivera|slå\ på|tillåta)\b.{0,20}\bjava-?script\b
    | ^(?:var\ (?:god|vänlig)\ (?:och\ )?)?(?:aktivera|slå\ på)\ java-?script\ (?:för\ att|i\ din)\b
    | \b(?:webbplatsen|sidan|sajten|tjänsten|appen|applikationen)
      \ (?:kräver|behöver|fungerar\ inte\ utan)\ java-?script\b
    | \bjava-?script\ (?:krävs|måste\ vara\ (?:aktiverat|påslaget)|är\ (?:avstängt|inaktiverat))\b
    | \bjava-?script\ is\ (?:required|disabled)\b
    | \byou\ need\ to\ enable\ javascript\b | \bthis\ (?:app|site|page)\ requires\ javascript\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LOGIN_HEAD = re.compile(
    r"^\W*(?:logga in|inloggning|log ?in|sign ?in|logon|log on|authentication required|inloggning krävs|"
    r"(?:logga in|sign in|log in) (?:på|till|med|to|with|för att)\b.*|(?:welcome"
    r"|välkommen)\W+(?:please )?(?:log in|sign in|logga in))\W*$",
    re.IGNORECASE,
)
_LOGIN_BODY = re.compile(
    r"\b(?:du|ni) (?:måste|behöver) (?:vara inloggad|logga in)|\bkräver (?:att du är inloggad|inloggning)|"
    r"\b(?:logga in|identifiera dig) för att (?:se|läsa|komma|fortsätta|visa|få)|"
    r"\blogga in (?:igen|på nytt)\b|\bsession(?:en)? (?:har gått ut|has expired|expired)\b|"
    r"\byou (?:must|need to) (?:be logged in|log in|sign in)|\bplease (?:log|sign) in\b",
    re.IGNORECASE,
)
_COOKIES = re.compile(r"\b(?:web)?(?:cookies?|kakor|kakorna|samtycke\w*|consent)\b", re.IGNORECASE)
_CONSENT_WORDS = re.compile(
    r"\b(?:godkänn\w*|acceptera\w*|samtyck\w*|tillåt\w*|neka\w*|avvisa\w*|accept|agree|allow|reject|consent|"
    r"inställningar|anpassa|nödvändiga|integritet\w*|personuppgift\w*|privacy|partners?)\b",
    re.IGNORECASE,
)
_CONSENT_WALL = re.compile(
    r"\binnan du (?:fortsätter|går vidare)\b|\bbefore you continue\b"
    r"|\b(?:godkänn\w*|acceptera\w*|samtyck\w*)\b.{0,60}\bför att (?:kunna )?(?:fortsätta|komma vidare|se|visa|läsa"
    r"|gå vidare|använda)\b"
    r"|\bför att (?:fortsätta|komma vidare|se|visa|läsa|gå vidare|använda)\b.{0,60}\b(?:godkänn\w*|acceptera\w*"
    r"|samtyck\w*)\b"
    r"|\b(?:godkänn\w*|acceptera\w*|samtyck\w*)\b.{0,40}\binnan du (?:kan )?(?:fortsätt\w*|går? vidare)\b"
    r"|\b(?:vi|we) (?:och|and) (?:våra|our) (?:\d+ )?partners?\b"
    r"|\b(?:accept|consent|agree)\b.{0,60}\bto (?:continue|view|proceed|access)\b",
    re.IGNORECASE,
)
_WE_USE_COOKIES = re.compile(
    r"\b(?:vi|webbplatsen|sidan|den här webbplatsen|denna webbplats|we|this (?:web)?site|our partners)\b.{0,40}"
    r"\b(?:använder|use|uses|store|lagrar)\b.{0,40}\b(?:cookies|kakor)\b",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+")
_QUOTED = re.compile(r"[”\"“»'’‘«][^”\"“»’«]*[”\"“»'’«]")
_SEPARATORS = re.compile(r"\s+[|–—•·:-]\s+|\s*\|\s*|:\s+")


def wall(content: Content, *, dated: bool) -> CannotTell | None:
    """What stands in the page's place, if anything does. To be asked only of pages that name nobody.

    dated: the page tells when it was updated, as walls do not; then its headline alone can give it away.
    """
    headlines = _headlines(content)
    alone = all(isinstance(block, Heading) for block in content.main)  # what stands under it may be called a box
    texts = [block.text for block in (*content.main, *(content.rest if alone else ()))]
    prose = sum(len(text) for text in _running(content))
    if prose > _HEADLINE_PROSE:
        return None
    openings = list(_openings(texts)) if prose <= _BODY_PROSE and not dated else []
    return (
        _said(headlines, openings, _SAYINGS)
        or (None if dated else _consent(content, texts, prose))
        or _login(content, headlines, texts, prose)
        or _said(headlines, openings, _UNFILLED)  # a bot wall asks for a script too, and says more
    )


def error_page(content: Content) -> CannotTell | None:
    """A page whose headline and whose first words both say that it was not found, whoever its news name below."""
    if not any(_says_not_found(text) for text in _headlines(content)):
        return None
    texts = [block.text for block in content.main if not isinstance(block, Heading)]
    said = next((text for text in _openings(texts[:1]) if _NOT_FOUND.search(text)), None)
    return CannotTell(Reason.SOFT_404, f"an error page: its only text says “{_short(said)}”") if said else None


@remembered
def _says_not_found(headline: str) -> bool:
    return _ERROR_NUMBER.search(headline) is not None or _NOT_FOUND.search(headline) is not None


@remembered
def _titles(title: str) -> tuple[str, ...]:
    return (title, *_SEPARATORS.split(title))


def _headlines(content: Content) -> list[str]:
    """The document's title in whole and in parts, and the first headings of the main content (else of the rest)."""
    titles = _titles(content.title) if content.title else ()
    headings = [block.text for block in content.main if isinstance(block, Heading)]
    if not headings and not content.main:
        headings = [block.text for block in content.rest if isinstance(block, Heading)]
    return [*titles, *headings[:2]]


def _running(content: Content) -> Iterable[str]:
    """Running text of the main content: a wall's list of suggested links must not make it look like a page."""
    return (block.text for block in content.main if isinstance(block, (Paragraph, Heading)) and not _only_links(block))


def _only_links(block: Paragraph | Heading) -> bool:
    return bool(block.links) and sum(len(link.label) for link in block.links) >= len(block.text)


def _openings(texts: list[str]) -> Iterable[str]:
    """How the first sentences begin: a wall comes to the point, a news text that mentions one does not."""
    for text in texts[:4]:
        for sentence in _SENTENCE_ENDS.split(text)[:4]:
            yield _QUOTED.sub("", sentence)


_SAYINGS = (
    (_BOT_WALL, Reason.BLOCKED, "a bot wall"),
    (_NOT_FOUND, Reason.SOFT_404, "an error page"),
    (_ERROR_NUMBER, Reason.SOFT_404, "an error page"),
    (_MAINTENANCE, Reason.SOFT_404, "a maintenance page"),
    (_SERVER_ERROR, Reason.SOFT_404, "an error page"),
)
_UNFILLED = ((_NEEDS_SCRIPT, Reason.UNRECOGNISED, "a page that a script must fill"),)
_Sayings = tuple[tuple[re.Pattern[str], Reason, str], ...]


def _said(headlines: list[str], openings: list[str], sayings: _Sayings) -> CannotTell | None:
    for texts, where in ((headlines, "its headline says"), (openings, "its only text says")):
        for text in texts:
            for pattern, reason, kind in sayings:
                if pattern.search(text):
                    return CannotTell(reason, f"{kind}: {where} “{_short(text)}”")
    return None


def _consent(content: Content, texts: list[str], prose: int) -> CannotTell | None:
    """A wall asks before it shows anything; a page about cookies tells at length and asks nothing.

    What a box asks is not always left of it: a page that has nothing but its headline is a wall as well.
    """
    everything = " ".join(texts)
    alone = all(isinstance(block, Heading) for block in content.main)
    if not _COOKIES.search(everything) or not (alone or _CONSENT_WORDS.search(everything)):
        return None
    asks = _CONSENT_WALL.search(everything) or _WE_USE_COOKIES.search(everything)
    about = sum(len(text) for text in texts if _COOKIES.search(text) or _CONSENT_WORDS.search(text))
    titled = {content.title, *(_SEPARATORS.split(content.title) if content.title else [])}
    total = sum(len(text) for text in texts if text not in titled)
    if asks and prose <= _BODY_PROSE and 2 * about >= total:
        return CannotTell(Reason.BLOCKED, f"a consent wall: its only text says “{_short(asks.group())}”")
    return None


def _login(content: Content, headlines: list[str], texts: list[str], prose: int) -> CannotTell | None:
    head = next((text for text in headlines if _LOGIN_HEAD.search(text)), None)
    if head and (content.password_field or prose <= _BODY_PROSE):
        return CannotTell(Reason.BLOCKED, f"a login page: its headline says “{_short(head)}”")
    if prose > _BODY_PROSE:
        return None
    body = next((text for text in texts if _LOGIN_BODY.search(text)), None)
    if body:
        return CannotTell(Reason.BLOCKED, f"a login page: its only text says “{_short(body)}”")
    if content.password_field and not any(isinstance(block, LinkLine) for block in content.main) and prose <= 200:
        return CannotTell(Reason.BLOCKED, "a login page: a password field and hardly any text")
    return None


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79].rstrip()}…"
