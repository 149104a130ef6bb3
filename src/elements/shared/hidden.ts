import { isServer, nothing } from 'lit';

/** A browser that knows no better takes it for hidden. */
const FINDABLE = isServer || 'onbeforematch' in HTMLElement.prototype;

/** Value of `hidden`: the browser's page search still finds what it hides, where it can. */
export const hiddenWhen = (hidden: boolean): string | typeof nothing =>
  hidden ? (FINDABLE ? 'until-found' : '') : nothing;
