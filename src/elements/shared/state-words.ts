import type { Localization } from '../../localization/localization.js';

/** Whether something may be done; `undefined` for a word nobody here knows. */
export function allowedWord({ msg }: Localization, allowed: unknown): string | undefined {
  switch (allowed) {
    case 'yes':
      return msg('Allowed', { id: 'allowed' });
    case 'conditional':
      return msg('On condition', { id: 'condition' });
    case 'no':
      return msg('Not allowed', { id: 'forbidden' });
    default:
      return undefined;
  }
}

/** Whether a guideline says what to do; `undefined` for a word nobody here knows. */
export function kindWord({ msg }: Localization, kind: unknown): string | undefined {
  switch (kind) {
    case 'do':
      return msg('Do', { id: 'do' });
    case 'dont':
      return msg('Don’t', { id: 'dont' });
    default:
      return undefined;
  }
}

/** How far a step is; `undefined` for a word nobody here knows. */
export function stateWord({ msg }: Localization, state: unknown): string | undefined {
  switch (state) {
    case 'planned':
      return msg('Planned', { id: 'planned' });
    case 'running':
      return msg('Under way', { id: 'running' });
    case 'done':
      return msg('Done', { id: 'done' });
    default:
      return undefined;
  }
}

/** Whether somebody can report without a name; `undefined` where nobody says so. */
export function anonymityWord({ msg }: Localization, anonymous: unknown): string | undefined {
  switch (anonymous) {
    case true:
      return msg('You can stay anonymous', { id: 'stay-anonymous' });
    case false:
      return msg('Not anonymous: you say who you are', { id: 'not-anonymous' });
    default:
      return undefined;
  }
}
