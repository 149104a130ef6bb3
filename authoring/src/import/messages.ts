/** Sentences about an import, for whoever writes the policy. */
import type { LeftReason, NoteCode } from './blocks.js';
import type { GuessReason } from './classify.js';
import type { ImportError, ImportProblem } from './import-error.js';

export type MessageLanguage = 'nl' | 'fr' | 'en';
type Sentences<Key extends string> = Readonly<
  Record<Key, Readonly<Record<MessageLanguage, string>>>
>;

const PROBLEMS: Sentences<ImportProblem> = {
  empty: {
    nl: 'Dit bestand is leeg. Open het in Word, kijk of er tekst in staat, en bewaar het opnieuw.',
    fr: 'Ce fichier est vide. Ouvrez-le dans Word, vérifiez qu’il contient du texte et enregistrez-le à nouveau.',
    en: 'This file is empty. Open it in Word, see whether there is text in it, and save it again.',
  },
  'too-large': {
    nl: 'Dit bestand is groter dan {most} MB. Haal er de afbeeldingen uit en bewaar het opnieuw.',
    fr: 'Ce fichier dépasse {most} Mo. Retirez-en les images et enregistrez-le à nouveau.',
    en: 'This file is larger than {most} MB. Take out the images and save it again.',
  },
  'too-long': {
    nl: 'Dit document heeft meer dan {most} alinea’s. Splits het, en importeer het deel dat het beleid is.',
    fr: 'Ce document compte plus de {most} paragraphes. Scindez-le et importez la partie qui forme la charte.',
    en: 'This document has more than {most} paragraphs. Split it, and import the part that is the policy.',
  },
  inflates: {
    nl: 'Dit bestand wordt bij het uitpakken zo groot dat we het niet openen. Open het in Word en bewaar het als nieuw document.',
    fr: 'Une fois décompressé, ce fichier devient si volumineux que nous ne l’ouvrons pas. Ouvrez-le dans Word et enregistrez-le comme nouveau document.',
    en: 'This file becomes so large when unpacked that we do not open it. Open it in Word and save it as a new document.',
  },
  damaged: {
    nl: 'Dit Word-bestand is beschadigd of onvolledig. Open het in Word, laat Word het herstellen en bewaar het opnieuw als .docx.',
    fr: 'Ce fichier Word est endommagé ou incomplet. Ouvrez-le dans Word, laissez Word le réparer et enregistrez-le à nouveau au format .docx.',
    en: 'This Word file is damaged or incomplete. Open it in Word, let Word repair it, and save it again as .docx.',
  },
  encrypted: {
    nl: 'Dit bestand is beveiligd met een wachtwoord. Open het in Word, haal het wachtwoord weg (Bestand > Info > Document beveiligen) en bewaar het opnieuw.',
    fr: 'Ce fichier est protégé par un mot de passe. Ouvrez-le dans Word, retirez le mot de passe (Fichier > Informations > Protéger le document) et enregistrez-le à nouveau.',
    en: 'This file is protected by a password. Open it in Word, take the password away (File > Info > Protect Document), and save it again.',
  },
  macros: {
    nl: 'Dit bestand bevat macro’s. Bewaar het in Word als .docx: dat laat de macro’s weg.',
    fr: 'Ce fichier contient des macros. Enregistrez-le dans Word au format .docx : les macros n’y sont pas reprises.',
    en: 'This file contains macros. Save it in Word as .docx, which leaves the macros out.',
  },
  'old-word': {
    nl: 'Dit is een oud Word-bestand (.doc). Open het in Word en bewaar het als .docx.',
    fr: 'Il s’agit d’un ancien fichier Word (.doc). Ouvrez-le dans Word et enregistrez-le au format .docx.',
    en: 'This is an old Word file (.doc). Open it in Word and save it as .docx.',
  },
  pdf: {
    nl: 'Dit is een pdf. Open hem in Word en bewaar hem als .docx, of gebruik het document waarvan hij gemaakt is.',
    fr: 'Ce fichier est un PDF. Ouvrez-le dans Word et enregistrez-le au format .docx, ou utilisez le document dont il est issu.',
    en: 'This is a PDF. Open it in Word and save it as .docx, or use the document it was made from.',
  },
  opendocument: {
    nl: 'Dit is een bestand van LibreOffice of OpenOffice. Bewaar het daar als Word-document (.docx).',
    fr: 'Il s’agit d’un fichier LibreOffice ou OpenOffice. Enregistrez-le comme document Word (.docx).',
    en: 'This is a LibreOffice or OpenOffice file. Save it there as a Word document (.docx).',
  },
  pages: {
    nl: 'Dit is een bestand van Pages. Exporteer het daar naar Word (Archief > Exporteer naar > Word).',
    fr: 'Il s’agit d’un fichier Pages. Exportez-le vers Word (Fichier > Exporter vers > Word).',
    en: 'This is a Pages file. Export it to Word there (File > Export To > Word).',
  },
  rtf: {
    nl: 'Dit is een rtf-bestand. Open het in Word en bewaar het als .docx.',
    fr: 'Ce fichier est au format RTF. Ouvrez-le dans Word et enregistrez-le au format .docx.',
    en: 'This is an RTF file. Open it in Word and save it as .docx.',
  },
  spreadsheet: {
    nl: 'Dit is een rekenblad. Kopieer de tekst naar een Word-document en bewaar dat als .docx.',
    fr: 'Ce fichier est une feuille de calcul. Copiez le texte dans un document Word et enregistrez-le au format .docx.',
    en: 'This is a spreadsheet. Copy the text into a Word document and save that as .docx.',
  },
  'other-file': {
    nl: 'Dit is geen document dat we kunnen lezen. Bewaar het eerst als Word-document (.docx), of geef een .md- of .html-bestand.',
    fr: 'Ce n’est pas un document que nous pouvons lire. Enregistrez-le d’abord au format Word (.docx), ou fournissez un fichier .md ou .html.',
    en: 'This is not a document we can read. Save it as a Word document (.docx) first, or give a .md or .html file.',
  },
  'too-deep': {
    nl: 'In dit document zitten lijsten, tabellen of kaders te diep in elkaar. Plak de tekst in een nieuw Word-document en bewaar dat als .docx.',
    fr: 'Dans ce document, des listes, tableaux ou cadres sont imbriqués trop profondément. Collez le texte dans un nouveau document Word et enregistrez-le au format .docx.',
    en: 'Lists, tables or frames in this document are nested too deeply. Paste the text into a new Word document and save that as .docx.',
  },
  'too-slow': {
    nl: 'Dit document kost te veel tijd of geheugen. Plak de tekst in een nieuw Word-document en bewaar dat als .docx.',
    fr: 'Ce document demande trop de temps ou de mémoire. Collez le texte dans un nouveau document Word et enregistrez-le au format .docx.',
    en: 'This document takes too much time or memory. Paste the text into a new Word document and save that as .docx.',
  },
  'no-text': {
    nl: 'In dit document staat geen tekst. Is het een scan? Laat de tekst dan herkennen en bewaar het als Word-document (.docx).',
    fr: 'Ce document ne contient pas de texte. S’il s’agit d’un scan, faites reconnaître le texte et enregistrez-le au format Word (.docx).',
    en: 'There is no text in this document. If it is a scan, have its text recognised and save it as a Word document (.docx).',
  },
};

