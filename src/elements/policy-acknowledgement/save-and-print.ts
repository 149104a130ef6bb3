import { render, type TemplateResult } from 'lit';

/** As much of a receipt as its file and its paper are named after. */
interface Receipt {
  record: { policy: string; version: string };
}

const nameOf = ({ record }: Receipt): string => `receipt-${record.policy}-${record.version}`;

/** Gives the receipt to the reader as a file that anybody can verify. */
export function download(receipt: Receipt): void {
  const text = `${JSON.stringify(receipt, undefined, 2)}\n`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = `${nameOf(receipt)}.json`;
  link.click();
  // Some browsers fetch it later than at once.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Prints this and nothing of the page around it: from a frame, which needs no style of the page's. */
export function printAlone(content: TemplateResult, lang: string, receipt: Receipt): void {
  const frame = document.createElement('iframe');
  frame.inert = true;
  frame.ariaHidden = 'true';
  // Without size and not `hidden`: some browsers do not print what has no box.
  frame.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 0; height: 0; border: 0';
  document.body.append(frame);
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!view) return frame.remove();
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(PAPER);
  const { document: paper } = view;
  paper.adoptedStyleSheets = [sheet];
  paper.documentElement.lang = lang;
  paper.title = nameOf(receipt);
  render(content, paper.body);
  view.addEventListener('afterprint', () => setTimeout(() => frame.remove()));
  view.focus();
  view.print();
}

const PAPER = `
  @page { margin: 18mm; }
  body { margin: 0; font: 10.5pt/1.5 system-ui, sans-serif; color: #000; background: #fff; }
  h1 { margin: 0 0 0.75em; font-size: 18pt; line-height: 1.2; text-wrap: balance; }
  p { margin: 0 0 0.5em; }
  blockquote { margin: 0 0 1.5em; max-width: 66ch; }
  dl { margin: 0; }
  dl > div { display: grid; grid-template-columns: 12em 1fr; gap: 1.5em; padding: 0.4em 0; border-top: 1px solid #bbb; break-inside: avoid; }
  dt { color: #333; }
  dd { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
  code { font-family: inherit; }
`;
