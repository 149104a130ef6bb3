/**
 * The ready-made file: the viewer with what most policies have. The other elements come when one
 * stands on the page, also within components of the page, or a policy in the viewer has something
 * for it.
 */
import './define/policy-viewer.js';
import { bringElement } from './elements/shared/missing-part.js';
import { PolicyElement } from './elements/policy-element.js';
import { PolicyViewer } from './elements/policy-viewer/policy-viewer.js';
import { setLabels as say } from './localization/locales.js';
import { forgetPolicy as forget } from './policy/load.js';
import { register as registerOwn } from './register.js';
import { lateTags, showSectionsWith as show } from './sections.js';

type Accounts = typeof import('./policy/accounts.js');

/** For scripts of the page; the rest of the library is in `policy-elements.tools.js`. */
const own = {
  register: registerOwn,
  setLabels: say,
  showSectionsWith: show,
  forgetPolicy: forget,
  /** Whether an account is one of the organisation's; what knows is fetched when it is asked. */
  recogniseAccount: async (
    ...asked: Parameters<Accounts['recogniseAccount']>
  ): Promise<ReturnType<Accounts['recogniseAccount']>> =>
    (await import('./policy/accounts.js')).recogniseAccount(...asked),
};

const Present = customElements.get('policy-viewer') as { readyMade?: typeof own } | undefined;
const isFirst = Present === PolicyViewer;
if (isFirst) Object.defineProperty(PolicyViewer, 'readyMade', { value: own });

// A page may have this file twice, under two addresses: what the first one does counts.
export const { register, setLabels, showSectionsWith, forgetPolicy, recogniseAccount } = {
  ...own,
  ...Present?.readyMade,
};

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
  // Most elements of a page are none of ours: they cost no more than this.
  const isCustom = localName.includes('-');
  if (isCustom && lateTags().includes(localName)) return void bringElement(element);
  // Our own bring what stands in them.
  if (element instanceof PolicyElement) return;
  if (element.shadowRoot) return watch(element.shadowRoot);
  // A component of the page has its shadow root when it is defined.
  if (isCustom) {
    void customElements.whenDefined(localName).then(() => {
      if (element.shadowRoot) watch(element.shadowRoot);
    });
  }
}

if (isFirst) watch(document);