const REASONS: Sentences<GuessReason> = {
  title: { nl: 'De titel zegt het.', fr: 'Le titre l’indique.', en: 'The title says so.' },
  'questions-with-answers': {
    nl: 'De tussentitels zijn vragen, met een antwoord eronder.',
    fr: 'Les intertitres sont des questions, suivies d’une réponse.',
    en: 'The sub-headings are questions, each with an answer.',
  },
  'questions-without-answers': {
    nl: 'Een lijst van vragen zonder antwoord.',
    fr: 'Une liste de questions sans réponse.',
    en: 'A list of questions without answers.',
  },
  'yes-no-if-column': {
    nl: 'Een kolom van de tabel zegt ja, nee of mits.',
    fr: 'Une colonne du tableau dit oui, non ou sous condition.',
    en: 'One column of the table says yes, no or if.',
  },
  'network-with-address': {
    nl: 'Elke regel noemt een netwerk met een adres.',
    fr: 'Chaque ligne cite un réseau et une adresse.',
    en: 'Each line names a network with an address.',
  },
  'people-to-reach': {
    nl: 'Elke regel noemt iemand met een mailadres of telefoonnummer.',
    fr: 'Chaque ligne cite une personne avec un e-mail ou un numéro de téléphone.',
    en: 'Each line names somebody with an e-mail address or a phone number.',
  },
  'do-and-dont': {
    nl: 'De tekst staat onder “wel” en “niet”.',
    fr: 'Le texte est réparti entre « à faire » et « à éviter ».',
    en: 'The text stands under “do” and “don’t”.',
  },
  'not-in-items': {
    nl: 'Korte adviezen, waarvan sommige zeggen wat je beter niet doet.',
    fr: 'De courts conseils, dont certains disent ce qu’il vaut mieux éviter.',
    en: 'Short pieces of advice, some of which say what not to do.',
  },
  'numbered-articles': {
    nl: 'Genummerde artikelen of aanwijzingen.',
    fr: 'Des articles ou directives numérotés.',
    en: 'Numbered articles or directives.',
  },
  'numbered-must-or-may': {
    nl: 'Een lijst waarin staat wat moet of mag.',
    fr: 'Une liste de ce qui doit ou peut se faire.',
    en: 'A list of what must or may be done.',
  },
  'situations-with-steps': {
    nl: 'Situaties (klacht, compliment, crisis …), elk met wat je dan doet.',
    fr: 'Des situations (plainte, compliment, crise…), chacune avec ce qu’il faut faire.',
    en: 'Situations (complaint, compliment, crisis …), each with what to do.',
  },
  networks: {
    nl: 'Elke tussentitel is de naam van een netwerk.',
    fr: 'Chaque intertitre est le nom d’un réseau.',
    en: 'Each sub-heading is the name of a network.',
  },
  topic: {
    nl: 'Tekst; de titel zegt waarover.',
    fr: 'Du texte ; le titre en indique le sujet.',
    en: 'Text; the title says what about.',
  },
  'nothing-else': {
    nl: 'Tekst: niets wees duidelijk op iets anders.',
    fr: 'Du texte : rien n’indiquait clairement autre chose.',
    en: 'Text: nothing clearly said otherwise.',
  },
  chosen: { nl: 'Door jou gekozen.', fr: 'Choisi par vous.', en: 'Chosen by you.' },
};

