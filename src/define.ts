/** Registers every element. */
import './define/policy-viewer.js';
