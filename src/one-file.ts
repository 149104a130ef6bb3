/**
 * The ready-made file: the viewer with what most policies have. The other elements come when one
 * stands on the page, also within components of the page, or a policy in the viewer has something
 * for it.
 */
import './define/policy-viewer.js';
import { lateTags, loadElement } from './sections.js';

const observer = new MutationObserver((records) => {
  for (const { addedNodes } of records) addedNodes.forEach(arrive);
});
const observed = new WeakSet<Node>();

function watch(root: Document | ShadowRoot): void {
  if (observed.has(root)) return;
  observed.add(root);
  observer.observe(root, { childList: true, subtree: true });
  look(root);
}

function look(root: ParentNode): void {
  if (!lateTags().length) return observer.disconnect();
  for (const element of root.querySelectorAll('*')) meet(element);
}

function arrive(node: Node): void {
  if (!(node instanceof Element)) return;
  meet(node);
  if (node.firstElementChild) look(node);
}

function meet(element: Element): void {
  const { localName } = element;
  if (localName.startsWith('policy-')) return void loadElement(localName);
  if (element.shadowRoot) return watch(element.shadowRoot);
  // A component of the page has its shadow root when it is defined.
  if (localName.includes('-')) {
    void customElements.whenDefined(localName).then(() => {
      if (element.shadowRoot) watch(element.shadowRoot);
    });
  }
}

watch(document);
