/** The wiki wants its token with what is sent; who is not signed in is not asked to confirm. */
/* global JSINFO, jQuery */
jQuery(() => {
  // A page about a picture tells nothing of plugins.
  const { token } = JSINFO.plugins?.policyelements ?? {};
  for (const element of document.querySelectorAll('policy-viewer, policy-acknowledgement')) {
    if (token) element.headers = { 'X-CSRF-Token': token };
    else {
      const hide = element.getAttribute('hide') ?? '';
      element.setAttribute('hide', `${hide} acknowledgement`.trim());
    }
  }
});
