/** What policies say, in Dutch, French and English, that tells what a passage is. */
import type { SectionType } from 'policy-elements';

const any = (...words: string[]): RegExp => new RegExp(`(?<![\\p{L}])(?:${words.join('|')})(?![\\p{L}])`, 'iu');

/** A heading that explains the rule before it. */
export const WHY_LABEL =
  /^(?:toelichting|waarom|reden|motivering|pourquoi|motif|motivation|justification|explication|rationale|reason|why|explanation)\s*(?::|\?|\.|$)\s*/iu;

/** `Artikel 3`, `§ 1`, `2.1`, `Hoofdstuk IV`: a number that may be all of a heading. */
export const NUMBER_WORD =
  /^(§|deel|titel|partie|titre|part|hoofdstuk|chapitre|chapter|afdeling|section|sectie|paragraaf|artikel|article|art\.|aanwijzing|regel|règle|rule|directive|richtlijn|bijlage|annexe?|appendix)\s*(?:n[r°o]\.?\s*)?(\d+(?:\.\d+)*[a-z]{0,2}|[ivxlc]+|[a-h])(?=$|[\s.:)–—-])[.:)]?/iu;
export const TYPED_NUMBER = /^(\d{1,2}(?:\.\d{1,2}){0,4})(?:[.)]|\s*[-–—]|(?<=\.\d{1,2}))?\s+(?=\S)/u;
export const BARE_NUMBER = /^(\d{1,3}(?:\.\d{1,3})*[a-z]?|[IVXLC]{1,6})[.)]?$/u;
/** How far out each number word stands; rules are the innermost. */
export const RANKS: Readonly<Record<string, number>> = {
  deel: 0, partie: 0, part: 0,
  titel: 1, titre: 1, hoofdstuk: 2, chapitre: 2, chapter: 2,
  afdeling: 3, section: 3, sectie: 3, '§': 4, paragraaf: 4,
  artikel: 5, article: 5, 'art.': 5, aanwijzing: 5, regel: 5, règle: 5, rule: 5, directive: 5, richtlijn: 5,
};
export const RULE_RANK = 5;

