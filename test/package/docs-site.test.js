/** The site of the docs: made from the sources, whole, and with no link that leads nowhere. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { makeDocsSite } from '../../scripts/docs-site.js';
import { root } from './consumer.js';

describe('the site of the docs', () => {
  let folder;
  const pages = new Map();
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'policy-docs-'));
    await makeDocsSite(folder);
    for (const name of (await readdir(folder)).filter((each) => each.endsWith('.html')))
      pages.set(name, await readFile(join(folder, name), 'utf8'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('takes nothing away from a folder that holds something else', async () => {
    const own = await mkdtemp(join(tmpdir(), 'policy-docs-own-'));
    await writeFile(join(own, 'letter.txt'), 'Dear all');
    await assert.rejects(makeDocsSite(own), /holds something else/);
    assert.deepEqual(await readdir(own), ['letter.txt']);
    await rm(own, { recursive: true });
    // What it made itself it makes anew.
    await makeDocsSite(folder);
  });

  it('brings the stories where they were built, and leads to them', async () => {
    const [made, stories] = await Promise.all(
      ['site', 'stories'].map((name) => mkdtemp(join(tmpdir(), `policy-docs-${name}-`))),
    );
    const menuOf = async (name = 'index.html') =>
      /<nav[^]*?<\/nav>/.exec(await readFile(join(made, name), 'utf8'))[0];
    await makeDocsSite(made, stories);
    assert.doesNotMatch(await menuOf(), /stories\//);
    await writeFile(join(stories, 'index.html'), '<!doctype html><title>Stories</title>');
    await makeDocsSite(made, stories);
    assert.match(await menuOf(), /href="stories\/index.html\?globals=language:en"/);
    assert.match(await menuOf('studio.nl.html'), /href="stories\/index.html\?globals=language:nl"/);
    assert.ok(existsSync(join(made, 'stories/index.html')));
    for (const each of [made, stories]) await rm(each, { recursive: true });
  });

  it('has every guide, in its menu as well', async () => {
    const menu = pages.get('index.html');
    for (const name of await readdir(join(root, 'docs'))) {
      if (!name.endsWith('.md')) continue;
      const address = name.replace('.md', '.html');
      assert.ok(pages.has(address), address);
      assert.ok(menu.includes(`<li><a href="${address}"`), `${address} in the menu`);
    }
  });

  it('has guides in other languages, each of which leads to the others', async () => {
    for (const language of ['nl', 'fr'])
      for (const name of await readdir(join(root, 'docs', language))) {
        const address = name.replace('.md', `.${language}.html`);
        const html = pages.get(address);
        assert.ok(html?.includes(`<html lang="${language}">`), address);
        for (const [other, to] of [
          ['en', name.replace('.md', '.html')],
          [language, address],
        ]) {
          const link = new RegExp(`<a href="${to}" lang="${other}" hreflang="${other}"`);
          assert.match(html, link);
          assert.match(pages.get(name.replace('.md', '.html')), link);
          assert.ok(html.includes(`<link rel="alternate" hreflang="${other}" href="${to}">`));
        }
        assert.match(
          html,
          new RegExp(`<nav aria-label="[^"]*">\n<p class="group">(Nederlands|Français)`),
        );
        assert.ok(pages.get('index.html').includes(`<li><a href="${address}"`), address);
        assert.doesNotMatch(html, />(Skip to the text|On this page|What is new|All pages)</);
      }
    // Within the language where there is one, else to English, and it says so.
    assert.match(pages.get('import.nl.html'), /<a href="studio\.nl\.html">/);
    assert.match(pages.get('import.nl.html'), /<a href="format\.html" hreflang="en">/);
    assert.doesNotMatch(pages.get('theming.html'), /class="languages"/);
  });

  it('has a page for every element, with what it takes and a live example', async () => {
    const manifest = JSON.parse(await readFile(join(root, 'custom-elements.json'), 'utf8'));
    const elements = manifest.modules
      .flatMap(({ declarations = [] }) => declarations)
      .filter(({ tagName }) => tagName);
    assert.ok(elements.length > 15);
    for (const { tagName, cssParts, events } of elements) {
      const html = pages.get(`element-${tagName}.html`);
      assert.match(html, new RegExp(`<div class="live"><${tagName} `), tagName);
      for (const { name, inheritedFrom } of [...cssParts, ...events])
        if (!inheritedFrom) assert.ok(html.includes(name), `${tagName}: ${name}`);
    }
    assert.match(pages.get('functions.html'), /id="checkPolicy"/);
  });

  it('leads nowhere that is not there', async () => {
    const ids = new Map(
      [...pages].map(([name, html]) => [
        name,
        new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)),
      ]),
    );
    const lost = [];
    for (const [name, html] of pages)
      for (const [, address] of html.matchAll(/(?:href|src)="([^"]*)"/g)) {
        if (/^(https?|mailto|tel):/.test(address)) continue;
        const [path, hash] = address.replace(/\?[^#]*/, '').split('#');
        const target = path || name;
        const shown = ids.get(target);
        const isThere = shown ? !hash || shown.has(hash) : existsSync(join(folder, target));
        if (!isThere) lost.push(`${name}: ${address}`);
      }
    assert.deepEqual(lost, []);
  });

  it('has no id twice, and no script or style in the page', () => {
    for (const [name, html] of pages) {
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      assert.deepEqual(
        ids.filter((id, at) => ids.indexOf(id) !== at),
        [],
        name,
      );
      assert.doesNotMatch(
        html,
        /<script(?! (type="module" )?src=)|<style| style=| on[a-z]+="/,
        name,
      );
    }
  });

  it('finds every heading', async () => {
    const index = JSON.parse(await readFile(join(folder, 'search.json'), 'utf8'));
    const theming = index.filter(({ address }) => address.startsWith('theming.html#'));
    assert.ok(theming.length > 5);
    for (const { address, text } of index) {
      const [name, id] = address.split('#');
      assert.ok(pages.get(name).includes(`id="${id}"`), address);
      // Code of a guide may name tags; what this site puts around it, and entities, are no text.
      assert.doesNotMatch(text, /class="anchor"|role="group"|&#?\w+;/, address);
    }
  });

  it('finds in Dutch what is in Dutch, and else the English page', async () => {
    const index = JSON.parse(await readFile(join(folder, 'search.nl.json'), 'utf8'));
    const found = new Set(index.map(({ address }) => address.split('#')[0]));
    assert.ok(found.has('studio.nl.html') && found.has('theming.html'));
    for (const other of ['studio.html', 'studio.fr.html']) assert.ok(!found.has(other), other);
    for (const { address, language } of index)
      assert.equal(language, address.includes('.nl.html') ? 'nl' : 'en', address);
  });
});
