/** Places that are to be filled in: `[[Title of the policy]]`. */

/** Start and end of the place around an offset, in characters. */
export function placeholderAt(text: string, offset: number): readonly [number, number] | undefined {
  for (const { index, 0: found } of text.matchAll(/\[\[[^[\]]*\]\]/g))
    if (index < offset && offset < index + found.length) return [index, index + found.length];
  return undefined;
}

/** Whether something of a text is left to be written: there is nothing in it that could hold. */
export const asksToFillIn = (text: string): boolean => text.includes('[[');

/** Whoever presses on such a place is going to write something else there. */
export function selectPlaceholder(target: EventTarget | null): void {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (!isField || target.readOnly) return;
  const { selectionStart, selectionEnd } = target;
  if (selectionStart === null || selectionStart !== selectionEnd) return;
  const place = placeholderAt(target.value, selectionStart);
  if (place) target.setSelectionRange(...place);
}
