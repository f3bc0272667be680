// Every page there is to see, and who sees it. Used by pages.spec.ts (checks) and shots.spec.ts (pictures).
import { aComment, acceptedPaper, aPaper, commentOn, draftPaper, findRound, type Kind, paragraph, submitPaper } from './input.ts';
import { DEMO, type Portal } from './portal.ts';

export interface Sight {
  /** Also the name of the picture. */
  name: string;
  as?: keyof typeof DEMO;
  /** The address; may look for it first. */
  find: (portal: Portal) => Promise<string> | string;
  status?: number;
  /** Looking for it signs others in and out. */
  alone?: true;
}

const page = (name: string, path: string, as?: keyof typeof DEMO): Sight => ({ name, find: () => path, ...(as ? { as } : {}) });

/** The first link of a page that holds this, without its language. */
async function firstLink(portal: Portal, place: string, holding: string): Promise<string> {
  await portal.open(place);
  const link = (await portal.links(holding)).find((href) => !href.includes('/new'));
  if (link === undefined) throw new Error(`${place} has no link to ${holding}`);
  return link.replace(/^\/ar\//, '/');
}

async function roundPath(portal: Portal, kind: Kind, state: 'open' | 'soon' | 'closed'): Promise<string> {
  return (await findRound(portal, kind, state === 'closed' ? ['closed'] : [state, 'open', 'soon'])).path;
}

const organisation = (portal: Portal): Promise<string> => firstLink(portal, '/organisations?search=jukwaa', '/organisations/');

const draft = (portal: Portal): Promise<string> => firstLink(portal, '/subgroups/sg-rnp', '/drafts/');

const session = async (portal: Portal): Promise<string> => firstLink(portal, await papersRound(portal), '/sessions/');

/** A page that another one links to: the first link of `place` that holds this. */
const linked = (name: string, place: string, holding: string, as?: keyof typeof DEMO): Sight => ({
  name,
  find: (portal) => firstLink(portal, place, holding),
  ...(as ? { as } : {}),
});

/** A page below another that is looked for first. */
const below = (name: string, of: (portal: Portal) => Promise<string>, rest: string, as?: keyof typeof DEMO): Sight => ({
  name,
  find: async (portal) => `${await of(portal)}${rest}`,
  ...(as ? { as } : {}),
});

const papersRound = (portal: Portal): Promise<string> => roundPath(portal, 'papers', 'open');

const coSigningRound = (portal: Portal): Promise<string> => roundPath(portal, 'co-signing', 'open');

const accreditationRound = (portal: Portal): Promise<string> => roundPath(portal, 'accreditation', 'open');

/** Opens the page, as who sees it. */
export async function visit(portal: Portal, sight: Sight): Promise<void> {
  if (sight.as) await portal.signIn(sight.as);
  await look(portal, sight);
}

/** Opens the page, for whoever is signed in. */
export async function look(portal: Portal, sight: Sight): Promise<void> {
  await portal.open(await sight.find(portal), sight.status);
}

const AT_ONCE = 12;

/** The pages that one sign-in shows, at most a dozen together. */
export function together(): Sight[][] {
  const groups: Sight[][] = [];
  for (const sight of SIGHTS) {
    const fits = (group: Sight[]): boolean => group.length < AT_ONCE && group[0]?.as === sight.as && !group[0]?.alone;
    const group = sight.alone ? undefined : groups.find(fits);
    if (group) group.push(sight);
    else groups.push([sight]);
  }
  return groups;
}

/** Where the lost second factor of the chair is removed, who has one from the first sign-in on. */
async function lostFactor(portal: Portal): Promise<string> {
  await portal.signOut();
  await portal.signIn('chair');
  await portal.signOut();
  await portal.signIn('secretariat');
  return `${await firstLink(portal, '/secretariat/find?q=chair%40demo', '/secretariat/people/')}/second-factor`;
}

/** A part of the summary in which two sentences are written, one in the chair's own words. */
async function writtenPart(portal: Portal): Promise<string> {
  const part = `${await session(portal)}/summary/parts/convergence`;
  await portal.open(part);
  for (const own of [false, true]) {
    await portal.fill('Sentence', own ? 'I thank all who wrote to us.' : '{n} proposed a list of contacts that answer at any hour.');
    if (own) await portal.field('These are the chair’s own words').check();
    else for (const at of [0, 1, 2]) await portal.page.locator('input[name="cite"]').nth(at).check();
    await portal.press('Add the sentence');
    await portal.page.waitForURL(/#s-/);
  }
  return part;
}

/** Pages that are there from the start. */
export const SIGHTS: Sight[] = [
  page('home', '/'),
  ...['oewg', 'gm', 'ahc', 'arf'].map((code) => page(`body-${code}`, `/bodies/${code}`)),
  page('subgroup', '/subgroups/sg-rnp'),
  page('subgroup-as-member', '/subgroups/sg-rnp', 'business'),
  page('subgroup-empty', '/subgroups/dtg-2'),
  page('organisations', '/organisations'),
  page('organisations-none', '/organisations?search=nobody&type=business'),
  { name: 'organisation', find: organisation },
  linked('organisation-with-input', '/papers', '/organisations/'),
  below('organisation-edit', organisation, '/edit', 'ngo'),
  below('organisation-members', organisation, '/members', 'ngo'),
  below('organisation-join', organisation, '/join', 'academia'),
  below('organisation-merge', organisation, '/merge?search=lakeside', 'secretariat'),
  page('find-organisation', '/register/organisation?search=lakeside', 'secretariat'),
  { name: 'invitation-gone', find: () => '/invitations/0123456789', status: 404 },
  page('norms', '/norms'),
  page('papers', '/papers'),
  page('register', '/register'),
  page('sign-in', '/sign-in'),
  page('forgotten', '/forgotten'),
  page('account', '/account', 'ngo'),
  page('account-office', '/account', 'chair'),
  page('details', '/account/details', 'ngo'),
  page('sessions', '/account/sessions', 'ngo'),
  page('calendar', '/account/calendar', 'ngo'),
  page('second-factor', '/account/second-factor', 'ngo'),
  page('second-factor-on', '/account/second-factor', 'chair'),
  page('own-data', '/account/data', 'ngo'),
  page('password', '/account/password', 'ngo'),
  page('email', '/account/email', 'ngo'),
  page('prove', '/account/prove', 'chair'),
  { name: 'reset-used-up', find: () => '/reset/none', status: 404 },
  page('verify', '/verify'),
  page('log', '/log'),
  page('help', '/help'),
  page('privacy', '/privacy'),
  page('accessibility', '/accessibility'),
  page('contact', '/contact'),
  page('dev-outbox', '/dev/outbox'),
  page('dev-ui', '/dev/ui'),
  { name: 'not-found', find: () => '/nothing-here', status: 404 },
  { name: 'session', find: session },
  linked('session-past', '/bodies/ahc', '/sessions/'),
  { name: 'round-papers', find: papersRound },
  { name: 'round-comments', find: (portal) => roundPath(portal, 'comments', 'open') },
  { name: 'round-speakers', find: (portal) => roundPath(portal, 'speakers', 'open') },
  { name: 'round-accreditation', find: accreditationRound },
  { name: 'round-co-signing', find: coSigningRound },
  { name: 'round-closed', find: (portal) => roundPath(portal, 'papers', 'closed') },
  linked('draft', '/subgroups/sg-rnp', '/drafts/'),
  below('draft-filtered', draft, '?stance=oppose&type=ngo'),
  below('compilation', draft, '/compilation'),
  below('compilation-full', draft, '/compilation?full=1&stance=oppose', 'moderatorRnp'),
  below('translations', draft, '/translations', 'chair'),
  below('translation', draft, '/translations/fr', 'chair'),
  below('ledger', papersRound, '/ledger'),
  below('round-all-papers', papersRound, '/papers'),
  below('round-late-papers', papersRound, '/papers/late'),
  below('round-chair-papers', papersRound, '/papers/chair', 'chair'),
  { name: 'provision', find: (portal) => paragraph(portal, 2) },
  below('provision-status', (portal) => paragraph(portal, 2), '/status', 'chair'),
  below('provision-links', (portal) => paragraph(portal, 2), '/links', 'chair'),
  page('norm', '/norms/n-c'),
  { name: 'provision-as-member', as: 'ngo', find: (portal) => paragraph(portal, 2) },
  linked('paper', '/papers', '/papers/'),
  page('desk-business', '/desk', 'business'),
  page('desk-chair', '/desk', 'chair'),
  page('desk-moderator', '/desk', 'moderatorRnp'),
  page('desk-secretariat', '/desk', 'secretariat'),
  page('desk-admin', '/desk', 'admin'),
  page('subgroup-on-approval', '/subgroups/sg-chi', 'ngo'),
  page('subgroup-in-charge', '/subgroups/sg-rnp', 'moderatorRnp'),
  page('subgroup-members', '/subgroups/sg-rnp/members'),
  page('subgroup-papers', '/subgroups/sg-rnp/papers'),
  page('subgroup-manage', '/subgroups/sg-rnp/manage', 'moderatorRnp'),
  page('announcement-new', '/subgroups/sg-rnp/announcements/new', 'moderatorRnp'),
  page('offices', '/bodies/oewg/offices'),
  page('offices-chair', '/bodies/oewg/offices', 'chair'),
  page('office-new', '/bodies/oewg/offices/new', 'secretariat'),
  linked('office-end', '/bodies/oewg/offices', '/offices/', 'chair'),
  page('admin', '/admin', 'admin'),
  page('admin-new', '/admin/offices/new', 'admin'),
  page('audit', '/admin/audit', 'admin'),
  page('audit-none', '/admin/audit?email=nobody%40example.org', 'admin'),
  page('status', '/status', 'admin'),
  page('secretariat', '/secretariat', 'secretariat'),
  page('secretariat-find', '/secretariat/find?q=demo', 'secretariat'),
  page('secretariat-found-nothing', '/secretariat/find?q=zzzz', 'secretariat'),
  linked('person-file', '/secretariat/find?q=demo', '/secretariat/people/', 'secretariat'),
  { name: 'lost-factor', as: 'secretariat', find: lostFactor, alone: true },
  linked('organisation-file', '/secretariat/find?q=kestrel', '/secretariat/organisations/', 'secretariat'),
  page('moderation', '/moderation', 'moderatorRnp'),
  page('moderation-secretariat', '/moderation', 'secretariat'),
  page('moderation-rules', '/moderation/rules'),
  page('themes-none', '/moderation/queues/sg-rnp/themes', 'moderatorRnp'),
  page('themes-merge-none', '/moderation/queues/oewg/themes/merge', 'secretariat'),
  below('moderation-ledger', session, '/moderation'),
  below('statistics', session, '/statistics'),
  below('inputs', session, '/inputs'),
  below('inputs-asked-for', session, '/inputs?kind=paper&received=in_time'),
  below('contributors', session, '/contributors'),
  { name: 'paper-new', as: 'academia', find: async (portal) => `/papers/new?round=${(await findRound(portal, 'papers', ['open', 'soon'])).id}` },
  below('deadline', papersRound, '/deadline', 'chair'),
  page('texts', '/bodies/oewg/texts', 'chair'),
  page('text-new', '/bodies/oewg/texts/new', 'chair'),
  page('session-new', '/bodies/oewg/sessions/new', 'chair'),
  below('session-edit', session, '/edit', 'chair'),
  below('round-new', session, '/rounds/new?template=weeks-2', 'chair'),
  below('round-edit', papersRound, '/edit', 'chair'),
  below('summary', session, '/summary', 'chair'),
  below('summary-outline', session, '/summary/write', 'chair'),
  below('summary-part', session, '/summary/parts/overview', 'chair'),
  { name: 'summary-part-written', as: 'chair', find: writtenPart },
  { name: 'summary-sentence', as: 'chair', find: async (portal) => firstLink(portal, await writtenPart(portal), '/summary/sentences/') },
  below('grants', papersRound, '/grants', 'chair'),
  below('speak', (portal) => roundPath(portal, 'speakers', 'open'), '/speak', 'academia'),
  below('speakers', (portal) => roundPath(portal, 'speakers', 'open'), '/speakers', 'chair'),
  { name: 'co-sign', find: async (portal) => firstLink(portal, await coSigningRound(portal), '/co-sign/'), as: 'academia' },
  below('apply', accreditationRound, '/apply', 'academia'),
  below('applications', accreditationRound, '/applications', 'secretariat'),
  { name: 'accreditation', find: async (portal) => firstLink(portal, `${await accreditationRound(portal)}/applications?status=circulated`, '/accreditations/'), as: 'chair' },
  below('rehearsal', papersRound, '/rehearsal', 'chair'),
  below('rehearsal-submit', papersRound, '/rehearsal/closing/submit', 'chair'),
  below('rehearsal-mails', papersRound, '/rehearsal/extended/mails', 'chair'),
  { name: 'late-inbox', as: 'chair', find: async (portal) => `${await roundPath(portal, 'papers', 'closed')}/late` },
  { name: 'round-as-chair', as: 'chair', find: (portal) => roundPath(portal, 'papers', 'closed') },
];

/** Walks through the pages a new stakeholder and the moderator come by, and looks at each. */
export async function walk(portal: Portal, look: (name: string) => Promise<void>): Promise<void> {
  const author = await portal.register();
  await look('registered');
  await portal.open('/confirm');
  await look('confirm');
  await portal.open('/desk');
  await look('desk-new');
  const round = await findRound(portal, 'papers', ['open', 'soon']);
  await draftPaper(portal, round, aPaper());
  await portal.press('Check before submitting');
  await look('submit-not-ready');
  await portal.confirm(author);
  await look('confirmed');
  await portal.join('sg-rnp');
  await look('joined');
  const id = await draftPaper(portal, round, aPaper());
  await look('edit');
  await portal.open(`/papers/${id}`);
  await look('paper-draft');
  await portal.open(`/papers/${id}/delete`);
  await look('delete-draft');
  await portal.open(`/papers/${id}/joint`);
  await look('joint-nobody');
  await portal.open(`/papers/${id}/joint?search=Kestrel`);
  await look('joint-found');
  await portal.page.locator("button[value='invite']").click();
  await look('joint');
  await portal.signOut();
  await portal.signIn('business');
  await portal.open(`/papers/${id}/confirm`);
  await look('joint-request');
  await portal.press('Confirm these words');
  await look('joint-confirmed');
  await portal.signOut();
  await portal.signIn(author);
  await portal.open(`/papers/${id}/submit`);
  await look('submit');
  await portal.open(`/papers/${id}/edit`);
  await submitPaper(portal);
  await look('receipt');
  await portal.open(`/papers/${id}/withdraw`);
  await look('withdraw-paper');
  const comment = await commentOn(portal, await paragraph(portal, 4), aComment());
  await look('comment-sent');
  await portal.open(`/comments/${comment}`);
  await look('comment');
  await portal.open(`/comments/${comment}/change`);
  await look('change-comment');
  await portal.open(`/comments/${comment}/withdraw`);
  await look('withdraw-comment');
  await portal.open('/desk');
  await look('desk-submitted');
  await portal.signOut();
  await portal.signIn('moderatorRnp');
  await portal.open(`/moderation/comments/${comment}`);
  await look('moderate-comment');
  await walkOfThemes(portal, id, look);
  await portal.open(`/moderation/papers/${id}`);
  await look('moderate-paper');
  await portal.follow('Redact words');
  await portal.fill('Words to redact', 'nowhere to be found');
  await portal.chooseValue('Reason', 'personal_data');
  await portal.press('Show what others would read');
  await look('redact-refused');
  await portal.fill('Words to redact', 'We are a team');
  await portal.press('Show what others would read');
  await look('redact-shown');
  await portal.open(`/moderation/papers/${id}`);
  await portal.chooseValue('Reason', 'unclear');
  await portal.fill('In your own words', 'Please name the paragraph you speak of.');
  await portal.press('Ask for revision');
  await look('moderated');
  await portal.open(`/moderation/papers/${id}`);
  await portal.follow('Take this decision back');
  await look('decision');
  await portal.signOut();
  await portal.signIn(author);
  await portal.open(`/papers/${id}`);
  await look('paper-returned');
  await walkOfCorrigendum(portal, look);
}

/** Themes and their pages, with a paper that bears one; the moderator is signed in. */
async function walkOfThemes(portal: Portal, id: string, look: (name: string) => Promise<void>): Promise<void> {
  const names = ['Teams', 'Emergencies', 'Deadlines'].map((name) => `${name} ${Date.now().toString(36)}`);
  for (const name of names) {
    await portal.open('/moderation/queues/sg-rnp/themes');
    await portal.fill('Name of the theme', name);
    await portal.press('Create theme');
  }
  await look('themes');
  await portal.open(`/moderation/papers/${id}/themes`);
  await portal.page.getByLabel(names[0] ?? '').check();
  await portal.press('Save themes');
  await portal.open(`/moderation/papers/${id}/themes`);
  await look('paper-themes');
  await portal.open('/moderation/queues/sg-rnp/themes');
  await portal.page.locator('.theme a', { hasText: names[0] ?? '' }).click();
  await look('theme-kept');
  await portal.follow('Split this theme');
  await look('theme-split');
  await portal.open('/moderation/queues/sg-rnp/themes/merge');
  await look('theme-merge');
  for (const name of names.slice(1)) await portal.page.getByLabel(name).check();
  await portal.fill('Name of the theme', `Both ${names[1] ?? ''}`);
  await portal.press('Merge these themes');
  await look('themes-merged');
  await portal.follow('Read this act or take it back');
  await look('theme-act');
}

/** From a public paper to the correction beside it; the author is signed in. The clock is put back afterwards. */
async function walkOfCorrigendum(portal: Portal, look: (name: string) => Promise<void>): Promise<void> {
  await portal.signOut();
  const author = await portal.newMember();
  const round = await findRound(portal, 'papers', ['open', 'soon']);
  const words = aPaper();
  const id = await acceptedPaper(portal, words);
  const before = await portal.clock.now();
  await portal.clock.set(round.closes);
  await portal.signIn(author);
  await portal.open(`/papers/${id}/corrigendum`);
  await look('corrigendum');
  await portal.fill('Correction', 'Paragraph 1: for “may” read “must”.');
  await portal.press('Ask for publication');
  await look('corrigendum-waiting');
  await portal.open(`/papers/${id}`);
  await look('paper-corrigendum-waiting');
  await portal.signOut();
  await portal.signIn('moderatorRnp');
  await portal.open('/moderation');
  await look('queue-corrigendum');
  await portal.page.locator("a[href*='/moderation/corrigenda/']", { hasText: words.title }).click();
  await look('moderate-corrigendum');
  await portal.press('Publish');
  await portal.open(`/papers/${id}`);
  await look('paper-corrected');
  await portal.signOut();
  await portal.clock.set(before);
}
