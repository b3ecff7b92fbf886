"""A page in another's place is known by what it says, in whatever words and languages such pages are written."""

from __future__ import annotations

from html import escape

import pytest

import scraper
from records.outcome import CannotTell, Reason

# What stands in the headline, and what below it.
GONE = [
    ("Sidan saknas", "Vi kunde inte hitta någon sida på den här adressen."),
    ("404", "Sidan du letar efter finns inte här."),
    ("Kan inte hitta sidan", "Du kan ha klickat på en gammal länk eller skrivit fel i adressfältet."),
    ("Oj, något gick fel!", "Sidan som du försökte öppna kunde inte visas."),
    ("Felmeddelande", "Den begärda sidan kunde inte hittas."),
    ("Hittar inte sidan", "Sidan har kanske bytt namn, tagits bort eller är tillfälligt otillgänglig."),
    ("Ledsen!", "Vi kan inte hitta det du söker. Kanske har sidan tagits bort."),
    ("Ny webbplats", "Vi har fått en ny webbplats och sidan du söker har fått en ny adress."),
    ("Page not found (404)", "Sorry, the page you were looking for does not exist."),
    ("Sidan är inte längre tillgänglig", "Informationen har avpublicerats."),
    ("Fel: sidan hittades inte", "Kontrollera webbadressen."),
    ("Internationella samarbeten", "Sidan är tyvärr borttagen."),
    ("Fel 500", "Ett internt serverfel inträffade."),
    ("Något gick snett", "Vi har problem med att visa sidan just nu. Försök igen senare."),
    ("Tekniskt fel", "Ett tekniskt fel gör att vi inte kan visa sidan."),
    ("Error", "An error occurred while processing your request. Please try again later."),
    ("504 Gateway Time-out", "The server didn't respond in time."),
    ("Planerat driftstopp", "Webbplatsen är inte tillgänglig mellan klockan 18 och 22 på grund av uppgradering."),
    ("Vi bygger om", "Just nu bygger vi om webbplatsen. Välkommen tillbaka på torsdag."),
    ("Driftinformation", "Webbplatsen har just nu driftstörningar. Vi arbetar för att lösa felet."),
    ("Strax tillbaka", "Vi uppdaterar webbplatsen och är strax tillbaka."),
    ("Region Skiss", "Webbplatsen är tillfälligt nere. Vi beklagar."),
    ("Krisläge", "Vi har just nu hög belastning på webbplatsen och visar därför bara den viktigaste informationen."),
    ("Sidan är låst för redigering", "Sidan uppdateras just nu och kan inte visas. Försök igen om en stund."),
    ("Siden finnes ikke", "Siden du leter etter finnes ikke eller er flyttet."),
    ("Siden blev ikke fundet", "Siden kan være flyttet eller slettet."),
    ("Sivua ei löytynyt", "Etsimääsi sivua ei löytynyt."),
    ("Seite nicht gefunden", "Die angeforderte Seite existiert nicht."),
    ("Sökresultat", "Din sökning gav inga träffar."),
    ("Inga resultat", "Vi hittade inga sidor som matchar din sökning."),
    ("Webbplatsen har stängts", "Den här webbplatsen är nedlagd. Informationen finns nu på regionens webbplats."),
    (
        "Apache2 Ubuntu Default Page",
        "It works! This is the default welcome page used to test the correct operation of the Apache2 server.",
    ),
    ("Index of /samarbeten", "Parent Directory"),
    ("Denna sida är under uppbyggnad", "Innehåll kommer inom kort."),
    ("Fatal error", "Allowed memory size of 134217728 bytes exhausted (tried to allocate 20480 bytes)"),
    ("WordPress › Fel", "Det har uppstått ett kritiskt fel på denna webbplats."),
    ("Webbplatsen stöter på tekniska svårigheter", "Prova igen senare."),
    ("Webbplatsen kan inte nås", "Servern svarar inte."),
    ("Sidan kan inte visas", "Du saknar inte behörighet, men sidan har ett fel."),
    ("Sidan kan inte hittas", "Prova att söka efter det du letar efter."),
    ("Ojsan, sidan finns inte!", "Du har klickat på en länk som inte längre fungerar."),
    ("Hoppsan, här fanns inget", "Sidan är flyttad, borttagen eller så har du skrivit in en felaktig adress."),
    ("Sidan har upphört", "Innehållet på sidan har lagts ner."),
    ("Hittades inte", "Resursen du efterfrågade kunde inte hittas."),
    ("Det här var ju tråkigt", "Sidan du ville komma till hittas inte på vår webbplats."),
    ("Webbsidan hittades inte", "Felkod 404"),
    ("Oops! That page can't be found.", "It looks like nothing was found at this location. Maybe try a search?"),
    ("The page has moved", "The page you requested has been moved to a new location."),
    ("Gone", "The requested resource is no longer available on this server and there is no forwarding address."),
    ("Vi har bytt webbplats", "Den här sidan finns inte på den nya webbplatsen. Använd sökfunktionen."),
    ("Sidan är inte publicerad", "Du försöker nå en sida som inte är publicerad."),
    ("Sidan är inaktuell", "Den här sidan är inaktuell och har därför tagits bort."),
    ("Kunde inte ladda sidan", "Ett fel uppstod när sidan skulle hämtas."),
    ("Något blev fel", "Vi kan tyvärr inte visa den här sidan just nu."),
    ("Oväntat fel", "Ett oväntat fel har uppstått. Försök igen eller kontakta supporten."),
    ("Systemfel", "Det gick inte att ansluta till databasen."),
    ("Error 503", "Service temporarily unavailable."),
    ("This site can’t be reached", "The connection was reset."),
    ("Driftavbrott", "På grund av driftavbrott är webbplatsen inte tillgänglig."),
    ("Webbplatsen är nere", "Felsökning pågår."),
    ("Underhållsarbete", "Nu pågår underhållsarbete på webbplatsen."),
    ("Pausad webbplats", "Webbplatsen är tillfälligt pausad."),
    ("Ny webbplats kommer snart", "Vår nya webbplats lanseras den 1 mars. Fram till dess är webbplatsen stängd."),
    ("Uppdatering pågår", "Vi uppdaterar våra system och webbplatsen är därför inte tillgänglig just nu."),
    ("Planerat underhåll", "Webbplatsen stängs för planerat underhåll onsdag kl. 20–23."),
    ("Coming soon", "Our new website is on its way."),
    ("Site maintenance", "We are performing scheduled maintenance. Please check back soon."),
    ("Siden er under vedligeholdelse", "Vi er snart tilbage."),
    ("Siden er ikke tilgjengelig", "Vi jobber med å løse problemet."),
    ("Virhe 404", "Sivua ei löydy."),
    ("Page introuvable", "La page demandée n'existe pas."),
    ("Sökning", "0 träffar på internationella samarbeten"),
    ("Sök på webbplatsen", "Sökningen gav inget resultat."),
]
BLOCKED = [
    ("Är du en människa?", "Skriv in tecknen du ser i bilden för att gå vidare."),
    ("Din åtkomst har begränsats", "Vi har upptäckt ovanlig aktivitet från din ip-adress."),
    ("Access blocked", "Your IP address has been blocked due to suspicious activity."),
    ("Forbidden", "You don't have permission to access this resource."),
    ("403 - Förbjuden", "Du har inte behörighet att se den här katalogen eller sidan."),
    ("Unauthorized", "This server could not verify that you are authorized to access the document requested."),
    ("Bekräfta", "Bekräfta att du inte är en robot genom att klicka i rutan."),
    ("Vänta…", "Vi kontrollerar din webbläsare innan du släpps in."),
    ("One more step", "Please complete the security check to access the website."),
    ("Security check", "Checking your browser before accessing the site. This process is automatic."),
    ("För många besök", "Du har gjort för många anrop på kort tid. Vänta en stund och försök igen."),
    ("Väntrum", "Du har hamnat i vårt väntrum eftersom många besöker webbplatsen."),
    ("Bot detected", "Automated access to this site is not permitted."),
    (
        "Automatiserad trafik",
        "Vi har blockerat din förfrågan eftersom den ser ut att komma från ett automatiserat verktyg.",
    ),
    ("Sessionen har gått ut", "Logga in igen för att fortsätta."),
    ("Inloggning", "Logga in med ditt tjänstekort (SITHS)."),
    ("Välj identitetsleverantör", "Välj din organisation för att logga in."),
    ("Sign in to your account", "Enter your email, phone, or Skype."),
    ("Extranät för förtroendevalda", "Du behöver logga in för att komma åt sidan."),
    ("Åtkomst saknas", "Sidan kräver inloggning."),
    ("Behörighet krävs", "Kontakta webbredaktionen om du behöver tillgång."),
    ("Endast för medlemmar", "Logga in för att läsa hela sidan."),
    ("Mina sidor", "För att logga in behöver du BankID eller Freja."),
    ("Cookies", "Vi använder cookies. Godkänn för att fortsätta till webbplatsen."),
    (
        "Välkommen till Provregionen",
        "Innan du fortsätter till webbplatsen behöver vi ditt samtycke till kakor och liknande teknik.",
    ),
    ("Du väljer över dina data", "Vi och våra 134 partner använder cookies för att lagra information."),
    (
        "Powered by Cookie Information",
        "Denna webbplats använder cookies. Vi behöver ditt samtycke. Tillåt alla Tillåt valda",
    ),
    (
        "Your connection needs to be verified before you can proceed",
        "Verify you are human by completing the action below.",
    ),
    ("Sidan är spärrad", "Sidan är spärrad för besök från utlandet."),
    ("Tillgång nekad", "Tillgång till webbplatsen nekas på grund av säkerhetsinställningar."),
    ("Access Restricted", "Access from your location is restricted."),
    ("Kontrollera att du inte är en robot", "Markera alla bilder med trafikljus."),
    ("Säkerhetskontroll", "Av säkerhetsskäl behöver vi kontrollera din anslutning."),
    ("Din IP-adress är blockerad", "Kontakta webmaster om du tror att det är ett misstag."),
    ("Åtkomst nekad", "Du har inte rättigheter till denna sida."),
    ("Behörighet saknas", "Du saknar behörighet att visa sidan."),
    ("Du har inte åtkomst till den här sidan", "Be ägaren om åtkomst eller byt konto."),
    ("Access Denied", "Error code: 16. This request was blocked by our security service."),
    ("Please wait while your request is being verified...", "One moment, please."),
    (
        "Checking your browser",
        "This is an automatic process. Your browser will redirect to your requested content shortly.",
    ),
    ("Robot or human?", "Activate and hold the button to confirm that you’re human."),
    ("Rate limited", "You have been rate limited. Try again in 60 seconds."),
    ("Kö", "Det är många som vill besöka webbplatsen just nu. Du har könummer 512."),
    ("Logga in med e-legitimation", "Välj BankID, Freja eID eller SITHS."),
    ("Log in to continue", "Please enter your credentials."),
    ("Inloggning krävs", "Sidan är bara öppen för förtroendevalda."),
    ("Intranät", "Logga in för att komma till intranätet."),
    ("Du är utloggad", "Din session har avslutats på grund av inaktivitet. Logga in på nytt."),
    ("Ange lösenord", "Sidan är skyddad med lösenord."),
    ("Mitt konto", "Användarnamn Lösenord Glömt lösenord? Logga in"),
    ("Vi behöver ditt samtycke", "Vi och våra samarbetspartner använder cookies. Välj om du godkänner."),
    ("Cookieinställningar", "Välj vilka cookies du vill tillåta. Spara och fortsätt"),
    ("Kakor (cookies)", "För att använda webbplatsen måste du godkänna kakor."),
    ("Samtycke krävs", "Du måste samtycka till kakor för att ta del av innehållet."),
    (
        "Before you continue to Provregionen",
        "We use cookies and data to deliver and maintain services. Accept all Reject all",
    ),
    (
        "Integritetsinställningar",
        "Vi använder cookies på vår webbplats. Några av dem är nödvändiga. Acceptera alla Spara",
    ),
]
UNFILLED = [
    ("Provregionen", "Du måste ha JavaScript aktiverat för att kunna se innehållet."),
    ("Provregionen", "Den här webbplatsen kräver JavaScript. Slå på JavaScript i din webbläsare."),
    ("Provregionen", "JavaScript is required to view this page."),
    ("Provregionen", "Aktivera JavaScript för att visa sidan."),
    ("Provregionen", "Den här appen kräver JavaScript."),
]
GOOD = [
    (
        "Så loggar du in på e-tjänsterna",
        "E-tjänsterna nås med BankID eller Freja. Har du frågor kan du ringa kontaktcenter.",
    ),
    ("Driftstörningar", "Här informerar vi om driftstörningar i vatten och fjärrvärme."),
    ("Underhåll av vägar", "Kommunen sköter underhållet av kommunala vägar. Vägföreningar sköter övriga."),
    ("Fel och brister", "Anmäl fel på gator och parker. Vi åtgärdar felet så snart vi kan."),
    ("Hittelsaker", "Har du hittat något? Polisen tar emot hittegods."),
    ("Internationella samarbeten", "Provregionen har för närvarande inga internationella samarbeten."),
    ("Politiska uppdrag", "Uppdragen fördelas efter valet. Listan publiceras när fullmäktige har fattat beslut."),
    ("Vi flyttar", "Kommunhuset renoveras och förvaltningen flyttar till Provgatan 4 under våren."),
    ("Robotar i vården", "Regionen provar robotar på två avdelningar."),
    ("Stängda anläggningar", "Ishallen är stängd under sommaren. Simhallen öppnar igen i augusti."),
    ("Behörighet och roller", "Här beskrivs hur vi arbetar med behörighet i journalsystem."),
    ("Begränsad framkomlighet", "Provbron är avstängd för trafik. Åtkomst till fastigheter sker via Testvägen."),
    ("Om webbplatsen", "Webbplatsen byggs i SiteVision. Vissa sidor kräver JavaScript för kartor."),
    ("Adresser och telefonnummer", "Kommunen har flyttat växeln till ett nytt nummer."),
    ("Kommunens intranät", "Intranätet är till för anställda. Där finns nyheter och blanketter."),
    ("E-legitimation", "Med e-legitimation kan du identifiera dig på internet. BankID är vanligast."),
    ("Avbrott i fjärrvärmen", "Vid avbrott får berörda kunder sms. Planerade avbrott aviseras en vecka före."),
    ("Nya webbplatsen", "Kommunen lanserar en ny webbplats under hösten. Vi berättar mer i augusti."),
    ("Köhantering i förskolan", "Barnet får plats efter tid i kön. Du står kvar i kön tills du tackar ja."),
    ("Tillgång till båtplats", "Båtplatser fördelas efter kötid. Platsen får inte hyras ut."),
    ("Säkerhet vid sammanträden", "Besökare kontrolleras vid entrén. Väskor kan komma att genomsökas."),
    ("Samtycke i vården", "Du bestämmer själv om vårdgivare får läsa din journal. Samtycket kan återkallas."),
    ("Upphörda samarbeten", "Här listas samarbeten som har upphört. Listan är tom."),
    ("Sökväg till protokoll", "Protokollen finns i diariet. Ange diarienummer när du söker."),
    ("Systemförvaltning", "Regionen förvaltar 400 system. Varje system har en ägare."),
    ("Flyttade verksamheter", "Vårdcentralen Provby har flyttat till Testgatan 5. Mottagningen öppnar på måndag."),
    ("Fel på sidan?", "Berätta för oss om du hittar fel på webbplatsen."),
    ("Arkiv", "Här finns äldre versioner av strategier. Aktuella strategier finns under Styrdokument."),
    ("Spärrade konton", "Om ditt konto har spärrats ringer du kundtjänst."),
]


