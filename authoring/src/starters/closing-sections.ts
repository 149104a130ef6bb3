/** The rest of what every sector has in common: around the agreements, and how they live on. */
import { once, t, type SectorWords } from './words.js';

type Json = Record<string, unknown>;

const text = (id: string, topic: string, title: object, body: object, core = false): Json => ({
  id,
  type: 'text',
  topic,
  ...(core && { core }),
  title,
  body,
});

export const profiles = (): Json => ({
  id: 'profiles',
  type: 'profiles',
  title: t('Waar je ons vindt', 'Où nous trouver', 'Where to find us'),
  intro: t(
    'Een profiel dat hier niet staat, is niet van ons. Meld het.',
    'Un compte qui ne figure pas ici n’est pas le nôtre. Signalez-le.',
    'A profile that is not listed here is not ours. Report it.',
  ),
  items: ['facebook', 'instagram', 'linkedin'].map((platform) => ({
    id: `profile-${platform}`,
    platform,
    name: t('[[Naam van de pagina]]', '[[Nom de la page]]', '[[Name of the page]]'),
    url: once(
      `https://www.${platform}.com/[[pagina]]`,
      `https://www.${platform}.com/[[page]]`,
      `https://www.${platform}.com/[[page]]`,
    ),
    owner: 'communication',
    state: 'active',
  })),
});

export const around = (): Json[] => [
  text(
    'monitoring',
    'monitoring',
    t('We luisteren mee', 'Nous suivons ce qui se dit', 'We listen'),
    t(
      'We volgen wat er publiek over ons verschijnt, om vragen en klachten op te vangen. We volgen geen privéprofielen van medewerkers.',
      'Nous suivons ce qui paraît publiquement à notre sujet, pour répondre aux questions et aux plaintes. Nous ne suivons pas les comptes privés du personnel.',
      'We follow what appears about us in public, to pick up questions and complaints. We do not follow the private profiles of staff.',
    ),
    true,
  ),
  text(
    'ambassadors',
    'ambassadors',
    t(
      'Vertel je graag over je werk?',
      'Vous aimez parler de votre travail ?',
      'Do you like to tell about your work?',
    ),
    t(
      'Graag. Het is nooit verplicht, en wie het liever niet doet, heeft daar geen nadeel van. De dienst communicatie helpt je met ideeën en beeld.',
      'Volontiers. Ce n’est jamais obligatoire, et qui préfère s’abstenir n’en subit aucun désavantage. Le service communication vous aide avec des idées et des images.',
      'Please do. It is never required, and nobody is worse off for not doing it. The communication team helps with ideas and pictures.',
    ),
  ),
  text(
    'wellbeing',
    'wellbeing',
    t('Je mag uitschakelen', 'Vous pouvez déconnecter', 'You may switch off'),
    t(
      'Buiten je uren hoef je geen werkberichten te lezen. Zet groepen gerust op stil, ook op vakantie. Word je online lastiggevallen door je werk, dan sta je er niet alleen voor: meld het.',
      'En dehors de vos heures, rien ne vous oblige à lire des messages de travail. Mettez les groupes en sourdine, aussi pendant vos congés. Si vous êtes harcelé en ligne à cause de votre travail, vous n’êtes pas seul : signalez-le.',
      'Outside your hours you need not read work messages. Mute groups, on holiday too. If you are harassed online because of your work, you are not alone: report it.',
    ),
  ),
  {
    id: 'reporting',
    type: 'reporting',
    title: t('Iets melden', 'Signaler quelque chose', 'Reporting something'),
    items: [
      {
        id: 'report-confidant',
        title: t('De vertrouwenspersoon', 'La personne de confiance', 'The confidant'),
        description: t(
          'Voor pesten, ongewenst gedrag of iets wat je dwarszit. Alles blijft vertrouwelijk.',
          'Pour le harcèlement, un comportement indésirable ou ce qui vous pèse. Tout reste confidentiel.',
          'For bullying, unwanted behaviour or whatever troubles you. Everything stays confidential.',
        ),
        contact: 'confidant',
      },
      {
        id: 'report-anonymous',
        title: t('Anoniem melden', 'Signaler anonymement', 'Reporting anonymously'),
        description: t(
          '[[Zeg hoe het kan: een formulier, een brievenbus of een extern meldpunt.]]',
          '[[Indiquez comment : un formulaire, une boîte aux lettres ou un canal externe.]]',
          '[[Say how: a form, a letter box or an outside reporting channel.]]',
        ),
        anonymous: true,
      },
    ],
  },
  text(
    'consequences',
    'consequences',
    t('Als het misgaat', 'En cas de manquement', 'When things go wrong'),
    t(
      'Eerst praten we: meestal volstaat dat. Bij ernstige of herhaalde fouten geldt het arbeidsreglement of het statuut. We houden rekening met bedoeling, schade en wie zelf gemeld heeft.',
      'D’abord, nous en parlons : le plus souvent, cela suffit. En cas de faute grave ou répétée, le règlement de travail ou le statut s’applique. Nous tenons compte de l’intention, du dommage et du fait d’avoir prévenu.',
      'First we talk: mostly that is enough. For serious or repeated mistakes the work regulations apply. We take into account intention, harm, and whether it was reported.',
    ),
  ),
];

