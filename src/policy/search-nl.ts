import { irregularForms, type SearchLanguage, type SectionNames } from './search-language.js';

const VOWEL = /[aeiouy]/;
const IRREGULAR = irregularForms(`klagen klacht klachten klaag klaagt
helpen hulp hielp geholpen
schrijven schreef schreven geschreven
krijgen kreeg kregen gekregen
lezen leest las lazen gelezen
kiezen kiest koos kozen gekozen
plaatsen plaatst geplaatst
zien zag zagen gezien
spreken sprak spraken gesproken
verliezen verloor verloren
vinden vond vonden gevonden
brengen bracht gebracht
kopen kocht gekocht
stelen stal gestolen
dreigen bedreigd bedreigt
schelden schold gescholden
uitschelden uitscheldt uitgescholden
uitlachen uitlacht uitgelachen
nemen nam namen genomen
overnemen overgenomen
vergeten vergat
verwijzen verwijst verwees verwezen
bewijzen bewijst bewees bewezen
vertrekken vertrok vertrokken
sterven gestorven stierf stierven
liegen loog gelogen
bedriegen bedrogen bedroog
zwijgen zweeg gezwegen
besluiten besloot
inbreken ingebroken`);

/** `bewoners` and `bewoner`, `schrijft` and `schrijven`, `gedeeld` and `delen` become the same. */
function stem(word: string): string {
  if (word.length < 4) return word;
  let root = word.replace(/(?:heden|heid)$/, 'heid');
  // Diminutives: filmpje, groepjes.
  root = root.replace(/(?<=.{3})(?:etjes?|pjes?|tjes?|jes?)$/, '');
  root = root.replace(/(?<=.{3})(?:ende|end)$/, '');
  root = root.replace(/(?<=.{2})(?:eren|eert|eerd|erde|eer)$/, 'er');
  root = root.replace(/(?<=.{2})(?:den|de|ten|te)$/, (end) =>
    /^[dt]en$/.test(end) ? end[0]! : end,
  );
  root = root.replace(/(?<=.{2})(?:en|es|e)$/, '');
  // A plural, and not the s of `boos`, `prijs` or `huis`.
  root = root.replace(/(?<=.{2}[^s])(?<!aa|ee|oo|uu|ui|ij|oe|eu|ei|au|ou)s$/, '');
  // Not of "klacht", "post" or "bericht", whose t belongs to the word.
  root = root.replace(/(?<=.{2}[^hstae])t$/, '').replace(/(?<=.{2}d)t$/, '');
  return soundOf(root);
}

/** Spelling that follows the ending: `deel`/`delen`, `bel`/`bellen`, `schrijf`/`schrijven`, `lees`/`lezen`. */
const soundOf = (root: string): string =>
  root
    .replace(/([aeou])\1(?=[^aeiouy]*$)/, '$1')
    .replace(/([^aeiou])\1$/, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's');

function stems(form: string): string[] {
  const word = IRREGULAR.get(form) ?? form;
  const found = [stem(word)];
  // Past participles: gepost, gedeeld, overgenomen.
  const past = /^(.*?)ge(.{3,}(?:[dt]|en))$/.exec(word);
  if (past && (past[1] === '' || PARTICLES.includes(` ${past[1]} `))) {
    const verb = past[1]! + past[2]!;
    found.push(stem(verb), stem(verb.replace(/(?<=[^aeiou])[dt]$/, '')));
  }
  return found
    .filter((each, at) => VOWEL.test(each) && found.indexOf(each) === at)
    .concat(VOWEL.test(word) ? [] : [word]);
}

const PARTICLES =
  ' aan achter af bij door in mee na neer om onder op over samen tegen terug toe uit voor vast weg ';

