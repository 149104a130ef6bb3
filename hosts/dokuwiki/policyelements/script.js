/** The wiki wants its token with what is sent; who is not signed in is not asked to confirm. */
/* global DOKU_BASE, JSINFO, jQuery */
jQuery(() => {
  const elements = document.querySelectorAll(
    'policy-viewer, policy-acknowledgement, policy-notice',
  );
  if (!elements.length) return;
  const give = (token) => {
    for (const element of elements) element.headers = { 'X-CSRF-Token': token };
  };

  /** The token ends with the session: who signed in again, in another tab, gets a new one. */
  const renew = () => {
    if (document.hidden) return;
    fetch(`${DOKU_BASE}lib/exe/ajax.php?call=policyelements_token`, { cache: 'no-store' })
      .then((response) => response.json())
      .then((answer) => answer.token && give(answer.token))
      .catch(() => undefined);
  };

  // A page about a picture tells nothing of plugins.
  const { token } = JSINFO.plugins?.policyelements ?? {};
  if (!token) {
    for (const element of elements) {
      const hide = element.getAttribute('hide') ?? '';
      element.setAttribute('hide', `${hide} acknowledgement`.trim());
    }
    return;
  }
  give(token);
  document.addEventListener('visibilitychange', renew);
  addEventListener('pageshow', ({ persisted }) => persisted && renew());
  // Signed in again in another window: the next try has the new one.
  document.addEventListener('policy-problem', ({ code }) => {
    if (code === 'not-signed-in') renew();
  });
});
