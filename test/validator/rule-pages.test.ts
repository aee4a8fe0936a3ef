import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { renderRulePage } from '../../packages/validator/src/rule/page.ts';
import { rules } from '../../packages/validator/src/rules/index.ts';

const docs = fileURLToPath(new URL('../../docs/rules', import.meta.url));
const update = process.env.UPDATE === '1';

const pages = new Map(rules.map(({ id, rule }) => [`${id}.md`, renderRulePage(id, rule)]));
const groups = [...new Set(rules.map(({ id }) => id.slice(0, id.indexOf('/'))))];
const index = groups.map((group) => {
  const lines = rules
    .filter(({ id }) => id.startsWith(`${group}/`))
    .map(({ id, rule }) => `- [${id}](${id}.md) (${rule.severity}): ${rule.summary}`);
  return `## ${group}\n\n${lines.join('\n')}`;
});
pages.set('README.md', `# Rules\n\n${index.join('\n\n')}\n`);

test('each rule has its page under docs/rules, made from its declaration, and there is no other page', () => {
  const found = existsSync(docs)
    ? readdirSync(docs, { recursive: true, encoding: 'utf8' })
        .map((file) => file.replaceAll('\\', '/'))
        .filter((file) => file.endsWith('.md'))
    : [];
  for (const file of found) {
    if (update && !pages.has(file)) rmSync(join(docs, file));
    else assert.ok(pages.has(file), `${file} is the page of no rule; UPDATE=1 takes it away`);
  }
  for (const [file, page] of pages) {
    const path = join(docs, file);
    if (update) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, page);
    }
    assert.is(existsSync(path) ? readFileSync(path, 'utf8') : '', page, `${file} is stale; UPDATE=1 writes it`);
  }
});

test('a page links to pages that exist and its code fences are closed', () => {
  for (const [file, page] of pages) {
    for (const [, link = ''] of page.matchAll(/\]\(([^):]+\.md)\)/g))
      assert.ok(pages.has(posix.join(dirname(file), link)), `${file} links to ${link}`);
    assert.is((page.match(/^```/gm) ?? []).length % 2, 0, file);
  }
});

test.run();
