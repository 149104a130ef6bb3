/**
 * A reader's whole way through a policy. It runs within the page, so it knows nothing from outside;
 * it returns what was seen at each step, and throws with what it waited for in vain.
 */
export async function journey() {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 25));
  const until = async (what, find) => {
    for (let turn = 0; turn < 400; turn++) {
      const found = find();
      if (found) return found;
      await pause();
    }
    throw new Error(`waited in vain: ${what}`);
  };
  const viewer = document.querySelector('policy-viewer');
  const inViewer = (selector) => viewer.shadowRoot?.querySelector(selector);
  const part = (tag) => {
    const { shadowRoot } = inViewer(tag) ?? {};
    return (selector) => shadowRoot?.querySelector(selector);
  };
  const text = (element) => element.textContent.replace(/\s+/g, ' ').trim();
  const seen = {};

  seen.title = text(await until('the title', () => inViewer('[part=title]')));

  const field = await until('the field to search by', () => part('policy-search')('input'));
  field.focus();
  field.value = 'facebook';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  const hit = await until('something found', () => part('policy-search')('[role=option]'));
  seen.hit = text(hit);
  hit.click();
  await until('the address of what was found', () => location.hash.includes('/'));
  seen.hash = decodeURIComponent(location.hash);

  const count = () => viewer.shadowRoot.querySelectorAll('[data-section]').length;
  const all = count();
  inViewer('.who summary').click();
  inViewer('.who input').click();
  await until('what is left out', () => inViewer('.note[role=status]'));
  seen.audience = viewer.audience;
  inViewer('.who input').click();
  await until('everything again', () => !inViewer('.note[role=status]') && count() === all);

  const quiz = part('policy-quiz');
  (await until('an option of the quiz', () => quiz('.question:not([hidden]) .choice'))).click();
  seen.quiz = text(await until('the explanation', () => quiz('.explanation:not([hidden])')));
  quiz('.next button').click();
  await until('the next question', () =>
    quiz('.question:not([hidden]) .choice:not([aria-disabled])'),
  );

  const reactions = part('policy-reactions');
  const steps = () => reactions('.body:not([hidden]) [part=steps]');
  for (let turn = 0; turn < 6 && !steps(); turn++) {
    (
      await until('a question about the reaction', () =>
        reactions('.question:not([hidden]) .choice'),
      )
    ).click();
    await pause();
  }
  seen.reaction = text(await until('a scenario', steps));

  const check = part('policy-check');
  const questions = inViewer('policy-check').shadowRoot.querySelectorAll('fieldset');
  for (const question of questions) question.querySelector('input').click();
  seen.check = text(await until('the verdict', () => check('[part=verdict]')));

  const profiles = part('policy-profiles');
  profiles('#account').value = 'https://example.org/nobody';
  profiles('.account button').click();
  seen.account = text(await until('whose account it is', () => profiles('.verdict')));

  inViewer('[part=languages] button[lang=fr]').click();
  await until(
    'French',
    () => inViewer('.frame[lang=fr]') && text(inViewer('[part=title]')) !== seen.title,
  );
  seen.french = text(inViewer('[part=title]'));

  const acknowledgement = part('policy-acknowledgement');
  (await until('the form', () => acknowledgement('form input'))).click();
  await pause();
  acknowledgement('form button[type=submit]').click();
  seen.receipt = text(await until('the receipt', () => acknowledgement('[part=receipt]')));
  return seen;
}
