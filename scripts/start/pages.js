import { readFile } from 'node:fs/promises';

/** The name of the sample policy's organisation, so that the pages around it agree with it. */
async function organisationName(policyFile) {
  try {
    const { organisation, languages } = JSON.parse(await readFile(policyFile, 'utf8'));
    const name = organisation.name;
    return typeof name === 'string' ? name : (name.nl ?? name[languages[0]]);
  } catch {
    return 'Ons huis';
  }
}

const initials = (name) =>
  name
    .split(/\s+/)
    .map((word) => word[0])
    .join('')
    .slice(0, 2);

function personMenu({ escapeHtml, demoPeople, demoUserPath }, current, path) {
  const choices = demoPeople.map(
    ({ id, name }) =>
      `<button name="person" value="${escapeHtml(id)}" aria-pressed="${id === current.id}">` +
      `${escapeHtml(name)}</button>`,
  );
  return `<details class="person">
          <summary>
            <span class="initials" aria-hidden="true">${escapeHtml(initials(current.name))}</span>
            <span class="person-name">${escapeHtml(current.name)}</span>
          </summary>
          <form method="post" action="${escapeHtml(demoUserPath)}">
            <p id="person-hint">Demo: bekijk en bevestig als</p>
            <input type="hidden" name="return" value="${escapeHtml(path)}" />
            <div role="group" aria-labelledby="person-hint">${choices.join('')}</div>
          </form>
        </details>`;
}

/** The demo pages are plain files; only the two things a server knows are filled in. */
export async function renderDemoPage({ file, policyFile, path, person, server }) {
  const [page, organisation] = await Promise.all([
    readFile(file, 'utf8'),
    organisationName(policyFile),
  ]);
  return page
    .replaceAll('{{organisation}}', () => server.escapeHtml(organisation))
    .replace('<!-- person -->', () => personMenu(server, person, path));
}
