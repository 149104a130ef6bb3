/** Fields that hold a text for readers, by the last name of their path. */
export const TEXT_FIELD_NAMES: ReadonlySet<string> = new Set([
  ...['title', 'name', 'label', 'role', 'question', 'purpose', 'topics', 'by', 'tags', 'keywords'],
  ...['summary', 'intro', 'body', 'description', 'benefits', 'risks', 'condition', 'why'],
  ...['consequence', 'example', 'steps', 'reply', 'help', 'answer', 'explanation', 'statement'],
]);
