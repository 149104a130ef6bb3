/** What an editor pastes into their own system. */
import { msg } from '../localization/localize.js';

export interface Snippet {
  name: string;
  steps: readonly string[];
  code: string;
}

/** Places to copy from, for the system at hand. */
export function snippetsFor(policy: string, lang: string, origin: string): readonly Snippet[] {
  const script = `${origin}/assets/policy-elements.js`;
  const src = `${origin}/policies/${policy}.json`;
  const endpoint = `${origin}/api/acknowledgements`;
  const element = `<policy-viewer src="${src}" lang="${lang}" endpoint="${endpoint}"></policy-viewer>`;
  const page = `<script type="module" src="${script}"></script>\n${element}`;
  return [
    {
      name: msg('Any web page', { id: 'studio-host-html' }),
      steps: [
        msg('Paste these two lines where the policy should stand.', { id: 'studio-host-html-do' }),
      ],
      code: page,
    },
    ...plugins(`${new URL(origin).pathname.replace(/\/$/, '')}/policies/${policy}.json`, lang),
    ...frames(policy, lang, origin, page),
  ];
}

/** For systems that have a plugin of ours, which shows policies of the same site only. */
function plugins(relative: string, lang: string): readonly Snippet[] {
  return [
    {
      name: 'WordPress',
      steps: [
        msg('With our plugin: add the block “Policy”, or paste this line.', {
          id: 'studio-host-wordpress-do',
        }),
      ],
      code: `[policy_viewer src="${relative}" lang="${lang}"]`,
    },
    {
      name: 'MediaWiki',
      steps: [
        msg('With our extension: paste this line in the page.', { id: 'studio-host-mediawiki-do' }),
      ],
      code: `<policy-viewer src="${relative}" lang="${lang}"></policy-viewer>`,
    },
    {
      name: 'DokuWiki',
      steps: [
        msg('With our plugin: paste this line in the page.', { id: 'studio-host-dokuwiki-do' }),
      ],
      code: `<policy-viewer src="${relative}" lang="${lang}"></policy-viewer>`,
    },
  ];
}

/** For what shows a frame, or the page itself. */
function frames(policy: string, lang: string, origin: string, page: string): readonly Snippet[] {
  const src = `${origin}/policies/${policy}.json`;
  const address = `${origin}/assets/policy-frame.html?src=${encodeURIComponent(src)}&lang=${lang}`;
  const frame = `<iframe src="${address}" title="${policy}" width="100%" height="800"></iframe>`;
  return [
    ...inFrame(frame),
    {
      name: 'Drupal',
      steps: [
        msg(
          'Choose a text format that keeps the element (see “In your intranet”), switch to the source, and paste this.',
          { id: 'studio-host-drupal-do' },
        ),
      ],
      code: page,
    },
    {
      name: 'Teams',
      steps: [
        msg('In a channel: add a tab, choose “Website”, and paste this address.', {
          id: 'studio-host-teams-do',
        }),
      ],
      code: address,
    },
  ];
}

const inFrame = (frame: string): readonly Snippet[] => [
  {
    name: 'SharePoint',
    steps: [
      msg('Add the web part “Embed” to the page, and paste this in it.', {
        id: 'studio-host-sharepoint-do',
      }),
    ],
    code: frame,
  },
  {
    name: 'Confluence',
    steps: [
      msg(
        'Type /iframe in the page, choose the macro, and paste the address between the quotation marks.',
        { id: 'studio-host-confluence-do' },
      ),
    ],
    code: frame,
  },
];
