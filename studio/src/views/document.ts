/** A document as it was read, beside the draft that was made of it. */
import type { Block, Run } from '@policy-elements/authoring/import/blocks.js';
import { html, type TemplateResult } from 'lit';

const text = (runs: readonly Run[]): unknown =>
  runs.map((run) => {
    const words = run.italic ? html`<em>${run.text}</em>` : run.text;
    return run.bold ? html`<strong>${words}</strong>` : words;
  });

export const documentView = (blocks: readonly Block[]): unknown => blocks.map(blockView);

function blockView(block: Block): TemplateResult {
  switch (block.kind) {
    case 'heading':
      return html`<p><strong>${text(block.runs)}</strong></p>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${documentView(item)}</li>`);
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'table':
      return html`<table><tbody>
        ${block.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${documentView(cell)}</td>`)}</tr>`)}
      </tbody></table>`;
    case 'quote':
      return html`<blockquote>${documentView(block.blocks)}</blockquote>`;
    case 'code':
      return html`<pre>${block.text}</pre>`;
    default:
      return html`<p>${text(block.runs)}</p>`;
  }
}
