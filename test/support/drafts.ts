/** A document in the making, which a test may spoil as it likes. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a draft has any shape: that is its point
export type Draft = Record<string, any>;

const both = (nl: string, fr: string) => ({ nl, fr });

/** A small sound policy in two languages, made anew each time. */
export const minimal = (): Draft => ({
  format: 1,
  id: 'test',
  version: '1.0',
  status: 'published',
  languages: ['nl', 'fr'],
  title: both('Beleid', 'Charte'),
  summary: both('Kort.', 'Court.'),
  organisation: { name: both('Organisatie', 'Organisation') },
  reviewBy: new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10),
  audiences: [{ id: 'all', title: both('Iedereen', 'Tout le monde') }],
  contacts: [
    {
      id: 'mira',
      name: both('Mira', 'Mira'),
      role: both('Woordvoerder', 'Porte-parole'),
      email: 'mira@example.org',
    },
  ],
  trainings: [{ id: 'basics', title: both('Basis', 'Bases'), duration: 'PT2H' }],
  sections: [
    {
      id: 'why',
      type: 'text',
      title: both('Waarom', 'Pourquoi'),
      body: both('Daarom.', 'Parce que.'),
    },
    {
      id: 'rules',
      type: 'rules',
      title: both('Afspraken', 'Règles'),
      items: [
        {
          id: 'rule-1',
          title: both('Eén', 'Un'),
          body: both('Tekst.', 'Texte.'),
          why: both('Reden.', 'Raison.'),
        },
      ],
    },
    {
      id: 'mandates',
      type: 'mandates',
      title: both('Wie', 'Qui'),
      items: [{ id: 'mandate-1', title: both('Posten', 'Publier'), allowed: 'yes' }],
    },
    { id: 'contacts', type: 'contacts', title: both('Vragen', 'Questions') },
  ],
  acknowledgement: { statement: both('Gelezen.', 'Lu.') },
  documents: [{ id: 'doc', title: both('Bijlage', 'Annexe'), url: 'https://example.org/doc.pdf' }],
  history: [{ version: '1.0', date: '2026-01-01', summary: both('Eerste.', 'Première.') }],
});
