/** Looks a draft over beside the page: in a policy of thousands of items that takes a while. */
import { checkPolicy } from 'policy-elements';

interface Asked {
  number: number;
  draft: unknown;
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const { findings } = checkPolicy(data.draft);
  postMessage({ number: data.number, findings });
});
