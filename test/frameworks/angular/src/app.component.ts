import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { PolicyLanguageEvent } from 'policy-elements';
import { PolicyComponent } from './policy.component.js';
import { policies } from '../../policies.js';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  imports: [PolicyComponent],
  template: `
    <button id="french" (click)="lang.set('fr')"></button>
    <button id="toggle" (click)="shown.set(!shown())"></button>
    <button id="other" (click)="nth.set(1)"></button>
    <output id="loaded">{{ loaded() }}</output>
    <output id="chosen">{{ chosen() }}</output>
    <output id="sent">{{ sent() }}</output>
    @if (shown()) {
      <app-policy [lang]="lang()" [send]="send" (heading)="loaded.set($event)" />
    }
    <policy-viewer
      id="object"
      [policy]="policies[nth()]"
      [attr.lang]="lang()"
      hide="acknowledgement search"
      (policy-language)="onLanguage($event)"
    ></policy-viewer>
  `,
})
export class AppComponent {
  protected readonly policies = policies;
  protected readonly lang = signal('nl');
  protected readonly shown = signal(true);
  protected readonly nth = signal(0);
  protected readonly loaded = signal('');
  protected readonly chosen = signal('');
  protected readonly sent = signal('');
  protected readonly send = async ({ act, policy }: { act: string; policy: string }) => {
    this.sent.set(`${act} ${policy}`);
    return { recordedAt: '2026-03-01T09:30:00.000Z' };
  };

  protected onLanguage({ lang }: PolicyLanguageEvent): void {
    this.chosen.set(lang);
  }
}
