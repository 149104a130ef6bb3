import { platformKey } from '../../icons/icon.js';

const NAMES: ReadonlyMap<string, string> = new Map([
  ['linkedin', 'LinkedIn'],
  ['youtube', 'YouTube'],
  ['tiktok', 'TikTok'],
  ['whatsapp', 'WhatsApp'],
  ['github', 'GitHub'],
  ['rss', 'RSS'],
]);

/** A platform's name as it writes itself: `linkedin` → `LinkedIn`. */
export function platformName(platform: string): string {
  const key = platformKey(platform);
  // A blog or a feed has a mark in common with RSS, not its name.
  const own = platform.trim().toLowerCase();
  return (
    NAMES.get(own === 'twitter' ? key : own) ?? (own === 'twitter' ? 'X' : capital(platform.trim()))
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
