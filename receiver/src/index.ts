export { openPglite, type Database, type Queries } from './database.js';
export { demoPeople, demoPerson, isLoopback, type Identify } from './identity.js';
export { lock, LockedError } from './lock.js';
export { migrate } from './migrate.js';
export { escapeHtml } from './page/html.js';
export { demoUserPath } from './demo.js';
export {
  createReceiver,
  NotLoopbackError,
  type ListenOptions,
  type Receiver,
  type ReceiverOptions,
} from './receiver.js';
export { acts, recordSchema, type AcknowledgementRecord, type Act } from './record.js';
export { run, type RunOptions } from './run.js';
export {
  openStore,
  Store,
  type Outcome,
  type Person,
  type StoredAcknowledgement,
} from './store.js';
