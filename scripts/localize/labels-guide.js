import { readdirSync, readFileSync } from 'node:fs';

const ELEMENT = /^elements\/(policy-[a-z]+)\//;
const FINDINGS = 'What is wrong in a policy';
const SHARED = 'In several elements';
const FIRST = ['policy-viewer', 'policy-acknowledgement'];
const LAST = [SHARED, FINDINGS];

/** Where each label is asked for: files of src/ by id. */
function placesOf(root) {
  const places = new Map();
  const files = readdirSync(`${root}/src`, { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !name.includes('generated'));
  for (const file of files.sort()) {
    const place = file.startsWith('localization/findings')
      ? FINDINGS
      : (ELEMENT.exec(file)?.[1] ?? SHARED);
    for (const [, id] of readFileSync(`${root}/src/${file}`, 'utf8').matchAll(
      /\bid:\s*'([a-z][\w.-]*)'/g,
    ))
      places.set(id, new Set([...(places.get(id) ?? []), place]));
  }
  return places;
}

const rank = (place) =>
  FIRST.includes(place) ? FIRST.indexOf(place) : 100 * (1 + LAST.indexOf(place)) + FIRST.length;

/** What readers see may hold a backtick: then the code around it takes two. */
const code = (text) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

/**
 * The list of all labels in docs/labels.md, by where they stand.
 * @param labels `{ id, texts }`, the texts by language
 */
export function labelsGuide(labels, root) {
  const places = placesOf(root);
  const groups = new Map();
  for (const label of labels) {
    const found = [...(places.get(label.id) ?? [])];
    const place = found.length === 1 ? found[0] : SHARED;
    groups.set(place, [...(groups.get(place) ?? []), label]);
  }
  const sorted = [...groups].sort(
    ([one], [other]) => rank(one) - rank(other) || one.localeCompare(other, 'en'),
  );
  const line = ({ id, texts }) => {
    const [english, ...others] = Object.entries(texts);
    const more = others.map(([language, text]) => ` · ${language} ${code(text)}`);
    return `- \`${id}\`: ${code(english[1])}${more.join('')}`;
  };
  return sorted
    .map(([place, all]) => {
      const title = place.startsWith('policy-') ? `\`${place}\`` : place;
      return `### ${title}\n\n${all.map(line).join('\n')}\n`;
    })
    .join('\n');
}
