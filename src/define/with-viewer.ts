/** Elements that come with the viewer. Written by scripts/registry.js: run `npm run registry`. */
import './policy-faq.js';
import './policy-guidelines.js';
import './policy-rules.js';
import './policy-text.js';
