// One's own calendar of deadlines: an address is made, read by a program without signing in, made anew, and ended.
import { expect, test } from '../fixtures.ts';
import type { Portal } from '../support/portal.ts';

/** The address that the page shows this once. */
async function shown(portal: Portal): Promise<string> {
  const address = await portal.page.getByRole('main').locator('code').textContent();
  expect(address).toMatch(/^https?:\/\/.+\.ics$/);
  // The portal of the tests is reached at an address of its own.
  return new URL(address ?? '').pathname;
}

test('makes an address for the own calendar, makes it anew, and ends it', async ({ portal, server }) => {
  const read = (address: string): Promise<Response> => fetch(`${server.url}${address}`);
  await portal.newMember();
  await portal.open('/account');
  await portal.follow('My calendar');
  await portal.sees(portal.part('You have no address yet.'));
  await portal.press('Make an address');
  await portal.sees(portal.part('It is shown this once. Any earlier one has ended.'));
  await portal.checkPage();
  const first = await shown(portal);
  const feed = await read(first);
  expect(feed.status).toBe(200);
  expect(feed.headers.get('content-type')).toMatch(/^text\/calendar/);
  expect(await feed.text()).toContain('BEGIN:VEVENT');
  await portal.follow('I have copied it');

  await portal.open('/account/calendar');
  await portal.checkPage();
  await expect(portal.page.getByText('.ics')).toHaveCount(0);
  await portal.press('Make a new address');
  const second = await shown(portal);
  expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);

  await portal.open('/account/calendar');
  await portal.press('End the address');
  await portal.sees(portal.part('You have no address yet.'));
  expect((await read(second)).status).toBe(404);
});
