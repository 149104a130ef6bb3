/** The wiki wants its token with what is sent; who is not signed in is not asked to confirm. */
/* global mw */
const token = { 'X-CSRF-Token': mw.user.tokens.get('csrfToken') };

for (const element of document.querySelectorAll('policy-viewer, policy-acknowledgement')) {
  if (mw.user.isAnon()) {
    const hide = element.getAttribute('hide') ?? '';
    element.setAttribute('hide', `${hide} acknowledgement`.trim());
  } else element.headers = token;
}
