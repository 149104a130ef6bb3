// `server/assets/policy.json`, for readers and for what is drawn here.
export default defineEventHandler(() => useStorage('assets:server').getItem('policy.json'));
