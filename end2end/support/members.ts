// The members of an organisation: inviting somebody, accepting, and finding them on a page.
import { expect } from '@playwright/test';
import { somebody, type Person, type Portal } from './portal.ts';

/** The path of the organisation somebody is a member of, as their desk leads to it. */
export async function ownOrganisation(portal: Portal): Promise<string> {
  await portal.open('/desk');
  const link = (await portal.links('/organisations/')).find((href) => !href.endsWith('/members') && !href.includes('#'));
  return (link ?? '').replace(/^\/ar\//, '/');
}

/** The row of a list that names somebody. */
export const row = (portal: Portal, name: string) => portal.main.locator('li.row').filter({ hasText: name });

/** Invites somebody to the organisation of who is signed in, and signs out. Answers the path of the invitation. */
export async function invite(portal: Portal, email: string): Promise<string> {
  const organisation = await ownOrganisation(portal);
  await portal.open(`${organisation}/members`);
  await portal.fill('Email', email);
  await portal.press('Send invitation');
  await portal.sees(email);
  const mail = await portal.mailTo({ ...somebody(), email });
  await portal.signOut();
  return new URL(/https?:\/\/\S+\/invitations\/\S+/.exec(mail)?.[0] ?? '').pathname;
}

export async function accept(portal: Portal, path: string, person: Person): Promise<void> {
  await portal.page.goto(path);
  await portal.fill('Full name', person.fullName);
  await portal.fill('Password', person.password);
  await portal.press('Register and accept');
  await expect(portal.button('Sign out')).toBeVisible();
}