const dutch: SearchLanguage = {
  stems,
  particles: PARTICLES.trim(),
  links: ['', 's', 'e', 'en'],
  stopWords:
    'aan af al alle alleen als altijd andere ben bent bij dan dat de deze die dit doe doen door dus een eens eigenlijk ' +
    'en er ergens even gaan gaat ga geen gewoon haar had hallo hebben heb hebt heeft hem hen het hier hij hoe hoeveel hun ik ' +
    'in ineens is ja je jij jou jouw jullie kan kon kunnen kunt laat laten maar me mee meer men met mij mijn moet moeten mocht mag mogen ' +
    'na naar nee niet nog nu of om onder ons onze ook op over pas per precies te tegen ten toch toen tot u uit uw van ' +
    'vanaf veel voor vooral waar waarom waarover wanneer want waren was wat wel weer welke werd wie wij wil willen word wordt ' +
    'worden zal ze zelf zich zij zijn zo zou zouden zonder iemand iets zomaar eigen s t n mn zn wa da ge gij gulle ni nie efkes hun echt graag best via ' +
    'geef geeft geven gaf gegeven iedereen zeg zegt zeggen staat staan zet zetten zette komt komen krijg krijgt',
  weakWords:
    'online internet gebruiken gebruik werk werken collega collegas baas chef bericht berichten post posten sturen stuurt stuur sociaal sociale media socialemedia nieuw nieuwe lang bedrijf organisatie dienst afdeling persoonlijk naam volgen dag persoon mensen leven beleid gemeente stad firma winkel zaak school ziekenhuis bestuur verdiep etage',
  synonyms: `foto beeld afbeelding plaatje kiekje selfie portret fotograferen pic trekken
video filmpje opname opnemen clip reel beeld livestream foto
post bericht plaatsen publiceren delen uploaden tweeten story schrijven aankondigen bekendmaken
delen doorsturen herdelen repost retweeten liken duim duimpje hartje emoji
klacht klagen klager ontevreden boos negatief zeuren mopperen kwaad afbreken afkraken zagen razend woedend ongenoegen beschuldigen onbeleefd brutaal grof
compliment lof vriendelijk lief bedanken dank positief pluim tevreden bloemetje leuk mooi fijn bedankje bedanking felicitatie
vraag info informatie openingsuur
antwoorden reageren reactie reply commentaar
gerucht roddel nepnieuws fakenews desinformatie speculeren leugen liegen verzinnen onwaar beweren laster eerroof smaad
crisis noodgeval noodsituatie incident ongeval ongeluk ramp brand dringend nood spoed calamiteit overstroming storm explosie ontploffing aanslag evacuatie stroompanne overval roof inbraak gijzeling bommelding schietpartij
fout vergissing misser blunder verkeerd spijt flater stom dom rechtzetten verbeteren corrigeren dwaas stommiteit kemel uitschuiver spijtig oeps
verwijderen wissen weghalen deleten schrappen verdwijnen offline
journalist pers krant tv televisie radio interview reporter woordvoerder persvraag redactie omroep vrt vtm rtbf rtl nos gazet hln nieuwsblad journaal cameraploeg reportage nieuwsploeg
nep vals fake namaak voordoen nabootsen deepfake bewerkt getrukeerd gemonteerd
oplichter oplichting fraude phishing nep scam oplichten bedriegen bedrog misbruik misbruiken
account profiel pagina kanaal
hack gehackt hacker ingebroken kapen gekaapt beveiligen virus gekraakt kraken inbreken gestolen kwijt verloren
product artikel terugroepen terugroepactie onveilig gevaarlijk collectie assortiment voorraad stock
solden korting actie promotie promo aanbieding uitverkoop koopje reductie
dief winkeldief diefstal stelen camera camerabeeld bewakingscamera
toegang wachtwoord paswoord password tweestapsverificatie 2fa mfa inloggen login beveiligen tweefactor herstelcode inloggegevens logingegevens code codes
ai chatgpt artificieel intelligentie kunstmatig copilot deepfake robot gemini midjourney dalle bot
gsm telefoon smartphone mobieltje scherm toestel iphone
werkuur werktijd dienst shift arbeidstijd kantooruren uren pauze baas
pauze middagpauze lunch lunchpauze scrollen kijken
vertrekken ontslag pensioen weggaan opzeggen stoppen overdragen overdracht overnemen afscheid ex voormalig
sanctie straf maatregel gevolg gevolgen riskeren risico overtreding overtreden ontslag ontslaan tucht berisping waarschuwing boete arbeidsreglement buitensmijten buitengooien buitenvliegen c4 afdanken
pesten pesterij treiteren cyberpesten intimidatie lastigvallen discriminatie racisme grensoverschrijdend vertrouwenspersoon uitlachen belachelijk zwartmaken kleineren vernederen mop grap moppen racistisch seksistisch ongewenst roddelen
bedreiging dreigen bedreigd haat stalken schelden uitschelden beledigen scheldpartij belagen agressie bang geweld vertrouwenspersoon agressief opdringerig aanvallen aanval doxing
melden melding meldpunt aangeven rapporteren signaleren doorgeven
klokkenluider klokkenluiden anoniem misstand integriteit fraude corruptie
vertrouwelijk geheim beroepsgeheim geheimhouding discreet discretie zwijgplicht ambtsgeheim lek intern dossier medisch diagnose omzet cijfers winst contract
privacy persoonsgegevens gdpr avg gegevens data datalek adres rijksregisternummer dossier
toestemming akkoord toelating goedkeuring permissie instemming weigeren bezwaar
bewoner client patient klant burger leerling bezoeker gast reiziger bejaarde oudere senior opa oma bompa bomma madam mevrouw meneer mijnheer dame cliente zieke
familie mama papa ouder moeder vader dochter zoon kind verwant man vrouw echtgenoot broer zus kleinkind kleinzoon kleindochter nonkel tante neef nicht
collega medewerker werknemer personeel ploeg leerkracht juf meester verpleegkundige verzorgende agent ambtenaar kassier verkoper
leidinggevende baas chef manager werkgever directie directeur bestuur burgemeester schepen korpschef rector voorzitter ploegbaas overste verantwoordelijke beslissen beslist
stagiair stage student jobstudent tijdelijk vervanger
uitzendkracht interim interimkracht ingehuurd extern freelancer zelfstandige consultant onderaannemer detachering
opleiding cursus vorming training workshop les leren webinar inschrijven bijscholing
bellen telefoon telefoonnummer nummer contact bereiken contacteren opbellen aanspreken terecht
mail email emailadres mailadres
helpdesk it ict computer informatica technisch support
nacht avond weekend wacht permanentie zaterdag zondag feestdag
avond weekend zondag zaterdag vakantie vrij uitschakelen werkbericht stil
verlof vakantie deconnectie onbereikbaar bereikbaar vrij rust stress uitschakelen burnout stipt
ziek gezondheid
groep chat chatgroep groepsgesprek whatsapp teamchat messenger signal telegram
openen aanmaken aanvragen oprichten opstarten starten nieuw creeren beginnen lanceren maken
beheerder beheren admin eigenaar
logo huisstijl merk embleem
vriend volgverzoek vriendschapsverzoek vriendverzoek vriendschap toevoegen connectie contactverzoek vrienden kameraad volger connectieverzoek
vacature job werkaanbieding aanwerven rekruteren sollicitatie jobaanbieding
ambassadeur influencer promoten promotie uithangbord reclame
verplicht moeten verplichting weigeren vrijwillig dwingen gedwongen pushen
toegankelijk toegankelijkheid ondertitel ondertiteling alttekst alt blind slechtziend doof leesbaar beschrijven slechthorend gehoor dyslexie kleurenblind
auteursrecht copyright bron muziek rechten plagiaat
mening opinie kritiek bekritiseren meningsuiting spreekrecht politiek vakbond staking
kritiek oneens protest ontevreden
discussie ruzie trol discussieren provoceren uitlokken conflict bekvechten
monitoring controleren controle bespioneren meelezen meekijken toezicht surveilleren bekijken luisteren volgen loeren gluren snuffelen rondneuzen
recensie review beoordeling sterren score
spam reclame overladen
bevestigen kennisnemen kennisneming tekenen ondertekenen handtekening deadline afvinken aanvinken leesbevestiging
wijziging verandering veranderd gewijzigd versie update geschiedenis
quiz test spel oefenen toets
feest personeelsfeest kerst kerstfeest drink teambuilding uitstap fuif verjaardag dronken pint receptie jubileum
verboden toegelaten toegestaan mag
schermafbeelding screenshot printscreen schermafdruk
werkgever werk werkplek werkplaats
nieuwsbericht nieuws
inzamelen inzameling geld sponsor sponsoring donatie crowdfunding collecte winactie wedstrijd budget betalen kosten
kind kinderen minderjarige jongere leerling jongen meisje gast manneke kids
politiek politicus verkiezing partij stem stemadvies kandidaat campagne kiezen lijst petitie
programma software app tool zoom teams videogesprek videobellen
muziek liedje song geluid nummer spotify melodie
online internet web website site
groepsfoto groep
overlijden overleden dood rouw sterven gestorven overlijdensbericht begrafenis
cadeau geschenk gratis gift voordeel
locatie plaats adres waar gps
openbaar publiek privacy instelling privacyinstellingen afschermen zichtbaar vindbaar opzoeken vinden verbergen prive
taal vertaling vertalen nederlands frans engels
geldt toepassing toepasselijk betrekking
hulp helpen steun ondersteuning advies raad bijstaan
blokkeren negeren ontvolgen verbergen
privebericht dm pb inbox chat
vermelden zeggen bio functie werkgever
uniform werkkledij badge naamplaatje logo
live livestream uitzenden
link url website adres
verdacht phishing verdachte link klikken aangeklikt
spreken woord namens woordvoerder
uitleg betekenis betekenen begrip definitie
team ploeg collega
kwetsen spot spotten schelden scheldwoord pesten belediging beledigen
schorsing schorsen uitsluiting buitengooien ontslaan sanctie
gesloten privegroep besloten afgeschermd
beschrijven beschrijving alttekst blind
bewaren bijhouden registreren loggen lezen
hashtag tag vermelden mention
belangenconflict nevenactiviteit bijverdienen
noodnummer 112 politie ambulance
dringend onmiddellijk meteen
archief archiveren bewaartermijn bewaren hoelang
collega ploegmaat
formulier papier document blad sjabloon toestemmingsformulier
praten spreken klappen vertellen kletsen babbelen
kosten kost prijs betalen gratis betaald
besmetting besmettelijk corona uitbraak griep schurft luizen epidemie ziekte gerucht crisis
dood overlijden sterven crisis
beroep bezwaar betwisten aanvechten protest arbeidsreglement sanctie
tijdelijk weken maanden
oneerlijk onterecht betwisten
kapot defect storing
aanraken betasten raar ongewenst grensoverschrijdend seksueel vertrouwenspersoon
snel vlug rap termijn binnen werkdag
nauren werkuur uitschakelen deconnectie avond
arts dokter medisch gezondheid`,
  asks: {
    history: 'versie versies veranderd gewijzigd wijzigingen herzien wanneer nieuw geschiedenis',
    training: 'opleiding opleidingen cursus vorming leren inschrijven',
    profile: 'waar link adres jullie officieel volgen url',
    contact: 'wie vragen bel bellen nummer telefoonnummer mailadres bereiken',
  },
  phrases: `niet eens > oneens
niet akkoord > oneens
zonder naam > anoniem
uit dienst > vertrekken
ander werk > vertrekken
nieuwe job > vertrekken
nieuwe baan > vertrekken
nieuwe werkgever > vertrekken
tijdens uren > werkuur
na uren > nauren
buiten uren > nauren
na werk > nauren
tijdens werk > werkuur
onder werk > werkuur
op werk > werkuur
de media > pers
slecht over > klacht
kwaad over > klacht
doet alsof > nep
doen alsof > nep
niet echt > nep
geeft uit voor > nep
waar werk > werkgever
hier werk > werkgever
vrije dag > verlof
dag vrij > verlof
op stil > uitschakelen
bij werk > werkgever
voor wie werk > werkgever
job verliezen > ontslag
job kwijt > ontslag
baan verliezen > ontslag
baan kwijt > ontslag
de problemen > sanctie
regels breken > sanctie
regels overtreden > sanctie
niet houden aan > sanctie
niet volgen > sanctie
in fout > fout
met rust > uitschakelen
met pers > pers
vast contract > personeel
maakt zwart > pesten
maken zwart > pesten
lacht uit > pesten
lachen uit > pesten
paar weken > tijdelijk
paar dagen > tijdelijk
paar maanden > tijdelijk
aan houden > geldt
houden aan > geldt
aan lijn > bellen
laatste nieuws > pers
in beroep > beroep
de bak > sanctie
kan niet in > login
niet meer in > login
geraak niet > login
in les > werkuur
tijdens les > werkuur
andere job > vertrekken
andere baan > vertrekken
telt voor > geldt
geef les > werkgever
in gaten > controleren
alles gelezen > bevestigen
heb gelezen > bevestigen
gelezen heb > bevestigen
gelezen hebben > bevestigen
wie vragen > contact
bij wie terecht > contact
bij wie moet > contact
over mij > pesten
over me > pesten
ziet baas > controleren
baas ziet > controleren
kijkt baas > controleren
baas kijkt > controleren
kan zien > controleren
online zetten > plaatsen
pagina zetten > plaatsen
op zetten > plaatsen
hoe rap > termijn
hoe snel > termijn
buiten werk > nauren
fake news > nepnieuws
wil niet > weigeren
kwaad spreken > zwartmaken
kwaadspreken > zwartmaken
rare link > phishing
raar link > phishing
vreemde link > phishing
valt aan > aanvallen`,
  names: {
    faq: 'veelgestelde vragen faq',
    contacts: 'contact contacten contactpersonen hulp bellen telefoonnummers wie',
    contact: 'contact bellen mailen telefoon telefoonnummer',
    rules: 'regels afspraken verplicht',
    guidelines: 'richtlijnen tips advies',
    mandates: 'mandaten bevoegdheden toestemming mag wie',
    profiles: 'profielen accounts kanalen paginas officieel',
    profile: 'profiel account pagina link adres',
    reactions: 'reageren scenario stappenplan klacht kritiek negatief zegt',
    complaint: 'klacht klagen klant ontevreden reageren',
    compliment: 'compliment',
    question: 'vraag vragen',
    rumour: 'gerucht',
    crisis: 'crisis noodgeval',
    mistake: 'fout vergissing verkeerd gepost',
    check: 'checklist zelftest vooraf nakijken posten',
    reporting: 'melden meldpunt klokkenluider',
    trainings: 'opleidingen cursussen vorming',
    training: 'opleiding cursus',
    rollout: 'invoering planning stappen',
    quiz: 'quiz test spel',
    platforms: 'platformen netwerken apps kanalen',
    document: 'document formulier',
    acknowledgement: 'bevestigen kennisneming tekenen ondertekenen deadline',
    history: 'herzien herziening geschiedenis versies wijzigingen veranderd nieuw historiek',
    scope: 'voor wie geldt toepassing',
    monitoring: 'monitoring controle toezicht meekijken bekijken volgen lezen',
    wellbeing: 'welzijn deconnectie uitschakelen rust avond weekend vakantie bereikbaar stress',
    consequences: 'gevolgen sancties straf ontslag riskeren problemen overtreding',
    ambassadors: 'ambassadeur verplicht promoten reclame delen vrijwillig',
    objectives: 'doel doelstellingen bereiken',
    purpose: 'waarom doel',
    definition: 'definitie betekenis begrippen',
  } satisfies SectionNames,
};
export default dutch;