const LEFT: Sentences<LeftReason> = {
  'became-value': {
    nl: 'werd een keuze (ja of nee, doen of niet doen, een netwerk)',
    fr: 'devenu un choix (oui ou non, à faire ou à éviter, un réseau)',
    en: 'became a choice (yes or no, do or don’t, a network)',
  },
  'contents-page': {
    nl: 'inhoudsopgave: de pagina maakt er zelf een',
    fr: 'table des matières : la page en crée une elle-même',
    en: 'table of contents: the page makes its own',
  },
  settings: {
    nl: 'instellingen van een website',
    fr: 'réglages d’un site web',
    en: 'settings of a website',
  },
  metadata: {
    nl: 'gegevens over het document',
    fr: 'données sur le document',
    en: 'facts about the document',
  },
  'typed-number': {
    nl: 'getypte nummers: de pagina nummert zelf',
    fr: 'numéros saisis : la page numérote elle-même',
    en: 'typed numbers: the page numbers by itself',
  },
  label: {
    nl: 'een opschrift (“Toelichting”, de kop van een tabel): het veld zegt dat al',
    fr: 'un intitulé (« Pourquoi », l’en-tête d’un tableau) : le champ le dit déjà',
    en: 'a label (“Why”, the head of a table): the field says so already',
  },
  image: { nl: 'afbeelding', fr: 'image', en: 'image' },
  footnote: { nl: 'voetnoot', fr: 'note de bas de page', en: 'footnote' },
  comment: { nl: 'opmerking in de kantlijn', fr: 'commentaire', en: 'comment' },
  deleted: {
    nl: 'geschrapt met wijzigingen bijhouden',
    fr: 'supprimé en suivi des modifications',
    en: 'deleted with tracked changes',
  },
  hidden: { nl: 'verborgen tekst', fr: 'texte masqué', en: 'hidden text' },
  'header-or-footer': {
    nl: 'koptekst of voettekst',
    fr: 'en-tête ou pied de page',
    en: 'page header or footer',
  },
  equation: { nl: 'formule', fr: 'équation', en: 'equation' },
  embedded: {
    nl: 'ingesloten bestand, video of formulier',
    fr: 'fichier, vidéo ou formulaire incorporé',
    en: 'embedded file, video or form',
  },
  diagram: { nl: 'diagram of grafiek', fr: 'diagramme ou graphique', en: 'diagram or chart' },
  markup: {
    nl: 'opmaakcode van een website',
    fr: 'code de mise en page d’un site web',
    en: 'layout code of a website',
  },
  'unsafe-link': {
    nl: 'link naar een adres dat niet in een beleid hoort; de tekst ervan bleef',
    fr: 'lien vers une adresse qui n’a pas sa place dans une charte ; son texte est resté',
    en: 'link to an address that does not belong in a policy; its text stayed',
  },
  'link-in-title': {
    nl: 'link in een titel: daar kan geen link staan',
    fr: 'lien dans un titre, où il ne peut y en avoir',
    en: 'link in a title, where there can be none',
  },
  'link-to-place': {
    nl: 'link naar een plaats die er vanuit het beleid niet is; de tekst ervan bleef',
    fr: 'lien vers un endroit inaccessible depuis la charte ; son texte est resté',
    en: 'link to a place that cannot be reached from the policy; its text stayed',
  },
  duplicate: { nl: 'stond er al', fr: 'figurait déjà', en: 'was there already' },
  unmatched: {
    nl: 'vond geen plaats in het beleid',
    fr: 'n’a pas trouvé de place dans la charte',
    en: 'found no place in the policy',
  },
  unplaced: {
    nl: 'kreeg geen plaats: zet het zelf waar het hoort',
    fr: 'n’a pas été placé : mettez-le vous-même au bon endroit',
    en: 'was not placed: put it where it belongs',
  },
};

