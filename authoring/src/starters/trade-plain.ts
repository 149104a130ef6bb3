import { t, type SectorWords } from './words.js';

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
        'Une belle vitrine, une nouveauté, une chouette équipe : volontiers.',
        'A fine window, a new product, a good team: please do.',
      ),
    },
  ],
  faq: [
    {
      id: 'faq-stock',
      question: t(
        'Mag ik al iets posten over een actie die nog niet begonnen is?',
        'Puis-je déjà parler d’une promotion qui n’a pas commencé ?',
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
