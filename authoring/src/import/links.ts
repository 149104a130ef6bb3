/** Links of a document: what may stay, stays; the rest keeps its words and loses its address. */
import { plain, type Block, type Left, type Run } from './blocks.js';

const SAFE = /^(https?:\/\/[^\s/]|mailto:[^\s@]+@|tel:[+\d])/i;
const MAIL = /^[^\s@<>"/]+@[^\s@<>"/]+\.[a-z]{2,}$/i;
const HOST = /^(www\.|[\w-]+(\.[\w-]+)*\.(be|nl|fr|eu|com|org|net|gov|edu|lu|de)(\/|$))/i;

/** The address a link may keep, or why it may not. */
export function linkAddress(
  href: string,
): { href: string } | { reason: 'unsafe-link' | 'link-to-place' } {
  const bare = [...href].filter((letter) => letter > ' ' && letter !== '\u007f').join('');
  if (SAFE.test(bare)) return valid(bare);
  if (MAIL.test(bare)) return { href: `mailto:${bare}` };
  if (HOST.test(bare)) return valid(`https://${bare}`);
  return { reason: /^[a-z][a-z0-9+.-]*:/i.test(bare) ? 'unsafe-link' : 'link-to-place' };
}

function valid(href: string): { href: string } | { reason: 'unsafe-link' } {
  try {
    new URL(href);
    return { href: href.replace(/[<>"\\^`{}|]/g, (mark) => encodeURIComponent(mark)) };
  } catch {
    return { reason: 'unsafe-link' };
  }
}

/** Blocks with links that may stand in a policy, and those that were taken out. */
export function cleanLinks(blocks: readonly Block[]): { blocks: Block[]; left: Left[] } {
  const left: Left[] = [];
  let where = '';
  const runs = (all: readonly Run[]): Run[] =>
    all.map(({ href, ...run }) => {
      if (href === undefined) return run;
      const link = linkAddress(href);
      if ('href' in link) return { ...run, href: link.href };
      const told = href && !/^#/.test(href);
      if (told) left.push({ text: href.slice(0, 500), where, reason: link.reason });
      return run;
    });
  const clean = (block: Block): Block => {
    switch (block.kind) {
      case 'list':
        return { ...block, items: block.items.map((item) => item.map(clean)) };
      case 'table':
        return { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map(clean))) };
      case 'quote':
        return { ...block, blocks: block.blocks.map(clean) };
      case 'code':
        return block;
      default:
        if (block.kind === 'heading') where = plain(block.runs);
        return { ...block, runs: runs(block.runs) };
    }
  };
  return { blocks: blocks.map(clean), left };
}
