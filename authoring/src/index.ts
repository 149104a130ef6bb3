/** Functions for who writes a policy. They run in Node and in browsers. */
export {
  checkSource,
  groupFindings,
  tellFinding,
  type FindingGroup,
  type Report,
  type TellOptions,
  type ToldFinding,
} from './findings.js';
export type { SourceCode, SourceProblem } from './json-problems.js';
export { messagesIn } from './messages/in-language.js';
export { MESSAGE_LANGUAGES, type MessageLanguage, type Messages } from './messages/messages.js';
export { readSource, type Place, type PolicySource } from './source.js';
export {
  acceptTranslations,
  keepMeaning,
  translationStatus,
  type Accepted,
  type AcceptOptions,
  type TranslationStatus,
} from './translations.js';
export { editSource, type SourceEdit } from './edit-source.js';
export { nextVersion, type VersionProposal } from './versions.js';
export { publicationOf, type Publication, type PublicationFile } from './publication.js';
export { whereIs } from './where.js';
export * from './draft.js';
export * from './draft-edits.js';
export { placesOf } from './draft-places.js';
export * from './commented.js';
export * from './release.js';
export * from './schedule.js';
export * from './left-out.js';
export * from './images/addresses.js';
export { digestText } from 'policy-elements';
export { everythingCurrent, prunedTable, tableOf } from './translation-table.js';
export * from './import/index.js';
export * from './translation-files/index.js';
export * from './starters/index.js';
export {
  createPoster,
  PosterError,
  type PosterOptions,
  type PosterProblem,
} from './poster/poster.js';
