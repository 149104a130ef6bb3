/**
 * A reporter of `node --test` that writes each failed test as a line of JSON: `{ file, name }`, and
 * `within` where it failed only because of a test within it, which has a line of its own. Suites are
 * left out, as the summary does not count them; one without a test is told with `isEmpty`.
 */
export default async function* failures(events) {
  let inner = 0;
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.nesting > 0) inner += 1;
    else {
      if (type === 'test:pass' && data.details.type === 'suite' && inner === 0)
        yield `${JSON.stringify({ file: data.file, name: data.name, isEmpty: true })}\n`;
      inner = 0;
    }
    if (type === 'test:pass') continue;
    // What is expected to fail is no failure.
    if (data.todo !== undefined || data.skip !== undefined) continue;
    const within = data.details.error?.failureType === 'subtestsFailed';
    if (within && data.details.type === 'suite') continue;
    yield `${JSON.stringify({ file: data.file ?? data.name, name: data.name, within })}\n`;
  }
}
