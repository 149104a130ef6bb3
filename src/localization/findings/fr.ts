import type { FindingWords } from './finding-words.js';

export const words: FindingWords = {
  didYouMean: (suggestion) => `Vouliez-vous dire « ${suggestion} » ?`,
  findings: {
    'not-json': () => 'Ceci n’est pas du JSON : vérifiez les virgules et les guillemets.',
    'not-a-policy': () => 'Ceci n’est pas une charte : il n’y a ni titre ni rubriques.',
    missing: ({ field }) =>
      field
        ? `« ${field} » manque ici : ajoutez-le.`
        : 'Il manque ici quelque chose d’obligatoire : ajoutez-le.',
    'wrong-shape': ({ value, expected }) =>
      `« ${value} » n’a pas sa place ici${expected ? ` : ${expected}` : ' : comparez avec le format de la charte'}.`,
    empty: () => 'Cette liste est vide : il y faut au moins un élément.',
    format: () => 'Ce format est inconnu : écrivez 1, sans guillemets.',
    id: ({ value }) =>
      `« ${value} » n’est pas un identifiant : employez des minuscules, des chiffres et des traits d’union.`,
    date: ({ value }) =>
      `« ${value} » n’est pas une date qui existe : écrivez-la comme 2026-03-01.`,
    duration: ({ value }) =>
      `« ${value} » n’est pas une durée : écrivez PT2H pour deux heures, P3D pour trois jours, P1Y pour un an.`,
    version: ({ value }) =>
      `« ${value} » n’est pas une version : écrivez deux nombres séparés par un point, entre guillemets : "3.1".`,
    language: ({ value }) =>
      `« ${value} » n’est pas une langue : écrivez un code court, comme nl, fr ou en.`,
    choice: ({ value, choices }) =>
      `« ${value} » n’est pas un des mots possibles ici${choices ? ` : ${choices}` : ''}.`,
    email: ({ value }) =>
      `« ${value} » n’est pas une adresse e-mail : écrivez-en une seule, comme nom@exemple.be.`,
    address: () => 'L’adresse est vide : complétez-la, ou supprimez le champ.',
    'duplicate-id': ({ value }) =>
      `L’identifiant « ${value} » est employé deux fois : donnez-en un autre au second. Les liens mènent au premier.`,
    'unknown-reference': ({ value }) =>
      `« ${value} » ne renvoie à rien dans cette charte : corrigez-le, ou ajoutez ce à quoi il renvoie.`,
    'unsafe-address': ({ value }) =>
      `« ${value} » n’est pas une adresse sûre et ne mène donc nulle part : employez http, https, mailto, tel ou une adresse relative, sans espaces.`,
    'unsafe-link': ({ value }) =>
      `Le lien vers « ${value} » ne mène nulle part : employez http, https, mailto, tel ou une adresse relative.`,
    'no-source': () => 'Personne n’a dit quelle charte montrer : donnez son adresse dans src.',
    'unknown-type': ({ value }) =>
      `Aucun élément n’affiche de rubriques du type « ${value} » : leurs textes sont affichés tels quels.`,
    'unknown-field': ({ value }) =>
      `Le format n’a pas ici de champ « ${value} » : rien ne l’affiche.`,
    'unknown-word': ({ value, choices }) =>
      `« ${value} » n’est pas un des mots habituels ici : ${choices}. Il est affiché comme un mot à vous.`,
    'language-spelling': ({ value }) =>
      `La langue ne s’écrit pas « ${value} » : son code est partout le même, en minuscules.`,
    'language-unlisted': ({ value }) =>
      `La langue « ${value} » n’est pas dans « languages » : personne ne peut choisir ce texte. Ajoutez-y la langue, ou supprimez le texte.`,
    html: ({ value }) =>
      `Le HTML est affiché tel quel : on lit « ${value} ». Employez le Markdown : **gras**, listes avec -, [texte](adresse).`,
    'markdown-in-plain': ({ value }) =>
      `Ce champ est du texte simple : on lit les signes de « ${value} ». Supprimez-les.`,
    mailto: ({ value }) =>
      `« ${value} » : un champ e-mail contient l’adresse seule, sans « mailto: ».`,
    'no-scheme': ({ value }) =>
      `Il n’y a pas de https:// devant « ${value} », qui mène donc à une page de votre propre site.`,
    'damaged-text': ({ value }) =>
      `Une lettre s’est perdue à l’enregistrement : « ${value} ». Retapez-la, et enregistrez le fichier en UTF-8.`,
    mojibake: ({ value }) =>
      `« ${value} » ressemble à un texte lu dans un mauvais encodage. Retapez-le, et enregistrez le fichier en UTF-8.`,
    'text-empty': ({ required }) =>
      required
        ? 'Ce texte est vide, alors qu’il est obligatoire : complétez-le.'
        : 'Ce texte est vide : complétez-le, ou supprimez le champ.',
    'to-fill-in': ({ value }) => `« ${value} » est encore à compléter.`,
    placeholder: ({ text }) =>
      `« ${text} » semble être resté d’un modèle. Complétez-le, ou écrivez-le sans crochets.`,
    'id-says-nothing': ({ value }) =>
      `« ${value} » figure dans l’adresse de chaque règle et ne pourra plus changer. Choisissez un nom qui dit de quoi il s’agit, par exemple "reseaux-sociaux".`,
    'no-why': () =>
      'Cette règle ne donne pas de raison : on respecte une règle que l’on comprend. Complétez « why ».',
    'more-dont-than-do': ({ do: positive, dont }) =>
      `Il y a plus de « à éviter » (${dont}) que de « à faire » (${positive}) : dites ce que l’on peut faire.`,
    'review-absent': () =>
      'Il n’y a pas de date de révision : revoyez la charte au moins une fois par an, et mettez la date dans « reviewBy ».',
    'review-passed': ({ date }) =>
      `La date de révision, le ${date}, est passée : revoyez la charte, et fixez-en une nouvelle.`,
    'review-far': ({ date }) =>
      `La date de révision, le ${date}, est à plus d’un an : revoyez la charte dans l’année.`,
    'translation-missing': ({ lang }) =>
      `La traduction manque (${lang}) : on voit ici une autre langue.`,
    'translation-stale': ({ lang }) =>
      `Le texte ou sa traduction (${lang}) a changé depuis qu’ils ont été comparés. Traduisez à nouveau, ou acceptez la traduction telle quelle.`,
    'translation-machine': ({ lang }) =>
      `Une machine a traduit ceci (${lang}), et personne ne l’a relu. Relisez-le, et acceptez-le.`,
    'translation-same': ({ lang }) =>
      `Le texte (${lang}) est le même que le texte source : est-il traduit ? Sinon supprimez-le : les lecteurs le sauront.`,
    'core-missing': () =>
      'La déclaration porte sur la version courte (« covers »), et rien n’en fait partie : marquez des rubriques ou des éléments par "core": true. D’ici là elle porte sur tout.',
    'core-too-long': ({ words }) =>
      `La version courte compte ${words} mots, et ne tient pas sur une feuille : marquez moins de parties par « core », ou abrégez-les.`,
    'in-two-groups': ({ value }) =>
      `La rubrique « ${value} » est dans deux chapitres : laissez-la dans un seul.`,
    'no-correct-answer': () =>
      'Aucune des réponses n’est juste : marquez-en une par "correct": true.',
    'condition-missing': () =>
      'Ceci est permis à une condition, et la condition n’est pas dite : complétez « condition ».',
    'image-without-alt': ({ value }) =>
      `L’image ${value} n’a pas de texte pour les personnes qui ne peuvent pas la voir : écrivez-le entre les crochets.`,
    'profile-unverified': () =>
      'Personne n’a vérifié ce compte depuis un an : regardez s’il est encore exact, et mettez la date dans « verified ».',
    'nobody-to-ask': () =>
      'On ne peut interroger personne sur ces règles : ajoutez des « contacts ».',
    'too-long': ({ words }) =>
      `Le cœur de la charte compte ${words} mots, plus de deux pages A4 : abrégez-le, ou marquez une version courte par « core ».`,
    'section-empty': () =>
      'Cette rubrique n’a pas encore d’éléments : ajoutez-en, ou supprimez-la.',
    'block-missing': ({ block }) => `Il manque un élément d’une bonne charte : ${block}.`,
    'block-weak': ({ block }) => `Un élément de la charte pourrait être plus fort : ${block}.`,
  },
  many: {
    'profile-unverified': (count) =>
      `Personne n’a vérifié ${count} comptes depuis un an : mettez la date de la vérification dans « verified ».`,
    'translation-missing': (count) => `${count} traductions manquent : on y voit une autre langue.`,
    'translation-stale': (count) =>
      `${count} traductions viennent d’un texte antérieur : traduisez à nouveau, ou acceptez-les.`,
    'translation-machine': (count) =>
      `${count} textes ont été traduits par une machine, et personne ne les a relus.`,
    'translation-same': (count) => `${count} traductions sont les mêmes que le texte source.`,
    'no-why': (count) =>
      `${count} règles ne donnent pas de raison : on respecte une règle que l’on comprend. Complétez « why ».`,
    'image-without-alt': (count) =>
      `${count} images n’ont pas de texte pour les personnes qui ne peuvent pas les voir.`,
    'to-fill-in': (count) => `${count} endroits sont encore à compléter.`,
    placeholder: (count) =>
      `${count} endroits semblent être restés d’un modèle. Complétez-les, ou écrivez-les sans crochets.`,
    'damaged-text': (count) =>
      `Dans ${count} textes des lettres se sont perdues à l’enregistrement. Retapez-les, et enregistrez le fichier en UTF-8.`,
    html: (count) => `${count} textes contiennent du HTML, que l’on voit tel quel.`,
    'text-empty': (count) => `${count} textes sont vides.`,
    'section-empty': (count) => `${count} rubriques n’ont pas encore d’éléments.`,
    'block-missing': (count, subjects) =>
      `Il manque ${count} éléments d’une bonne charte : ${subjects}.`,
  },
  blocks: {
    why: 'la raison d’être de la charte (un texte avec « topic » : « purpose »)',
    what: 'ce que sont les réseaux sociaux',
    whom: 'à qui elle s’adresse',
    objectives: 'les objectifs',
    rules: 'des règles, chacune avec sa raison',
    mandates: 'qui peut faire quoi',
    guidelines: 'des conseils, plus de « à faire » que de « à éviter »',
    check: 'des questions à se poser avant de publier',
    profiles: 'les comptes officiels, chacun avec une personne responsable',
    monitoring: 'le suivi que fait l’organisation',
    reactions: 'que faire d’une plainte, d’un compliment et d’une question',
    contacts: 'à qui s’adresser, et comment',
    owner: 'une personne responsable',
    training: 'la formation',
    consequences: 'ce qui suit un manquement',
    faq: 'des questions fréquentes',
    reporting: 'des canaux de signalement, dont un anonyme',
    ambassadors: 'des ambassadeurs, invités et jamais obligés',
    wellbeing: 'le droit à la déconnexion',
    rollout: 'la mise en place',
    review: 'une date de révision',
    acknowledgement: 'une prise de connaissance',
  },
};