const NOTES: Sentences<NoteCode> = {
  'tracked-insertions': {
    nl: 'Bijgehouden toevoegingen, overgenomen als gewone tekst: {count}.',
    fr: 'Ajouts avec suivi des modifications, repris comme texte ordinaire : {count}.',
    en: '{count} tracked insertions were taken over as ordinary text.',
  },
  'text-boxes': {
    nl: 'Tekstvakken die nu als alinea op hun plaats in de tekst staan: {count}.',
    fr: 'Zones de texte devenues des paragraphes, à leur place dans le texte : {count}.',
    en: '{count} text boxes now stand as paragraphs at their place in the text.',
  },
  footnotes: {
    nl: 'Voetnoten die nu tussen haakjes staan in de tekst waar ze bij horen: {count}.',
    fr: 'Notes de bas de page mises entre parenthèses dans le texte auquel elles se rapportent : {count}.',
    en: '{count} footnotes now stand in brackets in the text they belong to.',
  },
  'merged-cells': {
    nl: 'Samengevoegde cellen: {count}. Kijk die tabellen na.',
    fr: 'Cellules fusionnées : {count}. Vérifiez ces tableaux.',
    en: '{count} merged cells: look at those tables.',
  },
  'flat-table-cells': {
    nl: 'Tabelcellen waarin alles nu op één regel staat: {count}.',
    fr: 'Cellules de tableau où tout figure à présent sur une ligne : {count}.',
    en: 'In {count} table cells everything now stands on one line.',
  },
};

const fill = (
  sentence: string,
  params: Readonly<Record<string, string | number>>,
  lang: MessageLanguage,
): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number'
      ? value.toLocaleString(lang === 'nl' ? 'nl-BE' : lang === 'fr' ? 'fr-BE' : 'en-GB')
      : value;
  });

/** Why a document was refused, and what to do. */
export const describeImportError = (error: ImportError, lang: MessageLanguage): string =>
  fill(PROBLEMS[error.code][lang], error.params, lang);
/** Why a section was taken for what it is. */
export const describeGuess = (reason: GuessReason, lang: MessageLanguage): string =>
  REASONS[reason][lang];
/** Why something of the document is not in the policy. */
export const describeLeft = (reason: LeftReason, lang: MessageLanguage): string =>
  LEFT[reason][lang];
export const describeNote = (code: NoteCode, count: number, lang: MessageLanguage): string =>
  fill(NOTES[code][lang], { count }, lang);