export const questions = (words: SectorWords): Json => ({
  id: 'faq',
  type: 'faq',
  title: t('Veelgestelde vragen', 'Questions fréquentes', 'Frequently asked questions'),
  items: [
    ...words.faq,
    {
      id: 'faq-working-hours',
      question: t(
        'Mag ik sociale media gebruiken tijdens het werk?',
        'Puis-je utiliser les réseaux sociaux pendant le travail ?',
        'May I use social media at work?',
      ),
      answer: t(
        'In je pauze wel. Daarbuiten alleen als het bij je werk hoort.',
        'Pendant la pause, oui. En dehors, seulement si cela fait partie de votre travail.',
        'In your break, yes. Otherwise only if it is part of your work.',
      ),
    },
    {
      id: 'faq-leaving',
      question: t(
        'Ik beheer een profiel en ga weg. Wat nu?',
        'Je gère un compte et je pars. Que faire ?',
        'I run a profile and am leaving. What now?',
      ),
      answer: t(
        'Draag de toegang over aan de tweede beheerder, en meld het aan de dienst communicatie.',
        'Transmettez les accès au deuxième gestionnaire et prévenez le service communication.',
        'Hand the access to the second manager, and tell the communication team.',
      ),
    },
  ],
});

export const living = (): Json[] => [
  { id: 'trainings', type: 'trainings', title: t('Opleiding', 'Formation', 'Training') },
  {
    id: 'contacts',
    type: 'contacts',
    core: true,
    title: t('Bij wie je terechtkunt', 'À qui vous adresser', 'Who to ask'),
  },
  {
    id: 'rollout',
    type: 'rollout',
    title: t('Hoe we het invoeren', 'Comment nous la mettons en place', 'How we bring it in'),
    items: [
      {
        id: 'rollout-aware',
        title: t('Iedereen weet ervan', 'Tout le monde est informé', 'Everybody knows about it'),
        state: 'planned',
      },
      {
        id: 'rollout-stock',
        title: t('Alle profielen opgelijst', 'Tous les comptes recensés', 'All profiles listed'),
        state: 'planned',
      },
      {
        id: 'rollout-train',
        title: t('Beheerders opgeleid', 'Gestionnaires formés', 'Managers trained'),
        state: 'planned',
      },
      {
        id: 'rollout-review',
        title: t('Na een jaar herbekeken', 'Revue après un an', 'Reviewed after a year'),
        state: 'planned',
      },
    ],
  },
];

export const contacts = (): Json[] => [
  {
    id: 'communication',
    name: t('[[Naam]]', '[[Nom]]', '[[Name]]'),
    role: t('Dienst communicatie', 'Service communication', 'Communication team'),
    email: once('communicatie@[[domein]]', 'communication@[[domaine]]', 'communication@[[domain]]'),
    phone: once('[[telefoon]]', '[[téléphone]]', '[[phone]]'),
    topics: t(
      'Vragen over dit beleid, nieuwe profielen, een klacht of een vergissing',
      'Questions sur cette charte, nouveaux comptes, une plainte ou une erreur',
      'Questions about this policy, new profiles, a complaint or a mistake',
    ),
  },
  {
    id: 'confidant',
    name: t('[[Naam]]', '[[Nom]]', '[[Name]]'),
    role: t('Vertrouwenspersoon', 'Personne de confiance', 'Confidant'),
    email: once('vertrouwenspersoon@[[domein]]', 'confiance@[[domaine]]', 'confidant@[[domain]]'),
    topics: t(
      'Pesten en ongewenst gedrag, vertrouwelijk',
      'Harcèlement et comportements indésirables, en toute confidentialité',
      'Bullying and unwanted behaviour, in confidence',
    ),
  },
];

export const trainings = (): Json[] => [
  {
    id: 'training-manager',
    title: t('Een profiel beheren', 'Gérer un compte', 'Running a profile'),
    description: t(
      'Voor wie namens ons post: toon, rechten, veilige toegang, omgaan met kritiek.',
      'Pour qui publie en notre nom : le ton, les droits, un accès sûr, réagir aux critiques.',
      'For whoever posts for us: tone, rights, safe access, dealing with criticism.',
    ),
    duration: 'PT2H',
  },
];

export const audiences = (words: SectorWords): Json[] => [
  { id: 'staff', title: t('Vaste medewerkers', 'Personnel permanent', 'Permanent staff') },
  { id: 'others', title: words.others },
  { id: 'managers', title: t('Profielbeheerders', 'Gestionnaires de compte', 'Profile managers') },
];

export const acknowledgement = (): Json => ({
  statement: t(
    'Ik heb de kern van dit beleid gelezen en begrepen, en ik weet bij wie ik terechtkan.',
    'J’ai lu et compris l’essentiel de cette charte, et je sais à qui m’adresser.',
    'I have read and understood the essentials of this policy, and I know who to ask.',
  ),
  covers: 'core',
  validFor: 'P1Y',
});
