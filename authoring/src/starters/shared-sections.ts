/** What every sector has in common: the building blocks, with the words of the sector in them. */
import { t, type SectorWords, type Words } from './words.js';

type Json = Record<string, unknown>;

/** `{ours}` and `{people}` become the sector's words. */
const within =
  (words: SectorWords) =>
  (text: Words): Words => {
    const fill = (lang: keyof Words) =>
      text[lang].replaceAll('{ours}', words.ours[lang]).replaceAll('{people}', words.people[lang]);
    return { nl: fill('nl'), fr: fill('fr'), en: fill('en') };
  };

const text = (id: string, topic: string, title: Words, body: Words, core = false): Json => ({
  id,
  type: 'text',
  topic,
  ...(core && { core }),
  title,
  body,
});

/** Why, what, for whom, and what it is to bring. */
export function beginning(words: SectorWords): Json[] {
  const say = within(words);
  return [
    text(
      'purpose',
      'purpose',
      t('Waarom dit beleid', 'Pourquoi cette charte', 'Why we have this policy'),
      words.purpose,
      true,
    ),
    text(
      'definition',
      'definition',
      t(
        'Wat we sociale media noemen',
        'Ce que nous appelons réseaux sociaux',
        'What we call social media',
      ),
      t(
        'Elke plek waar je online iets deelt of waar anderen kunnen reageren: Facebook, Instagram, LinkedIn, TikTok, YouTube, WhatsApp, maar ook recensies, fora en blogs. Besloten groepen horen erbij: ook daar kan iemand een schermafbeelding maken.',
        'Tout endroit où vous partagez quelque chose en ligne ou auquel d’autres peuvent réagir : Facebook, Instagram, LinkedIn, TikTok, YouTube, WhatsApp, mais aussi les avis, les forums et les blogs. Les groupes fermés en font partie : là aussi, quelqu’un peut faire une capture d’écran.',
        'Any place where you share something online or where others can react: Facebook, Instagram, LinkedIn, TikTok, YouTube, WhatsApp, and also reviews, forums and blogs. Closed groups are included: somebody can take a screenshot there too.',
      ),
    ),
    text(
      'scope',
      'scope',
      t('Voor wie het geldt', 'À qui elle s’adresse', 'Who it is for'),
      say(
        t(
          'Voor iedereen die voor {ours} werkt, vast, tijdelijk of als vrijwilliger, tijdens en na de werkuren, zodra je bericht iets met {ours} te maken heeft.',
          'À toute personne qui travaille pour {ours}, de façon permanente, temporaire ou bénévole, pendant et après les heures de travail, dès que votre publication a un lien avec {ours}.',
          'For everybody who works for {ours}, permanently, temporarily or as a volunteer, during and after working hours, as soon as a post has to do with {ours}.',
        ),
      ),
    ),
    text(
      'objectives',
      'objectives',
      t(
        'Wat we met sociale media willen bereiken',
        'Ce que nous voulons atteindre',
        'What we want to achieve',
      ),
      say(
        t(
          '- Mensen vinden snel de juiste informatie.\n- {people} voelen zich gehoord.\n- Wie een job zoekt, ziet hoe het is om bij ons te werken.\n\n[[Vul aan met je eigen doelen.]]',
          '- Chacun trouve vite la bonne information.\n- Nous sommes à l’écoute : {people} le remarquent.\n- Qui cherche un emploi voit comment on travaille chez nous.\n\n[[Complétez avec vos propres objectifs.]]',
          '- People find the right information quickly.\n- We listen, and {people} notice.\n- Whoever looks for a job sees what working here is like.\n\n[[Add aims of your own.]]',
        ),
      ),
    ),
  ].map(capitalised);
}

/** A list item begins with a capital, whatever word a sector puts there. */
const capitalised = (section: Json): Json => {
  const body = section['body'] as Record<string, string>;
  const up = (value: string) =>
    value.replace(/^- (\p{Ll})/gmu, (_, letter: string) => `- ${letter.toUpperCase()}`);
  return {
    ...section,
    body: Object.fromEntries(Object.entries(body).map(([lang, value]) => [lang, up(value)])),
  };
};

