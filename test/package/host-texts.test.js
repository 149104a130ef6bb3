/** The plugins for intranets speak the languages of locales/, each in the way of its host. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { hostTexts, textsOfWordPress } from '../../scripts/localize/hosts.js';
import { unitsOf } from '../../scripts/localize/plurals.js';
import { root } from './consumer.js';

const read = (path) => readFile(`${root}/${path}`, 'utf8');
const { targetLocales } = JSON.parse(await read('lit-localize.json'));
const LANGUAGES = ['en', ...targetLocales];
const REGIONS = { en: 'en-us', nl: 'nl-nl', fr: 'fr-fr', de: 'de-de' };
const WORDPRESS = 'hosts/wordpress/policy-elements';
const DOKUWIKI = 'hosts/dokuwiki/policyelements';
const MEDIAWIKI = 'hosts/mediawiki/PolicyElements';

const units = new Map();
for (const each of targetLocales) units.set(each, unitsOf(await read(`locales/${each}.xlf`)));

/** Each in every language, and in none the words of another. */
function differ(texts, languages = LANGUAGES) {
  const names = Object.keys(texts[0]);
  assert.ok(names.length > 0);
  for (const [at, each] of texts.entries())
    assert.deepEqual(Object.keys(each), names, languages[at]);
  for (const name of names) {
    const said = texts.map((each) => each[name]);
    assert.ok(said.every(Boolean), name);
    assert.equal(new Set(said).size, languages.length, `${name}: ${said.join(' | ')}`);
  }
}

/** What a file of DokuWiki assigns. */
const assigned = (php) =>
  Object.fromEntries(
    [...php.matchAll(/^\$lang\['(\w+)'\] = '(.*)';$/gm)].map(([, name, text]) => [name, text]),
  );

