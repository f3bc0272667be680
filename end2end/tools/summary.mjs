// Reads Playwright's JSON report. Prints how many tests of each project passed and failed, and fails if a project ran none.
//   node tools/summary.mjs REPORT            for people
//   node tools/summary.mjs --counts REPORT   two numbers: passed failed
import { existsSync, readFileSync } from 'node:fs';

const counts = process.argv.includes('--counts');
const file = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const report = file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { config: { projects: [] }, suites: [], errors: [] };
const projects = new Map(report.config.projects.map(({ name }) => [name, { passed: 0, failed: 0, skipped: 0 }]));

const failures = [];

function count(suite) {
  for (const spec of suite.specs ?? []) {
    for (const { projectName, status } of spec.tests) {
      const kind = { expected: 'passed', flaky: 'passed', skipped: 'skipped' }[status] ?? 'failed';
      projects.get(projectName)[kind] += 1;
      if (kind === 'failed') failures.push({ projectName, spec, results: spec.tests.find((one) => one.projectName === projectName).results });
    }
  }
  for (const inner of suite.suites ?? []) count(inner);
}
for (const suite of report.suites) count(suite);

const sum = (kind) => [...projects.values()].reduce((all, one) => all + one[kind], 0);
if (counts) {
  console.log(`${sum('passed')} ${sum('failed')}`);
  process.exit();
}
for (const [name, { passed, failed, skipped }] of projects) {
  console.log(`browser, ${name}: ${passed} passed; ${failed} failed; ${skipped} skipped`);
}
for (const { projectName, spec, results } of failures) {
  // The first lines of what went wrong, enough to tell why on a machine nobody can look into, without the colours of a terminal.
  const why = (results.at(-1)?.error?.message ?? 'no message').replace(/\u001b\[\d*m/g, '').split('\n').slice(0, 40).join('\n    ');
  console.log(`failed in ${projectName}: ${spec.file}:${spec.line} ${spec.title}\n    ${why}`);
}
// Once more at the very end, a line each: whoever sees only the last lines must see which they were.
for (const { projectName, spec } of failures) console.log(`failed in ${projectName}: ${spec.file}:${spec.line} ${spec.title}`);
const idle = [...projects].filter(([, { passed, failed }]) => passed + failed === 0).map(([name]) => name);
if (projects.size === 0 || idle.length > 0) {
  console.log(projects.size === 0 ? 'The browser tests did not run.' : `No test has run in: ${idle.join(', ')}`);
  process.exit(1);
}