/** What is asked, what is allowed and what is advised. */
export function agreements(words: SectorWords): Json[] {
  const say = within(words);
  const rules = [
    {
      id: 'rule-speak',
      title: say(
        t(
          'Namens {ours} spreekt alleen wie dat mag',
          'Seules les personnes désignées parlent au nom de {ours}',
          'Only those appointed speak for {ours}',
        ),
      ),
      body: t(
        'Zelf spreek je in eigen naam. Vermeld je je werk, schrijf dan dat je je eigen mening geeft. Vragen van de pers gaan naar de woordvoerder.',
        'Vous parlez en votre propre nom. Si vous mentionnez votre travail, précisez que vous donnez votre avis personnel. Les questions de la presse vont au porte-parole.',
        'You speak in your own name. If you mention your work, say that the opinion is yours. Questions from the press go to the spokesperson.',
      ),
      why: t(
        'Zo weet iedereen wie een belofte kan doen, en sta jij er niet alleen voor.',
        'Ainsi, chacun sait qui peut s’engager, et vous n’êtes pas seul face aux réactions.',
        'So everybody knows who can make a promise, and you do not face it alone.',
      ),
    },
    {
      id: 'rule-open',
      title: say(
        t(
          'Een profiel met onze naam of ons logo vraag je aan',
          'Un compte à notre nom ou avec notre logo se demande',
          'A profile with our name or logo is asked for first',
        ),
      ),
      body: t(
        'De dienst communicatie zegt ja of nee, wijst twee beheerders aan en bewaart de toegang. Wie een profiel beheert, volgt eerst de opleiding.',
        'Le service communication dit oui ou non, désigne deux gestionnaires et conserve les accès. Qui gère un compte suit d’abord la formation.',
        'The communication team says yes or no, names two managers and keeps the access. Whoever runs a profile takes the training first.',
      ),
      why: t(
        'Een vergeten of gekaapt profiel schaadt ons allemaal.',
        'Un compte oublié ou piraté nous nuit à tous.',
        'A forgotten or hijacked profile harms all of us.',
      ),
      requires: ['training-manager'],
    },
    ...words.rules,
  ];
  const mandates = [
    {
      id: 'mandate-share',
      title: t(
        'Een bericht van onze pagina’s delen',
        'Partager une publication de nos pages',
        'Sharing a post from our pages',
      ),
      allowed: 'yes',
    },
    {
      id: 'mandate-mention',
      title: t(
        'Op je eigen profiel zeggen waar je werkt',
        'Dire sur votre compte où vous travaillez',
        'Saying on your own profile where you work',
      ),
      allowed: 'yes',
    },
    {
      id: 'mandate-colleague',
      title: t(
        'Een foto met collega’s posten',
        'Publier une photo avec des collègues',
        'Posting a photo with colleagues',
      ),
      allowed: 'conditional',
      condition: t(
        'Als iedereen die erop staat het goed vindt.',
        'Si toutes les personnes visibles sont d’accord.',
        'If everybody in it agrees.',
      ),
    },
    {
      id: 'mandate-press',
      title: say(
        t(
          'De pers te woord staan namens {ours}',
          'Répondre à la presse au nom de {ours}',
          'Answering the press for {ours}',
        ),
      ),
      allowed: 'no',
    },
    ...words.mandates,
  ];
  return [
    {
      id: 'rules',
      type: 'rules',
      core: true,
      title: t('Afspraken', 'Règles', 'Rules'),
      items: rules,
    },
    {
      id: 'mandates',
      type: 'mandates',
      core: true,
      title: t('Wie mag wat', 'Qui peut faire quoi', 'Who may do what'),
      items: mandates,
    },
    {
      id: 'guidelines',
      type: 'guidelines',
      core: true,
      title: t('Richtlijnen', 'Conseils', 'Guidelines'),
      items: guidelines(words),
    },
    check(say),
  ];
}

const guidelines = (words: SectorWords): readonly object[] => [
  {
    id: 'be-yourself',
    kind: 'do',
    title: t(
      'Wees jezelf, en wees eerlijk',
      'Soyez vous-même, et honnête',
      'Be yourself, and be honest',
    ),
    body: t(
      'Zeg wie je bent en verzin niets. Een fout? Zet ze recht en zeg dat je dat doet.',
      'Dites qui vous êtes et n’inventez rien. Une erreur ? Corrigez-la et dites-le.',
      'Say who you are and make nothing up. A mistake? Correct it, and say so.',
    ),
  },
  {
    id: 'be-kind',
    kind: 'do',
    title: t(
      'Blijf vriendelijk, ook als een ander dat niet is',
      'Restez aimable, même si l’autre ne l’est pas',
      'Stay kind, even when others are not',
    ),
    body: t(
      'Schrijf wat je ook aan tafel zou zeggen. Boos? Slaap er een nacht over.',
      'Écrivez ce que vous diriez aussi à table. En colère ? Laissez passer la nuit.',
      'Write what you would say at the table too. Angry? Sleep on it.',
    ),
  },
  {
    id: 'no-arguing',
    kind: 'dont',
    title: t(
      'Ga niet in discussie over ons',
      'N’entrez pas dans une polémique à notre sujet',
      'Do not get drawn into an argument about us',
    ),
    body: t(
      'Je hoeft ons niet te verdedigen. Geef het door: wij antwoorden.',
      'Vous n’avez pas à nous défendre. Transmettez : nous répondons.',
      'You need not defend us. Pass it on: we answer.',
    ),
  },
  ...words.guidelines,
];

