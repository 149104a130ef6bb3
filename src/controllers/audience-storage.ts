/** Who a reader said they are, kept for the visit. Storage may be blocked: then it is not kept. */

const KEY = 'policy-elements:audience:';

export function recallAudience(policy: string): readonly string[] {
  try {
    return (sessionStorage.getItem(KEY + policy) ?? '').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}

export function rememberAudience(policy: string, audience: readonly string[]): void {
  try {
    if (audience.length) sessionStorage.setItem(KEY + policy, audience.join(' '));
    else sessionStorage.removeItem(KEY + policy);
  } catch {
    // It holds until the page is left, then.
  }
}
