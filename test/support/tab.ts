import { IndexedDbStore } from '../../src/acknowledgement/outbox-store.js';
import type { StorageFaults } from './storage-faults.js';
import { until } from './page.js';

let keys = 0;
export const newKey = () => `tab${Math.random()}${keys++}`;
/** An endpoint of one's own; `query` says how it is minded. See server-with-moods.js. */
export const at = (key: string, query = '') => `/moods/endpoint?key=${key}&${query}`;

export interface Attempt {
  record: { id: string; reader?: string };
  time: number;
}
export const received = async (key: string) =>
  (await (await fetch(`/moods/records?key=${key}`)).json()) as Attempt[];
export const storedAt = async (key: string) =>
  ((await (await fetch(`/moods/own?key=${key}`)).json()) as { records: object[] }).records;
/** What the browser keeps for a subject: a page shows an end before it is written down. */
export const keptFor = async (subject: string) =>
  (await new IndexedDbStore().all()).entries.filter((entry) => entry.record.subject === subject);
export const signIn = (key: string, reader: string) =>
  fetch(`/moods/signin?key=${key}&reader=${reader}`);

export const SLOW = { base: 1e9 };
// A tab that was closed while it sent leaves its lease behind.
export const FAST = { base: 20, ceiling: 100, lease: 1500 };

export interface TabOptions {
  endpoint?: string;
  subject?: string;
  pace?: object;
  blocked?: boolean;
  faults?: StorageFaults;
}

/** A page with an element of its own: what it keeps is there for the next one. */
export class Tab {
  readonly frame = document.createElement('iframe');
  constructor({ endpoint, subject, pace = FAST, blocked, faults }: TabOptions) {
    // A database on a machine that does much at once is slow, and not silent: that is another test.
    const all = { reread: 100, storage: 20_000, ...pace };
    const query = new URLSearchParams({ pace: JSON.stringify(all) });
    if (endpoint) query.set('endpoint', endpoint);
    if (subject) query.set('subject', subject);
    if (blocked) query.set('blocked', '');
    if (faults) query.set('faults', JSON.stringify(faults));
    this.frame.src = `/test/support/tab.html?${query}`;
    this.frame.width = '400';
    this.frame.height = '500';
    document.body.append(this.frame);
    tabs.push(this);
  }
  get window(): Window & typeof globalThis {
    return this.frame.contentWindow as Window & typeof globalThis;
  }
  get element(): Element | null | undefined {
    return this.frame.contentDocument?.querySelector('policy-acknowledgement');
  }
  all(selector: string): HTMLElement[] {
    return this.element
      ? [...(this.element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])]
      : [];
  }
  get text(): string {
    return [...(this.element?.shadowRoot?.childNodes ?? [])]
      .map((node) => node.textContent)
      .join(' ');
  }
  async see(selector: string): Promise<void> {
    await until(selector, () => this.all(selector).length);
  }
  async says(text: string): Promise<void> {
    await until(text, () => this.text.includes(text));
  }
  async confirm(): Promise<void> {
    await this.see('form [type=submit]');
    this.all('input')[0]!.click();
    this.all('[type=submit]')[0]!.click();
  }
  press(label: string): void {
    this.all('button')
      .find(({ textContent }) => textContent?.trim() === label)!
      .click();
  }
  /** The endpoint has said who is signed in. */
  async asked(): Promise<void> {
    await until('who it is', () =>
      this.window.performance
        .getEntriesByType('resource')
        .some(({ name, duration }) => name.includes('policy=test') && duration > 0),
    );
  }
  close(): void {
    this.frame.remove();
  }
}

const tabs: Tab[] = [];
export const closeTabs = () => tabs.splice(0).forEach((tab) => tab.close());
