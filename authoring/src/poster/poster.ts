/** A poster of a policy: one page of HTML that prints on A4 or A3. */
import encodeQR from 'qr';
import type { Policy } from 'policy-elements';
import { posterContent, type PosterContent, type PosterLine } from './content.js';
import { fitted } from './fit.js';
import { posterStyles } from './styles.js';

export interface PosterOptions {
  lang: string;
  /** Where the policy is to be read: the code leads there. */
  url: string;
  size?: 'A4' | 'A3';
  /** The house's colour, as `#rrggbb`. */
  accent?: string;
}

const WORDS = {
  think: {
    nl: 'Denk even na voor je post',
    fr: 'Réfléchissez avant de publier',
    en: 'Think before you post',
  },
  dos: { nl: 'Zo wel', fr: 'Oui', en: 'Do' },
  donts: { nl: 'Zo niet', fr: 'Non', en: 'Don’t' },
  rules: { nl: 'Onze afspraken', fr: 'Nos règles', en: 'Our rules' },
  ask: { nl: 'Twijfel je? Vraag het.', fr: 'Un doute ? Demandez.', en: 'In doubt? Ask.' },
  read: { nl: 'Lees het beleid', fr: 'Lisez la charte', en: 'Read the policy' },
  version: { nl: 'versie', fr: 'version', en: 'version' },
} as const;
type Lang = 'nl' | 'fr' | 'en';

export type PosterProblem = 'nothing-to-say' | 'bad-address' | 'bad-colour';
/** Why no poster was made. */
export class PosterError extends Error {
  override readonly name = 'PosterError';
  constructor(
    readonly code: PosterProblem,
    readonly value = '',
  ) {
    super(code);
  }
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** Addresses break where they may. */
const breakable = (text: string): string => escape(text).replace(/[@./]/g, '<wbr>$&');

/** The modules of a QR code as one path. */
function qrCode(url: string, label: string): string {
  const modules = encodeQR(url, 'raw', { ecc: 'medium', border: 2 });
  const path = modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  const size = modules.length;
  return `<svg class="code" viewBox="0 0 ${size} ${size}" role="img" aria-label="${escape(label)}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}

const TICK =
  '<svg class="sign" viewBox="0 0 20 20" aria-hidden="true"><path d="M3.5 10.5l4.2 4.2 8.8-9.4"/></svg>';
const CROSS =
  '<svg class="sign" viewBox="0 0 20 20" aria-hidden="true"><path d="M4.5 4.5l11 11m0-11l-11 11"/></svg>';

const item = ({ title, body }: PosterLine, sign: string): string =>
  `<li>${sign}<div><b>${escape(title)}</b>${body ? `<p>${escape(body)}</p>` : ''}</div></li>`;

const column = (name: string, lines: readonly PosterLine[], sign: string, kind: string): string =>
  lines.length
    ? `<section class="${kind}"><h2>${name}</h2><ul>${lines.map((line) => item(line, sign)).join('')}</ul></section>`
    : '';

const person = ({ name, role, phone, email }: PosterContent['contacts'][number]): string =>
  `<div class="person"><b>${escape(name)}</b><span>${escape(role)}</span>${phone && `<span class="reach">${escape(phone)}</span>`}${email && `<span class="reach">${breakable(email)}</span>`}</div>`;

/** The address as one reads it out; what nobody types is for the code alone. */
const LONGEST = 60;
function shortAddress(url: string): string {
  const address = url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  return address.length > LONGEST ? address.replace(/\/.*/, '') : address;
}

function checked({ url, accent }: PosterOptions): void {
  if (!/^https?:\/\/[^\s<>"]+$/i.test(url) || !URL.canParse(url) || url.length > 600) {
    throw new PosterError('bad-address', url);
  }
  if (accent !== undefined && !/^#[0-9a-f]{6}$/i.test(accent)) {
    throw new PosterError('bad-colour', accent);
  }
}

/** @throws PosterError */
export function createPoster(policy: Policy, options: PosterOptions): string {
  checked(options);
  const { lang, url, size = 'A4', accent = '#0b5563' } = options;
  const { content, room } = fitted(posterContent(policy, lang));
  const { dos, donts, rules, questions, contacts } = content;
  if (!dos.length && !donts.length && !rules.length) throw new PosterError('nothing-to-say');
  const known: Lang = lang.startsWith('nl') ? 'nl' : lang.startsWith('fr') ? 'fr' : 'en';
  const word = (name: keyof typeof WORDS) => WORDS[name][known];
  return `<!doctype html>
<html lang="${escape(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(content.title)}</title>
<style>${posterStyles(size, accent)}</style>
</head>
<body class="${room}">
<header>
<p class="house">${escape(content.organisation)}</p>
<h1>${escape(content.title)}</h1>
${questions.length ? `<p class="think">${word('think')}</p><ul class="questions">${questions.map((question) => `<li>${escape(question)}</li>`).join('')}</ul>` : ''}
</header>
<main>
${column(word('dos'), dos, TICK, 'dos')}
${column(word('donts'), donts, CROSS, 'donts')}
${column(word('rules'), rules, TICK, 'dos rules')}
</main>
<footer>
<div class="ask"><h2>${word('ask')}</h2><div class="people">${contacts.map(person).join('')}</div></div>
<div class="read">${qrCode(url, `${word('read')}: ${shortAddress(url)}`)}<p><b>${word('read')}</b><span>${breakable(shortAddress(url))}</span><span class="version">${word('version')} ${escape(content.version)}</span></p></div>
</footer>
</body>
</html>
`;
}
