/** A small sound policy in two languages. */
export const small = () => ({
  format: 1,
  id: 'test',
  version: '1.0',
  status: 'published',
  languages: ['nl', 'fr'],
  title: { nl: 'Beleid', fr: 'Charte' },
  summary: { nl: 'Wat je online kunt doen.', fr: 'Ce que vous pouvez faire en ligne.' },
  organisation: { name: 'Elzenbrug' },
  contacts: [{ id: 'mira', name: 'Mira', role: { nl: 'Woordvoerder', fr: 'Porte-parole' } }],
  sections: [
    {
      id: 'rules',
      type: 'rules',
      title: { nl: 'Afspraken', fr: 'Règles' },
      items: [
        {
          id: 'rule-name',
          title: { nl: 'Spreek voor jezelf', fr: 'Parlez pour vous' },
          body: {
            nl: 'Alleen de woordvoerder spreekt in onze naam.',
            fr: 'Seul le porte-parole parle en notre nom.',
          },
          why: { nl: 'Eén stem is duidelijk.', fr: 'Une seule voix est claire.' },
        },
      ],
    },
  ],
  acknowledgement: {
    statement: { nl: 'Ik heb dit gelezen.', fr: 'J’ai lu ceci.' },
  },
});
