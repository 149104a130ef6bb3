/** What the first picture of a policy does without: it stands at the end, or comes by scrolling. */
export { OutOfView } from '../../controllers/out-of-view.js';
export { PrintDigest } from '../../controllers/print-digest.js';
export { dock, openContents } from './dock.js';
export { namedContacts } from './named-contacts.js';
export { policyFooter } from './policy-footer.js';
export { printHeader } from './print-header.js';
