/** A receiver that takes the hosts' word for who it is, and tells what it has kept. */
import { join } from 'node:path';
import { createReceiver, openStore } from '@policy-elements/receiver';

export const ENDPOINT = '/api/acknowledgements';

const utf8 = (header) => Buffer.from(header, 'latin1').toString('utf8');

export async function startReceiver({ folder, port }) {
  const store = await openStore({ data: join(folder, 'receiver') });
  const receiver = createReceiver({
    store,
    identify: ({ headers }) => {
      const id = headers['x-forwarded-user'];
      return id && { id: utf8(id), name: utf8(headers['x-forwarded-name'] ?? id) };
    },
    mayReview: () => true,
  });
  const address = await receiver.listen({ port });
  return {
    endpoint: `${address}${ENDPOINT}`,
    /** What was kept of this person, as the receiver itself answers it. */
    recordsOf: async (id) => {
      const response = await fetch(`${address}${ENDPOINT}`, {
        headers: { 'x-forwarded-user': id },
      });
      return (await response.json()).records;
    },
    stop: async () => {
      await receiver.close();
      await store.close();
    },
  };
}
