export { readConfiguration, UsageError } from './configuration.js';
export { settings, type Configuration } from './configuration/settings.js';
export type { Database, Queries } from './database/database.js';
export { openAsOwner, openDatabase, placeOf, type Place } from './database/open.js';
export { oidcIdentity, type OidcOptions } from './identity/oidc.js';
export { proxyIdentity, type ProxyOptions } from './identity/proxy.js';
export { Signer, type SignerOptions } from './receipts/signer.js';
export { conform, type ConformOptions, type Verdict } from './contract-test/contract-test.js';
export { verifyReceipt, type Alteration, type Verification } from './receipts/verify.js';
export { PublishError, Publications, type Publication } from './publications/publications.js';
export { Drafts, type StoredDraft } from './drafts/drafts.js';
export { type Revision } from './drafts/revisions.js';
export { Approvals, type ApprovalEntry, type ApprovalState } from './approvals/approvals.js';
export { Comments, type Comment, type Thread } from './comments/comments.js';
export { readGrant, rolesFrom, type Grant, type Role, type RolesOf } from './drafts/roles.js';
export { DeepL, type DeepLOptions } from './machine-translation/deepl.js';
export {
  LibreTranslate,
  type LibreTranslateOptions,
} from './machine-translation/libretranslate.js';
export {
  ServiceError,
  type ServiceFault,
  type TranslationService,
} from './machine-translation/service.js';
export { openPglite } from './database/pglite.js';
export { openPostgres } from './database/postgres.js';
export {
  demoPeople,
  demoPerson,
  isLoopback,
  type Identify,
  type SignedIn,
} from './identity/identity.js';
export { lock, LockedError } from './database/lock.js';
export { migrate, serviceRole } from './database/migrate.js';
export { escapeHtml } from './admin/html.js';
export { demoUserPath } from './identity/demo.js';
export {
  createPolicyServer,
  NotLoopbackError,
  type ListenOptions,
  type PolicyServer,
  type PolicyServerOptions,
} from './app.js';
export { acts, recordSchema, type AcknowledgementRecord, type Act } from './records/record.js';
export { run, type RunOptions } from './run.js';
export type { Person } from './people/person.js';
export { openStore, Store, type Outcome, type StoredAcknowledgement } from './records/store.js';
export { importPeople, type ImportOptions, type ImportOutcome } from './people/import.js';
export { readPeople, type ListedPerson, type ListFault, type PeopleList } from './people/read.js';
export { erase, type Erasure } from './privacy/erase.js';
export { exportPerson, type PersonExport } from './privacy/export.js';
export { retain, type Retained } from './privacy/retain.js';
export { dueReminders, reminderCsv, type Due, type Reminders } from './reminders/due.js';
export { reminderMail, type ReminderMail } from './reminders/mail.js';
export { sendReminders, type Sent } from './reminders/send.js';
