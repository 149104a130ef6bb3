/** What comes late elsewhere is there from the start: for who bundles everything, and on servers. */
import { missingNotes, viewerRest } from '../late-modules.js';
import * as rest from '../elements/policy-viewer/rest.js';
import * as missingNote from '../elements/shared/missing-note.js';

missingNotes.value = missingNote;
viewerRest.value = rest;
