/** Every section type: what it is called, what it is for, and the fields of it and its items. */
import { msg } from '../localization/localize.js';
import * as choices from './choices.js';
import type { Field, FieldKind } from './field.js';
import { LABELS } from './labels.js';

type Name = keyof typeof LABELS;

const field = (name: Name, kind: FieldKind, more: Partial<Field> = {}): Field => ({
  name,
  kind,
  label: LABELS[name],
  ...more,
});
const line = (name: Name, more: Partial<Field> = {}): Field => field(name, 'line', more);
const text = (name: Name, more: Partial<Field> = {}): Field => field(name, 'text', more);
const REQUIRED = { required: true } as const;

const AUDIENCE = field('audience', 'some-of', {
  ...{ target: 'audience', more: true },
  hint: () => msg('Choose nobody, and it is for everybody.', { id: 'studio-h-audience' }),
});
const CORE = field('core', 'switch', {
  more: true,
  hint: () => msg('The short version is what people read first.', { id: 'studio-h-core' }),
});
const KEYWORDS = field('keywords', 'keywords', {
  more: true,
  hint: () =>
    msg('Only for the search, with commas between: readers never see them.', {
      id: 'studio-h-keywords',
    }),
});
const COMMON = [AUDIENCE, CORE, KEYWORDS];
const TAGS = field('tags', 'texts', { more: true });

export interface SectionForm {
  name: () => string;
  about: () => string;
  /** Fields of the section itself, beside title and introduction. */
  own: readonly Field[];
  /** What one item is called, and its fields; nothing where there are no items of its own. */
  item?: ItemForm;
  /** Another list beside the items: by its field. */
  beside?: ItemForm & { list: string; about: () => string };
}

export interface ItemForm {
  name: () => string;
  add: () => string;
  fields: readonly Field[];
}

export const HEAD: readonly Field[] = [
  line('title', REQUIRED),
  text('intro', { hint: () => msg('A sentence or two, if it helps.', { id: 'studio-h-intro' }) }),
];

const item = (name: () => string, add: () => string, ...fields: Field[]): ItemForm => ({
  name,
  add,
  fields: [...fields, ...COMMON],
});

