/**
 * WordPress wants a nonce with every request of who is signed in. It grows old in a page that stays
 * open: who comes back to it after a while gets a new one.
 */
const OLD = 60 * 60 * 1000;
let since = Date.now();

const waiting = () => [...document.querySelectorAll('[data-policy-nonce]')];

function give(nonce) {
  for (const element of waiting()) element.headers = { 'X-WP-Nonce': nonce };
}

async function renew() {
  const [first] = waiting();
  if (!first || document.hidden || Date.now() - since < OLD) return;
  since = Date.now();
  const response = await fetch(first.dataset.policyRenewal).catch(() => undefined);
  const nonce = response?.ok ? (await response.text()).trim() : '';
  if (/^[\da-f]{10}$/.test(nonce)) give(nonce);
}

for (const element of waiting()) element.headers = { 'X-WP-Nonce': element.dataset.policyNonce };
document.addEventListener('visibilitychange', () => void renew());
addEventListener('pageshow', () => void renew());
