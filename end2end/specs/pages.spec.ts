// What holds for every page: axe, one heading, title, language and direction, nothing wider than 320 px.
// The HTML of all of them is kept and validated afterwards (tools/check-html.mjs).
import { expect, test } from '../fixtures.ts';
import { look, together, walk } from '../support/sights.ts';

for (const [number, sights] of together().entries()) {
  const who = sights[0]?.as;
  test(`${sights.length} pages as ${who ?? 'a visitor'} (${number + 1}): ${sights[0]?.name} …`, async ({ portal }) => {
    test.setTimeout(180_000);
    if (who) await portal.signIn(who);
    const troubles: string[] = [];
    for (const sight of sights) {
      // One page that fails hides none of the others.
      await test.step(sight.name, async () => {
        await look(portal, sight);
        await portal.checkPage();
      }).catch((error: unknown) => troubles.push(`${sight.name}: ${error instanceof Error ? error.message : String(error)}`));
    }
    expect(troubles).toEqual([]);
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
