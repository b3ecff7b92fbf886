"""Common given names: a table of the vocabulary, beside the others for its length."""

from __future__ import annotations

from scraper.swedish.vocabulary import words

GIVEN_NAMES = words(
    """
    anna eva maria karin kristina lena sara emma kerstin marie ingrid birgitta malin jenny ulla annika susanne
    elin monica linda johanna helena ida elisabeth elizabeth åsa sofia ann camilla anette hanna julia marianne
    christina katarina amanda inger helen helén sofie barbro britt britt-louise ann-christin ann-sofie ylva
    testa per lars anders johan karl erik mikael michael jan peter fredrik daniel hans bo bengt bertil magnus
    sven göran andreas niklas mats thomas tomas stefan henrik roland robert patrik björn gustav mattias martin
    leif ulf ove rolf kjell christer roger jonas marcus christian david alexander olle olof oskar jonny tommy
    kent kenneth håkan lennart gunnar åke ingemar arne carl claes dan emil filip gabriel gunilla ingela jimmy
    joakim jörgen kalle kenny lisa louise mona nils ola oscar pernilla petra pär rickard richard sandra
    sebastian siv sonja staffan suzanne tobias tony torbjörn viktor yvonne ali ahmed amir mohammed fatima hassan
    aisha omar yusuf abdi mehmet agneta gun gun-britt stina kajsa klara linnea maja moa olivia alva ebba elsa
    tove ulrika veronica viveka victoria axel albin adam anton elias erika frida hampus isak ivar jakob joel
    josef krister linus lukas ludvig mårten nina pia ragnar rasmus rebecca rikard robin ronny rune samuel sigrid
    simon stig sture sune svante sylvia tage tina ture urban vera yngve ann-marie anna-karin eva-lena lars-erik
    karl-erik agnes alice anita anna-lena ann-britt ann-charlotte ann-mari anneli annelie annette astrid aina
    alexandra amira annica antonia asta beata berit bodil boel britta britt-marie carina carin carola caroline
    catarina cathrine cecilia charlotta charlotte daniela dagmar diana disa edith elena eleonor ellen ellinor
    elise elvira emelie emilia erica eva-britt eva-marie evelina fanny felicia gerd gerda gertrud greta gudrun
    gun-marie gunnel gunvor harriet hedda hedvig helene henrietta hilda inga-lill ingegerd irene isabella
    isabelle jeanette jessica jennifer josefin josefine judith jasmine karolina katrin kicki laila lillemor
    lilian lisbeth lise-lotte liselott lovisa lotta madeleine magdalena maj maj-britt majken margareta
    margaretha margot mari mari-louise marika marina marita matilda mikaela mimmi miriam monika märta märit
    nadja natalie nathalie nellie paula ragnhild ramona rebecka rigmor rita ritva rose-marie ruth sabina signe
    siri solveig susann terese therese tilda ulla-britt vanja vendela vivianne wilma yasmin zeinab abdullah
    adrian albert alf alfred allan alvar andré arvid artur birger benny benjamin bernt bert börje conny curt
    dennis dragan edvard edvin egon einar emanuel eric erland ernst evert fabian folke fredric frans georg
    gerhard gert glenn greger gustaf göte gösta harald helge henning henry herman hjalmar hugo ibrahim ingvar
    ingmar ivan jan-erik jan-olof jens jerker jerry jim john johnny jon julius kaj karl-gustav kennet kim kevin
    klas knut kurt lars-göran lars-olof malte mathias melker morgan mustafa måns nicklas niclas nils-erik noah
    oliver otto patrick paul peder pelle per-erik per-olof philip pontus rainer reidar reine roy rudolf sigvard
    sigurd sixten sören stellan sven-erik terje thorbjörn thore tim timo tord tore torgny torkel torsten tryggve
    ulrik valter vidar vilgot vilhelm vincent wilhelm william örjan östen veronika carolina mathilda vilma alma
    ester saga selma freja molly tuva ella elina emily filippa gabriella hillevi ines iris joanna karolin katja
    lilly linn lisbet lova maud mia michaela mirja mirjam nathalia ronja rosa rut sonia stella stefanie svea
    tanja teresa tora wendela zahra leila layla amina maryam mariam nadia samira sanna sussi suzanna tyra tindra
    thea tea ulrica anne ann-kristin ann-sofi helga hjördis iréne irma aron august bo-göran carl-gustaf
    carl-johan casper charlie claes-göran dag douglas eddie elliot elliott elis esbjörn eskil ferdinand frank
    fred hannes harry ismail iver jack jesper joachim johannes jonatan jonathan justus karl-johan kasper konrad
    lars-åke leo leon levi loke lorenz love lucas manfred marcel mario markus max maximilian milo mohamed
    muhammed neo nikolaj noel pascal petter poul roberto rolf-erik ruben samir sigge sten sten-åke sverker ted
    teodor theodor theo timmy tor truls uno walter viggo ville willy yngvar zlatan igor jamal karim khalid
    mahmoud agda aino airi amalia ann-helen ann-louise anna-lisa anna-stina annalena annmarie bella birgit
    bjarne bosse brita brittmari carl-axel carl-erik carl-henrik cecil charlott chris christel christoffer
    cornelia dalia doris eivor eje elly elton elvy embla enar erling evy fia finn fredrika görel hadar halvar
    hasse henny herbert holger hubert ilse inez inga inga-britt inge inger-lise irja ivo jacob jarl jens-erik
    jorma josefina jusuf jytte kai kajsa-stina karl-axel karl-gunnar karl-henrik karl-olof kerstin-marie
    kjerstin klas-göran kristian kristofer kristoffer laura leena leonard lise lisen lovis lowe ludwig magda
    majbritt malena margit marja marjatta marta mathilde mattis mikko mirela mohammad muhammad nathan ninni
    ninnie olav olov osman paulina per-anders per-arne per-göran per-ola per-åke petronella pierre renée rikke
    roine rolf-göran saad said sam selim sigbritt sigfrid siw sofi solbritt solvig stefania stephan stephanie
    susan sven-olof sven-olov sven-åke svetlana tapio tatjana torbjorn torvald ulf-göran ulla-karin valdemar
    veikko vivi vivi-ann wiveca ylva-marie yrsa åke-göran adele adina agnetha aida albertina alexandre alexis
    alina amelia anastasia andrea angela angelica anisa anja annicka antti ardita arja arvo asbjørn assar astri
    atle augusta aurora azad azra barbara bastian beatrice beatrix benedikt bent bernhard bertha bettan bianca
    bilal bittan björg bjørn boris bror bruno calle catharina catrin cattis cevin charles chatarina christa
    christofer cia clara clas claudia claus conrad corinne crister daga damir danijela dario darko davor denise
    dennie desirée dilan dorota dorothea dorthe ebbe ebon edina edward egil eija eila einari eino eivind eleni
    eleonora elma elna elof elsie elsy elvis emelia emmy engla enok erhard erja erkki ernest esa esmeralda
    esther eugen ewa ewert faisal farhad farid fatma felix ferhat florence frederik fridolf fritiof fritz geir
    georgina gerry gina gitte gro gull-britt gullan gunde gunhild gunlög gustavo gusten gøran haakon habib hagar
    halina hallvard hamid hamza hanne hanneli hardy hazem hege heidi heikki heimo hella helle helmer helmi hilde
    hilkka hilma hjalle hussein håkon hüseyin idar idris ilir ilona iman ingalill ingbritt ingeborg ingegärd
    ingert ingmarie ingolf ingvild ioana irena irina isac ismet ivana iwona izabella jaana jacqueline jakub
    jalal jana janne jannike jari jarmo jasmin jasmina jean jeanne jelena jenni jennie jeremias jimmi jimmie
    joacim joar jocke johnnie jonna josephine josip jouko juan juha jukka julian juliana justina jyri jón jöns
    jørgen kaarina kaija kaisa kamal kamilla kanita kari karima karoline kasia kata katalin katarzyna kati katri
    katriina kimmo kirsi kirsten kirsti knud kristiina kristin krystyna kåre lage lasse lauri lazar leija leja
    lene lennarth leonora lia liam liana lias liban lidia liliana liliane lillian lillie lina linnéa lis liv
    liza ljiljana lone lorena lotten louis luca lucia lucie luis lydia lykke lærke maarit madelaine madelene
    magne maha mahdi maija maiken maliha malik malou manal manne manuel marcela margaret margarethe margita
    margrethe mariana marianna marija marijana marjo marjut marko marlene martha martina mary maryan matti
    mauritz maxine may mehdi melina melissa melvin merete meriem merja meta mette micael michel micke mika mikke
    milan milena milla miloš minna mira miranda mirella mirza mladen mohamad moses munir märtha mætta nabil
    nader nadine nahid naima naser natalia natasha nelly nermin nette niclaes niilo nikita niko nikola nikolina
    noomi nora nour novalie nuri oddvar odin olaf ole oleg olga oliwia olli orvar osborn osvald otilia outi
    paavo pamela patrice patricia pauli pauline paulus pavel pekka pernille perry pertti petr petri petrus piia
    piotr pirjo pirkko preben päivi quentin rachel rafael ragna raija raili raimo rakel ralf ramin randi rania
    rebin regina reija reijo reima reino renate rene reza rezan ricardo riikka riitta rino risto roar robban
    roman rose rosita rosmari roza runa ryszard saara sabah sabrina sadia saeed saif sakari saleh salim salomon
    salwa sami samu sandro sanja santeri sarah sari sasha saša seija seppo sergej serhat seved shadi shahin
    shirin sibel sibylla sif sighild sigrun sigvald siiri silvia simona simone sini sirpa sissela slavica
    slawomir snezana solbjørg sonny sophia sophie stanislav steinar steve steven stieg stine sulo susanna suzan
    svein sylve sylvi synnöve synnøve søren taina taisto tamara tarek tarja tauno teemu teija teres teresia
    terho terttu tiina tilde tobbe tom tomi tomislav tone toni toralf torbjørn torgerd torgil torleif torun tova
    trine trond trude tuija tuomas turid tuula tuulikki tyko tyrgils ulrich ulricka unni urho urszula uta
    valborg valentina valeria valfrid vasilis veli vendla verna vesna vibeke vieno viktoria vilja villiam viola
    virpi vivan vladimir waldemar walid walther wenche werner wictoria wiggo wiktor willem wilmer wivianne
    wolfgang xenia xerxes yasemin yasin yngvild yonas yosef youssef yusra yvette zaid zara zeynep zofia zoltan
    zoran zuzana älva ängla åse åshild åslög øystein
    """
)
"""Common given names: they settle which of two words is the surname and that "Anna Ring" is a name; none needs them."""
