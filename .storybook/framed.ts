import { addons } from 'storybook/preview-api';
import { UPDATE_GLOBALS } from 'storybook/internal/core-events';

/** As it stands in an address: `language:fr;scheme:dark`. */
const chosenIn = (address: string): [name: string, value: string][] =>
  [...(new URL(address).searchParams.get('globals') ?? '').matchAll(/(\w+):(\w+)/g)].map(
    ([, name, value]) => [name!, value!],
  );

function withChosen(address: string, chosen: string): string {
  const url = new URL(address, location.href);
  url.searchParams.set('globals', chosen);
  return url.href;
}

/**
 * A story in a frame of its own, on a page of documentation, is shown as is chosen above that page:
 * Storybook tells only stories that stand in the page itself.
 */
export function tellFrames(): void {
  const all = new Map(chosenIn(location.href));
  const tell = (): void => {
    const chosen = [...all].map((each) => each.join(':')).join(';');
    // What Storybook begins the address of a frame with.
    Object.assign(globalThis, { PREVIEW_URL: withChosen('iframe.html', chosen) });
    for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[id^="iframe--"]')) {
      const address = withChosen(frame.src, chosen);
      const page = frame.contentWindow?.location;
      // What is there already goes without a step to go back to; what is not comes once it is seen.
      if (page && page.href !== 'about:blank') page.replace(address);
      else frame.src = address;
    }
  };
  if (all.size) tell();
  // Only what the reader chooses is heard by this: of other events, those of the frames come as well.
  addons.getChannel().on(UPDATE_GLOBALS, ({ globals }: { globals: Record<string, string> }) => {
    for (const [name, value] of Object.entries(globals)) all.set(name, value);
    tell();
  });
}
