import type { Messages } from './messages.js';

export const fr: Messages = {
  source: {
    'bad-escape': () =>
      'Une barre oblique inverse a un sens propre en JSON : doublez-la (\\\\), ou employez une barre oblique (/).',
    'bad-number': ({ value }) =>
      `${value ? `« ${value} » n’est pas un nombre` : 'Ceci n’est pas un nombre'} : écrivez-le sans zéros en tête ni signe plus. Les dates, les versions et les numéros de téléphone se mettent entre guillemets.`,
    'bad-word': ({ value, suggestion }) =>
      `« ${value} » est sans guillemets : écrivez ${suggestion}.`,
    'bracket-extra': () => 'Il y a une parenthèse fermante (} ou ]) de trop : supprimez-la.',
    'bracket-missing': ({ value, line }) =>
      `Le fichier s’arrête trop tôt : ce qui s’ouvre à la ligne ${line} n’est pas fermé. Ajoutez ${value}.`,
    'bracket-wrong': ({ value, suggestion, line }) =>
      suggestion
        ? `« ${value} » ferme autre chose que ce qui s’ouvre à la ligne ${line} : écrivez d’abord ${suggestion}.`
        : `« ${value} » n’a pas sa place ici : regardez ce qui doit être fermé.`,
    'colon-missing': () => 'Il manque deux-points entre le nom et sa valeur : ajoutez : ici.',
    'comma-extra': () =>
      'Il y a une virgule de trop : supprimez-la. Après le dernier élément il n’y a pas de virgule.',
    'comma-missing': () => 'Il manque une virgule entre deux parties : ajoutez , ici.',
    comment: () => 'Le JSON n’a pas de commentaires : supprimez celui-ci.',
    'control-character': () =>
      'Il y a une tabulation ou un autre caractère de contrôle dans un texte : employez une espace, ou \\t.',
    'curly-quotes': ({ value }) =>
      `« ${value} » est un guillemet typographique, comme les écrit Word : écrivez un guillemet droit ("). À l’intérieur d’un texte ils peuvent rester.`,
    'duplicate-key': ({ value }) =>
      `« ${value} » est deux fois au même endroit : seul le dernier est lu. Supprimez l’un des deux.`,
    'empty-file': () => 'Le fichier est vide.',
    'invisible-character': ({ value }) =>
      `Il y a ici un caractère invisible (${value}), peut-être copié d’une page web : supprimez-le, ou faites-en une espace ordinaire.`,
    'line-break-in-text': () =>
      'Un texte continue à la ligne suivante : écrivez-le sur une seule ligne, avec \\n pour un retour à la ligne.',
    'no-json': () =>
      'Ceci n’est pas du JSON : vérifiez les virgules, les accolades et les guillemets.',
    'other-file': ({ kind }) =>
      `C’est un fichier d’une autre sorte (${kind}). Une charte est un fichier JSON : il commence par {.`,
    'quote-missing': () =>
      'Le guillemet qui s’ouvre ici n’est pas fermé : ajoutez " à la fin du texte.',
    'quote-unescaped': () =>
      'Un guillemet à l’intérieur d’un texte le termine : écrivez \\" à cet endroit, ou employez « ».',
    'single-quotes': () =>
      'Ce n’est pas un guillemet du JSON : écrivez un guillemet double et droit (").',
    'text-after-end': () =>
      'La charte est terminée, et quelque chose suit : supprimez-le, ou cherchez une accolade de trop.',
    'too-deep': () => 'Le fichier est imbriqué trop profondément pour être lu.',
    'unquoted-key': ({ value }) => `Le nom ${value} se met entre guillemets : "${value}".`,
    'value-missing': () =>
      'Il n’y a rien après les deux-points : ajoutez la valeur, ou supprimez le nom.',
  },
  encoding: (name) =>
    `Le fichier n’est pas enregistré en UTF-8 mais en ${name}. Il a été lu malgré tout ; enregistrez-le en UTF-8, pour que tout programme le lise.`,
  fields: {
    acknowledgement: 'prise de connaissance',
    acts: 'réponses possibles',
    adopted: 'adoption',
    allowed: 'permis',
    answer: 'réponse',
    answers: 'réponses',
    audience: 'pour qui',
    audiences: 'publics',
    benefits: 'avantages',
    body: 'texte',
    condition: 'condition',
    consequence: 'conséquence',
    contact: 'personne de contact',
    contacts: 'personnes de contact',
    core: 'version courte',
    covers: 'portée de la déclaration',
    date: 'date',
    description: 'description',
    documents: 'documents',
    due: 'à confirmer avant',
    duration: 'durée',
    effective: 'date d’entrée en vigueur',
    email: 'e-mail',
    example: 'exemple',
    explanation: 'explication',
    groups: 'chapitres',
    help: 'aide',
    history: 'historique',
    intro: 'introduction',
    keywords: 'mots de recherche',
    kind: 'genre',
    label: 'libellé',
    languages: 'langues',
    logo: 'logo',
    name: 'nom',
    options: 'réponses',
    organisation: 'organisation',
    owner: 'responsable',
    phone: 'téléphone',
    platform: 'plateforme',
    purpose: 'but',
    question: 'question',
    reply: 'réponse type',
    requires: 'formation requise',
    reviewBy: 'date de révision',
    risks: 'risques',
    role: 'fonction',
    sections: 'rubriques',
    state: 'état',
    statement: 'déclaration',
    status: 'statut',
    steps: 'étapes',
    summary: 'résumé',
    tags: 'mots-clés',
    title: 'titre',
    topic: 'sujet',
    topics: 'sujets',
    trainings: 'formations',
    translations: 'traductions',
    triage: 'questions d’orientation',
    type: 'type',
    url: 'adresse',
    validFor: 'valable pendant',
    verified: 'vérifié le',
    version: 'version',
    who: 'qui',
    why: 'pourquoi',
    within: 'délai',
  },
  entries: {
    answers: 'réponse',
    audiences: 'public',
    contacts: 'personne de contact',
    documents: 'document',
    groups: 'chapitre',
    history: 'version',
    items: 'élément',
    options: 'réponse',
    sections: 'rubrique',
    steps: 'étape',
    tags: 'mot-clé',
    trainings: 'formation',
    triage: 'question',
  },
  section: (title) => `rubrique « ${title} »`,
  quoted: (text) => `« ${text} »`,
  andMore: (count, lines) => `et ${count} autres, aux lignes ${lines}`,
  line: (line, column) => `ligne ${line}, colonne ${column}`,
  summary: (errors, advice) =>
    `${errors} ${errors === 1 ? 'erreur' : 'erreurs'}, ${advice} ${advice === 1 ? 'conseil' : 'conseils'}`,
  sound: 'Rien à améliorer.',
  grades: { error: 'erreur', advice: 'conseil' },
};
