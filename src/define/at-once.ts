/** What comes late elsewhere is there from the start: for who bundles everything, and on servers. */
import { elementRest, missingNotes, viewerRest } from '../late-modules.js';
import * as rest from '../elements/policy-viewer/rest.js';
import * as everyRest from '../elements/shared/rest.js';
import * as missingNote from '../elements/shared/missing-note.js';

elementRest.value = everyRest;
everyRest.fillStyles();
rest.fillStyles();
missingNotes.value = missingNote;
viewerRest.value = rest;
