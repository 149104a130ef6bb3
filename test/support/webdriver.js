/** As much of WebDriver as a test of a page needs, for the engine that puppeteer does not drive. */
import { setTimeout as wait } from 'node:timers/promises';

/**
 * A session of a browser behind a driver on this machine.
 * @param {{ port: string | number, capabilities: object, pageLoad?: number }} options `pageLoad` in
 *   milliseconds
 * @returns what asks the driver: by HTTP method, route within the session and body
 */
export async function openSession({ port, capabilities, pageLoad = 60_000 }) {
  const send = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const { sessionId } = await send('POST', '/session', {
    capabilities: { alwaysMatch: capabilities },
  });
  const ask = (method, route, body) => send(method, `/session/${sessionId}${route}`, body);
  await ask('POST', '/timeouts', { script: 300_000, pageLoad });
  return ask;
}

/** A window of such a browser. */
export async function openWindow(options) {
  const ask = await openSession(options);
  const page = {
    goto: (url) => ask('POST', '/url', { url }),
    /** Runs a function in the page, with arguments that JSON can hold, and waits for what it gives. */
    async evaluate(look, ...args) {
      const { value, error } = await ask('POST', '/execute/async', {
        script: `const done = arguments[arguments.length - 1];
          Promise.resolve().then(() => (${look})(...[...arguments].slice(0, -1)))
            .then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }));`,
        args,
      });
      if (error) throw new Error(error);
      return value;
    },
    /** Waits until a function gives something true in the page. */
    async waitForFunction(look, ...args) {
      for (let turn = 0; turn < 400; turn++) {
        if (
          await page.evaluate(
            `(...args) => Promise.resolve((${look})(...args)).then(Boolean)`,
            ...args,
          )
        )
          return;
        await wait(50);
      }
      throw new Error(`waited in vain: ${look}`);
    },
    close: () => ask('DELETE', ''),
  };
  return page;
}
