/**
 * The ready-made file: the viewer with what most policies have. The other elements come when one
 * stands on the page, or a policy in the viewer has something for it.
 */
import './define/policy-viewer.js';
import { lateTags, loadElement } from './sections.js';

function look(root: ParentNode): void {
  const late = lateTags().join();
  if (!late) return;
  for (const { localName } of root.querySelectorAll(late)) void loadElement(localName);
}

function arrive(node: Node): void {
  if (!(node instanceof Element)) return;
  if (node.localName.startsWith('policy-')) void loadElement(node.localName);
  if (node.firstElementChild) look(node);
}

look(document);
new MutationObserver((records) => {
  for (const { addedNodes } of records) addedNodes.forEach(arrive);
}).observe(document, { childList: true, subtree: true });
