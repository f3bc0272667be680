//! Everything about one person, and taking it away. A table that gets a column about persons gets a line in both halves.

use super::record::Record;
use super::row::Text;
use super::sql::{execute, fetch_all, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{OrganisationId, PersonId};
use model::domain::time::Instant;

statements! {
    PERSON = "SELECT id, email, full_name, locale, created_at, confirmed_at FROM person WHERE id = $1";
    MEMBERSHIPS = "SELECT o.id AS organisation_id, o.name AS organisation, m.function, m.created_at, m.ended_at FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE m.person_id = $1 ORDER BY m.created_at, m.id LIMIT 10000";
    OFFICES = "SELECT name, scope_kind, scope_id, valid_from, valid_until, reason, granted_at, ended_at, end_reason FROM role WHERE person_id = $1 ORDER BY granted_at, id LIMIT 10000";
    LOGINS = "SELECT browser, platform, created_at, seen_at, expires_at FROM auth_session WHERE person_id = $1 ORDER BY created_at, id LIMIT 10000";
    NAMES = "SELECT old_name, new_name, changed_at FROM name_change WHERE person_id = $1 ORDER BY changed_at, id LIMIT 10000";
    CALENDAR = "SELECT created_at FROM calendar_address WHERE person_id = $1";
    REMINDERS = "SELECT o.name AS organisation, r.round_id, r.ends_at, r.mark, r.told, r.written_at FROM reminder r JOIN organisation o ON o.id = r.organisation_id WHERE r.person_id = $1 ORDER BY r.written_at, r.round_id, r.organisation_id, r.ends_at, r.mark LIMIT 10000";
    FACTOR = "SELECT enrolled_at FROM second_factor WHERE person_id = $1";
    DEVICES = "SELECT first_seen_at, last_seen_at FROM known_device WHERE person_id = $1 ORDER BY first_seen_at, device_hash LIMIT 10000";
    NEW_ADDRESS = "SELECT new_email, expires_at FROM email_change WHERE person_id = $1";
    PAPERS = "SELECT p.id, o.name AS organisation, p.round_id, p.state, CASE WHEN (p.state = 'accepted' AND p.redacted = '[]') OR EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = p.organisation_id AND m.person_id = $1 AND m.ended_at IS NULL) THEN p.title END AS title, p.language, CASE WHEN (p.state = 'accepted' AND p.redacted = '[]') OR EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = p.organisation_id AND m.person_id = $1 AND m.ended_at IS NULL) THEN p.text END AS text, CASE WHEN (p.state = 'accepted' AND p.redacted = '[]') OR EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = p.organisation_id AND m.person_id = $1 AND m.ended_at IS NULL) THEN p.answers END AS answers, CASE WHEN (p.state = 'accepted' AND p.redacted = '[]') OR EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = p.organisation_id AND m.person_id = $1 AND m.ended_at IS NULL) THEN p.recommendations END AS recommendations, CASE WHEN (p.state = 'accepted' AND p.redacted = '[]') OR EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = p.organisation_id AND m.person_id = $1 AND m.ended_at IS NULL) THEN p.consent END AS consent, p.version, p.created_at, p.updated_at, p.submitted_at FROM paper p JOIN organisation o ON o.id = p.organisation_id WHERE p.created_by = $1 ORDER BY p.created_at, p.id LIMIT 10000";
    COMMENTS = "SELECT c.id, o.name AS organisation, c.round_id, c.provision_id, c.state, c.language, c.kind, CASE WHEN (c.state = 'accepted' AND c.redacted = '[]') OR EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = c.organisation_id AND m.person_id = $1 AND m.ended_at IS NULL) THEN c.quote END AS quote, c.stance, c.operation, CASE WHEN (c.state = 'accepted' AND c.redacted = '[]') OR EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = c.organisation_id AND m.person_id = $1 AND m.ended_at IS NULL) THEN c.proposed_text END AS proposed_text, CASE WHEN (c.state = 'accepted' AND c.redacted = '[]') OR EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = c.organisation_id AND m.person_id = $1 AND m.ended_at IS NULL) THEN c.reason END AS reason, CASE WHEN (c.state = 'accepted' AND c.redacted = '[]') OR EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = c.organisation_id AND m.person_id = $1 AND m.ended_at IS NULL) THEN c.link END AS link, c.version, c.created_at, c.updated_at, c.submitted_at, c.ended_at FROM comment c JOIN organisation o ON o.id = c.organisation_id WHERE c.created_by = $1 ORDER BY c.created_at, c.id LIMIT 10000";
    CO_SIGNATURES = "SELECT o.name AS organisation, c.round_id, c.paper_id, r.number AS receipt, c.signed_at, c.taken_back_at FROM co_signature c JOIN organisation o ON o.id = c.organisation_id JOIN receipt r ON r.id = c.receipt_id WHERE c.signed_by = $1 ORDER BY c.signed_at, c.id LIMIT 10000";
    JOINT = "SELECT o.name AS organisation, j.paper_id, CASE WHEN j.invited_by = $1 THEN j.invited_at END AS invited_at, CASE WHEN j.confirmed_by = $1 THEN j.confirmed_at END AS confirmed_at, CASE WHEN j.declined_by = $1 THEN j.declined_at END AS declined_at FROM joint_invitation j JOIN organisation o ON o.id = j.organisation_id WHERE j.invited_by = $1 OR j.confirmed_by = $1 OR j.declined_by = $1 ORDER BY j.invited_at, j.paper_id, j.organisation_id LIMIT 10000";
    CORRIGENDA = "SELECT o.name AS organisation, c.paper_id, c.number, CASE WHEN (c.number IS NOT NULL AND p.redacted = '[]') OR EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = p.organisation_id AND m.person_id = $1 AND m.ended_at IS NULL) THEN c.text END AS text, c.state, CASE WHEN c.asked_by = $1 THEN c.asked_at END AS asked_at, CASE WHEN c.decided_by = $1 THEN c.decided_at END AS decided_at, CASE WHEN c.decided_by = $1 THEN c.reason END AS reason FROM corrigendum c JOIN paper p ON p.id = c.paper_id JOIN organisation o ON o.id = p.organisation_id WHERE c.asked_by = $1 OR c.decided_by = $1 ORDER BY c.asked_at, c.id LIMIT 10000";
    // Their words are of the office, not of the person.
    TEXTS = "SELECT p.draft_id, p.language, p.version, CASE WHEN p.created_by = $1 THEN p.created_at END AS created_at, p.updated_at, CASE WHEN p.timed_by = $1 THEN p.issue_at END AS issue_at, CASE WHEN p.timed_by = $1 THEN p.timed_at END AS timed_at FROM text_preparation p WHERE p.created_by = $1 OR p.timed_by = $1 ORDER BY p.created_at, p.id LIMIT 10000";
    PLACED = "SELECT comment_id, draft_version_id, state, decided_at FROM comment_anchor WHERE decided_by = $1 ORDER BY decided_at, comment_id, draft_version_id LIMIT 10000";
    VOICES = "SELECT o.name AS organisation, e.comment_id, e.voice, e.said_at FROM comment_voice e JOIN organisation o ON o.id = e.organisation_id WHERE e.said_by = $1 ORDER BY e.said_at, e.comment_id, e.organisation_id LIMIT 10000";
    STATUSES = "SELECT provision_id, status, note, set_at FROM provision_status WHERE set_by = $1 ORDER BY set_at, provision_id, number LIMIT 10000";
    LINKS = "SELECT provision_id, kind, target, set_at FROM provision_link WHERE set_by = $1 ORDER BY set_at, provision_id, kind, target LIMIT 10000";
    TRANSLATIONS = "SELECT draft_version_id, language, status, revision, added_at FROM draft_translation WHERE added_by = $1 ORDER BY added_at, draft_version_id, language LIMIT 10000";
    OFFERS = "SELECT f.round_id, f.paper_id, f.offered_at FROM co_signing_offer f WHERE f.offered_by = $1 ORDER BY f.offered_at, f.round_id, f.paper_id LIMIT 10000";
    APPLICATIONS = "SELECT o.name AS organisation, a.round_id, a.consultative, CASE WHEN EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = a.organisation_id AND m.person_id = $1 AND m.ended_at IS NULL) THEN a.purpose END AS purpose, CASE WHEN EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = a.organisation_id AND m.person_id = $1 AND m.ended_at IS NULL) THEN a.activities END AS activities, a.status, a.received_at, a.updated_at FROM accreditation a JOIN organisation o ON o.id = a.organisation_id WHERE a.written_by = $1 ORDER BY a.received_at, a.id LIMIT 10000";
    STEPS = "SELECT o.name AS organisation, a.round_id, t.step, t.reason, t.by_role, t.at FROM accreditation_step t JOIN accreditation a ON a.id = t.accreditation_id JOIN organisation o ON o.id = a.organisation_id WHERE t.person_id = $1 ORDER BY t.at, t.id LIMIT 10000";
    INSCRIPTIONS = "SELECT o.name AS organisation, i.round_id, CASE WHEN EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = i.organisation_id AND m.person_id = $1 AND m.ended_at IS NULL) THEN i.speaker END AS speaker, CASE WHEN EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = i.organisation_id AND m.person_id = $1 AND m.ended_at IS NULL) THEN i.capacity END AS capacity, CASE WHEN EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = i.organisation_id AND m.person_id = $1 AND m.ended_at IS NULL) THEN i.subject END AS subject, i.language, i.received_at, i.updated_at, i.withdrawn_at FROM inscription i JOIN organisation o ON o.id = i.organisation_id WHERE i.written_by = $1 ORDER BY i.received_at, i.id LIMIT 10000";
    RECEIPTS = "SELECT r.number, r.item_kind, r.item_id, r.item_version, r.received_at, r.ledger_entry_id, r.sha256, r.content, l.payload, l.key_id, l.signature FROM receipt r LEFT JOIN public_log l ON l.subject_id = r.id WHERE r.person_id = $1 ORDER BY r.received_at, r.number LIMIT 10000";
    LATE_ATTEMPTS = "SELECT a.number, a.item_kind, a.item_id, a.item_version, a.received_at, a.closed_at, a.ledger_entry_id, a.sha256, a.state, a.decided_at, a.content, l.payload, l.key_id, l.signature FROM late_attempt a LEFT JOIN public_log l ON l.subject_id = a.id WHERE a.person_id = $1 ORDER BY a.received_at, a.number LIMIT 10000";
    REPLIES = "SELECT o.name AS organisation, y.decision_id, y.replied_at, CASE WHEN EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = y.organisation_id AND m.person_id = $1 AND m.ended_at IS NULL) THEN y.text END AS text FROM decision_reply y JOIN organisation o ON o.id = y.organisation_id WHERE y.replied_by = $1 ORDER BY y.replied_at, y.decision_id LIMIT 10000";
    APPEALS = "SELECT o.name AS organisation, a.decision_id, a.filed_at, CASE WHEN EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = a.organisation_id AND m.person_id = $1 AND m.ended_at IS NULL) THEN a.text END AS text FROM appeal a JOIN organisation o ON o.id = a.organisation_id WHERE a.filed_by = $1 ORDER BY a.filed_at, a.id LIMIT 10000";
    DECISIONS = "SELECT item_kind, item_id, outcome, reason_code, reason, role, decided_at FROM decision WHERE decided_by = $1 ORDER BY decided_at, id LIMIT 10000";
    THEME_ACTS = "SELECT act, theme_id, name, became, role, done_at FROM theme_act WHERE done_by = $1 ORDER BY done_at, id LIMIT 10000";
    THEME_TAGS = "SELECT theme_id, item_kind, item_id, CASE WHEN set_by = $1 THEN set_at END AS set_at, CASE WHEN ended_by = $1 THEN ended_at END AS ended_at FROM theme_tag WHERE set_by = $1 OR ended_by = $1 ORDER BY theme_tag.set_at, theme_id, item_id, number LIMIT 10000";
    SENTENCES = "SELECT v.sentence_id, v.version, v.text, v.written_at FROM summary_version v WHERE v.written_by = $1 ORDER BY v.written_at, v.sentence_id, v.version LIMIT 10000";
    SUMMARY_REMARKS = "SELECT sentence_id, CASE WHEN made_by = $1 THEN text END AS text, CASE WHEN made_by = $1 THEN made_at END AS made_at, CASE WHEN settled_by = $1 THEN settled_at END AS settled_at FROM summary_remark WHERE made_by = $1 OR settled_by = $1 ORDER BY summary_remark.made_at, id LIMIT 10000";
    SUMMARY_PARTS = "SELECT session_id, part, handed_in_at FROM summary_part WHERE handed_in_by = $1 ORDER BY handed_in_at, session_id, part LIMIT 10000";
    VIEWS = "SELECT name, query, kept_at FROM queue_view WHERE person_id = $1 ORDER BY name LIMIT 10000";
    REVIEWS = "SELECT organisation_id, outcome, reason, decided_at FROM organisation_review WHERE decided_by = $1 ORDER BY decided_at, id LIMIT 10000";
    INVITATIONS = "SELECT i.email, o.name AS organisation, i.function, i.sent_at, i.expires_at, i.state FROM invitation i JOIN organisation o ON o.id = i.organisation_id WHERE i.email = $1 ORDER BY i.sent_at, i.id LIMIT 10000";
    REQUESTS = "SELECT o.name AS organisation, j.message, j.created_at, j.state, j.reason FROM join_request j JOIN organisation o ON o.id = j.organisation_id WHERE j.person_id = $1 ORDER BY j.created_at, j.id LIMIT 10000";
    CLAIMS = "SELECT o.name AS organisation, c.reason, c.created_at, c.state, c.answer, c.answered_at FROM contact_claim c JOIN organisation o ON o.id = c.organisation_id WHERE c.person_id = $1 ORDER BY c.created_at, c.id LIMIT 10000";
    CHOICE = "SELECT organisation_name, stakeholder_type, region, created_at FROM registration_choice WHERE person_id = $1";
    FOLLOWED = "SELECT s.code AS subgroup, f.since FROM subgroup_follower f JOIN subgroup s ON s.id = f.subgroup_id WHERE f.person_id = $1 ORDER BY f.since, s.code LIMIT 10000";
    ANNOUNCEMENTS = "SELECT s.code AS subgroup, a.language, a.subject, a.text, a.written_at, a.sent_at FROM announcement a JOIN subgroup s ON s.id = a.subgroup_id WHERE a.written_by = $1 ORDER BY a.written_at, a.id LIMIT 10000";
    MAILS = "SELECT language, subject, body, written_at, sent_at FROM mail WHERE recipient = $1 AND written_at >= (SELECT created_at FROM person WHERE id = $2) ORDER BY written_at, id LIMIT 10000";
    ACTS = "SELECT at, act, object_kind, object_id, detail FROM audit_event WHERE person_id = $1 ORDER BY at, id LIMIT 10000";

    SOLE_CONTACT = "SELECT o.id, o.name FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE m.person_id = $1 AND m.function = 'contact_point' AND m.ended_at IS NULL AND EXISTS (SELECT 1 FROM membership x WHERE x.organisation_id = m.organisation_id AND x.ended_at IS NULL AND x.person_id <> m.person_id) AND NOT EXISTS (SELECT 1 FROM membership y WHERE y.organisation_id = m.organisation_id AND y.ended_at IS NULL AND y.person_id <> m.person_id AND y.function = 'contact_point') ORDER BY o.name_key, o.id";

    ERASE_PERSON = "UPDATE person SET email = $2, full_name = '', password_hash = '', confirmed_at = NULL, search_key = ' ', deleted_at = $3 WHERE id = $1 AND deleted_at IS NULL";
    END_MEMBERSHIPS = "UPDATE membership SET ended_at = $2 WHERE person_id = $1 AND ended_at IS NULL";
    WITHDRAW_REQUESTS = "UPDATE join_request SET state = CASE WHEN state = 'open' THEN 'withdrawn' ELSE state END, message = '' WHERE person_id = $1";
    WITHDRAW_CLAIMS = "UPDATE contact_claim SET state = 'withdrawn', answered_at = $2 WHERE person_id = $1 AND state IN ('open', 'objected')";
    DELETE_LOGINS = "DELETE FROM auth_session WHERE person_id = $1";
    DELETE_NAMES = "DELETE FROM name_change WHERE person_id = $1";
    DELETE_FACTOR = "DELETE FROM second_factor WHERE person_id = $1";
    DELETE_RECOVERY = "DELETE FROM recovery_code WHERE person_id = $1";
    DELETE_DEVICES = "DELETE FROM known_device WHERE person_id = $1";
    DELETE_RESET = "DELETE FROM password_reset WHERE person_id = $1";
    DELETE_NEW_ADDRESS = "DELETE FROM email_change WHERE person_id = $1";
    DELETE_CONFIRMATION = "DELETE FROM confirmation WHERE person_id = $1";
    DELETE_CALENDAR = "DELETE FROM calendar_address WHERE person_id = $1";
    DELETE_REMINDERS = "DELETE FROM reminder WHERE person_id = $1";
    DELETE_CHOICE = "DELETE FROM registration_choice WHERE person_id = $1";
    DELETE_VIEWS = "DELETE FROM queue_view WHERE person_id = $1";
    DELETE_FOLLOWED = "DELETE FROM subgroup_follower WHERE person_id = $1";
    DELETE_INVITATIONS = "DELETE FROM invitation WHERE email = $1";
    DELETE_MAILS = "DELETE FROM mail WHERE recipient = $1";
}

/// Everything about a person, by section. The words of a draft belong to its organisation: who is no member any more gets what they
/// submitted (the receipts) and what is public, unless words of it are redacted.
///
/// `email`: the address they have proved to be theirs; it finds what was addressed to them. Without one these sections are empty: an
/// address that was merely typed is somebody else's, and so are its mails, with their codes and links.
pub async fn everything(tx: &mut Tx, person: PersonId, email: Option<&str>) -> StoreResult<Vec<(&'static str, Vec<Record>)>> {
    let by_person = [
        ("person", PERSON),
        ("earlier_names", NAMES),
        ("memberships", MEMBERSHIPS),
        ("offices", OFFICES),
        ("signed_in_browsers", LOGINS),
        ("second_factor", FACTOR),
        ("known_browsers", DEVICES),
        ("new_address", NEW_ADDRESS),
        ("papers", PAPERS),
        ("comments", COMMENTS),
        ("inscriptions_of_speakers", INSCRIPTIONS),
        ("applications_for_accreditation", APPLICATIONS),
        ("co_signatures", CO_SIGNATURES),
        ("papers_offered_for_co_signing", OFFERS),
        ("joint_papers", JOINT),
        ("corrigenda", CORRIGENDA),
        ("texts_in_preparation", TEXTS),
        ("comments_placed", PLACED),
        ("voices_on_proposals", VOICES),
        ("translations", TRANSLATIONS),
        ("statuses_of_provisions", STATUSES),
        ("links_of_provisions", LINKS),
        ("steps_with_applications", STEPS),
        ("receipts", RECEIPTS),
        ("late_attempts", LATE_ATTEMPTS),
        ("answers_to_decisions", REPLIES),
        ("appeals", APPEALS),
        ("decisions", DECISIONS),
        ("views_of_queues", VIEWS),
        ("acts_on_themes", THEME_ACTS),
        ("themes_of_inputs", THEME_TAGS),
        ("sentences_of_summaries", SENTENCES),
        ("remarks_on_summaries", SUMMARY_REMARKS),
        ("parts_of_summaries_handed_in", SUMMARY_PARTS),
        ("reviews_of_organisations", REVIEWS),
        ("requests_to_join", REQUESTS),
        ("claims_of_contact_point", CLAIMS),
        ("registration", CHOICE),
        ("followed_subgroups", FOLLOWED),
        ("calendar_address", CALENDAR),
        ("reminders", REMINDERS),
        ("announcements", ANNOUNCEMENTS),
        ("acts", ACTS),
    ];
    let mut sections = Vec::new();
    for (name, sql) in by_person {
        sections.push((name, fetch_all!(tx, Record, sql, person.to_string())?));
    }
    let (invitations, mails) = match email {
        None => (Vec::new(), Vec::new()),
        Some(email) => (fetch_all!(tx, Record, INVITATIONS, email)?, fetch_all!(tx, Record, MAILS, email, person.to_string())?),
    };
    sections.extend([("invitations", invitations), ("mails", mails)]);
    Ok(sections)
}

/// The organisations with other members that would be left without a contact point.
pub async fn sole_contact_of(tx: &mut Tx, person: PersonId) -> StoreResult<Vec<(OrganisationId, String)>> {
    let rows = fetch_all!(tx, (Text<OrganisationId>, String), SOLE_CONTACT, person.to_string())?;
    Ok(rows.into_iter().map(|(id, name)| (id.0, name)).collect())
}

/// Takes the name, the address and every secret of a person away, ends what they are member of, and leaves what they wrote.
/// `email`: as in [`everything`]; what was addressed to it goes too. Answers whether there was an account to delete.
pub async fn erase(tx: &mut Tx, person: PersonId, email: Option<&str>, at: Instant) -> StoreResult<bool> {
    let id = person.to_string();
    // No address: nobody can sign in, register or be found by it, and it is unique.
    if execute!(tx, ERASE_PERSON, id.as_str(), format!("deleted:{id}"), at.0)? == 0 {
        return Ok(false);
    }
    for sql in [END_MEMBERSHIPS, WITHDRAW_CLAIMS] {
        execute!(tx, sql, id.as_str(), at.0)?;
    }
    let all = [
        WITHDRAW_REQUESTS,
        DELETE_LOGINS,
        DELETE_NAMES,
        DELETE_FACTOR,
        DELETE_RECOVERY,
        DELETE_DEVICES,
        DELETE_RESET,
        DELETE_NEW_ADDRESS,
        DELETE_CONFIRMATION,
        DELETE_CHOICE,
        DELETE_CALENDAR,
        DELETE_REMINDERS,
        DELETE_FOLLOWED,
        DELETE_VIEWS,
    ];
    for sql in all {
        execute!(tx, sql, id.as_str())?;
    }
    if let Some(email) = email {
        for sql in [DELETE_INVITATIONS, DELETE_MAILS] {
            execute!(tx, sql, email)?;
        }
    }
    Ok(true)
}
