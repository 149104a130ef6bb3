import { nothing } from 'lit';

const FINDABLE = 'onbeforematch' in (globalThis.HTMLElement?.prototype ?? {});

/** Value of `hidden`: the browser's page search still finds what it hides, where it can. */
export const hiddenWhen = (hidden: boolean): string | typeof nothing =>
  hidden ? (FINDABLE ? 'until-found' : '') : nothing;
