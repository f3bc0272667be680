// What holds for every page: axe, one heading, title, language and direction, nothing wider than 320 px.
// The HTML of all of them is kept and validated afterwards (tools/check-html.mjs).
import { expect, test } from '../fixtures.ts';
import { SIGHTS, visit, walk } from '../support/sights.ts';

for (const sight of SIGHTS) {
  test(sight.as ? `${sight.name}, as ${sight.as}` : sight.name, async ({ portal }) => {
    await visit(portal, sight);
    await portal.checkPage();
  });
}

test('the pages of the way of a paper and a comment', async ({ portal }) => {
  test.setTimeout(180_000);
  await walk(portal, (name) => test.step(name, () => portal.checkPage()));
});

test('a form that is refused', async ({ portal }) => {
  await portal.open('/sign-in');
  await portal.fill('Email', 'nobody@example.org');
  await portal.fill('Password', 'not the right one');
  await portal.press('Sign in');
  await expect(portal.page.getByRole('alert')).toBeVisible();
  await portal.checkPage();
});
