import type { FindingWords } from './finding-words.js';

export const words: FindingWords = {
  didYouMean: (suggestion) => `Did you mean “${suggestion}”?`,
  findings: {
    'not-json': () => 'This is not JSON: check the commas and quotation marks.',
    'not-a-policy': () => 'This is not a policy: it has neither a title nor sections.',
    missing: ({ field }) =>
      field ? `“${field}” is missing here: add it.` : 'Something required is missing here: add it.',
    'wrong-shape': ({ value, expected }) =>
      `“${value}” is not what belongs here${expected ? `: ${expected}` : ': compare it with the policy format'}.`,
    empty: () => 'This list is empty: it needs at least one entry.',
    format: () => 'The format is unknown: write 1, without quotation marks.',
    id: ({ value }) => `“${value}” is not a valid id: use small letters, digits and hyphens.`,
    date: ({ value }) => `“${value}” is not a date that exists: write it as 2026-03-01.`,
    duration: ({ value }) =>
      `“${value}” is not a valid duration: write PT2H for two hours, P3D for three days, P1Y for a year.`,
    version: ({ value }) =>
      `“${value}” is not a valid version: write two numbers with a point between, in quotation marks: "3.1".`,
    language: ({ value }) => `“${value}” is no language: write a short code, as in nl, fr or en.`,
    choice: ({ value, choices }) =>
      `“${value}” is not one of the words that may stand here${choices ? `: ${choices}` : ''}.`,
    email: ({ value }) =>
      `“${value}” is not a valid e-mail address: write one only, as name@example.org.`,
    address: () => 'The address is empty: fill it in, or leave the field out.',
    'duplicate-id': ({ value }) =>
      `The id “${value}” is used twice: give the second one an id of its own. Links lead to the first.`,
    'unknown-reference': ({ value }) =>
      `“${value}” refers to nothing in this policy: correct it, or add what it refers to.`,
    'unsafe-address': ({ value }) =>
      `“${value}” is not a safe address, so it leads nowhere: use http, https, mailto, tel or a relative address, without spaces.`,
    'unsafe-link': ({ value }) =>
      `The link to “${value}” leads nowhere: use http, https, mailto, tel or a relative address.`,
    'no-source': () => 'Nobody has said which policy to show: give its address in src.',
    'unknown-type': ({ value }) =>
      `No element shows sections of the type “${value}”: its texts are shown plainly.`,
    'unknown-field': ({ value }) => `The format has no field “${value}” here: nothing shows it.`,
    'unknown-word': ({ value, choices }) =>
      `“${value}” is none of the usual words here: ${choices}. It is shown as a word of your own.`,
    'language-spelling': ({ value }) =>
      `“${value}” is not how the language is written: its code is the same everywhere, in small letters.`,
    'language-unlisted': ({ value }) =>
      `The language “${value}” is not in “languages”: nobody can choose this text. Add the language there, or remove the text.`,
    html: ({ value }) =>
      `HTML is shown as it stands: readers see “${value}”. Use Markdown: **bold**, lists with -, [text](address).`,
    'markdown-in-plain': ({ value }) =>
      `This field is plain text: readers see the marks of “${value}”. Remove them.`,
    mailto: ({ value }) => `“${value}”: an e-mail field takes the address only, without “mailto:”.`,
    'no-scheme': ({ value }) =>
      `“${value}” has no https:// in front, so it leads to a page on your own site.`,
    'damaged-text': ({ value }) =>
      `A letter was lost when this was saved: “${value}”. Type it again, and save the file as UTF-8.`,
    mojibake: ({ value }) =>
      `“${value}” looks like text that was read in the wrong encoding. Type it again, and save the file as UTF-8.`,
    'text-empty': ({ required }) =>
      required
        ? 'This text is empty, and it has to be there: fill it in.'
        : 'This text is empty: fill it in, or leave the field out.',
    'to-fill-in': ({ value }) => `“${value}” is still to be filled in.`,
    placeholder: ({ text }) =>
      `“${text}” seems to be left from a template. Fill it in, or write it without square brackets.`,
    'id-says-nothing': ({ value }) =>
      `“${value}” stands in the address of every rule, and cannot change later. Choose a name that says what it is about, for example "social-media".`,
    'no-why': () =>
      'This rule gives no reason: people keep to a rule they understand. Fill in “why”.',
    'more-dont-than-do': ({ do: positive, dont }) =>
      `There are more don’ts (${dont}) than dos (${positive}): say what people may do.`,
    'review-absent': () =>
      'There is no review date: look at the policy again at least once a year, and put the date into “reviewBy”.',
    'review-passed': ({ date }) =>
      `The review date, ${date}, has passed: look at the policy again, and set a new one.`,
    'review-far': ({ date }) =>
      `The review date, ${date}, is more than a year away: look at the policy again within a year.`,
    'translation-missing': ({ lang }) =>
      `The translation into ${lang} is missing: readers see another language here.`,
    'translation-stale': ({ lang }) =>
      `The text or its translation into ${lang} has changed since the two were compared. Translate it again, or accept the translation as it is.`,
    'translation-machine': ({ lang }) =>
      `A machine translated this into ${lang}, and nobody has looked at it. Read it, and accept it.`,
    'translation-same': ({ lang }) =>
      `The text in ${lang} is the same as the source text: is it translated? If not, remove it, and readers are told.`,
    'core-missing': () =>
      'The statement is about the short reading (“covers”), and nothing is part of it: mark sections or items with "core": true. Until then it is about everything.',
    'core-too-long': ({ words }) =>
      `The short reading has ${words} words, and does not fit on one sheet: mark fewer parts with “core”, or shorten them.`,
    'in-two-groups': ({ value }) =>
      `The section “${value}” stands in two chapters: leave it in one.`,
    'no-correct-answer': () => 'None of the answers is right: mark one with "correct": true.',
    'condition-missing': () =>
      'This is allowed on a condition, and the condition is not told: fill in “condition”.',
    'image-without-alt': ({ value }) =>
      `The image ${value} has no text for people who cannot see it: write it between the square brackets.`,
    'profile-unverified': () =>
      'Nobody has checked this profile for a year: look whether it is still right, and put the date into “verified”.',
    'nobody-to-ask': () => 'Nobody can be asked about these rules: add “contacts”.',
    'too-long': ({ words }) =>
      `The core of the policy has ${words} words, more than two A4 pages: shorten it, or mark a short reading with “core”.`,
    'section-empty': () => 'This section has no items yet: add some, or leave the section out.',
    'block-missing': ({ block }) => `A building block of a good policy is missing: ${block}.`,
    'block-weak': ({ block }) => `A building block of the policy could be stronger: ${block}.`,
  },
  many: {
    'profile-unverified': (count) =>
      `Nobody has checked ${count} profiles for a year: put the date of the check into “verified”.`,
    'translation-missing': (count) =>
      `${count} translations are missing: readers see another language there.`,
    'translation-stale': (count) =>
      `${count} translations were made from an earlier text: translate them again, or accept them.`,
    'translation-machine': (count) =>
      `${count} texts were translated by a machine, and nobody has looked at them.`,
    'translation-same': (count) => `${count} translations are the same as the source text.`,
    'no-why': (count) =>
      `${count} rules give no reason: people keep to a rule they understand. Fill in “why”.`,
    'image-without-alt': (count) => `${count} images have no text for people who cannot see them.`,
    'to-fill-in': (count) => `${count} places are still to be filled in.`,
    placeholder: (count) =>
      `${count} places seem to be left from a template. Fill them in, or write them without square brackets.`,
    'damaged-text': (count) =>
      `In ${count} texts letters were lost when they were saved. Type them again, and save the file as UTF-8.`,
    html: (count) => `${count} texts have HTML in them, which readers see as it stands.`,
    'text-empty': (count) => `${count} texts are empty.`,
    'section-empty': (count) => `${count} sections have no items yet.`,
    'block-missing': (count, subjects) =>
      `${count} building blocks of a good policy are missing: ${subjects}.`,
  },
  blocks: {
    why: 'why there is a policy (a text with the topic “purpose”)',
    what: 'what counts as social media',
    whom: 'for whom it is',
    objectives: 'objectives',
    rules: 'rules, each with its reason',
    mandates: 'who may do what',
    guidelines: 'guidelines, more dos than don’ts',
    check: 'questions to ask before a post',
    profiles: 'the official profiles, each with an owner',
    monitoring: 'that the organisation listens',
    reactions: 'what to do with a complaint, a compliment and a question',
    contacts: 'whom to ask, and how to reach them',
    owner: 'an owner',
    training: 'training',
    consequences: 'what happens after a breach',
    faq: 'frequently asked questions',
    reporting: 'reporting channels, an anonymous one too',
    ambassadors: 'ambassadors, invited and never forced',
    wellbeing: 'the right to disconnect',
    rollout: 'how it is brought in',
    review: 'a review date',
    acknowledgement: 'an acknowledgement',
  },
};
