/** What a policy asks to confirm, to begin with: by language, whatever the studio speaks. */
export const STATEMENT: Readonly<Record<string, string>> = {
  nl: 'Ik heb dit beleid gelezen en begrepen.',
  fr: 'J’ai lu et compris cette charte.',
  de: 'Ich habe diese Richtlinie gelesen und verstanden.',
  en: 'I have read and understood this policy.',
};
