/** Two small policies, given as objects. */
const policy = (id: string, nl: string, fr: string) => ({
  format: 1,
  id,
  version: '1.0',
  status: 'published',
  languages: ['nl', 'fr'],
  title: { nl, fr },
  sections: [
    {
      id: 'why',
      type: 'text',
      title: { nl: 'Waarom', fr: 'Pourquoi' },
      text: { nl: 'Zo.', fr: 'Voilà.' },
    },
  ],
});

export const policies = [policy('one', 'Eerste', 'Première'), policy('two', 'Tweede', 'Deuxième')];
