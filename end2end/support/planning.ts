// Sessions that a chair makes.
import { expect, test } from '@playwright/test';
import type { Portal } from './portal.ts';

/** The day so many days later. */
export const day = (from: Date, days: number): string => new Date(from.getTime() + days * 86_400_000).toISOString().slice(0, 10);

let running = 0;

/** A new session in New York that begins in 120 days; its address. */
export async function makeSession(portal: Portal, now: Date): Promise<string> {
  await portal.open('/bodies/oewg');
  await portal.follow('New session');
  const { project, workerIndex } = test.info();
  await portal.fill('Code', `${project.name.slice(0, 5)}-${String(workerIndex)}-${String(++running)}`);
  await portal.fill('Title', 'Session of the browser tests');
  await portal.fill('First day', day(now, 120));
  await portal.fill('Last day', day(now, 124));
  await portal.fill('City', 'New York');
  await portal.chooseValue('Time zone', 'America/New_York');
  await portal.press('Save the session');
  await expect(portal.page).toHaveURL(/\/sessions\/[^/]+$/);
  return new URL(portal.page.url()).pathname.replace(/^\/ar\//, '/');
}
