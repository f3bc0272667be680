// Validates the HTML of all pages the journeys have seen (results/html), in one start of the Nu checker.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '../results/html');
const pages = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.html')) : [];
if (pages.length < 40) {
  console.error(`Only ${pages.length} pages were kept in results/html; the journeys see more than 40. Did they run?`);
  process.exit(1);
}

const jar = String(createRequire(import.meta.url)('vnu-jar'));
const result = spawnSync('java', ['-Xmx1g', '-jar', jar, '--errors-only', '--exit-zero-always', '--format', 'json', '--stdout', folder], {
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
if (result.error || result.status !== 0) {
  console.error(`The checker did not run: ${result.error?.message ?? result.stderr}`);
  process.exit(1);
}
const { messages } = JSON.parse(result.stdout);
// The same error stands on many pages: said once, with the number of pages and one of them.
const errors = new Map();
for (const { message, extract = '', url } of messages) {
  const known = errors.get(message) ?? { pages: new Set(), extract };
  known.pages.add(path.basename(url));
  errors.set(message, known);
}
for (const [message, { pages: on, extract }] of errors) {
  console.error(`${message}\n    on ${on.size} pages, such as ${[...on][0]}\n    ${extract.replace(/\s+/g, ' ').trim()}`);
}
console.log(`${pages.length} pages checked, ${errors.size} kinds of errors, ${messages.length} in all`);
process.exit(messages.length === 0 ? 0 : 1);
