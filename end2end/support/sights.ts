// Every page there is to see, and who sees it. Used by pages.spec.ts (checks) and shots.spec.ts (pictures).
import { aComment, aPaper, commentOn, draftPaper, findRound, paragraph, submitPaper } from './input.ts';
import { DEMO, type Portal } from './portal.ts';

export interface Sight {
  /** Also the name of the picture. */
  name: string;
  as?: keyof typeof DEMO;
  /** The address; may look for it first. */
  find: (portal: Portal) => Promise<string> | string;
  status?: number;
}

const page = (name: string, path: string, as?: keyof typeof DEMO): Sight => ({ name, find: () => path, ...(as ? { as } : {}) });

/** The first link of a page that holds this, without its language. */
async function firstLink(portal: Portal, place: string, holding: string): Promise<string> {
  await portal.open(place);
  const link = (await portal.links(holding)).find((href) => !href.includes('/new'));
  if (link === undefined) throw new Error(`${place} has no link to ${holding}`);
  return link.replace(/^\/ar\//, '/');
}

async function roundPath(portal: Portal, kind: 'papers' | 'comments', state: 'open' | 'soon' | 'closed'): Promise<string> {
  return (await findRound(portal, kind, state === 'closed' ? ['closed'] : [state, 'open', 'soon'])).path;
}

const organisation = (portal: Portal): Promise<string> => firstLink(portal, '/organisations?search=jukwaa', '/organisations/');

const session = async (portal: Portal): Promise<string> => firstLink(portal, await roundPath(portal, 'papers', 'open'), '/sessions/');

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
  { name: 'organisation-with-input', find: (portal) => firstLink(portal, '/papers', '/organisations/') },
  { name: 'organisation-edit', as: 'ngo', find: async (portal) => `${await organisation(portal)}/edit` },
  { name: 'organisation-members', as: 'ngo', find: async (portal) => `${await organisation(portal)}/members` },
  { name: 'organisation-join', as: 'academia', find: async (portal) => `${await organisation(portal)}/join` },
  { name: 'organisation-merge', as: 'secretariat', find: async (portal) => `${await organisation(portal)}/merge?search=lakeside` },
  page('find-organisation', '/register/organisation?search=lakeside', 'secretariat'),
  { name: 'invitation-gone', find: () => '/invitations/0123456789', status: 404 },
  page('norms', '/norms'),
  page('papers', '/papers'),
  page('register', '/register'),
  page('sign-in', '/sign-in'),
  page('forgotten', '/forgotten'),
  page('account', '/account', 'ngo'),
  page('account-office', '/account', 'chair'),
  page('sessions', '/account/sessions', 'ngo'),
  page('second-factor', '/account/second-factor', 'ngo'),
  page('second-factor-on', '/account/second-factor', 'chair'),
  page('own-data', '/account/data', 'ngo'),
  page('password', '/account/password', 'ngo'),
  page('email', '/account/email', 'ngo'),
  page('prove', '/account/prove', 'chair'),
  { name: 'reset-used-up', find: () => '/reset/none', status: 404 },
  page('help', '/help'),
  page('privacy', '/privacy'),
  page('accessibility', '/accessibility'),
  page('contact', '/contact'),
  page('dev-outbox', '/dev/outbox'),
  page('dev-ui', '/dev/ui'),
  { name: 'not-found', find: () => '/nothing-here', status: 404 },
  { name: 'session', find: session },
  { name: 'session-past', find: (portal) => firstLink(portal, '/bodies/ahc', '/sessions/') },
  { name: 'round-papers', find: (portal) => roundPath(portal, 'papers', 'open') },
  { name: 'round-comments', find: (portal) => roundPath(portal, 'comments', 'open') },
  { name: 'round-closed', find: (portal) => roundPath(portal, 'papers', 'closed') },
  { name: 'ledger', find: async (portal) => `${await roundPath(portal, 'papers', 'open')}/ledger` },
  { name: 'draft', find: (portal) => firstLink(portal, '/subgroups/sg-rnp', '/drafts/') },
  { name: 'provision', find: (portal) => paragraph(portal, 2) },
  { name: 'provision-as-member', as: 'ngo', find: (portal) => paragraph(portal, 2) },
  { name: 'paper', find: (portal) => firstLink(portal, '/papers', '/papers/') },
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
  { name: 'office-end', as: 'chair', find: (portal) => firstLink(portal, '/bodies/oewg/offices', '/offices/') },
  page('admin', '/admin', 'admin'),
  page('admin-new', '/admin/offices/new', 'admin'),
  page('secretariat', '/secretariat', 'secretariat'),
  page('secretariat-find', '/secretariat/find?q=demo', 'secretariat'),
  page('secretariat-found-nothing', '/secretariat/find?q=zzzz', 'secretariat'),
  { name: 'person-file', as: 'secretariat', find: (portal) => firstLink(portal, '/secretariat/find?q=demo', '/secretariat/people/') },
  { name: 'organisation-file', as: 'secretariat', find: (portal) => firstLink(portal, '/secretariat/find?q=kestrel', '/secretariat/organisations/') },
  page('moderation', '/moderation', 'moderatorRnp'),
  page('moderation-secretariat', '/moderation', 'secretariat'),
  { name: 'paper-new', as: 'academia', find: async (portal) => `/papers/new?round=${(await findRound(portal, 'papers', ['open', 'soon'])).id}` },
  { name: 'deadline', as: 'chair', find: async (portal) => `${await roundPath(portal, 'papers', 'open')}/deadline` },
  { name: 'grants', as: 'chair', find: async (portal) => `${await roundPath(portal, 'papers', 'open')}/grants` },
  { name: 'late-inbox', as: 'chair', find: async (portal) => `${await roundPath(portal, 'papers', 'closed')}/late` },
  { name: 'round-as-chair', as: 'chair', find: (portal) => roundPath(portal, 'papers', 'closed') },
  { name: 'summary', as: 'chair', find: async (portal) => `${await session(portal)}/summary` },
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
  await portal.open(`/papers/${id}/submit`);
  await look('submit');
  await portal.open(`/papers/${id}/edit`);
  await submitPaper(portal);
  await look('receipt');
  const comment = await commentOn(portal, await paragraph(portal, 4), aComment());
  await look('comment-sent');
  await portal.open(`/comments/${comment}`);
  await look('comment');
  await portal.open('/desk');
  await look('desk-submitted');
  await portal.signOut();
  await portal.signIn('moderatorRnp');
  await portal.open(`/moderation/comments/${comment}`);
  await look('moderate-comment');
  await portal.open(`/moderation/papers/${id}`);
  await look('moderate-paper');
  await portal.fill('Reason', 'Please name the paragraph you speak of.');
  await portal.press('Ask for revision');
  await look('moderated');
  await portal.signOut();
  await portal.signIn(author);
  await portal.open(`/papers/${id}`);
  await look('paper-returned');
}
