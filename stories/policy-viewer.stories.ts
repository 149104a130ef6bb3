import { html, nothing, type TemplateResult } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { recorded } from './sending.js';
import type { AnswerName } from './service.js';
import { states } from './states.js';
import {
  address,
  box,
  CONTROLS,
  deepQuery,
  fallbackOf,
  policyOf,
  until,
  type SendArgs,
} from './support.js';

interface ViewerArgs extends SendArgs {
  hide?: string;
  sections?: string;
}

const render = (args: ViewerArgs): TemplateResult =>
  box(
    args,
    html`<policy-viewer
      .policy=${policyOf(args)}
      src=${args.src ?? nothing}
      lang=${args.lang ?? nothing}
      audience=${args.audience ?? nothing}
      heading-level=${args.headingLevel ?? nothing}
      hide=${args.hide ?? nothing}
      sections=${args.sections ?? nothing}
      endpoint=${args.endpoint ?? nothing}
      subject=${args.subject ?? nothing}
      .send=${args.send}
    >
      ${fallbackOf(args)}
    </policy-viewer>`,
  );

const meta = {
  title: 'Elements/policy-viewer',
  component: 'policy-viewer',
  tags: ['autodocs'],
  render,
  // The page of a whole policy, sixteen times over, is too much for one page of documentation.
  parameters: { docs: { story: { inline: false, height: '40rem' } } },
  args: { policy: 'sample', headingLevel: 1, send: recorded },
  argTypes: {
    ...CONTROLS,
    hide: {
      control: 'text',
      description:
        'Parts to leave out: title, contents, search, languages, audiences, print, changes, acknowledgement.',
    },
    sections: { control: 'text', description: 'Ids or types of the sections to show.' },
    endpoint: { control: 'text', description: 'Where acknowledgements are sent.' },
    subject: { control: 'text', description: 'An opaque id of the reader.' },
    send: { control: false, description: 'Sends an acknowledgement in the element’s place.' },
  },
} satisfies Meta<ViewerArgs>;

export default meta;
type Story = StoryObj<ViewerArgs>;

/** The policy as an object, in the language of the page. */
export const Default: Story = {};

/** A language the policy does not exist in: it says which one is read instead. */
export const OtherLanguage: Story = { args: { policy: 'small', lang: 'en' }, tags: ['!autodocs'] };

/** A small policy, of an organisation that asks for no confirmation. */
export const Small: Story = { args: { policy: 'small' } };

/** From an address, as on a page. */
export const FromAddress: Story = {
  args: { policy: undefined, src: address('small.json') },
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await until('the policy', () => deepQuery(canvasElement, 'article'));
  },
};

/** What concerns one audience: a section for others is left out. */
export const ForAnAudience: Story = {
  args: { policy: 'for-some', audience: 'volunteers' },
  tags: ['!autodocs'],
};

/** Some sections, and nothing around them. */
export const Parts: Story = {
  args: { sections: 'purpose guidelines faq', hide: 'contents languages acknowledgement' },
};

export const Loading: Story = states.loading;

export const Fallback: Story = states.fallback;

/** A policy without sections. */
export const Empty: Story = { args: { policy: 'no-sections' } };

/** Every section is there, nothing is in them yet. */
export const EmptySections: Story = { args: { policy: 'no-items' }, tags: ['!autodocs'] };

export const Draft: Story = { args: { policy: 'draft', sections: 'purpose' }, tags: ['!autodocs'] };
export const Withdrawn: Story = {
  args: { policy: 'withdrawn', sections: 'purpose' },
  tags: ['!autodocs'],
};

export const NotFound: Story = states.notFound;

/** The server is away, and no copy was kept. */
export const Unreachable: Story = {
  args: { policy: undefined, src: address('away.json'), fallback: 'Lees het beleid (pdf)' },
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await until('the message', () => deepQuery(canvasElement, '[part=error]'));
  },
};

export const Forbidden: Story = {
  args: { policy: undefined, src: address('forbidden.json') },
  tags: ['!autodocs'],
};

export const NotJson: Story = states.notJson;

export const NotAPolicy: Story = { ...states.notAPolicy, tags: ['!autodocs'] };

/** Some of it is broken: what is sound is shown, the rest is told in place. */
export const Broken: Story = { args: { policy: 'broken' } };

/** Some texts are not translated: they say so where they stand. */
export const PartlyTranslated: Story = { args: { policy: 'partial', lang: 'en' } };

/** Rules without a reason, and only what not to do. */
export const Poor: Story = { args: { policy: 'poor' }, tags: ['!autodocs'] };

export const Narrow: Story = { ...states.narrow, tags: ['!autodocs'] };

/** In a page that has a heading of its own. */
export const DeepHeading: Story = {
  args: { policy: 'small', headingLevel: 3 },
  tags: ['!autodocs'],
};

/** How the reader stands, at the top. */
const standing = (status: AnswerName, lang: string): Story => ({
  args: { endpoint: address(status), lang, sections: 'purpose', hide: 'contents' },
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const viewer = canvasElement.querySelector('policy-viewer');
    await until('the status', () => viewer?.status.status === status);
    await viewer?.updateComplete;
  },
});

/** The reader has confirmed. */
export const Confirmed: Story = standing('confirmed', 'nl');
/** The reader has declined. */
export const Declined: Story = standing('declined', 'fr');
/** There is a new version since. */
export const NewVersion: Story = standing('outdated', 'fr');
/** The confirmation was valid for a year. */
export const Expired: Story = standing('expired', 'en');

/** Nothing is asked of the reader. */
export const AsksNothing: Story = {
  args: { policy: 'small', sections: 'waarom', endpoint: address('confirmed') },
  tags: ['!autodocs'],
};
