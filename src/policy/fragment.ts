/** An item of a policy on a page: `#<policy id>/<item id>`. */
export interface ItemAddress {
  policy: string;
  item: string;
}

const FRAGMENT = /^([a-z0-9-]+)\/([a-z0-9-]+)$/;
// What mail programs and chats leave around an address: brackets, full stops, words for statistics.
const AROUND = /^[^a-z0-9-]+|[^a-z0-9-]+$/g;

/** The fragment of an item, with its `#`. */
export const toFragment = (policy: string, item: string): string => `#${policy}/${item}`;

/**
 * The address in a fragment, or `undefined` when it is not one of ours. Also as it comes out of a
 * mail: `#social-media/FAQ-one.`, `#social-media%2Ffaq-one)`, `#social-media/faq-one?utm_source=x`.
 */
export function fromFragment(fragment: string): ItemAddress | undefined {
  const plain = decoded(fragment).toLowerCase().split(/[?&]/, 1)[0]!.replace(AROUND, '');
  const match = FRAGMENT.exec(plain);
  return match ? { policy: match[1]!, item: match[2]! } : undefined;
}

/** Some programs encode what is encoded already. */
function decoded(fragment: string): string {
  let text = fragment;
  for (let time = 0; time < 3; time++) {
    const before = text;
    try {
      text = decodeURIComponent(before);
    } catch {
      return before;
    }
    if (text === before) return text;
  }
  return text;
}
