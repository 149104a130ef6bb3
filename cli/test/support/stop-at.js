/**
 * For `node --import`: a power cut at the step that POLICY_STOP_AT counts. A step is a file that is
 * opened for writing, a file that takes its name, and a request: before it is sent, and when its
 * answer has come.
 */
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const stop = Number(process.env.POLICY_STOP_AT);
let steps = 0;
const step = () => {
  if (steps++ === stop) process.kill(process.pid, 'SIGKILL');
};

const { open, rename } = fs;
fs.open = (file, flags, ...rest) => {
  if (flags?.startsWith('w')) step();
  return open(file, flags, ...rest);
};
fs.rename = (...args) => {
  step();
  return rename(...args);
};
syncBuiltinESMExports();

const { fetch } = globalThis;
globalThis.fetch = async (...args) => {
  const writes = args[1]?.method === 'PUT';
  if (writes) step();
  const answer = await fetch(...args);
  if (writes) step();
  return answer;
};