export const SECTIONS: Readonly<Record<string, SectionForm>> = {
  text: {
    name: () => msg('Text', { id: 'studio-s-text' }),
    about: () => msg('Why, for whom, what we want: in plain words.', { id: 'studio-s-text-about' }),
    own: [text('body', REQUIRED), field('topic', 'choice', { choices: choices.TOPIC })],
  },
  rules: {
    name: () => msg('Rules', { id: 'studio-s-rules' }),
    about: () => msg('What is enforced, each with its reason.', { id: 'studio-s-rules-about' }),
    own: [],
    item: item(
      () => msg('Rule', { id: 'studio-s-rule' }),
      () => msg('Add a rule', { id: 'studio-s-rule-add' }),
      line('title', REQUIRED),
      text('body', REQUIRED),
      text('why', {
        hint: () => msg('People keep to a rule they understand.', { id: 'studio-h-why' }),
      }),
      text('consequence'),
      field('requires', 'some-of', { target: 'training' }),
    ),
  },
  guidelines: {
    name: () => msg('Guidelines', { id: 'studio-s-guidelines' }),
    about: () => msg('Advice: do this, better not that.', { id: 'studio-s-guidelines-about' }),
    own: [],
    item: item(
      () => msg('Guideline', { id: 'studio-s-guideline' }),
      () => msg('Add a guideline', { id: 'studio-s-guideline-add' }),
      field('kind', 'choice', { choices: choices.GUIDELINE, required: true }),
      line('title', REQUIRED),
      text('body', REQUIRED),
      text('why'),
      text('example', {
        hint: () => msg('As somebody might really post it.', { id: 'studio-h-example' }),
      }),
      TAGS,
    ),
  },
  mandates: {
    name: () => msg('Who may do what', { id: 'studio-s-mandates' }),
    about: () => msg('A table: may, on a condition, may not.', { id: 'studio-s-mandates-about' }),
    own: [],
    item: item(
      () => msg('Line', { id: 'studio-s-mandate' }),
      () => msg('Add a line', { id: 'studio-s-mandate-add' }),
      line('title', {
        required: true,
        label: () => msg('What it is about', { id: 'studio-f-mandate' }),
      }),
      field('allowed', 'choice', { choices: choices.ALLOWED, required: true }),
      field('who', 'some-of', { target: 'who' }),
      text('condition'),
      field('requires', 'some-of', { target: 'training' }),
    ),
  },
  platforms: {
    name: () => msg('Platforms', { id: 'studio-s-platforms' }),
    about: () =>
      msg('What we count as social media, one by one.', { id: 'studio-s-platforms-about' }),
    own: [],
    item: item(
      () => msg('Platform', { id: 'studio-s-platform' }),
      () => msg('Add a platform', { id: 'studio-s-platform-add' }),
      line('name', REQUIRED),
      text('description', REQUIRED),
      text('benefits'),
      text('risks'),
    ),
  },
  profiles: {
    name: () => msg('Official profiles', { id: 'studio-s-profiles' }),
    about: () => msg('Every account that is really ours.', { id: 'studio-s-profiles-about' }),
    own: [],
    item: item(
      () => msg('Profile', { id: 'studio-s-profile' }),
      () => msg('Add a profile', { id: 'studio-s-profile-add' }),
      field('platform', 'word', REQUIRED),
      line('name', REQUIRED),
      field('url', 'address', REQUIRED),
      field('handle', 'word'),
      line('purpose'),
      field('owner', 'one-of', { target: 'contact' }),
      field('state', 'choice', { choices: choices.PROFILE_STATE }),
      field('verified', 'date'),
      field('languages', 'languages'),
    ),
  },
  reactions: {
    name: () => msg('When people talk about us', { id: 'studio-s-reactions' }),
    about: () =>
      msg('What to do with a complaint, a compliment, a question.', {
        id: 'studio-s-reactions-about',
      }),
    own: [],
    item: item(
      () => msg('Situation', { id: 'studio-s-reaction' }),
      () => msg('Add a situation', { id: 'studio-s-reaction-add' }),
      field('kind', 'choice', { choices: choices.REACTION, required: true }),
      line('title', REQUIRED),
      field('steps', 'texts', REQUIRED),
      text('reply'),
      field('contact', 'one-of', { target: 'contact' }),
      field('within', 'duration', {
        none: () => msg('No time limit', { id: 'studio-c-no-limit' }),
      }),
    ),
    beside: {
      list: 'triage',
      name: () => msg('Questions that lead to a situation', { id: 'studio-s-triage' }),
      about: () =>
        msg('Somebody in a hurry answers two or three of these, and reads what to do.', {
          id: 'studio-s-triage-about',
        }),
      add: () => msg('Add a question', { id: 'studio-s-question-add' }),
      fields: [line('question', REQUIRED), field('answers', 'answers', REQUIRED)],
    },
  },
  check: {
    name: () => msg('Questions before you post', { id: 'studio-s-check' }),
    about: () => msg('A few questions people ask themselves.', { id: 'studio-s-check-about' }),
    own: [],
    item: item(
      () => msg('Question', { id: 'studio-s-question' }),
      () => msg('Add a question', { id: 'studio-s-question-add' }),
      line('question', REQUIRED),
      field('expect', 'choice', { choices: choices.YES_NO }),
      text('help'),
    ),
  },
  faq: {
    name: () => msg('Questions and answers', { id: 'studio-s-faq' }),
    about: () => msg('What people really ask.', { id: 'studio-s-faq-about' }),
    own: [],
    item: item(
      () => msg('Question', { id: 'studio-s-question' }),
      () => msg('Add a question', { id: 'studio-s-question-add' }),
      line('question', REQUIRED),
      text('answer', REQUIRED),
      TAGS,
    ),
  },
  contacts: {
    name: () => msg('Whom to ask', { id: 'studio-s-contacts' }),
    about: () => msg('People and services readers can turn to.', { id: 'studio-s-contacts-about' }),
    own: [],
  },
  reporting: {
    name: () => msg('Reporting something', { id: 'studio-s-reporting' }),
    about: () =>
      msg('Where to raise what is wrong, anonymously too.', { id: 'studio-s-reporting-about' }),
    own: [],
    item: item(
      () => msg('Channel', { id: 'studio-s-channel' }),
      () => msg('Add a channel', { id: 'studio-s-channel-add' }),
      line('title', REQUIRED),
      text('description', REQUIRED),
      field('anonymous', 'switch'),
      field('contact', 'one-of', { target: 'contact' }),
      field('url', 'address'),
    ),
  },
  trainings: {
    name: () => msg('Training', { id: 'studio-s-trainings' }),
    about: () => msg('Courses that prepare people.', { id: 'studio-s-trainings-about' }),
    own: [],
  },
  rollout: {
    name: () => msg('How we bring it in', { id: 'studio-s-rollout' }),
    about: () => msg('The steps, and how far we are.', { id: 'studio-s-rollout-about' }),
    own: [],
    item: item(
      () => msg('Step', { id: 'studio-s-step' }),
      () => msg('Add a step', { id: 'studio-s-step-add' }),
      line('title', REQUIRED),
      field('state', 'choice', { choices: choices.ROLLOUT, required: true }),
      field('on', 'date'),
      text('body'),
    ),
  },
  quiz: {
    name: () => msg('Quiz', { id: 'studio-s-quiz' }),
    about: () => msg('A playful test: one question at a time.', { id: 'studio-s-quiz-about' }),
    own: [],
    item: item(
      () => msg('Question', { id: 'studio-s-question' }),
      () => msg('Add a question', { id: 'studio-s-question-add' }),
      line('question', REQUIRED),
      field('options', 'options', REQUIRED),
      text('explanation', REQUIRED),
      field('about', 'one-of', { target: 'any' }),
    ),
  },
};

