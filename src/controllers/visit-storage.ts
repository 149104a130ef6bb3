/** What a reader chose, kept for the visit. Storage may be blocked: then it is not kept. */

export function recall(kind: string, of: string): string {
  try {
    return sessionStorage.getItem(`policy-elements:${kind}:${of}`) ?? '';
  } catch {
    return '';
  }
}

export function remember(kind: string, of: string, value: string): void {
  try {
    if (value) sessionStorage.setItem(`policy-elements:${kind}:${of}`, value);
    else sessionStorage.removeItem(`policy-elements:${kind}:${of}`);
  } catch {
    // It holds until the page is left, then.
  }
}
