/** Stricter where people are in care or in custody. */
import { t, type SectorWords } from './words.js';

export const care: SectorWords = {
  ours: t('onze voorziening', 'notre établissement', 'our home'),
  people: t('bewoners en cliënten', 'nos résidents et patients', 'residents and patients'),
  others: t('Vrijwilligers en stagiairs', 'Bénévoles et stagiaires', 'Volunteers and trainees'),
  summary: t(
    'Wat je op sociale media kunt doen, hoe we bewoners en cliënten beschermen, en wie je helpt.',
    'Ce que vous pouvez faire sur les réseaux sociaux, comment nous protégeons nos résidents et patients, et qui vous aide.',
    'What you can do on social media, how we protect residents and patients, and who helps you.',
  ),
  purpose: t(
    'Wie zorg krijgt, vertrouwt ons het meest persoonlijke toe. Dit beleid beschermt dat vertrouwen, en het beschermt jou tegen een bericht waar je later spijt van hebt. Het nodigt je ook uit om te tonen hoe mooi ons werk is.',
    'Les personnes que nous soignons nous confient ce qu’elles ont de plus personnel. Cette charte protège cette confiance, et elle vous protège d’une publication que vous regretteriez. Elle vous invite aussi à montrer la beauté de notre travail.',
    'People in our care trust us with what is most personal. This policy protects that trust, and it protects you from a post you would regret. It also invites you to show how fine our work is.',
  ),
  rules: [
    {
      id: 'rule-recognisable',
      title: t(
        'Niemand die zorg krijgt, is herkenbaar',
        'Aucune personne soignée n’est reconnaissable',
        'Nobody in our care can be recognised',
      ),
      body: t(
        'Geen naam, gezicht, stem, tatoeage, kamernummer of verhaal van een bewoner of cliënt, ook niet in een besloten groep. Alleen met schriftelijke toestemming van de persoon of de vertegenwoordiger, en via de dienst communicatie.',
        'Pas de nom, de visage, de voix, de tatouage, de numéro de chambre ni d’histoire d’un résident ou d’un patient, même dans un groupe fermé. Uniquement avec l’accord écrit de la personne ou de son représentant, et par le service communication.',
        'No name, face, voice, tattoo, room number or story of a resident or patient, not even in a closed group. Only with the written consent of the person or their representative, and through the communication team.',
      ),
      why: t(
        'Het beroepsgeheim stopt niet aan de deur, en wie ziek of verward is, kan zich niet verweren.',
        'Le secret professionnel ne s’arrête pas à la porte, et une personne malade ou désorientée ne peut pas se défendre.',
        'Professional secrecy does not end at the door, and somebody who is ill or confused cannot object.',
      ),
    },
    {
      id: 'rule-care-time',
      title: t(
        'Geen toestel in de hand tijdens de zorg',
        'Pas d’appareil en main pendant les soins',
        'No phone in hand while giving care',
      ),
      body: t(
        'Foto’s en filmpjes maak je nooit met je eigen toestel in een kamer, badkamer of verzorgingsruimte.',
        'Ne prenez jamais de photo ni de vidéo avec votre propre appareil dans une chambre, une salle de bain ou une salle de soins.',
        'Never take photos or videos with your own phone in a bedroom, bathroom or treatment room.',
      ),
      why: t(
        'Wie verzorgd wordt, heeft recht op al je aandacht en op privacy.',
        'La personne soignée a droit à toute votre attention et à son intimité.',
        'Whoever is cared for has a right to your full attention and to privacy.',
      ),
    },
  ],
  guidelines: [
    {
      id: 'no-friends',
      kind: 'dont',
      title: t(
        'Word geen vrienden met bewoners of hun familie',
        'N’acceptez pas les résidents ou leurs proches comme amis',
        'Do not befriend residents or their relatives',
      ),
      body: t(
        'Zeg vriendelijk dat je werk en privé gescheiden houdt, en verwijs naar onze pagina.',
        'Dites gentiment que vous séparez travail et vie privée, et renvoyez vers notre page.',
        'Say kindly that you keep work and private life apart, and point to our page.',
      ),
    },
  ],
  faq: [
    {
      id: 'faq-family-photo',
      question: t(
        'De familie wil dat ik een foto van oma post. Mag dat?',
        'La famille me demande de publier une photo de sa grand-mère. Puis-je ?',
        'The family wants me to post a photo of their grandmother. May I?',
      ),
      answer: t(
        'Nee. De familie mag dat zelf, jij niet. Vraag aan de dienst communicatie of het op onze pagina kan, met schriftelijke toestemming.',
        'Non. La famille peut le faire elle-même, pas vous. Demandez au service communication si notre page peut la publier, avec un accord écrit.',
        'No. The family may do so themselves, you may not. Ask the communication team whether it can go on our page, with written consent.',
      ),
    },
  ],
  mandates: [
    {
      id: 'mandate-residents',
      title: t(
        'Een bewoner of cliënt tonen op je eigen profiel',
        'Montrer un résident ou un patient sur votre propre compte',
        'Showing a resident or patient on your own profile',
      ),
      allowed: 'no',
    },
  ],
  crisis: {
    title: t(
      'Er circuleert een beeld van een bewoner of cliënt',
      'Une image d’un résident ou d’un patient circule',
      'A picture of a resident or patient is going round',
    ),
    steps: [
      t(
        'Deel het niet, reageer niet.',
        'Ne la partagez pas, ne réagissez pas.',
        'Do not share it, do not react.',
      ),
      t(
        'Maak een schermafbeelding met adres en uur.',
        'Faites une capture d’écran avec l’adresse et l’heure.',
        'Take a screenshot with address and time.',
      ),
      t(
        'Bel meteen je leidinggevende en de dienst communicatie: wij verwittigen de familie en de functionaris voor gegevensbescherming.',
        'Appelez aussitôt votre responsable et le service communication : nous prévenons la famille et le délégué à la protection des données.',
        'Call your manager and the communication team at once: we tell the family and the data protection officer.',
      ),
    ],
  },
};

