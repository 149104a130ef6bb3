/** What policies say, in Dutch, French and English, that tells what a passage is. */
export const any = (...words: string[]): RegExp =>
  new RegExp(`(?<![\\p{L}])(?:${words.join('|')})(?![\\p{L}])`, 'iu');

/** A heading that explains the rule before it. */
export const WHY_LABEL =
  /^(?:toelichting|waarom|reden|motivering|pourquoi|motif|motivation|justification|explication|rationale|reason|why|explanation)\s*(?::|\?|\.|$)\s*/iu;

/** `Artikel 3`, `§ 1`, `2.1`, `Hoofdstuk IV`: a number that may be all of a heading. */
export const NUMBER_WORD =
  /^(§|deel|titel|partie|titre|part|hoofdstuk|chapitre|chapter|afdeling|section|sectie|paragraaf|artikel|article|art\.|aanwijzing|regel|règle|rule|directive|richtlijn|bijlage|annexe?|appendix)\s*(?:n[r°o]\.?\s*)?(\d+(?:\.\d+)*[a-z]{0,2}|[ivxlc]+|[a-h])(?=$|[\s.:)–—-])[.:)]?/iu;
export const TYPED_NUMBER =
  /^(\d{1,2}(?:\.\d{1,2}){0,4})(?:[.)]|\s*[-–—]|(?<=\.\d{1,2}))?\s+(?=\S)/u;
export const BARE_NUMBER = /^(\d{1,3}(?:\.\d{1,3})*[a-z]?|[IVXLC]{1,6})[.)]?$/u;
/** How far out each number word stands; rules are the innermost. */
export const RANKS: Readonly<Record<string, number>> = {
  deel: 0,
  partie: 0,
  part: 0,
  titel: 1,
  titre: 1,
  hoofdstuk: 2,
  chapitre: 2,
  chapter: 2,
  afdeling: 3,
  section: 3,
  sectie: 3,
  '§': 4,
  paragraaf: 4,
  artikel: 5,
  article: 5,
  'art.': 5,
  aanwijzing: 5,
  regel: 5,
  règle: 5,
  rule: 5,
  directive: 5,
  richtlijn: 5,
};
export const RULE_RANK = 5;

export const YES =
  /^(?:ja|oui|yes|toegestaan|mag|toegelaten|autorisé|permis|allowed|permitted|ok|✓|✔|☑|x)(?![\p{L}\p{N}])/iu;
export const NO =
  /^(?:nee|neen|non|no|niet toegestaan|mag niet|niet|verboden|interdit|pas autorisé|not allowed|forbidden|never|nooit|jamais|✗|✘|☒)(?![\p{L}\p{N}])/iu;
