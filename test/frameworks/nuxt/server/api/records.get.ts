export default defineEventHandler(
  async () => (await useStorage().getItem<unknown[]>('records')) ?? [],
);
