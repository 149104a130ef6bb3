import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { buildingBlocks } from '../../src/policy/coverage.js';
import { sectionSchemas } from '../../src/policy/schema.js';
import { elementFor } from '../../src/sections.js';

describe('building blocks', () => {
  // The table in docs/building-blocks.md says the same.
  for (const { id, type, element } of buildingBlocks) {
    it(`has a section type and an element for ${id}`, async () => {
      if (type) {
        expect(sectionSchemas).to.have.property(type);
        expect(elementFor(type)).to.equal(element);
      }
      expect(customElements.get(element), element).not.to.equal(undefined);
      const page = await (await fetch('/docs/building-blocks.md')).text();
      expect(page).to.match(new RegExp(`\\| \`${id}\` +\\|.*\`${element}\``));
    });
  }
});
