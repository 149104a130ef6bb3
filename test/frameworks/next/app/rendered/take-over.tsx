'use client';

import type {} from 'policy-elements/jsx';
import { useEffect, useState, useSyncExternalStore } from 'react';

const never = () => () => {};

export function TakeOver({ html }: { html: string }) {
  const isPage = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  // As it was at first: what came with the page stays.
  const [isFirst] = useState(isPage);
  useEffect(() => void import('policy-elements/define/policy-viewer.js'), []);
  return isFirst ? (
    <div dangerouslySetInnerHTML={{ __html: html }} suppressHydrationWarning />
  ) : (
    <policy-viewer src="/policy.json" lang="nl" heading-level="1" />
  );
}
