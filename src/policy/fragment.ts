/** An item of a policy on a page: `#<policy id>/<item id>`. */
export interface ItemAddress {
  policy: string;
  item: string;
}

const FRAGMENT = /^#?([a-z0-9-]+)\/([a-z0-9-]+)$/;

/** The fragment of an item, with its `#`. */
export const toFragment = (policy: string, item: string): string => `#${policy}/${item}`;

/** The address in a fragment, or `undefined` when it is not one of ours. */
export function fromFragment(fragment: string): ItemAddress | undefined {
  const match = FRAGMENT.exec(safeDecode(fragment));
  return match ? { policy: match[1]!, item: match[2]! } : undefined;
}

function safeDecode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
