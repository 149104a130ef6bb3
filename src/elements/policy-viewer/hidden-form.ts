import type { Localization } from '../../localization/localization.js';
import type { HiddenItem } from '../../policy/hidden-items.js';
import type { Policy } from '../../policy/schema.js';

/** The form to confirm, which the page may leave out. */
export function hiddenForm(
  { msg }: Localization,
  policy: Policy | undefined,
  id: string,
): HiddenItem | undefined {
  if (id !== 'acknowledgement' || !policy?.acknowledgement) return undefined;
  const title = msg('Acknowledgement', { id: 'ack-heading' });
  return { id, title, section: id, audience: [], show: [] };
}
