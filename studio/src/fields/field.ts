/** How a field of a policy is written: what it is called, and with what. */
export type FieldKind =
  | 'line'
  | 'text'
  | 'texts'
  | 'choice'
  | 'date'
  | 'duration'
  | 'address'
  | 'email'
  | 'phone'
  | 'word'
  | 'switch'
  | 'languages'
  | 'one-of'
  | 'some-of'
  | 'options'
  | 'answers'
  | 'image'
  | 'keywords';

/** What a field may point at. */
export type Target = 'contact' | 'training' | 'audience' | 'any' | 'who';

export interface Field {
  name: string;
  kind: FieldKind;
  label: () => string;
  hint?: () => string;
  required?: boolean;
  /** Values and what they are called. */
  choices?: () => readonly (readonly [value: string, label: string])[];
  /** What holds where nothing is chosen. */
  otherwise?: string;
  /** What it means that nothing is chosen, where that is not simply “none”. */
  none?: () => string;
  target?: Target;
  /** Shown among what is seldom needed. */
  more?: boolean;
}
