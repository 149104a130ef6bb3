import { Component, CUSTOM_ELEMENTS_SCHEMA, input, output } from '@angular/core';
import 'policy-elements/define/policy-viewer.js';
import type { AcknowledgementRecord, PolicyLoadEvent } from 'policy-elements';

@Component({
  selector: 'app-policy',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <policy-viewer
      src="/policy.json"
      [attr.lang]="lang()"
      [send]="send()"
      heading-level="2"
      (policy-load)="onLoad($event)"
    >
      <a href="/policy.pdf">Read the policy (PDF)</a>
    </policy-viewer>
  `,
})
export class PolicyComponent {
  readonly lang = input.required<string>();
  readonly send = input.required<(record: AcknowledgementRecord) => Promise<unknown>>();
  readonly heading = output<string>();

  protected onLoad({ policy }: PolicyLoadEvent): void {
    this.heading.emit(policy.id);
  }
}