const check = (say: (words: Words) => Words): Json => ({
  id: 'check',
  type: 'check',
  core: true,
  title: t('Voor je iets post', 'Avant de publier', 'Before you post'),
  items: [
    {
      id: 'check-fitting',
      question: t('Is het gepast?', 'Est-ce approprié ?', 'Is it fitting?'),
      expect: 'yes',
    },
    {
      id: 'check-helps',
      question: say(
        t(
          'Helpt het waar {ours} voor staat?',
          'Est-ce utile à ce que défend {ours} ?',
          'Does it help what {ours} stands for?',
        ),
      ),
      expect: 'yes',
    },
    {
      id: 'check-harm',
      question: t(
        'Kan iemand hier last van krijgen?',
        'Quelqu’un peut-il en souffrir ?',
        'Could it harm somebody?',
      ),
      help: t(
        'Denk aan wie op de foto staat, en aan wie het over vijf jaar leest.',
        'Pensez à qui est sur la photo, et à qui le lira dans cinq ans.',
        'Think of who is in the photo, and of who reads it in five years.',
      ),
      expect: 'no',
    },
  ],
});

/** What to do when people talk about us. */
export const reactions = (words: SectorWords): Json => ({
  id: 'reactions',
  type: 'reactions',
  core: true,
  title: t(
    'Als iemand iets over ons zegt',
    'Quand quelqu’un parle de nous',
    'When somebody says something about us',
  ),
  items: [
    {
      id: 'reaction-complaint',
      kind: 'complaint',
      title: t('Een klacht', 'Une plainte', 'A complaint'),
      contact: 'communication',
      steps: [
        t(
          'Antwoord niet zelf, en verwijder niets.',
          'Ne répondez pas vous-même et ne supprimez rien.',
          'Do not answer yourself, and delete nothing.',
        ),
        t(
          'Stuur de link dezelfde dag naar de dienst communicatie.',
          'Envoyez le lien le jour même au service communication.',
          'Send the link to the communication team the same day.',
        ),
        t(
          'Spreekt iemand je persoonlijk aan, bedank dan en zeg dat we contact opnemen.',
          'Si l’on s’adresse à vous, remerciez et dites que nous prendrons contact.',
          'If somebody addresses you, thank them and say we will be in touch.',
        ),
      ],
    },
    {
      id: 'reaction-compliment',
      kind: 'compliment',
      title: t('Een compliment', 'Un compliment', 'A compliment'),
      contact: 'communication',
      steps: [
        t(
          'Zeg dank je wel, in eigen naam.',
          'Dites merci, en votre nom.',
          'Say thank you, in your own name.',
        ),
        t(
          'Deel het met je team en met de dienst communicatie.',
          'Partagez-le avec votre équipe et le service communication.',
          'Share it with your team and the communication team.',
        ),
      ],
    },
    {
      id: 'reaction-question',
      kind: 'question',
      title: t('Een vraag', 'Une question', 'A question'),
      contact: 'communication',
      steps: [
        t(
          'Staat het antwoord op onze website? Geef de link.',
          'La réponse figure sur notre site ? Donnez le lien.',
          'Is the answer on our website? Give the link.',
        ),
        t(
          'Anders: geef de vraag door, en beloof niets.',
          'Sinon, transmettez la question, sans rien promettre.',
          'Otherwise pass the question on, and promise nothing.',
        ),
      ],
    },
    {
      id: 'reaction-mistake',
      kind: 'mistake',
      title: t(
        'Je hebt zelf iets verkeerds gepost',
        'Vous avez vous-même publié une erreur',
        'You posted something wrong yourself',
      ),
      contact: 'communication',
      steps: [
        t(
          'Maak een schermafbeelding en verwijder het bericht.',
          'Faites une capture d’écran et supprimez la publication.',
          'Take a screenshot and delete the post.',
        ),
        t(
          'Bel meteen. Wie zelf meldt, krijgt hulp en geen preek.',
          'Appelez aussitôt. Qui prévient reçoit de l’aide, pas un sermon.',
          'Call at once. Whoever reports it gets help, not a lecture.',
        ),
      ],
    },
    { id: 'reaction-crisis', kind: 'crisis', contact: 'communication', ...words.crisis },
  ],
});
