'use client';

import type {} from 'policy-elements/jsx';
import type { AcknowledgementRecord, PolicyLoadEvent, PolicyViewer } from 'policy-elements';
import { useEffect, useRef } from 'react';

const send = (record: AcknowledgementRecord) =>
  fetch('/api/records', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': record.id },
    body: JSON.stringify(record),
  });

export function Policy() {
  const ref = useRef<PolicyViewer>(null);
  useEffect(() => {
    const viewer = ref.current!;
    Object.assign(viewer, { send });
    const onLoad = ({ policy }: PolicyLoadEvent) => {
      document.title = policy.id;
    };
    viewer.addEventListener('policy-load', onLoad);
    // In the browser only: on the server there are no elements.
    void import('policy-elements/define/policy-viewer.js');
    return () => viewer.removeEventListener('policy-load', onLoad);
  }, []);
  return (
    <policy-viewer ref={ref} src="/policy.json" lang="nl" heading-level="2">
      <a href="/policy.pdf">Read the policy (PDF)</a>
    </policy-viewer>
  );
}
