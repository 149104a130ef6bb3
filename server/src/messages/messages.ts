import { str } from '@lit/localize/internal/str-tag.js';
import { labelsIn, pageLanguages, type Labels, type PageLanguage } from './labels.js';

/** What the pages of the server say. Extracted by `npm run localize`. */
const pageMessages = ({ msg, plural }: Labels) => ({
  title: msg('Acknowledgements', { id: 'server-title' }),
  intro: msg('Who confirmed which policy, in which version, in which language, and when.', {
    id: 'server-intro',
  }),
  skip: msg('Skip to the list', { id: 'server-skip' }),
  back: msg('Back to the intranet', { id: 'server-back' }),
  languageChoice: msg('Language of this page', { id: 'server-language-choice' }),
  count: (count: number) =>
    plural(
      count,
      () => msg('answer', { id: 'server-count.one' }),
      () => msg('answers', { id: 'server-count.other' }),
    ),
  zone: msg('Time zone:', { id: 'server-zone' }),
  tableName: msg('Acknowledgements, newest first', { id: 'server-table-name' }),
  person: msg('Who', { id: 'server-person' }),
  erased: (subject: string) => msg(str`Erased person ${subject}`, { id: 'server-erased' }),
  act: msg('Answer', { id: 'server-act' }),
  acts: {
    acknowledge: msg('Acknowledged', { id: 'server-act-acknowledge' }),
    decline: msg('Declined', { id: 'server-act-decline' }),
    'request-exception': msg('Exception requested', { id: 'server-act-request-exception' }),
  },
  reason: msg('Reason:', { id: 'server-reason' }),
  policy: msg('Policy', { id: 'server-policy' }),
  version: msg('Version', { id: 'server-version' }),
  languages: msg('Read in', { id: 'server-languages' }),
  texts: (count: number, number: string) =>
    plural(
      count,
      () => msg(str`${number} text`, { id: 'server-texts.one' }),
      () => msg(str`${number} texts`, { id: 'server-texts.other' }),
    ),
  recorded: msg('Recorded', { id: 'server-recorded' }),
  digest: msg('Fingerprint', { id: 'server-digest' }),
  fullDigest: msg('Of the policy', { id: 'server-full-digest' }),
  shownDigest: msg('Of the texts shown', { id: 'server-shown-digest' }),
  statement: msg('Statement', { id: 'server-statement' }),
  recordId: msg('Number', { id: 'server-record-id' }),
  emptyTitle: msg('No acknowledgements yet', { id: 'server-empty-title' }),
  emptyText: msg(
    'Open a page with the policy, read it and confirm it at the end. The answer then appears here.',
    { id: 'server-empty-text' },
  ),
  paging: msg('Pages', { id: 'server-paging' }),
  previous: msg('Previous', { id: 'server-previous' }),
  next: msg('Next', { id: 'server-next' }),
  page: (page: string, pages: string) => msg(str`Page ${page} of ${pages}`, { id: 'server-page' }),
  demo: msg(
    'This is a demo: the people are invented, and everyone on this computer sees this list.',
    { id: 'server-demo' },
  ),
  states: {
    confirmed: msg('Confirmed', { id: 'server-state-confirmed' }),
    declined: msg('Declined', { id: 'server-state-declined' }),
    exception: msg('Exception requested', { id: 'server-state-exception' }),
    expired: msg('Expired', { id: 'server-state-expired' }),
    outstanding: msg('No answer yet', { id: 'server-state-outstanding' }),
  },
  state: msg('Status', { id: 'server-state' }),
  policies: msg('Policies and versions', { id: 'server-policies' }),
  major: (major: string) => msg(str`version ${major}`, { id: 'server-major' }),
  current: msg('in force', { id: 'server-current' }),
  earlier: msg('earlier version', { id: 'server-earlier' }),
  upcoming: msg('not in force yet', { id: 'server-upcoming' }),
  ofPeople: (count: string, people: string) =>
    msg(str`${count} of ${people}`, { id: 'server-of-people' }),
  filter: msg('Filter', { id: 'server-filter' }),
  search: msg('Name or number', { id: 'server-search' }),
  all: msg('All', { id: 'server-all' }),
  language: msg('Language', { id: 'server-language' }),
  audience: msg('Audience', { id: 'server-audience' }),
  apply: msg('Show', { id: 'server-apply' }),
  clear: msg('Clear filters', { id: 'server-clear' }),
  people: (count: number) =>
    plural(
      count,
      () => msg('person', { id: 'server-people.one' }),
      () => msg('people', { id: 'server-people.other' }),
    ),
  peopleRange: (first: string, last: string, count: number, number: string) =>
    plural(
      count,
      () => msg(str`${first} to ${last} of ${number} person`, { id: 'server-people-range.one' }),
      () => msg(str`${first} to ${last} of ${number} people`, { id: 'server-people-range.other' }),
    ),
  download: msg('Download for Excel (CSV)', { id: 'server-download' }),
  reportName: msg('Status by person', { id: 'server-report-name' }),
  left: msg('has left', { id: 'server-left' }),
  validUntil: (date: string) => msg(str`Valid until ${date}`, { id: 'server-valid-until' }),
  expiredOn: (date: string) => msg(str`Expired on ${date}`, { id: 'server-expired-on' }),
  nobodyTitle: msg('Nobody found', { id: 'server-nobody-title' }),
  nobodyText: msg('Nobody matches these filters.', { id: 'server-nobody-text' }),
  unlisted: msg(
    'People who have not answered yet appear once the list of people has been imported. Until then, only those who have answered are listed.',
    { id: 'server-unlisted' },
  ),
  nobodyInAudience: (title: string) =>
    msg(str`Nobody on the list of people is in “${title}”.`, { id: 'server-nobody-in-audience' }),
  nobodyAsked: msg(
    'So nobody is asked to confirm this policy. Give the group of readers in the policy the name the list has for it, or change the list.',
    { id: 'server-nobody-asked' },
  ),
  someAsked: msg(
    'So nobody is asked to confirm this policy for belonging to that group. Give it the name the list has for it in the policy, or change the list.',
    { id: 'server-some-asked' },
  ),
  personId: msg('Number', { id: 'server-person-id' }),
  email: msg('E-mail', { id: 'server-email' }),
  expiry: msg('Valid until', { id: 'server-expiry' }),
  allAnswers: msg('All answers of this person, newest first.', { id: 'server-all-answers' }),
  toStudio: msg('Write and publish policies', { id: 'server-to-studio' }),
  toReport: msg('Back to the overview', { id: 'server-to-report' }),
});

export type PageMessages = ReturnType<typeof pageMessages>;

const messages = new Map(
  pageLanguages.map((language) => [language, pageMessages(labelsIn(language))]),
);

/** What the pages say in a language. */
export const messagesIn = (language: PageLanguage): PageMessages => messages.get(language)!;
