import { t, type SectorWords } from './words.js';

export const school: SectorWords = {
  ours: t('onze school', 'notre école', 'our school'),
  people: t('leerlingen', 'nos élèves', 'pupils'),
  others: t(
    'Stagiairs, vrijwilligers en ouderraad',
    'Stagiaires, bénévoles et association de parents',
    'Trainees, volunteers and parents’ council',
  ),
  summary: t(
    'Hoe we online met leerlingen, ouders en elkaar omgaan, en wie je helpt.',
    'Comment nous nous comportons en ligne avec les élèves, les parents et entre nous, et qui vous aide.',
    'How we deal with pupils, parents and each other online, and who helps you.',
  ),
  purpose: t(
    'Leerlingen leren ook van hoe wij online omgaan met elkaar. Dit beleid beschermt hen, de goede naam van de school en jou, en het moedigt je aan om te tonen wat er in de klas leeft.',
    'Les élèves apprennent aussi de notre façon d’être en ligne. Cette charte les protège, ainsi que la réputation de l’école et vous-même, et elle vous encourage à montrer ce qui se vit en classe.',
    'Pupils also learn from the way we behave online. This policy protects them, the good name of the school and you, and it encourages you to show what goes on in class.',
  ),
  rules: [
    {
      id: 'rule-pupils',
      title: t(
        'Geen beeld van een leerling zonder toestemming',
        'Pas d’image d’un élève sans autorisation',
        'No picture of a pupil without consent',
      ),
      body: t(
        'Gericht beeld vraagt toestemming van de ouders, en vanaf ongeveer 14 jaar ook van de leerling zelf. Je post het op een kanaal van de school, niet op je eigen profiel.',
        'Une image ciblée demande l’accord des parents et, à partir de 14 ans environ, de l’élève lui-même. Vous la publiez sur un canal de l’école, pas sur votre compte.',
        'A picture of a particular pupil needs the consent of the parents, and from about 14 of the pupil too. Post it on a school channel, not on your own profile.',
      ),
      why: t(
        'Wat online staat van een kind, blijft er soms een leven lang.',
        'Ce qui est en ligne sur un enfant y reste parfois toute une vie.',
        'What is online about a child may stay there for life.',
      ),
    },
    {
      id: 'rule-private-chat',
      title: t(
        'Geen privéberichten met leerlingen',
        'Pas de messages privés avec les élèves',
        'No private messages with pupils',
      ),
      body: t(
        'Gebruik het schoolplatform. Krijg je een privébericht, antwoord dan daar.',
        'Utilisez la plateforme de l’école. Si un élève vous écrit en privé, répondez-lui là.',
        'Use the school platform. If a pupil writes privately, answer there.',
      ),
      why: t(
        'Open contact beschermt de leerling én jou.',
        'Un contact ouvert protège l’élève et vous protège.',
        'Open contact protects the pupil and you.',
      ),
    },
  ],
  guidelines: [
    {
      id: 'settings',
      kind: 'do',
      title: t(
        'Kijk je privacy-instellingen na',
        'Vérifiez vos paramètres de confidentialité',
        'Check your privacy settings',
      ),
      body: t(
        'Leerlingen en ouders zoeken je op. Toon wat je ook in de klas zou tonen.',
        'Les élèves et les parents vous cherchent. Montrez ce que vous montreriez aussi en classe.',
        'Pupils and parents look you up. Show what you would show in class too.',
      ),
    },
  ],
  faq: [
    {
      id: 'faq-bullying',
      question: t(
        'Ik zie dat een leerling online gepest wordt. Wat doe ik?',
        'Je vois qu’un élève est harcelé en ligne. Que faire ?',
        'I see a pupil being bullied online. What do I do?',
      ),
      answer: t(
        'Reageer niet online. Bewaar een schermafbeelding, luister naar de leerling en breng dezelfde dag de leerlingbegeleiding op de hoogte.',
        'Ne réagissez pas en ligne. Conservez une capture d’écran, écoutez l’élève et prévenez le jour même l’équipe d’accompagnement.',
        'Do not react online. Keep a screenshot, listen to the pupil, and tell pupil guidance the same day.',
      ),
    },
  ],
  mandates: [
    {
      id: 'mandate-class-page',
      title: t(
        'Een pagina of groep voor je klas openen',
        'Ouvrir une page ou un groupe pour votre classe',
        'Opening a page or group for your class',
      ),
      allowed: 'conditional',
      condition: t(
        'Met akkoord van de directie en twee beheerders.',
        'Avec l’accord de la direction et deux gestionnaires.',
        'With the head’s agreement and two managers.',
      ),
    },
  ],
  crisis: {
    title: t(
      'Er is iets ernstigs gebeurd op school',
      'Un fait grave s’est produit à l’école',
      'Something serious has happened at school',
    ),
    steps: [
      t(
        'Post niets, ook geen steunbericht.',
        'Ne publiez rien, même pas un message de soutien.',
        'Post nothing, not even a message of support.',
      ),
      t(
        'Verwijs ouders en pers naar de directie.',
        'Renvoyez les parents et la presse vers la direction.',
        'Refer parents and press to the head.',
      ),
      t(
        'Meld wat leerlingen online delen aan de leerlingbegeleiding.',
        'Signalez à l’équipe d’accompagnement ce que des élèves partagent en ligne.',
        'Tell pupil guidance what pupils share online.',
      ),
    ],
  },
};

