/** A desk with people who have a role each, and a clock that is set by hand. */
import { after } from 'node:test';
import { digestValue } from '@policy-elements/authoring';
import {
  createPolicyServer,
  Drafts,
  migrate,
  readGrant,
  rolesFrom,
  Store,
  Publications,
} from '../dist/index.js';
import { makePolicy } from './helpers.js';
import { openMigrated } from './template.js';

export const people = {
  writer: { id: 'writer', name: 'Wim' },
  approver: { id: 'approver', name: 'Aïcha' },
  publisher: { id: 'publisher', name: 'Piet' },
  nobody: { id: 'nobody', name: 'Noor' },
};
const grants = ['write=writer', 'approve=approver', 'publish=publisher'];
export const timeZone = 'Europe/Brussels';
export const monday = '2030-03-04T09:00:00+01:00';

/** Also those of tests that failed: what listens keeps the file from ending. */
const opened = new Set();
after(() => Promise.allSettled([...opened].map((each) => each.stop())));

/** A server whose clock is set by hand; `restart` keeps the database, and nothing else. */
export async function office({ fourEyes = false, open = openMigrated, ...more } = {}) {
  const database = await open();
  await migrate(database);
  const clock = { now: new Date('2030-03-01T10:00:00+01:00') };
  const make = async () => {
    const [publications, drafts] = [new Publications(database, true), new Drafts(database)];
    const server = createPolicyServer({
      ...{ store: new Store(database), publications, drafts, fourEyes, timeZone },
      identify: (request) => people[request.headers['x-who']],
      rolesOf: rolesFrom(grants.map(readGrant)),
      now: () => clock.now,
      ...more,
    });
    return { server, publications, drafts, address: await server.listen() };
  };
  const o = { database, clock, ...(await make()) };
  await o.publications.publish(makePolicy());
  o.restart = async () => {
    await o.server.close();
    Object.assign(o, await make());
  };
  opened.add(o);
  o.stop = async () => {
    if (!opened.delete(o)) return;
    await o.server.close();
    await database.close();
  };
  o.as = async (who, method, path, body) => {
    const response = await fetch(`${o.address}/api/studio/policies/small${path}`, {
      method,
      headers: { 'x-who': who, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: await response.json() };
  };
  o.draft = async () => (await o.as('writer', 'GET', '')).json;
  o.write = async (value) => {
    const { policy } = await o.draft();
    const baseDigest = digestValue(policy.sections[0].body.nl);
    const edit = { id: 'why', field: 'body', lang: 'nl', baseDigest, value };
    return o.as('writer', 'PATCH', '', { edits: [edit] });
  };
  o.release = async (version, more) => ({
    ...{ digest: (await o.draft()).digest, version, summary: { nl: 'Anders.' } },
    ...more,
  });
  o.plan = async (version, more, who = 'publisher') =>
    o.as(who, 'PUT', '/schedule', await o.release(version, { at: monday, timeZone, ...more }));
  o.schedule = async () => (await o.as('writer', 'GET', '/schedule')).json.schedule;
  o.at = async (time) => {
    clock.now = new Date(time);
    await o.server.runJobs();
  };
  o.current = async () => (await o.publications.known('small')).current?.version;
  o.log = async () => (await o.as('writer', 'GET', '/approvals')).json.log;
  return o;
}
