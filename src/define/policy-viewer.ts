import { PolicyViewer } from '../elements/policy-viewer/policy-viewer.js';
import { register } from '../register.js';
import './late.js';
import './with-viewer.js';

register('policy-viewer', PolicyViewer);

declare global {
  interface HTMLElementTagNameMap {
    'policy-viewer': PolicyViewer;
  }
}
