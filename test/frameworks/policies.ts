/** Two small policies, given as objects: nothing is wrong in them that an element would warn of. */
const policy = (id: string, nl: string, fr: string) => ({
  format: 1,
  id,
  version: '1.0',
  status: 'published',
  languages: ['nl', 'fr'],
  title: { nl, fr },
  summary: { nl: 'Wat mag.', fr: 'Ce qui est permis.' },
  organisation: { name: { nl: 'Zorggroep Elzenbrug', fr: 'Groupe de soins du Pont-des-Aulnes' } },
  sections: [
    {
      id: 'why',
      type: 'text',
      title: { nl: 'Waarom', fr: 'Pourquoi' },
      body: { nl: 'Zo.', fr: 'Voilà.' },
    },
  ],
});

export const policies = [policy('one', 'Eerste', 'Première'), policy('two', 'Tweede', 'Deuxième')];
