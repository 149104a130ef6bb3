/** What every contender draws: the texts of a policy in one language. */
export const LABELS = {
  nl: {
    why: 'Waarom',
    example: 'Bijvoorbeeld',
    find: 'Zoek een vraag',
    agree: 'Ik bevestig dit',
    send: 'Verzenden',
    do: 'Wel',
    dont: 'Niet',
  },
  fr: {
    why: 'Pourquoi',
    example: 'Par exemple',
    find: 'Chercher une question',
    agree: 'Je confirme',
    send: 'Envoyer',
    do: 'À faire',
    dont: 'À éviter',
  },
  en: {
    why: 'Why',
    example: 'For example',
    find: 'Find a question',
    agree: 'I confirm this',
    send: 'Send',
    do: 'Do',
    dont: 'Don’t',
  },
};

const of = (text, lang) => (typeof text === 'string' ? text : text?.[lang]);

export function modelOf(policy, lang) {
  const localized = (item) =>
    Object.fromEntries(
      Object.entries(item).map(([key, value]) => [
        key,
        Array.isArray(value) ? value : of(value, lang),
      ]),
    );
  return {
    lang,
    labels: LABELS[lang],
    languages: policy.languages,
    title: of(policy.title, lang),
    summary: of(policy.summary, lang),
    statement: of(policy.acknowledgement.statement, lang),
    sections: policy.sections.map((section) => ({
      ...localized({ ...section, items: [] }),
      items: (section.items ?? []).map(localized),
    })),
  };
}

/** The policy of the page, whose address stands in the body. */
export const fetchPolicy = async () => (await fetch(document.body.dataset.policy)).json();

/** Shows the questions that hold every word typed: as somebody would write it. */
export function filterBy(field, rows) {
  const texts = rows.map((row) => row.textContent.toLowerCase());
  field.addEventListener('input', () => {
    const words = field.value.toLowerCase().split(/\s+/);
    rows.forEach((row, at) => (row.hidden = !words.every((word) => texts[at].includes(word))));
  });
}