/** A section nobody here has a form for: title and introduction are written, the rest is kept. */
export const formOf = (type: string): SectionForm =>
  SECTIONS[type] ?? { name: () => type, about: () => '', own: [] };

export const SECTION_MORE: readonly Field[] = COMMON;

export const CONTACT: readonly Field[] = [
  line('name', REQUIRED),
  line('role', REQUIRED),
  field('email', 'email'),
  field('phone', 'phone'),
  field('url', 'address'),
  line('topics'),
  field('languages', 'languages', { more: true }),
  ...COMMON,
];
export const AUDIENCE_FORM: readonly Field[] = [line('title', REQUIRED), text('description')];
export const TRAINING: readonly Field[] = [
  line('title', REQUIRED),
  text('description'),
  field('duration', 'duration', {
    none: () => msg('Not given', { id: 'studio-c-no-duration' }),
  }),
  field('url', 'address'),
  ...COMMON,
];
export const DOCUMENT: readonly Field[] = [
  line('title', REQUIRED),
  field('url', 'address', REQUIRED),
  text('description'),
];
export const ACKNOWLEDGEMENT: readonly Field[] = [
  {
    ...text('statement', REQUIRED),
    name: 'acknowledgement.statement',
    hint: () => msg('The sentence people agree to.', { id: 'studio-h-statement' }),
  },
  {
    ...field('state', 'some-of', { choices: choices.ACTS }),
    name: 'acknowledgement.acts',
    label: () => msg('What people may answer', { id: 'studio-f-acts' }),
  },
  {
    ...field('state', 'choice', { choices: choices.COVERS, otherwise: 'all' }),
    name: 'acknowledgement.covers',
    label: () => msg('What they confirm having read', { id: 'studio-f-covers' }),
  },
  {
    ...field('state', 'date'),
    name: 'acknowledgement.due',
    label: () => msg('Confirm by', { id: 'studio-f-due' }),
  },
  {
    ...field('state', 'duration', { choices: choices.PERIODS }),
    name: 'acknowledgement.validFor',
    label: () => msg('Ask again after', { id: 'studio-f-valid-for' }),
    none: () => msg('Never ask again', { id: 'studio-c-never-again' }),
  },
];
export const BASICS: readonly Field[] = [
  line('title', {
    required: true,
    label: () => msg('Title of the policy', { id: 'studio-f-policy-title' }),
  }),
  text('summary', {
    required: true,
    hint: () =>
      msg('Two or three sentences: all that somebody remembers who reads nothing else.', {
        id: 'studio-h-summary',
      }),
  }),
  {
    ...line('name', {
      required: true,
      label: () => msg('Organisation', { id: 'studio-f-organisation' }),
    }),
    name: 'organisation.name',
  },
  {
    ...field('on', 'image', { label: () => msg('Logo', { id: 'studio-f-logo' }) }),
    name: 'organisation.logo',
    hint: () =>
      msg('Stands beside the name of the organisation, at the top.', { id: 'studio-h-logo' }),
  },
  field('owner', 'one-of', {
    target: 'contact',
    label: () => msg('Who answers for this policy', { id: 'studio-f-policy-owner' }),
  }),
  {
    ...line('role', { label: () => msg('Adopted by', { id: 'studio-f-adopted-by' }) }),
    name: 'adopted.by',
  },
  {
    ...field('on', 'date', { label: () => msg('Adopted on', { id: 'studio-f-adopted-on' }) }),
    name: 'adopted.on',
  },
  {
    ...field('on', 'date', { label: () => msg('In force from', { id: 'studio-f-effective' }) }),
    name: 'effective',
  },
  {
    ...field('on', 'date', {
      label: () => msg('To be looked at again by', { id: 'studio-f-review' }),
    }),
    name: 'reviewBy',
    hint: () => msg('At most a year away.', { id: 'studio-h-review' }),
  },
];
