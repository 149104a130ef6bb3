import { en } from './en.js';
import { fr } from './fr.js';
import type { MessageLanguage, Messages } from './messages.js';
import { nl } from './nl.js';

const ALL: Readonly<Record<MessageLanguage, Messages>> = { nl, fr, en };

export const messagesIn = (lang: MessageLanguage): Messages => ALL[lang];