def _page(head: str, text: str, *, titled: bool) -> bytes:
    """A page that says nothing else: its headline in the title too, or only in a box below the site's own name."""
    title, level = (escape(head), 1) if titled else ("Provregionen", 2)
    box = f"<div class=box><h{level}>{escape(head)}</h{level}><p>{escape(text)}</p></div>"
    return f"<!DOCTYPE html><html lang=sv><head><title>{title}</title></head><body>{box}</body></html>".encode()


@pytest.mark.parametrize("titled", [True, False])
@pytest.mark.parametrize(
    ("said", "reason"),
    [
        *((said, Reason.SOFT_404) for said in GONE),
        *((said, Reason.BLOCKED) for said in BLOCKED),
        *((said, Reason.UNRECOGNISED) for said in UNFILLED),
    ],
)
def test_what_stands_in_a_pages_place_is_known(said: tuple[str, str], reason: Reason, *, titled: bool) -> None:
    """Errors, moves and maintenance are a soft 404; bot, consent and login walls block; a shell is unrecognised."""
    found = scraper.read(_page(*said, titled=titled))
    assert isinstance(found, CannotTell)
    assert found.reason is reason


@pytest.mark.parametrize("said", GOOD)
def test_a_page_about_such_things_is_good(said: tuple[str, str]) -> None:
    """A short page that mentions a fault, a wall or a move is no such thing."""
    assert not isinstance(scraper.read(_page(*said, titled=True)), CannotTell)
