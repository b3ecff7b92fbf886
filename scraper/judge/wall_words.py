"""What pages say that stand in another page's place, in Swedish and in English: patterns only, for walls.py."""

from __future__ import annotations

import re

NOT_FOUND = re.compile(
    r"""
    (sidan|webbsidan|dokumentet|innehållet|artikeln|adressen|filen|länken|resursen|den\ här\ sidan)
      (\ (?:som\ )?(?:du|ni)\ (?:söker|sökte|letar\ efter|försök(?:er|te)\ (?:nå|öppna|visa|komma\ åt)|efterfrågade
       |begärde|angav))?
      \ (?:tyvärr\ |inte\ längre\ |längre\ )?
      (kunde\ (?:tyvärr\ )?inte\ (?:hittas|visas|laddas|öppnas)|kan\ (?:tyvärr\ )?inte\ (?:hittas|visas|öppnas|nås)
       |hittades\ (?:tyvärr\ )?(?:inte|ej)|hittas\ (?:inte|ej)|finns\ (?:tyvärr\ )?(?:inte|ej)|existerar\ inte
       |saknas\b
       |är\ (?:(?:tyvärr|numera|nu|redan)\ )?(?:borttag(?:en|et)|avpublicera[dt]|radera[dt]|arkivera[dt])
       |har\ (?:(?:tyvärr|numera|nu)\ )?(?:tagits\ bort|avpublicerats|utgått|raderats|flytta(?:t|ts|des)|försvunnit
        |bytt\ (?:adress|plats|namn)|fått\ (?:en\ )?ny\ adress)
       |verkar\ (?:tyvärr\ )?(?:inte\ (?:längre\ )?(?:finnas|existera)|saknas|ha\ (?:flytta|tagits\ bort|försvunnit))
       |kan\ ha\ (?:flyttats|tagits\ bort|bytt\ (?:namn|adress)|raderats|avpublicerats)
       |är\ inte\ (?:längre\ )?(?:tillgängligt?|publicera[dt]|kvar))
    | ^(?:tyvärr\W+|det\ verkar\ som\ (?:att|om)\ )?(?:sidan|innehållet)\ .{0,40}
       \b(?:inte\ (?:längre\ )?(?:finns|hittas|existerar)|kan\ (?:tyvärr\ )?inte\ (?:visas|nås|öppnas|laddas))\b
    | ^(?:ingen\ sida|inget(?:\ innehåll)?|ingenting)\ (?:hittades|kunde\ hittas)\b | ^index\ of\ /
    | \bingen\ sida\ (?:hittades|kunde\ hittas)\b
    | \b(?:begärda|efterfrågade|sökta)\ (?:(?:webb)?sidan|adressen|url:en|resursen|dokumentet)\ .{0,20}
       \b(?:inte|ej|saknas)\b
    | \bhär\ (?:var|är|blev)\ det\ (?:visst\ |ganska\ )?tomt\b
    | \bhär\ f(?:inns|anns)\ (?:det\ )?(?:visst\ )?(?:ingen\ sida|ingenting|inget)\b
    | \b(?:gick|gått|hamnat|kommit)\ (?:visst\ )?vilse\b
    | ^(?:trasig|bruten|felaktig|ogiltig|okänd|död)\ (?:länk|(?:webb)?adress|url)\b
    | ^no\ (?:such\ )?page\b | \bnothing\ (?:to\ see\ )?here\b
    | \b(?:länken|adressen)\ (?:du\ \w+\ (?:på\ )?)?
       (?:fungerar\ inte|är\ (?:felaktig|trasig|bruten|ogiltig|inaktuell|gammal))\b
    | \b(?:hittade|hittar|finns)\ (?:tyvärr\ )?inga\ (?:sidor|(?:sök)?träffar|(?:sök)?resultat)\b
    | \b(?:hittar|hittade)\ (?:tyvärr\ )?inte\ (?:sidan|den\ sida|innehållet|det\ du\ söker|det\ du\ letar)
    | \b(?:kan|kunde)\ (?:tyvärr\ )?inte\ (?:hitta|visa)\ (?:sidan|den\ sida|innehållet|det\ du\ (?:söker|letar))
    | \bfinns\ (?:tyvärr\ )?ingen\ (?:sida|information)\ på\ (?:den\ här\ |denna\ )?adress
    | \bpage\ (?:was\ |is\ |could\ )?not\ (?:be\ )?found\b | ^not\ found$ | \b404\b.{0,25}\bnot\ found\b
    | (?:page|document|url|resource|file)(?:\ (?:that\ )?you(?:'re|\ are|\ were|\ have)?\ (?:requested|request
       |looking\ for
       |trying\ to\ (?:access|reach|view)))?\ (?:was\ not\ found|could\ not\ be\ found|cannot\ be\ found
       |can't\ be\ found
       |does\ not\ exist|doesn't\ exist|no\ longer\ exists|isn't\ available|is\ not\ available
       |is\ no\ longer\ available
       |has\ been\ (?:removed|deleted))
    | \b(?:can't|cannot|can\ not|couldn't|could\ not)\ find\ (?:that|the|this)\ (?:page|file|document)
    | the\ specified\ (?:key|resource|bucket)\ does\ not\ exist\b
    | \b(?:gav|fick)\ (?:tyvärr\ )?(?:0|noll|inga|inget)\ (?:(?:sök)?träffar|(?:sök)?resultat)\b
    | ^(?:inga|0)\ (?:(?:sök)?träffar|(?:sök)?resultat|sidor)\b
    | \bseite\ (?:wurde\ )?nicht\ gefunden\b | \b(?:siden|side)\ (?:findes|finnes|eksisterer)\ ikke\b
    | \bsiden\ (?:blev|ble)\ ikke\ (?:fundet|funnet)\b | \bsivua\ ei\ löy(?:dy|tynyt)\b
    | \bpage\ (?:introuvable|non\ trouvée)\b
    | \b(?:sidan|webbplatsen|innehållet)\ kan\ (?:för\ (?:tillfället|närvarande)|just\ nu|tyvärr)\ inte\ visas\b
    | \bwebbplats(?:en)?\ (?:är|har)\ (?:nu\ |numera\ )?(?:nedlagd|nedlagts|lagts\ ner|avvecklad
       |avvecklats|stängts\ ner|upphört)\b
    | \bno\ (?:search\ )?results\ (?:were\ )?found\b
    | \bfile\ or\ directory\ not\ found\b | \bnothing\ (?:was\ )?found\ (?:here|at\ this\ location)
    """,
    re.IGNORECASE | re.VERBOSE,
)
ERROR_NUMBER = re.compile(
    r"^(?:fel|felkod|error|http|http error|status|statuskod|oops|hoppsan"
    r"|oj)?[\s:!,.-]*(?:\(?[45]\d\d\)?)(?:[\s:.!-]+(?:error|fel))?$"
    r"|\b(?:fel|felkod|http|http error|error)[ :]+[45]\d\d\b",
    re.IGNORECASE,
)
# The subject of a sentence and what is said of it: on a page that says hardly anything else, that it is not there.
_SITE = (
    r"(?:webb)?sidan?|sidans innehåll|webbplats(?:en)?|sajten|hemsidan?|webben|adressen|länken|innehållet|"
    r"resursen|dokumentet|artikeln|filen|tjänsten|servern|databasen|systemet|(?:web)?page|(?:web)?site|resource|url|link|document|server|"
    r"service|siden|nettsiden|nettstedet|hjemmesiden|seite|sivua?"
)
_FAULT = (
    r"inte|ej|ikke|nicht|ei|saknas|borta|borttag\w+|tagits bort|flytta(?:d|t|ts)|upphört|nedlag\w+|lagts ner|"
    r"avpublicera\w+|inaktuell|försv[iu]nn\w+|ingenstans|trasig|nere|stäng(?:d|s|t|ts)|avstängd|pausa[dst]|otillgänglig\w*|"
    r"under (?:underhåll|uppbyggnad|ombyggnad|arbete|ved\w+)|not|cannot|can't|couldn't|doesn't|isn't|no longer|"
    r"moved|removed|deleted|gone|unavailable|down|expired|closed"
)
IS_AWAY = re.compile(
    r"^(?:(?:oj|ojdå|ojsan|hoppsan|tyvärr|just nu|nu|för (?:tillfället|närvarande)|sorry)\W+"
    r"(?:är |har |kan |ligger )?)?"
    rf"(?:the |this |our |den (?:här |begärda |efterfrågade )?|denna |det här |vår |die |diese )?"
    rf"(?:{_SITE})\b[^.!?]{{0,50}}?\s(?:{_FAULT})\b",
    re.IGNORECASE,
)
SERVER_ERROR = re.compile(
    r"""
    ^(?:system|server|databas|applikations|program)fel\b | ^fel\ vid\b | \bdatabase\ error\b
    | \bunable\ to\ (?:connect|load|process)\b
    | \b(?:går|gick)\ (?:tyvärr\ )?inte\ att\ (?:ansluta|hämta|läsa\ in|ladda)\b
    | \binternal\ server\ error\b | \bbad\ gateway\b | ^(?:400\ )?bad\ request$
    | \bgateway\ time-?out\b | \bserver\ error\b | \bserverfel\b
       | \binternt\ fel\b
    | \bruntime\ error\b | \bapplication\ error\b | \bsomething\ went\ wrong\b | \b(?:något|nånting
       |det)\ gick\ (?:tyvärr\ )?(?:fel|snett|galet)\b
       | \bnågot\ (?:har\ )?bl(?:ev|ivit)\ (?:fel|galet|tokigt)\b
    | \b(?:det|här|något)\ (?:blev|har\ blivit)\ (?:det\ )?(?:tyvärr\ |visst\ )?(?:fel|galet|tokigt|snett)\b
    | \b\w*exception\b | \bproxy\ error\b | \bupstream\ server\b
    | \bett\ (?:\w+\ )?fel\ (?:har\ )?(?:inträffat|inträffade|uppstått|uppstod)\b
    | \b(?:uppstått|inträffat|inträffade|uppstod|stötte\ på)\ ett\ (?:\w+\ )?fel\b
    | \bencountered\ an?\ (?:\w+\ )?error\b | \bcritical\ error\ on\ (?:this|your)\ (?:web)?site\b
    | ^(?:php\ )?(?:fatal|parse)\ error:?(?:\s|$) | ^uncaught\ (?:\w*error|\w*exception)\b | \bstack\ trace:
    | \baccount\ (?:has\ been\ |is\ )?suspended\b | \bkontot?\ (?:är|har\ blivit)\ (?:avstängt|spärrat)\b
    | ^\w*(?:doesnotexist|error|exception)\ at\ /
    | ^traceback\ \(most\ recent\ call\ last\)
    | \berror\ establishing\ a\ database\ connection\b | \ban\ (?:unexpected\ )?error\ (?:has\ )?occurred\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
MAINTENANCE = re.compile(
    r"""
    (?:webbplats(?:en)?|platsen|webben|sajten|hemsidan|sidan|sidorna|tjänsten|systemet|vi|servern
       |(?:denna|den\ här)\ (?:sida|webbplats|hemsida))\b.{0,60}
      (?:under\ underhåll|underhållsarbete|(?:tillfälligt|för\ närvarande|just\ nu)\ (?:stängd|nere|otillgänglig
       |ur\ (?:drift|funktion))
       |ligger\ nere|är\ nere|är\ stängd|under\ (?:upp|om)byggnad
       |(?:snart|strax)\ (?:tillbaka|åter|igång|uppe)|(?:tillbaka|åter|igång|uppe)\ (?:snart|strax|inom\ kort)|byggs\ om
       |genomgår\ underhåll)
    | ^(?:tillfälligt|för\ närvarande|just\ nu)\ (?:otillgänglig|stängd|nere)\b
    | (?:webbplats(?:en)?|webben|sajten|hemsidan|sidan|tjänsten|systemet|vi)\ har
       \ (?:just\ nu\ |för\ närvarande\ |tillfälliga\ )*
       (?:tekniska\ (?:problem|svårigheter)|driftproblem|driftstörningar|tekniskt\ fel)
    | (?:webbplats(?:en)?|sajten|hemsidan|servern|tjänsten)\ (?:just\ nu\ |för\ närvarande\ )?
       (?:(?:upplever|stöter\ på)\ tekniska\ \w+|kan\ (?:just\ nu\ |tyvärr\ )?inte\ nås|svarar\ inte)\b
    | ^(?:tekniska\ problem|tekniskt\ fel)[.!]?$
    | \b(?:hög\ belastning|överbelastad|överbelastning|many\ visitors|heavy\ load)\b
    | ^(?:just\ nu\ är\ det\ )?(?:ovanligt\ |väldigt\ )?många\ (?:besökare|som\ besöker)\b
    | ^(?:under\ (?:upp|om)byggnad|sidan\ (?:är\ under\ arbete|byggs))[.!]?$
    | \b(?:här|vi)\ bygger\ (?:vi\ )?(?:just\ nu\ )?(?:en|vår)\ ny[a]?\ (?:webbplats|hemsida|sajt)\b
    | \bhär\ kommer\ (?:snart\ |inom\ kort\ )?(?:en\ ny|vår\ nya)\ (?:webbplats|hemsida|sajt)\b
    | (?:webbplats(?:en)?|sajten|hemsidan|tjänsten|systemet)\ är\ (?:tyvärr\ |just\ nu\ |för\ närvarande\ )*
      (?:inte\ tillgänglig|otillgänglig)\b
    | \b(?:pågående|planerat|schemalagt|pågår)\b.{0,20}\b(?:underhåll|driftstopp|serviceunderhåll|systemunderhåll)\b
    | \b(?:går|gick)\ (?:(?:det|just\ nu|tyvärr|för\ (?:tillfället|närvarande))\ )*inte\ att
       \ (?:nå|komma\ åt|visa|använda|öppna)\ (?:webbplatsen|sidan|sajten|hemsidan)\b
    | \b(?:webbplatsen|sidan|sajten|hemsidan|webben)\ (?:går|gick)
       \ (?:(?:just\ nu|tyvärr|för\ (?:tillfället|närvarande))\ )*inte\ att\ (?:nå|komma\ åt|visa|använda|öppna)\b
    | \b(?:flyttar|byter)\ (?:just\ nu\ )?(?:till\ )?(?:en\ |vår\ )?(?:nya?\ )?
       (?:webb(?:plats|plattform|server)|plattform|server)
    | ^vi\ bygger\ om[.!]?$ | \bbygger\ (?:vi\ )?(?:just\ nu\ )?om\ (?:webb\w*|hemsidan|sajten|sidan)\b
    | ^(?:service|underhålls)fönster\b
    | ^(?:planera[dt]\ )?(?:service|drifts?avbrott|avbrott|systemuppdatering)[.!]?$
    | \bunderhåll(?:sarbete)?\ (?:pågår|av\ (?:webbplatsen|sajten|hemsidan|systemet))\b
    | ^(?:(?:driftstopp|driftstörning|underhållsarbete|underhållsläge|tillfälligt\ (?:stängt|avbrott
       |otillgänglig))[.!]?)$
    | ^\W*(?:planerat\ |pågående\ )?(?:underhåll|maintenance)\W*$
    | \b(?:uppdaterar|uppgraderar|bygger\ om|servar|underhåller)\ (?:just\ nu\ |för\ närvarande\ )?(?:vår\ |våra\ )?
       (?:webbplats(?:en)?|sajt(?:en)?|hemsidan?|webben|system(?:et)?|tjänster)\b
    | \b(?:under|scheduled|undergoing|down\ for|site|planned)\ (?:scheduled\ |planned\ |routine\ )?maintenance\b
    | \b(?:service|site|page|website)\ (?:is\ )?(?:temporarily\ )?(?:unavailable|down|offline)\b
    | \b(?:site|page|website)\ is\ (?:currently\ )?under\ construction\b | ^under\ construction$
    | ^coming\ soon\b
    | \bnya?\ (?:webbplats(?:en)?|hemsida(?:n)?|sajt(?:en)?)\ (?:kommer|lanseras|öppnar|är\ på\ väg)\b
    | \bnew\ (?:web)?site\ is\ (?:coming|on\ its\ way)\b
    | \bdomän(?:en)?\b.{0,30}\b(?:parkerad|till\ salu)\b | \bdomain\b.{0,40}\b(?:parked|for\ sale)\b
    | \bdefault\ (?:welcome\ |web\ )?page\b | ^welcome\ to\ (?:nginx|openresty|caddy)\b
    | \bwe(?:'ll|\ will)\ be\ (?:right\ |right-?)?back\b | \bback\ (?:soon|shortly)\b | \bmaintenance\ mode\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
BOT_WALL = re.compile(
    r"""
    ^(?:(?:fel|error|http)[\s:]*)?(?:401|403|429)(?:\s+(?:error|fel))?$ | ^\W*not\ acceptable\W*$ | \bmod_security\b
    | ^\W*(?:401\W+)?(?:unauthori[sz]ed|authori[sz]ation\ required)\W*$ | \bverify(?:ing)?\ your\ browser\b
    | \bchecking\ (?:if\ the\ site\ connection|your\ browser)\b | ^just\ a\ moment\b | \bcaptcha\b
       | \battention\ required!
    | \b(?:verify|confirm|prove)\ (?:that\ )?(?:you\ are|you're)\ (?:a\ |not\ a\ )?(?:human|robot)
    | \bverifying\ (?:that\ )?you\ are\ human\b | \bare\ you\ (?:a\ )?(?:human|robot)\b | \bnot\ a\ robot\b
    | \b(?:inte|ej)\ är\ en\ (?:robot|bot)\b | \bär\ du\ en\ (?:robot|människa)\b | \bär\ inte\ en\ (?:robot|bot)\b
    | \bdu\ är\ (?:en\ )?(?:människa|mänsklig)\b
    | \b(?:skriv|ange|fyll\ i)\ (?:in\ )?(?:koden|tecknen|bokstäverna|siffrorna)\b.{0,30}\bbilden\b
    | \b(?:bekräfta|verifiera|kontrollera|kontrollerar|verifierar)\ att\ du\ är\ (?:en\ )?(?:människa|mänsklig)\b
    | \bkontrollerar\ (?:att\ )?(?:din\ )?(?:webbläsare|anslutning)\b
       | ^kontroll\ av\ (?:din\ )?(?:webbläsare|anslutning)\b | \bdu\ (?:skickas|slussas)\ vidare\ automatiskt\b
       | \bcomplete\ the\ (?:challenge|verification)\b | \bverify\ your(?:self|\ identity)\b
       | ^\W*(?:säkerhetskontroll|robotkontroll|security\ check|human\ verification)\W*$
       | \bcomplete\ the\ security\ check\b | \bplease\ enable\ (?:js|javascript)\b
    | \baccess\ (?:to\ this\ page\ )?(?:has\ been\ )?denied\b | ^\W*(?:403\W+)?forbidden\W*$
       | \byou\ have\ been\ blocked\b
    | \b(?:du|ni)\ (?:står|är\ placerad|har\ ställts|är|har\ hamnat)\ (?:just\ |nu\ )*i
       \ (?:en\ |ett\ |vår\ |vårt\ )?(?:virtuell\w*\ )?(?:kö|väntrum)
       | \b(?:din|er)\ plats\ i\ kön\b | ^väntrum$
       | \byou\ are\ (?:now\ )?in\ (?:line|the\ queue)\b | ^(?:waiting\ room|queue-it)$
    | \brequest\ (?:(?:is|was|has\ been)\ )?(?:unsuccessful|blocked|rejected|denied)\b
    | \bunusual\ traffic\b | \bovanlig\ trafik\b | \bincident\ id\b
    | \battack\ id\b | \bweb\ ?page\ blocked\b | ^one\ moment,?\ please\b | \brequest\ is\ being\ verified\b
    | \b(?:aktivera|slå\ på|tillåt)\ (?:java|kak|cook)\w+\b.{0,60}\bför\ att\ (?:fortsätta|gå\ vidare|komma\ vidare)\b
    | ^(?:client\ )?challenge$ | \brate[- ]limit(?:ed)?\b | \bkönummer\b
    | \b(?:många|alla)\ som\ (?:vill\ |försöker\ )?(?:besöka?|nå)\ (?:webbplatsen|sidan)\b
    | \bmaking\ sure\ you(?:'re|’re|\ are)\ not\ a\ bot\b | \bpress\ (?:&|and)\ hold\ to\ confirm\b
    | \bpardon\ our\ interruption\b | \bddos\ protection\b | \benable\ (?:javascript
       |cookies)(?:\ and\ cookies)?\ to\ continue\b
    | ^(?:du|ni)\ (?:har\ (?:tyvärr\ )?(?:inte|ej)|saknar)\ (?:behörighet|rättighet|åtkomst|tillgång)
    | \b(?:åtkomst|tillgång|tillträde)(?:en)?\b.{0,30}\b(?:(?:inte|ej)\ tillåten|förbjuden
       |(?:nekad|nekas|nekats|blockera|spärra|begränsa|stoppa)(?:d|ts)?)\b
    | \b(?:sidan|webbplatsen|sajten)\ är\ (?:tillfälligt\ )?(?:spärrad|blockerad)\b
    | \baccess\b.{0,40}\b(?:denied|blocked|restricted|forbidden|not\ (?:permitted|allowed))\b
    | \b(?:ip|ip\ address|address)\ (?:is|was|has\ been)\ (?:temporarily\ )?(?:blocked|banned)\b
    | \bbots?\ (?:detected|protection|verification)\b | \bautomated\ (?:access|requests?|traffic|queries)\b
    | \b(?:blockera|spärra|stoppa|neka|avvisa)(?:t|de)\ (?:din|er|ditt)
       \ (?:förfrågan|begäran|åtkomst|anslutning|besök|ip-adress|trafik)\b
    | \b(?:endast|bara)\ (?:tillgänglig|åtkomlig)t?\ (?:från|inom|via)\ .{0,40}(?:sverige|nätverk|vpn|intranät)
    | \b(?:du|(?:din|er)\ (?:åtkomst|ip-adress|förfrågan|begäran|anslutning|trafik|webbläsare))
       \ (?:har|är)\ (?:tillfälligt\ |blivit\ )*(?:blockera|spärra|neka|stoppa|avvisa)(?:d|ts)\b
    | \b(?:too\ many\ requests|för\ många\ (?:förfrågningar|anrop))\b | \bautomati(?:sk|ska|serad|serade)
       \ (?:trafik|förfrågningar|anrop)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
NEEDS_SCRIPT = re.compile(
    r"""
    \b(?:du|ni|webbläsaren)\ (?:måste|behöver)\ (?:ha\ )?(?:aktivera|slå\ på|tillåta)\b.{0,20}\bjava-?script\b
    | ^(?:var\ (?:god|vänlig)\ (?:och\ )?)?(?:aktivera|slå\ på)\ java-?script\ (?:för\ att|i\ din)\b
    | \b(?:webbplatsen|sidan|sajten|tjänsten|appen|applikationen)
      \ (?:kräver|behöver|fungerar\ inte\ utan)\ (?:att\ )?java-?script\b
    | \b(?:måste|behöver)\ ha\ java-?script\b
    | \bjava-?script\ (?:krävs|måste\ vara\ (?:aktiverat|påslaget)|är\ (?:avstängt|inaktiverat))\b
    | \bjava-?script\ is\ (?:required|disabled)\b | \b(?:without|utan)\ java-?script\b
    | \b(?:turn\ on|activate)\ java-?script\b | \benable\ java-?script\ to\ (?:use|view|run|see|load)\b
    | \byou\ need\ to\ enable\ javascript\b
    | \bthis\ (?:app|site|page)\ requires\ javascript\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
LOGIN_HEAD = re.compile(
    r"^\W*(?:logga in|(?:säker )?inloggning(?:s(?:tjänst|sida|portal)|\W+(?:med|via) .+)?|"
    r"(?:legitimera|identifiera) dig(?: (?:med|för|här)\b.*)?|"
    r"(?:välj|ange) (?:(?:inloggnings|identitets)\w+|e-legitimation|inloggning|lösenord)|"
    r"(?:välj )?hur (?:vill du|du vill) logga in|"
    r"(?:behörighet|e-legitimation) (?:saknas|krävs)|(?:du har )?ingen behörighet|"
    r"(?:skyddad|lösenordsskyddad|protected):.*|"
    r"log ?in|sign ?in|logon|log on|authentication required|inloggning krävs|"
    r"(?:logga in|sign in|log in) (?:på|till|med|to|with|för att)\b.*|(?:welcome"
    r"|välkommen)\W+(?:please )?(?:log in|sign in|logga in))\W*$",
    re.IGNORECASE,
)
FORGOT_PASSWORD = re.compile(r"\b(?:glömt|forgot(?:ten)?|lost) (?:(?:ditt|your) )?(?:lösenord|password)", re.IGNORECASE)
LOGIN_BODY = re.compile(
    r"\b(?:du|ni) (?:måste|behöver) (?:vara inloggad|logga in|(?:legitimera|identifiera) dig)|"
    r"\b(?:endast|bara|enbart) (?:\w+ )?(?:för|av) (?:inloggade|behöriga|medarbetare|anställda)\b|"
    r"\bvälj e-legitimation\b|\b(?:välj|ange|använd) .{0,40}\bför att logga in\b|"
    r"\b(?:är|innehållet är) lösenordsskydda[dt]\b|\bpassword[- ]protected\b|"
    r"\bange (?:ditt |dina )?(?:användarnamn|lösenord)\b|"
    r"\bför att logga in (?:måste|behöver|väljer) (?:du|ni)\b|"
    r"\b(?:användarnamn|e-postadress)\b.{0,40}\blösenord\b|"
    r"\b(?:starta|öppna) (?:mobilt )?(?:bankid|freja)|\bkräver (?:att du är inloggad|inloggning)|"
    r"\b(?:logga in|(?:identifiera|legitimera) dig)(?: med [^.]{1,30})? för att "
    r"(?:se|läsa|komma|fortsätta|visa|få|gå vidare)\b|"
    r"\blogga in\b.{0,60}\b(?:registrera dig|skapa (?:ett )?konto|inget konto)\b|\bbehöver (?:ha )?ett konto\b|"
    r"\blogga in (?:igen|på nytt)\b|\bsession(?:en)? (?:har gått ut|has expired|expired)\b|"
    r"\byou (?:must|need to) (?:be logged in|log in|sign in)|\bplease (?:log|sign) in\b",
    re.IGNORECASE,
)
CONSENT_HEAD = re.compile(
    r"^(?:(?:sekretess|integritets|samtyckes|cookie-?|kak)inställningar|samtycke|"
    r"(?:dina? )?(?:val|samtycke) (?:av|till|om) (?:kakor|cookies)|(?:hantera|välj) (?:kakor|cookies|samtycke)|"
    r"inställningar för (?:kakor|cookies|samtycke|integritet)|din integritet är viktig.*|"
    r"(?:privacy|cookie|consent) (?:consent|settings|preferences|center)|"
    r"we (?:value|respect|care about) your privacy|vi (?:värnar om|respekterar|bryr oss om) din integritet)\W*$",
    re.IGNORECASE,
)
COOKIES = re.compile(r"\b(?:web)?(?:cookies?|kakor|kakorna|samtycke\w*|consent)\b", re.IGNORECASE)
CONSENT_WORDS = re.compile(
    r"\b(?:godkänn\w*|acceptera\w*|samtyck\w*|tillåt\w*|neka\w*|avvisa\w*|accept|agree|allow|reject|consent|"
    r"inställningar|anpassa|nödvändiga|integritet\w*|personuppgift\w*|privacy|partners?)\b",
    re.IGNORECASE,
)
CONSENT_WALL = re.compile(
    r"\binnan du (?:fortsätter|går vidare|(?:kan )?(?:fortsätta|gå vidare|använda|besöka|komma in|se))\b"
    r"|\bbefore you continue\b"
    r"|\b(?:godkänn\w*|acceptera\w*|samtyck\w*)\b.{0,60}\bför att (?:kunna )?(?:fortsätta|komma vidare|se|visa|läsa"
    r"|gå vidare|använda)\b"
    r"|\bför att (?:fortsätta|komma vidare|se|visa|läsa|gå vidare|använda)\b.{0,60}\b(?:godkänn\w*|acceptera\w*"
    r"|samtyck\w*)\b"
    r"|\b(?:godkänn\w*|acceptera\w*|samtyck\w*)\b.{0,40}\binnan du (?:kan )?(?:fortsätt\w*|går? vidare)\b"
    r"|\b(?:måste|behöver)\b.{0,30}\b(?:godkänn\w*|acceptera\w*|samtyck\w*)\b"
    r"|\b(?:vi|we) (?:och|and) (?:våra|our) (?:\d+ )?partners?\b"
    r"|\b(?:accept|consent|agree)\b.{0,60}\bto (?:continue|view|proceed|access)\b",
    re.IGNORECASE,
)
WE_USE_COOKIES = re.compile(
    r"\b(?:vi|webbplatsen|sidan|den här webbplatsen|denna webbplats|we|this (?:web)?site|our partners)\b.{0,40}"
    r"\b(?:använder|use|uses|store|lagrar)\b.{0,40}\b(?:cookies|kakor)\b",
    re.IGNORECASE,
)
