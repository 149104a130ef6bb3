import { fromFragment } from '../policy/fragment.js';

/** The address of this page, without what stands behind `#`. */
export const pageAddress = (): string => location.href.split('#', 1)[0]!;

const isModified = ({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  ctrlKey || metaKey || shiftKey || altKey;

/** The link to an item of this page that an event is about. */
export function ownLink(event: Event): HTMLAnchorElement | undefined {
  const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
  const href = link?.getAttribute('href') ?? '';
  return href.startsWith('#') || href.startsWith(`${pageAddress()}#`) ? link : undefined;
}

/** Id of the item that a press of a link leads to within this page; nothing for any other press. */
export function pressedItem(event: MouseEvent, policy: string | undefined): string | undefined {
  const link = ownLink(event);
  if (!link || event.defaultPrevented || event.button || isModified(event)) return undefined;
  const address = fromFragment(link.hash);
  return address && address.policy === policy ? address.item : undefined;
}