describe('the texts of the plugins for intranets', () => {
  it('are those of locales/: npm run localize', async () => {
    const { files, problems } = await hostTexts(units, root);
    assert.deepEqual(problems, []);
    assert.ok(files.size > 20);
    for (const [path, text] of files)
      assert.ok((await readFile(`${root}/${path}`)).equals(Buffer.from(text)), path);
  });

  it('are found in PHP and scripts as WordPress finds them', () => {
    const source = ` * Description:       One.\n__( 'Two’s', 'policy-elements' ); esc_html__(\n'It\\'s three',\n'policy-elements',\n); __( 'Of WordPress' );`;
    assert.deepEqual(textsOfWordPress(source), ['Two’s', "It's three", 'One.']);
  });

  it('WordPress: the block is in the language of who writes', async () => {
    const script = await read(`${WORDPRESS}/block.js`);
    const block = async (language) => {
      const region = REGIONS[language].replace(/-.*/, (end) => end.toUpperCase().replace('-', '_'));
      const file = `${WORDPRESS}/languages/policy-elements-${region}-policy-elements-block.json`;
      const { messages } =
        language === 'en' ? { messages: {} } : JSON.parse(await read(file)).locale_data;
      const said = {};
      const note = (props) => {
        for (const name of ['label', 'title', 'description'])
          if (props?.[name]) said[`${name} ${Object.keys(said).length}`] = props[name];
        for (const { value, label } of props?.options ?? []) if (!value) said.choice = label;
      };
      const wp = {
        element: { createElement: (_type, props) => note(props) },
        i18n: { __: (text) => messages[text]?.[0] ?? text },
        components: {},
        blockEditor: { useBlockProps: () => ({}) },
        blocks: {
          registerBlockType: (_name, settings) => {
            note(settings);
            settings.edit({ attributes: {} });
          },
        },
      };
      runInNewContext(script, { wp });
      return said;
    };
    const texts = await Promise.all(LANGUAGES.map(block));
    assert.equal(Object.keys(texts[0]).length, 6);
    differ(texts);
  });

  it('WordPress: what PHP says as well, in a file that gettext reads', async () => {
    const names = await readdir(`${root}/${WORDPRESS}/languages`);
    const files = names.filter((name) => name.endsWith('.mo'));
    assert.equal(files.length, targetLocales.length);
    for (const name of files) {
      const mo = await readFile(`${root}/${WORDPRESS}/languages/${name}`);
      const [magic, , count, originals, translations] = [0, 4, 8, 12, 16].map((at) =>
        mo.readUInt32LE(at),
      );
      assert.equal(magic, 0x950412de);
      const textAt = (table, row) => {
        const [length, start] = [0, 4].map((at) => mo.readUInt32LE(table + row * 8 + at));
        assert.equal(mo[start + length], 0);
        return mo.toString('utf8', start, start + length);
      };
      const rows = Array.from({ length: count }, (_, row) => [
        textAt(originals, row),
        textAt(translations, row),
      ]);
      assert.deepEqual(
        rows.map(([text]) => text),
        rows.map(([text]) => text).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
      );
      const [[, head], ...texts] = rows;
      assert.match(head, /charset=UTF-8\n/);
      assert.equal(texts.length, 4);
      for (const [text, translated] of texts) assert.ok(translated && translated !== text, text);
    }
    for (const file of ['elements.php', 'endpoint.php']) {
      const bare = (await read(`${WORDPRESS}/${file}`)).match(
        /(?:WP_Error\([^,]*,|esc_html\() '.*/,
      );
      assert.equal(bare, null, file);
    }
  });

  it('MediaWiki: every message that is asked for, with a word for translators', async () => {
    const sources = await Promise.all(
      ['extension.json', 'src/Tags.php', 'src/Acknowledgements.php'].map((name) =>
        read(`${MEDIAWIKI}/${name}`),
      ),
    );
    const asked = [...sources.join('').matchAll(/["'](policyelements-[\w-]+)["']/g)];
    const messages = async (language) => {
      const { '@metadata': _authors, ...texts } = JSON.parse(
        await read(`${MEDIAWIKI}/i18n/${language}.json`),
      );
      return texts;
    };
    const texts = await Promise.all(LANGUAGES.map(messages));
    differ(texts);
    const names = [...new Set(asked.map(([, name]) => name))].sort();
    assert.deepEqual(names, Object.keys(texts[0]).sort());
    assert.deepEqual(Object.keys(await messages('qqq')), Object.keys(texts[0]));
  });

  it('DokuWiki: every text that is asked for, and every setting', async () => {
    const sources = await Promise.all(
      ['action.php', 'syntax.php'].map((name) => read(`${DOKUWIKI}/${name}`)),
    );
    const asked = [...sources.join('').matchAll(/getLang\('(\w+)'\)/g)].map(([, name]) => name);
    const settings = (await read(`${DOKUWIKI}/conf/metadata.php`)).match(/(?<=\$meta\[')\w+/g);
    for (const [file, names] of Object.entries({ 'lang.php': asked, 'settings.php': settings })) {
      const texts = await Promise.all(
        LANGUAGES.map(async (each) => assigned(await read(`${DOKUWIKI}/lang/${each}/${file}`))),
      );
      differ(texts);
      assert.deepEqual([...new Set(names)].sort(), Object.keys(texts[0]).sort(), file);
    }
  });

  it('Redmine: every text that is asked for', async () => {
    const folder = 'hosts/redmine/policy_elements';
    const names = [
      'init.rb',
      'lib/policy_elements/macro.rb',
      'app/views/settings/_policy_elements.html.erb',
    ];
    const sources = await Promise.all(names.map((name) => read(`${folder}/${name}`)));
    const asked = [...sources.join('').matchAll(/(?:\bl|I18n\.t)\(:(policy_elements_\w+)\)/g)];
    const texts = await Promise.all(
      LANGUAGES.map(async (each) => {
        const [head, ...lines] = (await read(`${folder}/config/locales/${each}.yml`))
          .trim()
          .split('\n');
        assert.equal(head, `${each}:`);
        return Object.fromEntries(
          lines
            .map((line) => /^ {2}(\w+): (".*")$/.exec(line))
            .map(([, id, text]) => [id, JSON.parse(text)]),
        );
      }),
    );
    differ(texts);
    assert.deepEqual([...new Set(asked.map(([, id]) => id))].sort(), Object.keys(texts[0]).sort());
  });

  it('SharePoint: the pane, and the web part in its list', async () => {
    const texts = await Promise.all(
      LANGUAGES.map(async (each) => {
        let said;
        const define = (_needs, make) => (said = make());
        runInNewContext(await read(`hosts/sharepoint/src/loc/${REGIONS[each]}.js`), { define });
        return { ...said };
      }),
    );
    differ(texts);
    const declared = await read('hosts/sharepoint/src/strings.d.ts');
    assert.deepEqual(declared.match(/(?<=const )\w+/g), Object.keys(texts[0]));
    const webPart = await read('hosts/sharepoint/src/PolicyWebPart.ts');
    for (const name of Object.keys(texts[0])) assert.ok(webPart.includes(`strings.${name}`), name);
    assert.doesNotMatch(webPart, /(label|text): ['"`]/);
    const manifest = JSON.parse(await read('hosts/sharepoint/src/PolicyWebPart.manifest.json'));
    const [{ group, title, description }] = manifest.preconfiguredEntries;
    differ(
      ['default', ...targetLocales.map((each) => REGIONS[each])].map((each) => ({
        group: group[each],
        title: title[each],
        description: description[each],
      })),
    );
  });

  it('the studio gives lines that the plugins know', async () => {
    const snippets = await read('studio/src/views/snippets.ts');
    const [, shortcode] = /`\[(policy[-_]\w+) src/.exec(snippets);
    assert.match(await read(`${WORDPRESS}/elements.php`), new RegExp(`'${shortcode}'`));
    const [, macro] = /`\{\{(policy_\w+)\(src/.exec(snippets);
    const tags = await read('hosts/redmine/policy_elements/lib/policy_elements/elements.rb');
    assert.match(tags, new RegExp(` ${macro.replaceAll('_', '-')}\\n`));
  });
});