export const police: SectorWords = {
  ours: t('onze zone', 'notre zone', 'our police zone'),
  people: t(
    'burgers, slachtoffers en verdachten',
    'les citoyens, les victimes et les suspects',
    'citizens, victims and suspects',
  ),
  others: t(
    'Burgerpersoneel en aspiranten',
    'Personnel civil et aspirants',
    'Civilian staff and recruits',
  ),
  summary: t(
    'Wat je op sociale media kunt doen zonder een onderzoek, een burger, een collega of jezelf in gevaar te brengen.',
    'Ce que vous pouvez faire sur les réseaux sociaux sans mettre en danger une enquête, un citoyen, un collègue ou vous-même.',
    'What you can do on social media without endangering an investigation, a citizen, a colleague or yourself.',
  ),
  purpose: t(
    'Burgers moeten erop kunnen rekenen dat we onpartijdig en discreet zijn, ook online en ook na de dienst. Dit beleid beschermt hen, lopende onderzoeken, en jou en je gezin.',
    'Les citoyens doivent pouvoir compter sur notre impartialité et notre discrétion, aussi en ligne et après le service. Cette charte les protège, ainsi que les enquêtes en cours, vous et votre famille.',
    'Citizens must be able to count on us to be impartial and discreet, online and off duty too. This policy protects them, ongoing investigations, and you and your family.',
  ),
  rules: [
    {
      id: 'rule-investigation',
      title: t(
        'Niets over tussenkomsten, onderzoeken of aangehouden personen',
        'Rien sur les interventions, les enquêtes ou les personnes arrêtées',
        'Nothing about interventions, investigations or people in custody',
      ),
      body: t(
        'Geen beelden, namen, plaatsen of details, ook niet achteraf en ook niet in een besloten groep. Alleen de woordvoerder communiceert, in overleg met het parket.',
        'Pas d’images, de noms, de lieux ni de détails, même après coup ou dans un groupe fermé. Seul le porte-parole communique, en accord avec le parquet.',
        'No pictures, names, places or details, not even afterwards or in a closed group. Only the spokesperson communicates, in agreement with the public prosecutor.',
      ),
      why: t(
        'Het geheim van het onderzoek en het vermoeden van onschuld gelden ook online. Wie aangehouden is, kan zich niet verweren.',
        'Le secret de l’enquête et la présomption d’innocence valent aussi en ligne. Une personne arrêtée ne peut pas se défendre.',
        'The secrecy of an investigation and the presumption of innocence hold online too. Somebody in custody cannot object.',
      ),
    },
    {
      id: 'rule-safety',
      title: t(
        'Niemand van ons is op te sporen',
        'Aucun d’entre nous n’est repérable',
        'None of us can be traced',
      ),
      body: t(
        'Geen dienstregeling, locatie, nummerplaat, herkenbare collega of uniform op je privéprofiel. Zet locatie op foto’s uit.',
        'Pas d’horaire de service, de localisation, de plaque, de collègue reconnaissable ni d’uniforme sur votre compte privé. Désactivez la localisation des photos.',
        'No duty roster, location, number plate, recognisable colleague or uniform on your private profile. Turn off location on photos.',
      ),
      why: t(
        'Zulke gegevens brengen collega’s en hun gezin in gevaar.',
        'De telles données mettent en danger des collègues et leur famille.',
        'Such details endanger colleagues and their families.',
      ),
    },
    {
      id: 'rule-impartial',
      title: t(
        'Je blijft onpartijdig zodra je als politie herkenbaar bent',
        'Vous restez impartial dès que l’on vous reconnaît comme policier',
        'You stay impartial as soon as you can be recognised as police',
      ),
      body: t(
        'Je mag een mening hebben, maar niet in uniform, niet met je graad, en nooit vernederend of discriminerend.',
        'Vous pouvez avoir une opinion, mais pas en uniforme, pas avec votre grade, et jamais humiliante ou discriminatoire.',
        'You may hold an opinion, but not in uniform, not with your rank, and never a demeaning or discriminatory one.',
      ),
      why: t(
        'De deontologische code vraagt dat elke burger op ons kan rekenen.',
        'Le code de déontologie demande que chaque citoyen puisse compter sur nous.',
        'The code of ethics asks that every citizen can count on us.',
      ),
    },
  ],
  guidelines: [
    {
      id: 'no-war-stories',
      kind: 'dont',
      title: t(
        'Vertel geen straffe verhalen',
        'Ne racontez pas d’anecdotes de service',
        'Tell no war stories',
      ),
      body: t(
        'Ook zonder naam herkent een slachtoffer of de buurt wie het is.',
        'Même sans nom, une victime ou un quartier reconnaît de qui il s’agit.',
        'Even without a name, a victim or a neighbourhood knows who it is.',
      ),
    },
  ],
  faq: [
    {
      id: 'faq-filmed',
      question: t(
        'Een burger filmt mij tijdens een tussenkomst en zet het online. Wat doe ik?',
        'Un citoyen me filme pendant une intervention et publie la vidéo. Que faire ?',
        'A citizen films me at work and puts it online. What do I do?',
      ),
      answer: t(
        'Blijf rustig en doe je werk. Reageer nooit zelf online. Meld het meteen: we bekijken samen de vraag om het te verwijderen, en we steunen je.',
        'Restez calme et faites votre travail. Ne réagissez jamais vous-même en ligne. Signalez-le aussitôt : nous examinons ensemble une demande de retrait, et nous vous soutenons.',
        'Stay calm and do your work. Never react online yourself. Report it at once: together we look at asking for its removal, and we support you.',
      ),
    },
  ],
  mandates: [
    {
      id: 'mandate-appeal',
      title: t(
        'Een opsporingsbericht van de politie delen',
        'Partager un avis de recherche de la police',
        'Sharing a police appeal',
      ),
      allowed: 'conditional',
      condition: t(
        'Alleen door het officiële bericht te delen, zonder er iets bij te schrijven.',
        'Uniquement en partageant l’avis officiel, sans rien y ajouter.',
        'Only by sharing the official appeal, adding nothing.',
      ),
    },
  ],
  crisis: {
    title: t(
      'Er circuleren beelden van een incident',
      'Des images d’un incident circulent',
      'Pictures of an incident are going round',
    ),
    steps: [
      t(
        'Reageer niet en deel niets.',
        'Ne réagissez pas et ne partagez rien.',
        'Do not react and share nothing.',
      ),
      t(
        'Bewaar adres, uur en een schermafbeelding.',
        'Conservez l’adresse, l’heure et une capture d’écran.',
        'Keep address, time and a screenshot.',
      ),
      t(
        'Bel de woordvoerder van wacht: alleen die spreekt, na overleg met het parket.',
        'Appelez le porte-parole de garde : lui seul s’exprime, après concertation avec le parquet.',
        'Call the spokesperson on duty: only they speak, after consulting the prosecutor.',
      ),
    ],
  },
};
