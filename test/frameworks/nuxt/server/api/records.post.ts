/** As an organisation's own endpoint may: it takes what the reader confirmed, and says so. */
export default defineEventHandler(async (event) => {
  await useStorage().setItem('records', [
    ...((await useStorage().getItem<unknown[]>('records')) ?? []),
    await readBody<unknown>(event),
  ]);
  setResponseStatus(event, 201);
  return { recordedAt: new Date().toISOString() };
});