export const IF =
  /^(?:(?:ja|oui|yes)[,;]?\s+)?(?:mits|als|indien|onder voorwaarden?|enkel|alleen|na|met toestemming|sous (?:condition|réserve)|à condition|si|uniquement|seulement|moyennant|avec (?:l'|l’)?(?:accord|autorisation)|if|only|provided|with (?:permission|approval)|conditional|after|voorwaardelijk|conditionnel)(?![\p{L}])/iu;

export const DO_LABEL =
  /^(?:wel(?:\s+doen)?|doen|do(?:[’']?s)?|zo wel|dit wel|wat wel|mag wel|à faire|faites|oui|bien|do this)\s*[:!]?$/iu;
export const DONT_LABEL =
  /^(?:niet(?:\s+doen)?|liever niet|don[’']?t(?:[’']?s)?|do not|zo niet|dit niet|wat niet|mag niet|à (?:éviter|ne pas faire)|ne faites pas|évitez|non|avoid|not this)\s*[:!]?$/iu;
/** What a column is called: the row of these is no data. */
export const COLUMN =
  /^(?:netwerk|kanaal|platform|medium|profiel|account|adres|webadres|link|url|website|naam|functie|rol|dienst|e-?mail(?:adres)?|telefoon(?:nummer)?|tel\.?|gsm|wie|wat|doel|voorwaarden?|toegestaan|mag(?: het)?|beheerder|beheerd door|verantwoordelijke|réseau|canal|plateforme|profil|compte|adresse|lien|site|nom|fonction|rôle|service|courriel|téléphone|tél\.?|qui|quoi|but|conditions?|permis|autorisé|responsable|network|channel|profile|address|name|role|department|phone|who|what|purpose|allowed|owner)\s*[?:]?$/iu;
export const NEGATIVE = any(
  'niet',
  'geen',
  'nooit',
  'vermijd',
  'ne',
  "n[’']\\p{L}+",
  'jamais',
  'évitez',
  'aucune?',
  'never',
  'not',
  "don[’']t",
  'avoid',
  'no',
  'cannot',
  "can[’']t",
  'verboden',
  'interdit',
);
export const MODAL = any(
  'moet(?:en)?',
  'mag',
  'mogen',
  'dien(?:t|en)',
  'verplicht',
  'doit',
  'doivent',
  'devez',
  'peut',
  'peuvent',
  'pouvez',
  'must',
  'shall',
  'may',
  'should',
  'i will',
  'will not',
  'is required',
  'are required',
  'ne',
  'geen',
  'nooit',
  'jamais',
  'never',
);

export const NETWORK = any(
  'facebook',
  'instagram',
  'linkedin',
  'twitter',
  'x',
  'youtube',
  'tiktok',
  'whatsapp',
  'snapchat',
  'pinterest',
  'bluesky',
  'mastodon',
  'threads',
  'telegram',
  'signal',
  'messenger',
  'flickr',
  'vimeo',
  'reddit',
  'discord',
  'teams',
  'slack',
  'yammer',
  'viva engage',
  'be ?real',
  'twitch',
);
export const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u;
export const PHONE = /(?:\+|\b0)\d(?:[\s./()-]*\d){7,12}\b/;
export const URL_TEXT = /(?:https?:\/\/|www\.)[^\s<>"]+/i;
export const HANDLE = /(?<![\p{L}\p{N}.])@[\w.]{2,40}/u;

export const KINDS: readonly (readonly [string, RegExp])[] = [
  ['complaint', any('klachte?n?', 'plaintes?', 'complaints?', 'réclamations?')],
  ['compliment', any('complimente?n?', 'compliments?', 'félicitations', 'praise', 'lof')],
  ['crisis', any('crisis', 'crise', 'noodsituatie', 'emergency')],
  [
    'rumour',
    any('geruchte?n?', 'rumeurs?', 'rumou?rs?', 'fake news', 'desinformatie', 'désinformation'),
  ],
  ['mistake', any('fout(?:je|en)?', 'vergissing', 'erreurs?', 'mistakes?', 'verkeerd gepost')],
  ['question', any('vrae?g(?:en)?', 'vraag', 'questions?', 'inquir(?:y|ies)')],
];

export const META_LABEL = any(
  'versie',
  'version',
  'versienummer',
  'datum',
  'date',
  'eigenaar',
  'propriétaire',
  'owner',
  'auteurs?',
  'author',
  'status',
  'statut',
  'goedgekeurd(?: door| op)?',
  'approuvé(?:e)?(?: par| le)?',
  'approved(?: by| on)?',
  'adopted(?: by| on)?',
  'vastgesteld(?: door| op)?',
  'herziening',
  'review(?: date)?',
  'révision',
  'ingangsdatum',
  'in werking',
  'geldig vanaf',
  'entrée en vigueur',
  'effective(?: date)?',
  'documentnummer',
  'document',
  'référence',
  'reference',
  'referentie',
  'classificatie',
  'wijziging(?:en)?',
  'modifications?',
  'contactpersoon',
  'dienst',
  'service',
  'department',
);
export const CONTENTS =
  /^(?:inhoud(?:sopgave|stafel)?|table des matières|sommaire|(?:table of )?contents)\s*:?$/iu;
