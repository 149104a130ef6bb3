/** Documents as nobody would think of them, by a seed: the same seed makes the same document. */
import { bold, cell, docx, h, li, p, r, table } from './docx.js';

/** A small generator of numbers between 0 and 1 (mulberry32). */
export function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS =
  'beleid mag moet niet nooit foto collega klacht crisis vraag antwoord woordvoerder ja nee mits wie wat hoe waarom Facebook Instagram kanaal regel afspraak toelichting doel contact melden opleiding privacy gegevens tijd werk zorg school winkel é’s ’t 24/7 e-mail l’été d’accord 3.1 (zie AI-tool niet.zo';

const HEADINGS = [
  'Doel',
  'Afspraken',
  'Wel en niet',
  'Veelgestelde vragen',
  'Contact',
  'Onze kanalen',
  'Wie mag wat?',
  'Reageren op een klacht',
  'Toelichting',
  'Opleiding',
  'Meldpunt',
  'Vragen vooraf',
  'Inhoud',
  'Artikel 3',
  '2.1',
  '§ 4',
];

/** Blocks of any kind: `[kind, …]`. Each word is followed by a number of its own. */
export function randomBlocks(random) {
  let count = 0;
  const pick = (list) => list[Math.floor(random() * list.length)];
  const words = WORDS.split(' ');
  const word = () => (random() < 0.3 ? `w${++count}` : pick(words));
  const some = (most) => Array.from({ length: 1 + Math.floor(random() * most) });
  const phrase = (most) => some(most).map(word).join(' ');
  const sentence = () => phrase(14) + pick(['.', '.', '.', '?', '!', ':', ';', '', ' …']);
  const kinds = {
    heading: () => [
      'heading',
      1 + Math.floor(random() * 4),
      pick([pick(HEADINGS), phrase(6), sentence()]),
    ],
    bold: () => ['bold', pick([pick(HEADINGS), phrase(5), sentence()])],
    paragraph: () => ['paragraph', some(3).map(sentence).join(' ')],
    typed: () => ['paragraph', `${pick(['1)', '2.', '•', '-', 'a)', '–'])} ${sentence()}`],
    list: () => ['list', random() < 0.5, some(5).map(() => [sentence(), Math.floor(random() * 3)])],
    table: () => {
      const width = 1 + Math.floor(random() * 4);
      const row = () => Array.from({ length: width }, () => (random() < 0.1 ? '' : sentence()));
      const head = pick([row(), ['Wel', 'Niet'], ['Wat', 'Mag het?']]);
      return ['table', [head, ...some(4).map(row)]];
    },
    person: () => [
      'list',
      false,
      [[`An ${word()}, ${word()}, an@${pick(words).replace(/\W/g, '')}x.be, 09 123 45 67`, 0]],
    ],
    address: () => [
      'paragraph',
      `${word()} https://www.facebook.com/${word().replace(/\W/g, '') || 'x'} ${word()}`,
    ],
    note: () => ['note', sentence(), sentence()],
  };
  return some(24).map(() => kinds[pick(Object.keys(kinds))]());
}

export function toDocx(blocks) {
  const notes = [];
  const body = blocks.map(([kind, ...rest]) => {
    switch (kind) {
      case 'heading':
        return h(...rest);
      case 'bold':
        return bold(rest[0]);
      case 'list':
        return rest[1].map(([text, level]) => li(text, level, rest[0] ? 2 : 1)).join('');
      case 'table':
        return table(...rest[0].map((row) => row.map((each) => cell(p(each || r(''))))));
      case 'note': {
        notes.push(rest[1]);
        const mark = `<w:r><w:footnoteReference w:id="${notes.length}"/></w:r>`;
        return p(r(rest[0]) + mark);
      }
      default:
        return p(rest[0]);
    }
  });
  const footnotes = notes
    .map((text, at) => `<w:footnote w:id="${at + 1}">${p(text)}</w:footnote>`)
    .join('');
  return docx(body.join(''), notes.length ? { parts: { footnotes } } : {});
}

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

export const toHtml = (blocks) =>
  blocks
    .map(([kind, ...rest]) => {
      switch (kind) {
        case 'heading':
          return `<h${rest[0]}>${escape(rest[1])}</h${rest[0]}>`;
        case 'bold':
          return `<p><b>${escape(rest[0])}</b></p>`;
        case 'list': {
          const tag = rest[0] ? 'ol' : 'ul';
          return `<${tag}>${rest[1].map(([text]) => `<li>${escape(text)}</li>`).join('')}</${tag}>`;
        }
        case 'table':
          return `<table>${rest[0].map((row) => `<tr>${row.map((each) => `<td>${escape(each)}</td>`).join('')}</tr>`).join('')}</table>`;
        default:
          return rest.map((text) => `<p>${escape(text)}</p>`).join('');
      }
    })
    .join('\n');

export const toMarkdown = (blocks) =>
  blocks
    .map(([kind, ...rest]) => {
      switch (kind) {
        case 'heading':
          return `${'#'.repeat(rest[0])} ${rest[1]}`;
        case 'bold':
          return `**${rest[0]}**`;
        case 'list':
          return rest[1]
            .map(
              ([text, level], at) =>
                `${'   '.repeat(at ? level : 0)}${rest[0] ? '1.' : '-'} ${text}`,
            )
            .join('\n');
        case 'table': {
          const [head, ...rows] = rest[0];
          const line = (row) => `| ${head.map((_, at) => row[at] ?? '').join(' | ')} |`;
          return [line(head), `|${head.map(() => ' - |').join('')}`, ...rows.map(line)].join('\n');
        }
        default:
          return rest.join('\n\n');
      }
    })
    .join('\n\n');

/** All that is written in it. */
export const sourceText = (blocks) =>
  blocks
    .flatMap((block) => block.slice(1))
    .flat(3)
    .filter((each) => typeof each === 'string')
    .join('\n');
