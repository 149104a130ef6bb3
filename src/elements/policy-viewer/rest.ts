/** What the first picture of a policy does without: it stands at the end, or comes by scrolling. */
import { AcknowledgementStatus } from '../../controllers/acknowledgement-status.js';
import { OutOfView } from '../../controllers/out-of-view.js';
import type { SourceState } from '../../controllers/policy-source.js';
import { PrintDigest } from '../../controllers/print-digest.js';
import { ScrollSpy } from '../../controllers/scroll-spy.js';
import { viewerLateSheet } from '../../styles/late-sheets.js';
import { lateStyles } from './late.styles.js';
import { viewerPrint } from './viewer-print.styles.js';
import { followWhoPanel } from './who-panel.js';

export { allFirst } from './all-first.js';
export { dock, openContents } from './dock.js';
export { hiddenForm } from './hidden-form.js';
export { leftOut } from './left-out.js';
export { namedContacts } from './named-contacts.js';
export { noSections } from './no-sections.js';
export { policyFooter } from './policy-footer.js';
export { printHeader } from './print-header.js';
export { viewerWords } from './viewer-part.js';

export const fillStyles = (): void => viewerLateSheet.fill(lateStyles, viewerPrint);

type Host = ConstructorParameters<typeof OutOfView>[0] &
  ConstructorParameters<typeof AcknowledgementStatus>[0] &
  ConstructorParameters<typeof PrintDigest>[0] &
  ConstructorParameters<typeof ScrollSpy>[0];

/** What a viewer hears of while its reader scrolls. */
interface Heard {
  /** The head was scrolled past. */
  past: (isPast: boolean) => void;
  current: (id: string | undefined) => void;
  width: (width: number) => void;
}

/** What follows the reader of a viewer. */
export interface Following {
  digest: PrintDigest;
  /** How the reader stands towards the policy. */
  status: AcknowledgementStatus;
  position: ScrollSpy;
}

export function followReader(host: Host, state: () => SourceState, heard: Heard): Following {
  fillStyles();
  followWhoPanel(host.renderRoot);
  new OutOfView(host, '.head', heard.past);
  return {
    digest: new PrintDigest(host, state),
    position: new ScrollSpy(host, heard),
    status: new AcknowledgementStatus(host),
  };
}
