import type { AcknowledgementRecord } from './acknowledgement/record.js';
import type { AcknowledgementStatus, StatusDetail } from './acknowledgement/status.js';
import type { Finding } from './policy/findings.js';
import type { Policy } from './policy/schema.js';

abstract class PolicyEvent extends Event {
  constructor(type: string, init: EventInit = {}) {
    super(type, { bubbles: true, composed: true, ...init });
  }
}

/** A policy is ready. */
export class PolicyLoadEvent extends PolicyEvent {
  static readonly type = 'policy-load';
  constructor(
    readonly policy: Policy,
    readonly findings: readonly Finding[],
  ) {
    super(PolicyLoadEvent.type);
  }
}

/** Something could not be read, shown or sent. */
export class PolicyProblemEvent extends PolicyEvent {
  static readonly type = 'policy-problem';
  constructor(
    /** What went wrong: a code of `LoadError`, `SendError`, or `findings`. */
    readonly code: string,
    readonly findings: readonly Finding[] = [],
    readonly cause?: unknown,
  ) {
    super(PolicyProblemEvent.type);
  }
}

/** The reader chose a language (BCP 47). */
export class PolicyLanguageEvent extends PolicyEvent {
  static readonly type = 'policy-language';
  constructor(readonly lang: string) {
    super(PolicyLanguageEvent.type);
  }
}

/** The reader said who they are: audience ids, none for everybody. */
export class PolicyAudienceEvent extends PolicyEvent {
  static readonly type = 'policy-audience';
  constructor(readonly audience: readonly string[]) {
    super(PolicyAudienceEvent.type);
  }
}

/** The reader goes to an item. Cancel it to lead there yourself: neither page nor address change. */
export class PolicyNavigateEvent extends PolicyEvent {
  static readonly type = 'policy-navigate';
  constructor(
    readonly id: string,
    /** What stands behind `#` in the address of the item. */
    readonly fragment: string,
  ) {
    super(PolicyNavigateEvent.type, { cancelable: true });
  }
}

/** Before a record is sent. Cancel it to send nothing, or answer in the endpoint's place. */
export class PolicyAcknowledgeEvent extends PolicyEvent {
  static readonly type = 'policy-acknowledge';
  /** What a host promised by `respondWith`. */
  response?: Promise<unknown>;

  constructor(readonly record: AcknowledgementRecord) {
    super(PolicyAcknowledgeEvent.type, { cancelable: true });
  }

  /**
   * The host sends the record itself. What the promise resolves to is read as the endpoint's
   * answer (`receipt`, `recordedAt`); a rejection is told to the reader, who may try again.
   */
  respondWith(response: Promise<unknown>): void {
    this.response = Promise.resolve(response);
  }
}

/** The reader came to the end of a quiz. Nobody else is told: what a host does with it is its own. */
export class PolicyQuizEvent extends PolicyEvent {
  static readonly type = 'policy-quiz';
  constructor(
    /** Questions answered right. */
    readonly correct: number,
    /** Questions that have a right answer. */
    readonly total: number,
  ) {
    super(PolicyQuizEvent.type);
  }
}

/** The reader searched. Nobody else is told, unless `search-endpoint` says whom. */
export class PolicySearchEvent extends PolicyEvent {
  static readonly type = 'policy-search';
  constructor(
    /** What was typed, after a pause. */
    readonly query: string,
    /** How many answers were found, without what merely comes closest. */
    readonly count: number,
  ) {
    super(PolicySearchEvent.type);
  }
}

/** The reader wants to see what changed since the version they answered. Cancel it to show that yourself. */
export class PolicyCompareEvent extends PolicyEvent {
  static readonly type = 'policy-compare';
  constructor(
    /** MAJOR.MINOR */
    readonly version: string,
  ) {
    super(PolicyCompareEvent.type, { cancelable: true });
  }
}

/** The endpoint confirmed the record. */
export class PolicyRecordedEvent extends PolicyEvent {
  static readonly type = 'policy-recorded';
  constructor(
    readonly record: AcknowledgementRecord,
    /** Compact JWS, where the endpoint gives one. */
    readonly receipt: string | undefined,
  ) {
    super(PolicyRecordedEvent.type);
  }
}

/** It is known how this reader stands towards the policy, or that has changed. */
export class PolicyStatusEvent extends PolicyEvent {
  static readonly type = 'policy-status';
  readonly status: AcknowledgementStatus;
  /** MAJOR.MINOR that was answered. */
  readonly version: string | undefined;
  /** ISO date and time at which the answer was recorded; of a pending one, at which it was given. */
  readonly at: string | undefined;

  constructor({ status, version, at }: StatusDetail) {
    super(PolicyStatusEvent.type);
    this.status = status;
    this.version = version;
    this.at = at;
  }
}

declare global {
  interface PolicyEventMap {
    'policy-load': PolicyLoadEvent;
    'policy-problem': PolicyProblemEvent;
    'policy-language': PolicyLanguageEvent;
    'policy-audience': PolicyAudienceEvent;
    'policy-navigate': PolicyNavigateEvent;
    'policy-acknowledge': PolicyAcknowledgeEvent;
    'policy-recorded': PolicyRecordedEvent;
    'policy-compare': PolicyCompareEvent;
    'policy-quiz': PolicyQuizEvent;
    'policy-search': PolicySearchEvent;
    'policy-status': PolicyStatusEvent;
  }
  // They bubble: whoever listens further out gets the same.
  interface HTMLElementEventMap extends PolicyEventMap {}
  interface DocumentEventMap extends PolicyEventMap {}
  interface WindowEventMap extends PolicyEventMap {}
}
