import '../../src/define.js';
import { everyElement } from '../suites.js';

everyElement('policy-viewer');
everyElement('policy-text');
everyElement('policy-rules');
everyElement('policy-guidelines');
everyElement('policy-profiles');
everyElement('policy-faq');
everyElement('policy-acknowledgement');
everyElement('policy-section');
everyElement('policy-search');