export const YES = /^(?:ja|oui|yes|toegestaan|mag|toegelaten|autorisé|permis|allowed|permitted|ok|✓|✔|☑|x)(?![\p{L}\p{N}])/iu;
export const NO = /^(?:nee|neen|non|no|niet toegestaan|mag niet|niet|verboden|interdit|pas autorisé|not allowed|forbidden|never|nooit|jamais|✗|✘|☒)(?![\p{L}\p{N}])/iu;
export const IF =
  /^(?:(?:ja|oui|yes)[,;]?\s+)?(?:mits|als|indien|onder voorwaarden?|enkel|alleen|na|met toestemming|sous (?:condition|réserve)|à condition|si|uniquement|seulement|moyennant|avec (?:l'|l’)?(?:accord|autorisation)|if|only|provided|with (?:permission|approval)|conditional|after|voorwaardelijk|conditionnel)(?![\p{L}])/iu;

export const DO_LABEL =
  /^(?:wel(?:\s+doen)?|doen|do(?:[’']?s)?|zo wel|dit wel|wat wel|mag wel|à faire|faites|oui|bien|do this)\s*[:!]?$/iu;
export const DONT_LABEL =
  /^(?:niet(?:\s+doen)?|liever niet|don[’']?t(?:[’']?s)?|do not|zo niet|dit niet|wat niet|mag niet|à (?:éviter|ne pas faire)|ne faites pas|évitez|non|avoid|not this)\s*[:!]?$/iu;
export const NEGATIVE = any(
  'niet', 'geen', 'nooit', 'vermijd', 'ne', 'n[’\']\\p{L}+', 'jamais', 'évitez', 'aucune?',
  'never', 'not', 'don[’\']t', 'avoid', 'no', 'cannot', 'can[’\']t', 'verboden', 'interdit',
);
export const MODAL = any(
  'moet(?:en)?', 'mag', 'mogen', 'dien(?:t|en)', 'verplicht', 'doit', 'doivent', 'devez', 'peut', 'peuvent', 'pouvez',
  'must', 'shall', 'may', 'should', 'i will', 'will not', 'is required', 'are required', 'ne', 'geen', 'nooit', 'jamais', 'never',
);

export const NETWORK = any(
  'facebook', 'instagram', 'linkedin', 'twitter', 'x', 'youtube', 'tiktok', 'whatsapp', 'snapchat', 'pinterest',
  'bluesky', 'mastodon', 'threads', 'telegram', 'signal', 'messenger', 'flickr', 'vimeo', 'reddit', 'discord', 'teams', 'slack', 'yammer', 'viva engage', 'be ?real', 'twitch',
);
export const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u;
export const PHONE = /(?:\+|\b0)\d(?:[\s./()-]*\d){7,12}\b/;
export const URL_TEXT = /(?:https?:\/\/|www\.)[^\s<>"]+/i;
export const HANDLE = /(?<![\p{L}\p{N}.])@[\w.]{2,40}/u;

export const KINDS: readonly (readonly [string, RegExp])[] = [
  ['complaint', any('klachte?n?', 'plaintes?', 'complaints?', 'réclamations?')],
  ['compliment', any('complimente?n?', 'compliments?', 'félicitations', 'praise', 'lof')],
  ['crisis', any('crisis', 'crise', 'noodsituatie', 'emergency')],
  ['rumour', any('geruchte?n?', 'rumeurs?', 'rumou?rs?', 'fake news', 'desinformatie', 'désinformation')],
  ['mistake', any('fout(?:je|en)?', 'vergissing', 'erreurs?', 'mistakes?', 'verkeerd gepost')],
  ['question', any('vrae?g(?:en)?', 'vraag', 'questions?', 'inquir(?:y|ies)')],
];

export const TITLES: readonly (readonly [SectionType, RegExp])[] = [
  ['faq', any('veelgestelde vragen', 'vragen en antwoorden', 'faq', 'q ?& ?a', 'questions fréquentes', 'foire aux questions', 'frequently asked(?: questions)?')],
  ['mandates', any('wie mag wat', 'mandate?n', 'bevoegdhe(?:id|den)', 'qui peut (?:faire )?quoi', 'mandats', 'who (?:may|can) do what', 'permissions?', 'wat mag')],
  ['profiles', any('(?:onze|officiële) (?:kanalen|profielen|accounts|pagina[’\']s)', '(?:nos|les) (?:comptes|canaux|pages)', 'comptes officiels', 'official (?:accounts|profiles|channels)', 'our (?:accounts|profiles|channels)', 'waar (?:we|wij) (?:staan|zijn)')],
  ['contacts', any('contact(?:en|personen|persoon|gegevens|s)?', 'wie (?:kan|kun) je', 'bij wie', 'personnes? de contact', 'à qui', 'who to (?:ask|contact)', 'vragen\\?', 'questions\\?')],
  ['reactions', any('reageren', 'reacties', 'omgaan met', 'réagir', 'réactions?', 'répondre', 'respond(?:ing)?', 'how to react')],
  ['reporting', any('meldpunt(?:en)?', 'melden', 'meldkana(?:al|len)', 'signaler', 'signalement', 'report(?:ing)?')],
  ['check', any('checklist', 'check', 'stel jezelf', 'posez-vous', 'ask yourself', 'voor je (?:iets )?(?:post|publiceert|deelt)', 'avant de (?:publier|poster|partager)', 'before you (?:post|share|publish)')],
  ['guidelines', any('richtlijn(?:en)?', 'tips?', 'do[’\']?s', 'don[’\']?ts', 'goede gewoonten', 'netiquette', 'nétiquette', 'lignes directrices', 'conseils?', 'bonnes pratiques', 'guidelines?', 'best practices?', 'aanbevelingen', 'recommandations')],
  ['rules', any('regels?', 'spelregels', 'huisregels', 'afspraken', 'règles?', 'verplichtingen', 'obligations?', 'rules?', 'gedragscode', 'code de conduite', 'code of (?:conduct|behaviou?r)', 'gedragsregels')],
  ['platforms', any('platforme?n?', 'plateformes?', 'platforms?', 'welke (?:sociale )?media', 'sociale netwerken', 'réseaux', 'networks?')],
  ['trainings', any('opleiding(?:en)?', 'vorming(?:en)?', 'formations?', 'training(?:s|en)?')],
];

export const TOPICS: readonly (readonly [string, RegExp])[] = [
  ['monitoring', any('monitoring', 'monitoren', 'opvolging', 'veille', 'suivi', 'toezicht', 'surveillance', 'controle')],
  ['consequences', any('gevolgen', 'sancties?', 'conséquences', 'sanctions', 'consequences', 'breach', 'breaking', 'overtred(?:en|ing)', 'violation', 'niet-naleving', 'non-respect', 'maatregelen')],
  ['wellbeing', any('welzijn', 'deconnectie', 'bereikbaarheid', 'bien-être', 'déconnexion', 'well-?being', 'disconnect')],
  ['ambassadors', any('ambassadeurs?', 'ambassadors?', 'ambassadrices?')],
  ['objectives', any('doelstelling(?:en)?', 'objectifs', 'objectives', 'goals')],
  ['scope', any('toepassingsgebied', 'toepassingsbereik', 'voor wie', 'champ d[’\']application', 'pour qui', 'scope', 'who (?:is|does)', 'doelgroep')],
  ['definition', any('definities?', 'begripsbepaling(?:en)?', 'begrippen', 'définitions?', 'definitions?', 'wat (?:is|zijn|verstaan)', 'qu[’\']est-ce', 'what (?:is|are)')],
  ['purpose', any('doel', 'waarom', 'aanleiding', 'finalité', 'but', 'pourquoi', 'objet', 'purpose', 'why')],
];

export const META_LABEL = any(
  'versie', 'version', 'versienummer', 'datum', 'date', 'eigenaar', 'propriétaire', 'owner', 'auteurs?', 'author', 'status', 'statut',
  'goedgekeurd(?: door| op)?', 'approuvé(?:e)?(?: par| le)?', 'approved(?: by| on)?', 'adopted(?: by| on)?', 'vastgesteld(?: door| op)?', 'herziening', 'review(?: date)?', 'révision', 'ingangsdatum', 'in werking', 'geldig vanaf', 'entrée en vigueur', 'effective(?: date)?',
  'documentnummer', 'document', 'référence', 'reference', 'referentie', 'classificatie', 'wijziging(?:en)?', 'modifications?', 'contactpersoon', 'dienst', 'service', 'department',
);
export const CONTENTS = /^(?:inhoud(?:sopgave|stafel)?|table des matières|sommaire|(?:table of )?contents)\s*:?$/iu;
