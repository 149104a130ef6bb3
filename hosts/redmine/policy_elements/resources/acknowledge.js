/** Redmine wants its token with what is sent. Who is not signed in is not asked to confirm. */
const elements = document.querySelectorAll(
  'policy-viewer[endpoint], policy-acknowledgement[endpoint], policy-notice[endpoint]',
);

function give(token) {
  for (const element of elements) element.headers = { 'X-CSRF-Token': token };
}

/** The token ends with the session: who signed in again, in another tab, gets a new one. */
function renew() {
  if (document.hidden) return;
  fetch(new URL('../token', import.meta.url), { cache: 'no-store' })
    .then((response) => response.json())
    .then(({ token }) => token && give(token))
    .catch(() => undefined);
}

if (elements.length) {
  give(document.querySelector('meta[name=csrf-token]')?.content ?? '');
  document.addEventListener('visibilitychange', renew);
  addEventListener('pageshow', ({ persisted }) => persisted && renew());
  // Signed in again in another window: the next try has the new one.
  document.addEventListener('policy-problem', ({ code }) => {
    if (code === 'not-signed-in') renew();
  });
}