export const localGovernment: SectorWords = {
  ours: t('ons bestuur', 'notre administration', 'our council'),
  people: t('inwoners', 'nos habitants', 'residents'),
  others: t(
    'Vrijwilligers en jobstudenten',
    'Bénévoles et jobistes',
    'Volunteers and student workers',
  ),
  summary: t(
    'Wat je op sociale media kunt doen als je voor de gemeente of het OCMW werkt, en wie je helpt.',
    'Ce que vous pouvez faire sur les réseaux sociaux quand vous travaillez pour la commune ou le CPAS, et qui vous aide.',
    'What you can do on social media when you work for the council or its social services, and who helps you.',
  ),
  purpose: t(
    'Inwoners rekenen op een bestuur dat correct, neutraal en bereikbaar is. Dit beleid beschermt dat vertrouwen en jou, en nodigt je uit om te tonen wat we voor de gemeente doen.',
    'Les habitants comptent sur une administration correcte, neutre et accessible. Cette charte protège cette confiance et vous protège, et elle vous invite à montrer ce que nous faisons pour la commune.',
    'Residents count on a council that is correct, neutral and within reach. This policy protects that trust and you, and invites you to show what we do for the community.',
  ),
  rules: [
    {
      id: 'rule-files',
      title: t(
        'Niets over dossiers van inwoners',
        'Rien sur les dossiers des habitants',
        'Nothing about residents’ files',
      ),
      body: t(
        'Ook niet om een verkeerd verhaal recht te zetten. Zeker wat de sociale dienst betreft, zwijg je ook over of iemand klant is.',
        'Même pas pour rectifier une version fausse. Pour le service social surtout, vous ne dites même pas si une personne est suivie.',
        'Not even to correct a wrong story. Above all for social services, you do not even say whether somebody is a client.',
      ),
      why: t(
        'Het beroepsgeheim geldt ook voor wie zelf alles online zet.',
        'Le secret professionnel vaut aussi pour qui publie tout lui-même.',
        'Professional secrecy holds even for somebody who puts everything online themselves.',
      ),
    },
    {
      id: 'rule-neutral',
      title: t(
        'Politiek en dienst blijven gescheiden',
        'La politique et le service restent séparés',
        'Politics and service stay apart',
      ),
      body: t(
        'Je mag een politieke mening hebben, in eigen naam. Officiële kanalen gebruik je nooit voor een partij of een campagne.',
        'Vous pouvez avoir une opinion politique, en votre nom. Les canaux officiels ne servent jamais à un parti ni à une campagne.',
        'You may hold a political opinion, in your own name. Official channels are never used for a party or a campaign.',
      ),
      why: t(
        'We zijn er voor elke inwoner.',
        'Nous sommes là pour chaque habitant.',
        'We are there for every resident.',
      ),
    },
  ],
  guidelines: [
    {
      id: 'point-the-way',
      kind: 'do',
      title: t(
        'Wijs de weg naar het juiste loket',
        'Orientez vers le bon guichet',
        'Point the way to the right desk',
      ),
      body: t(
        'Kom je een vraag van een inwoner tegen, geef dan de link of het nummer van de dienst.',
        'Si vous voyez une question d’un habitant, donnez le lien ou le numéro du service.',
        'When you come across a resident’s question, give the link or the number of the service.',
      ),
    },
  ],
  faq: [
    {
      id: 'faq-criticism',
      question: t(
        'Mag ik kritiek geven op een beslissing van het bestuur?',
        'Puis-je critiquer une décision de l’administration ?',
        'May I criticise a decision of the council?',
      ),
      answer: t(
        'Je hebt spreekrecht. Blijf bij de feiten, spreek in eigen naam, deel niets vertrouwelijks en zeg het bij voorkeur eerst binnen.',
        'Vous avez le droit de vous exprimer. Tenez-vous-en aux faits, parlez en votre nom, ne divulguez rien de confidentiel et dites-le de préférence d’abord en interne.',
        'You have a right to speak. Keep to the facts, speak in your own name, share nothing confidential, and preferably say it inside first.',
      ),
    },
  ],
  mandates: [
    {
      id: 'mandate-answer',
      title: t(
        'Een vraag over je eigen dienst beantwoorden',
        'Répondre à une question sur votre propre service',
        'Answering a question about your own service',
      ),
      allowed: 'conditional',
      condition: t(
        'Als het publieke informatie is, en je zegt dat je er werkt.',
        'S’il s’agit d’une information publique, et en disant que vous y travaillez.',
        'If it is public information, and you say that you work there.',
      ),
    },
  ],
  crisis: {
    title: t(
      'Een noodsituatie in de gemeente',
      'Une situation d’urgence dans la commune',
      'An emergency in the municipality',
    ),
    steps: [
      t(
        'Deel alleen berichten van de officiële kanalen.',
        'Ne partagez que les messages des canaux officiels.',
        'Share only messages from the official channels.',
      ),
      t(
        'Meld geruchten aan de dienst communicatie.',
        'Signalez les rumeurs au service communication.',
        'Report rumours to the communication team.',
      ),
      t(
        'Verwijs de pers naar de woordvoerder.',
        'Renvoyez la presse vers le porte-parole.',
        'Refer the press to the spokesperson.',
      ),
    ],
  },
};

