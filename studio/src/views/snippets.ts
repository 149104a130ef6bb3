/** What an editor pastes into their own system. */
import { msg, str } from '../localization/localize.js';

export interface Snippet {
  name: string;
  steps: readonly string[];
  code: string;
  /** Whether people can confirm there, and what that takes. */
  confirming: string;
}

/** What is pasted: which policy, as it is called, in which language, from which server. */
export interface Place {
  policy: string;
  title: string;
  lang: string;
  origin: string;
}

const PATH = '/api/acknowledgements';
const sourceOf = ({ origin, policy }: Place): string => `${origin}/policies/${policy}.json`;

/** The page with nothing but the policy; with `endpoint`, people confirm on it. */
export function frameAddress(place: Place, confirms = true): string {
  const { origin, lang } = place;
  const query = new URLSearchParams({
    ...{ src: sourceOf(place), lang },
    ...(confirms && { endpoint: origin + PATH }),
  });
  return `${origin}/assets/policy-frame.html?${query.toString()}`;
}

const escapeAttribute = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** Places to copy from, for the system at hand. */
export function snippetsFor(place: Place): readonly Snippet[] {
  const { origin, lang } = place;
  const script = `${origin}/assets/policy-elements.js`;
  const element = `<policy-viewer src="${sourceOf(place)}" lang="${lang}" endpoint="${origin}${PATH}"></policy-viewer>`;
  const page = `<script type="module" src="${script}"></script>\n${element}`;
  const confirming = msg(
    'Works on the site of this server, to read and to confirm. For a page on another site, whoever looks after the server adds that site to its setting POLICY_ORIGINS first: until then the policy does not show there.',
    { id: 'studio-confirm-page' },
  );
  return [
    {
      name: msg('Any web page', { id: 'studio-host-html' }),
      steps: [
        msg('Paste these two lines where the policy should stand.', { id: 'studio-host-html-do' }),
      ],
      ...{ code: page, confirming },
    },
    ...plugins(place),
    ...frames(place),
    drupal(page),
    teams(place),
  ];
}

/** For systems that have a plugin of ours, which shows policies of the same site only. */
function plugins(place: Place): readonly Snippet[] {
  const { lang, origin } = place;
  const src = sourceOf(place);
  const endpoint = origin + PATH;
  const confirming = msg(
    str`Works on a site with the same address as this server. People can confirm there once the settings of the plugin name ${endpoint}.`,
    { id: 'studio-confirm-plugin' },
  );
  const element = `<policy-viewer src="${src}" lang="${lang}"></policy-viewer>`;
  return [
    {
      name: 'WordPress',
      steps: [
        msg('With our plugin: add the block “Policy”, or paste this line.', {
          id: 'studio-host-wordpress-do',
        }),
      ],
      ...{ code: `[policy-viewer src="${src}" lang="${lang}"]`, confirming },
    },
    {
      name: 'MediaWiki',
      steps: [
        msg('With our extension: paste this line in the page.', { id: 'studio-host-mediawiki-do' }),
      ],
      ...{ code: element, confirming },
    },
    ...[
      { name: 'DokuWiki', code: element },
      { name: 'Redmine', code: `{{policy_viewer(src=${src}, lang=${lang})}}` },
    ].map(({ name, code }) => ({
      ...{ name, code, confirming },
      steps: [
        msg('With our plugin: paste this line in the page.', { id: 'studio-host-dokuwiki-do' }),
      ],
    })),
  ];
}

function frames(place: Place): readonly Snippet[] {
  const address = frameAddress(place);
  const code = `<iframe src="${escapeAttribute(address)}" title="${escapeAttribute(place.title)}" width="100%" height="800"></iframe>`;
  const confirming = msg(
    'Shows there once whoever looks after the server adds the site of your page to its setting POLICY_ORIGINS. People can confirm there if both sites share a domain; if not, give them a link to the policy itself.',
    { id: 'studio-confirm-frame' },
  );
  return [
    {
      name: 'SharePoint',
      steps: [
        msg('Add the web part “Embed” to the page, and paste this in it.', {
          id: 'studio-host-sharepoint-do',
        }),
      ],
      ...{ code, confirming },
    },
    {
      name: 'Confluence',
      steps: [
        msg('Type /iframe in the page, choose the macro, and paste this address.', {
          id: 'studio-host-confluence-address',
        }),
      ],
      ...{ code: address, confirming },
    },
  ];
}

const drupal = (code: string): Snippet => ({
  name: 'Drupal',
  steps: [
    msg(
      'Choose a text format that keeps the element (see “In your intranet”), switch to the source, and paste this.',
      { id: 'studio-host-drupal-do' },
    ),
  ],
  code,
  confirming: msg(
    'People can confirm there if the text format keeps the attribute “endpoint”, or a module of yours sets it. A site with another address than this server is added to its setting POLICY_ORIGINS first.',
    { id: 'studio-confirm-drupal' },
  ),
});

const teams = (place: Place): Snippet => ({
  name: 'Teams',
  steps: [
    msg('In a channel: add a tab, choose “Website”, and paste this address.', {
      id: 'studio-host-teams-do',
    }),
  ],
  code: frameAddress(place, false),
  confirming: msg(
    'Shows there once whoever looks after the server adds Teams to its setting POLICY_ORIGINS. People read there, and cannot confirm: Teams does not tell the server who they are. Give them a link to the policy itself.',
    { id: 'studio-confirm-teams' },
  ),
});
