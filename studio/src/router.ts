/** Where one is in the studio, as the address says it. */
import { BASE } from './base.js';

export type View =
  | 'home'
  | 'new'
  | 'overview'
  | 'write'
  | 'people'
  | 'basics'
  | 'confirmation'
  | 'preview'
  | 'translate'
  | 'comments'
  | 'publish'
  | 'history';

export interface Route {
  view: View;
  policy?: string;
  /** A section, a language, a list. */
  part?: string;
  /** An item of the section. */
  item?: string;
}

const VIEWS = new Set<string>([
  ...['write', 'people', 'basics', 'confirmation', 'preview', 'translate', 'comments', 'publish'],
  'history',
]);
const ROOT = `${BASE}/studio/`;

/** As it stands, where a mail program left half of an escaped letter. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function readRoute(path: string): Route {
  const [first, policy, view, part, item] = path
    .slice(BASE.length)
    .replace(/^\/studio\/?/, '')
    .split('/')
    .map(decoded);
  if (first === 'new') return { view: 'new', ...(policy && { part: policy }) };
  if (first !== 'p' || !policy) return { view: 'home' };
  const known = view && VIEWS.has(view) ? (view as View) : 'overview';
  return { view: known, policy, ...(part && { part }), ...(item && { item }) };
}

export function addressOf({ view, policy, part, item }: Route): string {
  if (view === 'home') return ROOT;
  const parts =
    view === 'new'
      ? ['new', part]
      : ['p', policy, view === 'overview' ? undefined : view, part, item];
  return (
    ROOT +
    parts
      .filter((each) => each !== undefined)
      .map((each) => encodeURIComponent(each))
      .join('/')
  );
}

/** Goes somewhere within the studio. */
export function goTo(route: Route, replace = false): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', addressOf(route));
  dispatchEvent(new Event('studio-route'));
}
