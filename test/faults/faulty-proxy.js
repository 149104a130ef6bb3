/**
 * Stands between page and server, and fails as networks, gateways and servers do. It serves the
 * page as well, so that both share an origin.
 */
import { createServer, request as ask } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** How often which fault happens to a request. */
const FAULTS = {
  none: 45,
  'reset-before': 8,
  'reset-after': 10,
  'error-before': 6,
  'error-after': 6,
  'too-many': 3,
  'silent-before': 4,
  'silent-after': 5,
  'cut-off': 5,
  twice: 8,
  slow: 8,
};

/** Longer than the page waits for an answer. */
const SILENCE = 1500;

export async function startProxy({ target, random, pages }) {
  const counts = {};
  const requests = new Map();
  const sockets = new Set();
  const note = (fault) => (counts[fault] = (counts[fault] ?? 0) + 1);

  const server = createServer((request, response) => {
    const page = request.method === 'GET' && pages(request.url);
    if (page)
      return void page.then(
        (answer) => send(response, answer),
        () => response.destroy(),
      );
    pass(request, response).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  async function pass(request, response) {
    const body = await readAll(request);
    const id = request.headers['idempotency-key'];
    if (id) requests.set(id, (requests.get(id) ?? 0) + 1);
    const fault = random.pick(FAULTS);
    note(fault);
    const forward = () => forwardTo(target, request, body);
    const gone = () => request.socket.resetAndDestroy();
    switch (fault) {
      case 'reset-before':
        return gone();
      case 'reset-after':
        await forward();
        return gone();
      case 'error-before':
        return send(response, { status: 500, body: 'no' });
      case 'error-after':
        await forward();
        return send(response, { status: 502, body: '<h1>Bad gateway</h1>' });
      case 'too-many':
        return send(response, { status: 429, headers: { 'retry-after': retryAfter(random) } });
      case 'silent-before':
        await sleep(SILENCE);
        return gone();
      case 'silent-after':
        await forward();
        await sleep(SILENCE);
        return gone();
      case 'cut-off':
        return cutOff(response, await forward());
      case 'twice':
        return send(response, (await Promise.all([forward(), forward()]))[random.between(0, 2)]);
      case 'slow':
        await sleep(random.between(50, 300));
        return send(response, await forward());
      default:
        return send(response, await forward());
    }
  }

  const listen = (port) =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve(server.address().port);
      });
    });
  const hangUp = () =>
    new Promise((resolve) => {
      server.close(resolve);
      for (const socket of sockets) socket.resetAndDestroy();
    });
  const port = await listen(0);
  let ended = false;
  const outages = (async () => {
    while (!ended) {
      await sleep(random.between(3000, 8000), undefined, { ref: false });
      if (ended) return;
      // Nobody listens: connections are refused.
      await hangUp();
      note('refused-for-a-while');
      await sleep(random.between(150, 500));
      // Whoever was given the port meanwhile gives it back when they end.
      while (!ended && !(await listen(port).catch(() => undefined))) await sleep(50);
    }
  })();
  return {
    address: `http://127.0.0.1:${port}`,
    counts,
    requests,
    async stop() {
      ended = true;
      await Promise.race([outages, sleep(1000)]);
      await hangUp();
    },
  };
}

const retryAfter = (random) =>
  random.chance(0.5) ? '1' : new Date(Date.now() + 1000).toUTCString();

async function readAll(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function forwardTo(target, { method, url, headers }, body) {
  return new Promise((resolve, reject) => {
    const passed = ask(target + url, { method, headers }, async (answer) => {
      const text = await readAll(answer).catch(reject);
      resolve({ status: answer.statusCode, headers: answer.headers, body: text });
    });
    passed.on('error', reject);
    passed.end(body);
  });
}

function send(response, { status = 200, headers = {}, body = '' }) {
  const rest = { ...headers };
  delete rest['transfer-encoding'];
  delete rest.connection;
  response.writeHead(status, { ...rest, 'content-length': Buffer.byteLength(body) }).end(body);
}

/** The head says it is recorded, and half the body is missing. */
function cutOff(response, { status, headers, body }) {
  response.writeHead(status, { ...headers, 'content-length': body.length });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () =>
    setTimeout(() => response.socket?.resetAndDestroy(), 5),
  );
}
