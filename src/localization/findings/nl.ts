import type { FindingWords } from './finding-words.js';

export const words: FindingWords = {
  didYouMean: (suggestion) => `Bedoelde je “${suggestion}”?`,
  findings: {
    'not-json': () => 'Dit is geen JSON: kijk de komma’s en aanhalingstekens na.',
    'not-a-policy': () => 'Dit is geen beleid: er is geen titel en er zijn geen onderdelen.',
    missing: ({ field }) =>
      field
        ? `“${field}” ontbreekt hier: vul het aan.`
        : 'Hier ontbreekt iets verplichts: vul het aan.',
    'wrong-shape': ({ value, expected }) =>
      `“${value}” hoort hier niet${expected ? `: ${expected}` : ': vergelijk met het beleidsformaat'}.`,
    empty: () => 'Deze lijst is leeg: er moet minstens één element in staan.',
    format: () => 'Dit formaat is onbekend: schrijf 1, zonder aanhalingstekens.',
    id: ({ value }) =>
      `“${value}” is geen geldige id: gebruik kleine letters, cijfers en koppeltekens.`,
    date: ({ value }) => `“${value}” is geen datum die bestaat: schrijf ze als 2026-03-01.`,
    duration: ({ value }) =>
      `“${value}” is geen duur: schrijf PT2H voor twee uur, P3D voor drie dagen, P1Y voor een jaar.`,
    version: ({ value }) =>
      `“${value}” is geen versie: schrijf twee getallen met een punt ertussen, tussen aanhalingstekens: "3.1".`,
    language: ({ value }) => `“${value}” is geen taal: schrijf een korte code, zoals nl, fr of en.`,
    choice: ({ value, choices }) =>
      `“${value}” is geen van de woorden die hier mogen staan${choices ? `: ${choices}` : ''}.`,
    email: ({ value }) => `“${value}” is geen e-mailadres: schrijf er één, als naam@voorbeeld.be.`,
    address: () => 'Het adres is leeg: vul het in, of laat het veld weg.',
    'duplicate-id': ({ value }) =>
      `De id “${value}” komt twee keer voor: geef de tweede een eigen id. Links leiden naar de eerste.`,
    'unknown-reference': ({ value }) =>
      `“${value}” verwijst naar niets in dit beleid: verbeter het, of voeg toe waarnaar het verwijst.`,
    'unsafe-address': ({ value }) =>
      `“${value}” is geen veilig adres en leidt dus nergens heen: gebruik http, https, mailto, tel of een relatief adres, zonder spaties.`,
    'unsafe-link': ({ value }) =>
      `De link naar “${value}” leidt nergens heen: gebruik http, https, mailto, tel of een relatief adres.`,
    'no-source': () => 'Niemand zei welk beleid getoond moet worden: zet het adres in src.',
    'unknown-type': ({ value }) =>
      `Geen enkel element toont onderdelen van het type “${value}”: de teksten staan er gewoon.`,
    'unknown-field': ({ value }) => `Het formaat kent hier geen veld “${value}”: niets toont het.`,
    'unknown-word': ({ value, choices }) =>
      `“${value}” is geen van de gewone woorden hier: ${choices}. Het wordt getoond als een eigen woord.`,
    'language-spelling': ({ value }) =>
      `“${value}” is niet hoe je de taal schrijft: de code is overal dezelfde, in kleine letters.`,
    'language-unlisted': ({ value }) =>
      `De taal “${value}” staat niet in “languages”: niemand kan deze tekst kiezen. Voeg de taal daar toe, of haal de tekst weg.`,
    html: ({ value }) =>
      `HTML blijft staan zoals het er staat: lezers zien “${value}”. Gebruik Markdown: **vet**, lijsten met -, [tekst](adres).`,
    'markdown-in-plain': ({ value }) =>
      `Dit veld is gewone tekst: lezers zien de tekens van “${value}”. Haal ze weg.`,
    mailto: ({ value }) => `“${value}”: in een e-mailveld komt alleen het adres, zonder “mailto:”.`,
    'no-scheme': ({ value }) =>
      `Voor “${value}” staat geen https://, en dus leidt het naar een pagina op je eigen site.`,
    'damaged-text': ({ value }) =>
      `Bij het opslaan ging een letter verloren: “${value}”. Typ hem opnieuw, en sla het bestand op als UTF-8.`,
    mojibake: ({ value }) =>
      `“${value}” lijkt tekst die in een verkeerde codering gelezen werd. Typ hem opnieuw, en sla het bestand op als UTF-8.`,
    'text-empty': ({ required }) =>
      required
        ? 'Deze tekst is leeg, en mag niet ontbreken: vul hem in.'
        : 'Deze tekst is leeg: vul hem in, of laat het veld weg.',
    'to-fill-in': ({ value }) => `“${value}” moet nog ingevuld worden.`,
    placeholder: ({ text }) =>
      `“${text}” lijkt over te blijven van een sjabloon. Vul het in, of schrijf het zonder vierkante haken.`,
    'id-says-nothing': ({ value }) =>
      `“${value}” staat in het adres van elke afspraak, en later veranderen kan niet. Kies een naam die zegt waarover het gaat, bijvoorbeeld "sociale-media".`,
    'no-why': () =>
      'Deze regel geeft geen reden: mensen houden zich aan een regel die ze begrijpen. Vul “why” in.',
    'more-dont-than-do': ({ do: positive, dont }) =>
      `Er staat vaker “niet doen” (${dont}) dan “doen” (${positive}): zeg wat mensen wel mogen.`,
    'review-absent': () =>
      'Er is geen herzieningsdatum: bekijk het beleid minstens één keer per jaar opnieuw, en zet de datum in “reviewBy”.',
    'review-passed': ({ date }) =>
      `De herzieningsdatum, ${date}, is voorbij: bekijk het beleid opnieuw, en kies een nieuwe.`,
    'review-far': ({ date }) =>
      `De herzieningsdatum, ${date}, ligt meer dan een jaar in de toekomst: bekijk het beleid binnen het jaar opnieuw.`,
    'translation-missing': ({ lang }) =>
      `De vertaling naar het ${lang} ontbreekt: lezers zien hier een andere taal.`,
    'translation-stale': ({ lang }) =>
      `De tekst of de vertaling naar het ${lang} is gewijzigd sinds ze naast elkaar gelegd werden. Vertaal opnieuw, of aanvaard de vertaling zoals ze is.`,
    'translation-machine': ({ lang }) =>
      `Een machine vertaalde dit naar het ${lang}, en niemand keek het na. Lees het, en aanvaard het.`,
    'translation-same': ({ lang }) =>
      `De tekst in het ${lang} is dezelfde als de brontekst: is hij wel vertaald? Zo niet, haal hem weg: dan weten lezers het.`,
    'core-missing': () =>
      'De verklaring gaat over de korte versie (“covers”), en daar hoort niets bij: zet "core": true bij onderdelen of items. Tot dan gaat ze over alles.',
    'core-too-long': ({ words }) =>
      `De korte versie telt ${words} woorden, en past niet op één blad: zet “core” bij minder delen, of kort ze in.`,
    'in-two-groups': ({ value }) =>
      `Het onderdeel “${value}” staat in twee hoofdstukken: laat het in één staan.`,
    'no-correct-answer': () => 'Geen van de antwoorden is juist: zet bij één "correct": true.',
    'condition-missing': () =>
      'Dit mag op een voorwaarde, en die voorwaarde staat er niet: vul “condition” in.',
    'image-without-alt': ({ value }) =>
      `De afbeelding ${value} heeft geen tekst voor wie ze niet kan zien: schrijf die tussen de vierkante haken.`,
    'profile-unverified': () =>
      'Dit profiel is al een jaar door niemand gecontroleerd: kijk of het nog klopt, en zet de datum in “verified”.',
    'nobody-to-ask': () => 'Over deze regels kun je bij niemand terecht: voeg “contacts” toe.',
    'too-long': ({ words }) =>
      `De kern van het beleid telt ${words} woorden, meer dan twee A4-bladzijden: kort hem in, of duid een korte versie aan met “core”.`,
    'section-empty': () => 'Dit onderdeel heeft nog geen items: voeg er toe, of laat het weg.',
    'block-missing': ({ block }) => `Er ontbreekt een bouwsteen van een goed beleid: ${block}.`,
    'block-weak': ({ block }) => `Een bouwsteen van het beleid kan sterker: ${block}.`,
  },
  many: {
    'profile-unverified': (count) =>
      `${count} profielen zijn al een jaar door niemand gecontroleerd: zet de datum van de controle in “verified”.`,
    'translation-missing': (count) =>
      `${count} vertalingen ontbreken: lezers zien daar een andere taal.`,
    'translation-stale': (count) =>
      `${count} vertalingen zijn van een vroegere tekst: vertaal ze opnieuw, of aanvaard ze.`,
    'translation-machine': (count) =>
      `${count} teksten zijn door een machine vertaald, en niemand keek ze na.`,
    'translation-same': (count) => `${count} vertalingen zijn dezelfde als de brontekst.`,
    'no-why': (count) =>
      `${count} regels geven geen reden: mensen houden zich aan een regel die ze begrijpen. Vul “why” in.`,
    'image-without-alt': (count) =>
      `${count} afbeeldingen hebben geen tekst voor wie ze niet kan zien.`,
    'to-fill-in': (count) => `${count} plaatsen moeten nog ingevuld worden.`,
    placeholder: (count) =>
      `${count} plaatsen lijken over te blijven van een sjabloon. Vul ze in, of schrijf ze zonder vierkante haken.`,
    'damaged-text': (count) =>
      `In ${count} teksten gingen bij het opslaan letters verloren. Typ ze opnieuw, en sla het bestand op als UTF-8.`,
    html: (count) => `In ${count} teksten staat HTML, die lezers zien zoals ze er staat.`,
    'text-empty': (count) => `${count} teksten zijn leeg.`,
    'section-empty': (count) => `${count} onderdelen hebben nog geen items.`,
    'block-missing': (count, subjects) =>
      `Er ontbreken ${count} bouwstenen van een goed beleid: ${subjects}.`,
  },
  blocks: {
    why: 'waarom er een beleid is (een tekst met “topic”: “purpose”)',
    what: 'wat sociale media zijn',
    whom: 'voor wie het geldt',
    objectives: 'doelstellingen',
    rules: 'regels, telkens met de reden',
    mandates: 'wie wat mag',
    guidelines: 'richtlijnen, vaker “doen” dan “niet doen”',
    check: 'vragen om vooraf te stellen',
    profiles: 'de officiële profielen, elk met een verantwoordelijke',
    monitoring: 'dat de organisatie meeluistert',
    reactions: 'wat te doen bij een klacht, een compliment en een vraag',
    contacts: 'bij wie je terechtkunt, en hoe',
    owner: 'een verantwoordelijke',
    training: 'opleiding',
    consequences: 'wat er gebeurt na een overtreding',
    faq: 'veelgestelde vragen',
    reporting: 'meldpunten, ook een anoniem',
    ambassadors: 'ambassadeurs, uitgenodigd en nooit verplicht',
    wellbeing: 'het recht op deconnectie',
    rollout: 'hoe het ingevoerd wordt',
    review: 'een herzieningsdatum',
    acknowledgement: 'een kennisneming',
  },
};