export const shop: SectorWords = {
  ours: t('onze winkel', 'notre magasin', 'our shop'),
  people: t('klanten', 'nos clients', 'customers'),
  others: t(
    'Jobstudenten en flexi-jobbers',
    'Étudiants et flexi-jobistes',
    'Students and flexible workers',
  ),
  summary: t(
    'Wat je op sociale media kunt doen, hoe je op klanten reageert en wie je helpt.',
    'Ce que vous pouvez faire sur les réseaux sociaux, comment réagir aux clients et qui vous aide.',
    'What you can do on social media, how to respond to customers, and who helps you.',
  ),
  purpose: t(
    'Klanten zoeken ons eerst online. Dit beleid beschermt onze goede naam, hun gegevens en jou, en het laat je met plezier tonen waar je trots op bent.',
    'Les clients nous cherchent d’abord en ligne. Cette charte protège notre réputation, leurs données et vous, et elle vous permet de montrer avec plaisir ce dont vous êtes fier.',
    'Customers look for us online first. This policy protects our good name, their data and you, and lets you enjoy showing what you are proud of.',
  ),
  rules: [
    {
      id: 'rule-customers',
      title: t(
        'Geen klanten in beeld en geen klantgegevens',
        'Pas de clients à l’image ni de données de clients',
        'No customers in pictures and no customer data',
      ),
      body: t(
        'Geen foto’s, namen, bestellingen of camerabeelden, ook niet van iemand die zich misdraagt.',
        'Pas de photos, de noms, de commandes ni d’images de caméras, même d’une personne qui se conduit mal.',
        'No photos, names, orders or camera footage, not even of somebody who misbehaves.',
      ),
      why: t(
        'Een klant moet zich op zijn gemak voelen, en de wet beschermt zijn gegevens.',
        'Un client doit se sentir à l’aise, et la loi protège ses données.',
        'Customers should feel at ease, and the law protects their data.',
      ),
    },
    {
      id: 'rule-advertising',
      title: t(
        'Zeg dat je hier werkt als je iets aanprijst',
        'Dites que vous travaillez ici quand vous recommandez un produit',
        'Say that you work here when you recommend something',
      ),
      body: t(
        'Schrijf geen recensies over onze winkel of over een concurrent.',
        'N’écrivez pas d’avis sur notre magasin ni sur un concurrent.',
        'Write no reviews of our shop or of a competitor.',
      ),
      why: t(
        'Verborgen reclame is misleidend, en verboden.',
        'La publicité cachée est trompeuse, et interdite.',
        'Hidden advertising misleads, and is forbidden.',
      ),
    },
  ],
  guidelines: [
    {
      id: 'share-pride',
      kind: 'do',
      title: t(
        'Toon waar je trots op bent',
        'Montrez ce dont vous êtes fier',
        'Show what you are proud of',
      ),
      body: t(
        'Een mooie etalage, een nieuw product, een fijn team: graag.',
        'Une belle vitrine, une nouveauté, une chouette équipe : volontiers.',
        'A fine window, a new product, a good team: please do.',
      ),
    },
  ],
  faq: [
    {
      id: 'faq-stock',
      question: t(
        'Mag ik al iets posten over een actie die nog niet begonnen is?',
        'Puis-je déjà parler d’une promotion qui n’a pas commencé ?',
        'May I post about an offer that has not started yet?',
      ),
      answer: t(
        'Nee, wacht tot ze op onze pagina staat, en deel ze dan.',
        'Non, attendez qu’elle figure sur notre page, puis partagez-la.',
        'No, wait until it is on our page, then share it.',
      ),
    },
  ],
  mandates: [
    {
      id: 'mandate-reviews',
      title: t('Antwoorden op een recensie', 'Répondre à un avis', 'Answering a review'),
      allowed: 'conditional',
      condition: t(
        'Alleen wie de pagina beheert.',
        'Uniquement la personne qui gère la page.',
        'Only whoever manages the page.',
      ),
    },
  ],
  crisis: {
    title: t(
      'Een product is onveilig, of een filmpje over ons gaat rond',
      'Un produit est dangereux, ou une vidéo sur nous circule',
      'A product is unsafe, or a video about us is going round',
    ),
    steps: [
      t('Antwoord niet zelf.', 'Ne répondez pas vous-même.', 'Do not answer yourself.'),
      t(
        'Bel je verantwoordelijke en stuur de link door.',
        'Appelez votre responsable et transmettez le lien.',
        'Call your manager and pass on the link.',
      ),
      t(
        'Verwijs klanten naar onze klantendienst.',
        'Renvoyez les clients vers notre service clientèle.',
        'Refer customers to customer service.',
      ),
    ],
  },
};

