import { getDirectiveClass, isTemplateResult } from 'lit/directive-helpers.js';
import { StaticList, type staticList } from '../rendering/static-list.js';
import { Sized, type sized } from '../elements/shared/intrinsic-size.js';

const ID = /^[a-z0-9-]+$/;
/** One that can be a selector as it is: the browser finds its rule at once, among thousands. */
const PLAIN = /^[a-z]/;

/**
 * How long the items are that are laid out only when they come near, as a style: what was rendered
 * is then as high as what an element draws in its place.
 */
export const letterStyles = (drawn: unknown): string =>
  [...sizes(drawn)]
    .map(([letters, id]) => (ID.test(id) ? `${selectorOf(id)}{--_letters:${letters}}` : ''))
    .join('');

const selectorOf = (id: string): string => (PLAIN.test(id) ? `#${id}` : `[id="${id}"]`);

type Size = Parameters<typeof sized>;

function* sizes(value: unknown): Generator<Size> {
  if (isTemplateResult(value)) yield* sizes(value.values);
  else if (Array.isArray(value)) for (const each of value) yield* sizes(each);
  else if (getDirectiveClass(value) === Sized) yield (value as { values: Size }).values;
  else if (getDirectiveClass(value) === StaticList) {
    yield* sizes((value as { values: Parameters<typeof staticList> }).values[0]());
  }
}
