/** Every public class, type and event. Registers nothing and touches no DOM: safe in Node. */
export { PolicyElement } from './elements/policy-element.js';
export type { PolicyView } from './elements/shared/policy-view.js';
export { SectionElement } from './elements/section-element.js';
export { PolicyAcknowledgement } from './elements/policy-acknowledgement/policy-acknowledgement.js';
export { PolicyChanges } from './elements/policy-changes/policy-changes.js';
export { PolicyFaq } from './elements/policy-faq/policy-faq.js';
export { PolicyGuidelines } from './elements/policy-guidelines/policy-guidelines.js';
export { PolicyCheck } from './elements/policy-check/policy-check.js';
export { PolicyContacts } from './elements/policy-contacts/policy-contacts.js';
export { PolicyMandates } from './elements/policy-mandates/policy-mandates.js';
export { PolicyPlatforms } from './elements/policy-platforms/policy-platforms.js';
export { PolicyQuiz } from './elements/policy-quiz/policy-quiz.js';
export { PolicyReactions } from './elements/policy-reactions/policy-reactions.js';
export { PolicyReporting } from './elements/policy-reporting/policy-reporting.js';
export { PolicyRollout } from './elements/policy-rollout/policy-rollout.js';
export { PolicyTrainings } from './elements/policy-trainings/policy-trainings.js';
export { PolicyProfiles } from './elements/policy-profiles/policy-profiles.js';
export { PolicyRules } from './elements/policy-rules/policy-rules.js';
export { PolicySearch } from './elements/policy-search/policy-search.js';
export { PolicySection } from './elements/policy-section/policy-section.js';
export { PolicyText } from './elements/policy-text/policy-text.js';
export { PolicyViewer, type ViewerPart } from './elements/policy-viewer/policy-viewer.js';
export { PolicyNotice } from './elements/policy-notice/policy-notice.js';
export { PolicyTip } from './elements/policy-tip/policy-tip.js';

export { rich as markdownText } from './elements/shared/text.js';

export * from './events.js';
export { registerIcon } from './icons/own-icons.js';
export { registeredIcon } from './icons/registered-icon.js';
export { register } from './register.js';
export { elementFor, loadLater, showSectionsWith } from './sections.js';
export { VERSION } from './version.js';

export {
  makeRecord,
  localTime,
  type AcknowledgementRecord,
  type RecordInput,
} from './acknowledgement/record.js';
export {
  fetchOwnRecords,
  readOwn,
  type AskOptions,
  type OwnRecord,
  type OwnRecords,
  type OwnRecordsAnswer,
  type PublishedTexts,
} from './acknowledgement/fetch-own-records.js';
export type { HostHeaders } from './acknowledgement/host-headers.js';
export { pace } from './acknowledgement/pace.js';
export {
  statusOf,
  type AcknowledgementStatus,
  type AnswerFacts,
  type StatusDetail,
} from './acknowledgement/status.js';
export { validityOf, type Validity } from './acknowledgement/validity.js';
export {
  SendError,
  sendRecord,
  type Confirmation,
  type SendOptions,
  type SendProblemCode,
} from './acknowledgement/send.js';
export { describeBlock, describeFinding, describeMany } from './localization/describe.js';
export { LABEL_LANGUAGES, setLabels, type LabelLanguage } from './localization/locales.js';
export type { OwnLabels, PluralForms } from './localization/label-types.js';
export { fromFragment, toFragment, type ItemAddress } from './policy/fragment.js';
export { concerns, sectionsFor } from './policy/audience.js';
export {
  comparePolicies,
  isMaterial,
  type Change,
  type PolicyChanges as PolicyComparison,
  type TextChange,
} from './policy/changes.js';
export {
  recogniseAccount,
  type AccountAnswer,
  type AccountVerdict,
  type LookAlikeReason,
} from './policy/accounts.js';
export { diffTexts, type Piece } from './policy/word-diff.js';
export { checkPolicy, type CheckResult } from './policy/check.js';
export {
  coreReading,
  coreSections,
  coreStateOf,
  coversOf,
  hasCore,
  type CoreReading,
  type CoreState,
  type Covers,
} from './policy/core.js';
export { compilePolicy, type CompileOptions } from './policy/compile.js';
export type { CompiledPart, CompiledPolicy } from './policy/compiled.js';
export { createSearchIndex } from './policy/create-search-index.js';
export type { SearchLanguage } from './policy/search-language.js';
export { SearchIndex, type Hit } from './policy/search.js';
export {
  buildingBlocks,
  coverageOf,
  type Block,
  type BlockId,
  type Coverage,
} from './policy/coverage.js';
export { decodeText, type DecodedText, type Encoding } from './policy/decode.js';
export {
  countLanguages,
  digestPolicy,
  digestShown,
  shownTexts,
  type Showing,
  type ShownText,
} from './policy/digest.js';
export type {
  AdviceCode,
  ErrorCode,
  Finding,
  FindingCode,
  ParseResult,
} from './policy/findings.js';
export { idsOf, type Entry } from './policy/ids.js';
export {
  forgetPolicy,
  LoadError,
  loadPolicy,
  type LoadedPolicy,
  type LoadOptions,
  type LoadProblemCode,
} from './policy/load.js';
export { readUnknown as readPolicy } from './policy/parse.js';
export { loadReader } from './policy/parser.js';
export { parseMarkdown } from './policy/parse-markdown.js';
export type { MarkdownNode, MarkdownTree } from './policy/markdown-tree.js';
export type {
  Act,
  Audience,
  Contact,
  Group,
  OtherSection,
  Policy,
  RelatedDocument,
  Section,
  SectionOf,
  SectionType,
  Text,
  Training,
  Translation,
} from './policy/schema.js';
export type * from './policy/section-types/items.js';
export { matchLanguage, policyLanguage, resolveText, type LocalizedText } from './policy/text.js';
export {
  digestText,
  keepTranslations,
  translatedTexts,
  withTranslation,
  type TranslatedText,
  type Translations,
  type TranslationState,
} from './policy/translations.js';
export { textsOf, type PlacedText, type TextKind } from './policy/texts.js';