export const plain: SectorWords = {
  ours: t('onze organisatie', 'notre organisation', 'our organisation'),
  people: t('klanten en partners', 'nos clients et partenaires', 'customers and partners'),
  others: t(
    'Tijdelijke en ingehuurde medewerkers',
    'Personnel temporaire et externe',
    'Temporary and hired staff',
  ),
  summary: t(
    'Wat je op sociale media kunt doen, wat we van je vragen en wie je helpt.',
    'Ce que vous pouvez faire sur les réseaux sociaux, ce que nous vous demandons et qui vous aide.',
    'What you can do on social media, what we ask of you, and who helps you.',
  ),
  purpose: t(
    'Dit beleid beschermt de goede naam van onze organisatie, en het beschermt jou tegen een vergissing. Het nodigt je ook uit om te vertellen over je werk.',
    'Cette charte protège la réputation de notre organisation, et elle vous protège d’un faux pas. Elle vous invite aussi à parler de votre travail.',
    'This policy protects the good name of our organisation, and it protects you from a slip. It also invites you to talk about your work.',
  ),
  rules: [
    {
      id: 'rule-confidential',
      title: t(
        'Wat vertrouwelijk is, blijft binnen',
        'Ce qui est confidentiel reste en interne',
        'What is confidential stays inside',
      ),
      body: t(
        'Geen gegevens van klanten, partners of collega’s, geen cijfers en plannen die niet publiek zijn.',
        'Pas de données de clients, de partenaires ou de collègues, pas de chiffres ni de projets qui ne sont pas publics.',
        'No data of customers, partners or colleagues, no figures or plans that are not public.',
      ),
      why: t(
        'Mensen vertrouwen ons hun gegevens toe, en de wet beschermt die.',
        'Les gens nous confient leurs données, et la loi les protège.',
        'People trust us with their data, and the law protects these.',
      ),
    },
  ],
  guidelines: [],
  faq: [],
  mandates: [],
  crisis: {
    title: t(
      'Er gebeurt iets ernstigs en iedereen praat erover',
      'Un fait grave survient et tout le monde en parle',
      'Something serious happens and everybody talks about it',
    ),
    steps: [
      t(
        'Antwoord niet zelf en deel niets.',
        'Ne répondez pas vous-même et ne partagez rien.',
        'Do not answer yourself and share nothing.',
      ),
      t(
        'Bel de dienst communicatie.',
        'Appelez le service communication.',
        'Call the communication team.',
      ),
      t(
        'Verwijs de pers naar de woordvoerder.',
        'Renvoyez la presse vers le porte-parole.',
        'Refer the press to the spokesperson.',
      ),
    ],
  },
};
