/** What the site itself says around a text, by the language of the page. */
export const WORDS = {
  en: {
    skip: 'Skip to the text',
    search: 'Search',
    searchLabel: 'Search the docs',
    found: '{count} found',
    nothing: 'Nothing found. Try other words.',
    failed: 'The search could not be fetched. Check the connection.',
    dark: 'Dark',
    light: 'Light',
    pages: 'All pages',
    here: 'On this page',
    languages: 'This page in other languages',
    news: 'What is new',
    code: 'Code',
    table: 'Table',
  },
  nl: {
    skip: 'Naar de tekst',
    search: 'Zoeken',
    searchLabel: 'Zoek in de documentatie',
    found: '{count} gevonden',
    nothing: 'Niets gevonden. Probeer andere woorden.',
    failed: 'Het zoeken lukte niet. Ga na of je verbonden bent.',
    dark: 'Donker',
    light: 'Licht',
    pages: 'Alle pagina’s',
    here: 'Op deze pagina',
    languages: 'Deze pagina in andere talen',
    news: 'Wat er nieuw is',
    code: 'Code',
    table: 'Tabel',
  },
  fr: {
    skip: 'Aller au texte',
    search: 'Chercher',
    searchLabel: 'Chercher dans la documentation',
    found: 'Résultats : {count}',
    nothing: 'Aucun résultat. Essayez d’autres mots.',
    failed: 'La recherche n’a pas pu être chargée. Vérifiez la connexion.',
    dark: 'Sombre',
    light: 'Clair',
    pages: 'Toutes les pages',
    here: 'Sur cette page',
    languages: 'Cette page dans d’autres langues',
    news: 'Les nouveautés',
    code: 'Code',
    table: 'Tableau',
  },
};

/** As the language calls itself. */
export function nameOf(language) {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language);
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
