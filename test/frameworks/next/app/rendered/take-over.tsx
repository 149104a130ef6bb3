'use client';

import { useEffect } from 'react';

export function TakeOver() {
  useEffect(() => void import('policy-elements/define/policy-viewer.js'), []);
  return null;
}
