// What people bring in: rounds that take it, papers, comments.
import { expect } from '@playwright/test';
import type { Portal } from './portal.ts';

export type Kind = 'papers' | 'comments' | 'speakers' | 'accreditation' | 'co-signing';
export type State = 'open' | 'soon' | 'closed';

const KINDS: Record<Kind, string> = {
  papers: 'Position papers',
  comments: 'Comments on a draft text',
  speakers: 'List of speakers',
  accreditation: 'Accreditation',
  'co-signing': 'Co-signing',
};
const STATES: Record<State, string[]> = {
  open: ['Open, closes'],
  soon: ['Closes in less than 24 hours', 'Closes within the hour'],
  closed: ['Closed since'],
};

export interface Round {
  /** `/rounds/{id}`, without language. */
  path: string;
  id: string;
  closes: Date;
}

export const idOf = (address: string): string => /\/(?:rounds|papers|comments|provisions|sessions|drafts)\/([^/?#]+)/.exec(address)?.[1] ?? '';

/** The addresses of all rounds the home page, the body and its subgroup know of. */
async function roundIds(portal: Portal): Promise<string[]> {
  const known = portal.server.known.get('rounds');
  if (Array.isArray(known)) return known as string[];
  const ids = new Set<string>();
  for (const place of ['/', '/subgroups/sg-rnp', '/bodies/oewg']) {
    await portal.open(place);
    for (const link of await portal.links('/rounds/')) ids.add(idOf(link));
  }
  expect(ids.size, 'rounds that can be reached by links').toBeGreaterThan(0);
  portal.server.known.set('rounds', [...ids]);
  return [...ids];
}

/** A round of a kind in one of these states; its page is open afterwards. */
export async function findRound(portal: Portal, kind: Kind, states: State[]): Promise<Round> {
  for (const id of await roundIds(portal)) {
    const path = `/rounds/${id}`;
    await portal.open(path);
    if (!portal.part(KINDS[kind]).test(await portal.main.locator('.page-head').innerText())) continue;
    const deadline = portal.main.locator('.deadline').first();
    const words = await deadline.locator('.deadline__state').innerText();
    if (!states.some((state) => STATES[state].some((text) => portal.part(text).test(words)))) continue;
    const closes = new Date((await deadline.locator('time').first().getAttribute('datetime')) ?? '');
    return { path, id, closes };
  }
  throw new Error(`no round of ${kind} that is ${states.join(' or ')}`);
}

export interface PaperWords {
  title: string;
  text: string;
}

let papers = 0;
export function aPaper(): PaperWords {
  papers += 1;
  const mark = `${Date.now().toString(36)}-${papers}`;
  return {
    title: `Paper ${mark} on emergency response teams`,
    text: `We are a team of ${papers} people.\n\n## What we ask for\n\n1. Keep paragraph 18 </textarea><script>alert("${mark}")</script>\n2. Délai, مهلة, 期限.`,
  };
}

/** Writes a paper and saves it as a draft; the editor is open afterwards. Answers its id. */
export async function draftPaper(portal: Portal, round: Round, words: PaperWords, subgroup = /SG-RNP/): Promise<string> {
  await portal.open(`/papers/new?round=${round.id}`);
  await fillPaper(portal, words, subgroup);
  await portal.press('Save draft');
  await expect(portal.page).toHaveURL(/\/papers\/(?!new)[^/]+\/edit/);
  return idOf(portal.page.url());
}

export async function fillPaper(portal: Portal, words: PaperWords, subgroup = /SG-RNP/, consent = 'without_name'): Promise<void> {
  await portal.fill('Title', words.title);
  await portal.chooseValue('Language', 'en');
  await portal.choose('Subgroup', subgroup);
  await portal.fill('Text', words.text);
  await portal.chooseValue('What may be published', consent);
}

/** From the open editor to the receipt. */
export async function submitPaper(portal: Portal): Promise<void> {
  await portal.press('Check before submitting');
  await expect(portal.page).toHaveURL(/\/papers\/[^/]+\/submit$/);
  await portal.press('Submit paper');
  await expect(portal.page).toHaveURL(/\/papers\/[^/]+\/receipt$/);
}

/** The addresses of the provisions of the open text, without that of the text as a whole, which stands before it. */
export async function provisionsHere(portal: Portal): Promise<string[]> {
  const links = portal.main.locator('article.draft a[href*="/provisions/"]');
  return [...new Set(await links.evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? '')))];
}

/** A paragraph of the zero draft: `/provisions/{id}`. `index` picks one, so that tests don't meet. */
export async function paragraph(portal: Portal, index = 3): Promise<string> {
  await portal.open('/subgroups/sg-rnp');
  const drafts = await portal.links('/drafts/');
  await portal.open(`/drafts/${idOf(drafts[0] ?? '')}`);
  const provisions = await provisionsHere(portal);
  return `/provisions/${idOf(provisions[Math.min(index, provisions.length - 1)] ?? '')}`;
}

export interface CommentWords {
  proposed: string;
  reason: string;
}

export function aComment(): CommentWords {
  const { title } = aPaper();
  return { proposed: `States noted ${title}.`, reason: `Reason of ${title}.` };
}

/** Fills the comment form of the open paragraph and sends it. */
export async function sendComment(portal: Portal, words: CommentWords): Promise<void> {
  await portal.choose('Stance', 'Support with change');
  await portal.choose('Operation', 'Modify');
  await portal.fill('Proposed text', words.proposed);
  await portal.fill('Reason', words.reason);
  await portal.press('Send comment');
}

/** Sends a comment that is taken; answers its id. */
export async function commentOn(portal: Portal, provision: string, words: CommentWords): Promise<string> {
  await portal.open(provision);
  await sendComment(portal, words);
  await expect(portal.page).toHaveURL(/\/comments\/[^/]+/);
  return idOf(portal.page.url());
}

/** Submits a paper as who is signed in and has its moderator accept it; nobody is signed in afterwards. Answers its id. */
export async function acceptedPaper(portal: Portal, words: PaperWords, consent = 'without_name'): Promise<string> {
  const id = await draftPaper(portal, await findRound(portal, 'papers', ['open', 'soon']), words);
  await portal.chooseValue('What may be published', consent);
  await submitPaper(portal);
  await portal.signOut();
  await portal.signIn('moderatorRnp');
  await portal.open(`/moderation/papers/${id}`);
  await portal.press('Accept');
  await portal.signOut();
  return id;
}
