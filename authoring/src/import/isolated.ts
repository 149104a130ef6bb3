/** The import in a thread of its own with limits on memory and time: for Node, and files of others. */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { importDocument, type ImportDraft, type ImportOptions } from './draft.js';
import { ImportError, type ImportProblem } from './import-error.js';

const MEGABYTES = 640;
const SECONDS = 60;

interface Task {
  input: Uint8Array | string;
  options: Omit<ImportOptions, 'taken'> & { taken?: string[] };
}
type Answer = { draft: ImportDraft } | { code: ImportProblem; params: ImportError['params'] };

/** As `importDocument`; what takes more than 640 MB or a minute is refused. */
export function importIsolated(
  input: Uint8Array | string,
  options: Task['options'],
): Promise<ImportDraft> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: { input, options } satisfies Task,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES, stackSizeMb: 4 },
    });
    const timer = setTimeout(() => finish(new ImportError('too-slow')), SECONDS * 1000);
    const finish = (outcome: ImportDraft | Error) => {
      clearTimeout(timer);
      void worker.terminate();
      if (outcome instanceof Error) reject(outcome);
      else resolve(outcome);
    };
    worker.once('message', (answer: Answer) =>
      finish('draft' in answer ? answer.draft : new ImportError(answer.code, answer.params)),
    );
    worker.once('error', (error: NodeJS.ErrnoException) =>
      finish(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ImportError('too-slow') : error),
    );
  });
}

function answer({ input, options }: Task): Answer {
  try {
    return { draft: importDocument(input, options) };
  } catch (error) {
    if (error instanceof ImportError) return { code: error.code, params: error.params };
    if (error instanceof RangeError) return { code: 'too-deep', params: {} };
    throw error;
  }
}

if (!isMainThread && parentPort) parentPort.postMessage(answer(workerData as Task));
