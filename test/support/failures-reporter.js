/**
 * A reporter of `node --test` that writes each failed test as a line of JSON: `{ file, name }`. A
 * suite that fails only because of a test within it is left out.
 */
export default async function* failures(events) {
  for await (const { type, data } of events) {
    if (type !== 'test:fail') continue;
    // What is expected to fail is no failure.
    if (data.todo !== undefined || data.skip !== undefined) continue;
    if (data.details.error?.failureType === 'subtestsFailed') continue;
    yield `${JSON.stringify({ file: data.file ?? data.name, name: data.name })}\n`;
  }
}
