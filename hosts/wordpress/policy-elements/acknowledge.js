/**
 * WordPress wants a nonce with every request of who is signed in. It grows old, and ends with the
 * session: who comes back to the page, perhaps after signing in in another tab, gets a new one.
 */
const waiting = () => [...document.querySelectorAll('[data-policy-nonce]')];

async function renew() {
  const [first] = waiting();
  if (!first || document.hidden) return;
  const response = await fetch(first.dataset.policyRenewal).catch(() => undefined);
  const nonce = response?.ok ? (await response.text()).trim() : '';
  if (!/^[\da-f]{10}$/.test(nonce)) return;
  for (const element of waiting()) element.headers = { 'X-WP-Nonce': nonce };
}

for (const element of waiting()) element.headers = { 'X-WP-Nonce': element.dataset.policyNonce };
document.addEventListener('visibilitychange', () => void renew());
addEventListener('pageshow', ({ persisted }) => persisted && void renew());
// Signed in again in another window: the next try has the new one.
document.addEventListener('policy-problem', ({ code }) => {
  if (code === 'not-signed-in') void renew();
});
