/** The wiki wants its token with what is sent; who is not signed in is not asked to confirm. */
/* global mw */
const elements = document.querySelectorAll('policy-viewer, policy-acknowledgement, policy-notice');

function give(token) {
  for (const element of elements) element.headers = { 'X-CSRF-Token': token };
}

/** The token ends with the session: who signed in again, in another tab, gets a new one. */
function renew() {
  if (document.hidden) return;
  const query = '?action=query&meta=tokens&type=csrf&format=json';
  fetch(mw.util.wikiScript('api') + query, { cache: 'no-store' })
    .then((response) => response.json())
    .then((answer) => give(answer.query.tokens.csrftoken))
    .catch(() => undefined);
}

if (mw.user.isAnon()) {
  for (const element of elements) {
    const hide = element.getAttribute('hide') ?? '';
    element.setAttribute('hide', `${hide} acknowledgement`.trim());
  }
} else {
  give(mw.user.tokens.get('csrfToken'));
  document.addEventListener('visibilitychange', renew);
  addEventListener('pageshow', ({ persisted }) => persisted && renew());
  // Signed in again in another window: the next try has the new one.
  document.addEventListener('policy-problem', ({ code }) => {
    if (code === 'not-signed-in') renew();
  });
}
