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
        'Je vois qu’un élève est harcelé en ligne. Que faire ?',
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
        'Puis-je critiquer une décision de l’administration ?',
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
