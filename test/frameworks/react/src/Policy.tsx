import 'policy-elements/define/policy-viewer.js';
import type {} from 'policy-elements/jsx';
import type { AcknowledgementRecord } from 'policy-elements';

interface Props {
  lang: string;
  send: (record: AcknowledgementRecord) => Promise<unknown>;
  onTitle: (title: string) => void;
}

export function Policy({ lang, send, onTitle }: Props) {
  return (
    <policy-viewer
      src="/policy.json"
      lang={lang}
      send={send}
      heading-level="2"
      onpolicy-load={({ policy }) => onTitle(policy.id)}
    >
      <a href="/policy.pdf">Read the policy (PDF)</a>
    </policy-viewer>
  );
}
