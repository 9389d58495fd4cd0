// Fills a test house with many cases, as a desk has them after a year: most are closed, some wait, everybody has some. Made by the server itself.
import pg from 'pg'
import type { TestHouse } from './house.ts'

/** Three messages and three promises a case, two customers for three cases. Superuser's statements: for reading at size only, not for stories. */
export async function fillHouse({ url, organizationId, clock }: TestHouse, cases: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('set session_replication_role = replica; set synchronous_commit = off')
    const names = { o: organizationId, n: cases, now: clock.now().toISOString() }
    for (const statement of statements) await client.query(withValues(statement, names))
    await client.query('set session_replication_role = default')
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

const withValues = (statement: string, { o, n, now }: { o: string; n: number; now: string }): string =>
  statement.replaceAll(':now', `'${now}'::timestamptz`).replaceAll(':o', `'${o}'::uuid`).replaceAll(':n', String(n))

const id = (kind: string, number: string) => `md5('${kind}' || (${number}))::uuid`
const at = `:now - ((:n - g) * interval '1 minute') * (525600.0 / :n)`
const answered = `least(:now, ${at} + (20 + g * 37 % 900) * interval '1 minute')`
const ended = `least(:now, ${at} + (30 + g * 53 % 9000) * interval '2 minutes')`
const first = `(array['Anna','Bilal','Chiara','Dmitri','Elif','Farid','Greta','Hugo','Ines','Jamal'])`
const last = `(array['Adler','Brandt','Castro','Demir','Eriksen','Fischer','Garcia','Haddad','Ivanova','Jensen','Keller','Lopez'])`
const thing = `(array['kettle','invoice','delivery','subscription','chair','lamp','refund','mixer','carpet','voucher'])`
const wrong = `(array['leaks','never arrived','is broken','was charged twice','came late','is the wrong colour'])`

const statements: readonly string[] = [
  `insert into staff (organization_id, staff_id, name, email, role, password_hash, joined_at)
   select :o, ${id('staff', 'g')}, 'Colleague ' || g, 'colleague' || g || '@halden.example', 'handler', 'none', :now from generate_series(1, 20) g`,
  `insert into pool_member (organization_id, pool_id, staff_id, joined_at)
   select :o, (select pool_id from pool where organization_id = :o), ${id('staff', 'g')}, :now from generate_series(1, 20) g`,
  `insert into channel (organization_id, channel_id, kind, name, config, state_since, made_at)
   select :o, ${id('channel', '1')}, 'mail', 'Help', '{"address":"help@halden.example"}', :now, :now`,
  `insert into customer (organization_id, customer_id, name, first_seen_at)
   select :o, ${id('customer', 'g')}, ${first}[1 + g % 10] || ' ' || ${last}[1 + g / 10 % 12] || case when g % 7 = 0 then '' else ' ' || initcap(substr(md5(g::text), 1, 5)) end, :now
   from generate_series(0, :n * 2 / 3) g`,
  `insert into identity (organization_id, identity_id, customer_id, kind, value, raw_value, first_seen_at)
   select :o, ${id('identity', 'g')}, ${id('customer', 'g')}, 'email', v, v, :now
   from (select g, lower(${first}[1 + g % 10]) || '.' || substr(md5(g::text), 1, 10) || '@' || (array['post','mail','web'])[1 + g % 3] || '.example' as v
         from generate_series(0, :n * 2 / 3) g) x`,
  `insert into conversation (organization_id, conversation_id, code, customer_id, channel_id, subject, started_at, last_message_at)
   select :o, ${id('conversation', 'g')}, 'c' || g, ${id('customer', 'g * 2 / 3')}, ${id('channel', '1')}, 'subject', ${at}, ${at} from generate_series(1, :n) g`,
  `insert into message (organization_id, message_id, conversation_id, direction, kind, channel_id, identity_id, staff_id, subject, text, visible_text, joined_by, at, stored_at)
   select :o, ${id('message', "g || '.' || m")}, ${id('conversation', 'g')}, case when m = 2 then 'out' else 'in' end, case when m = 2 then 'answer' else 'human' end,
     ${id('channel', '1')}, case when m = 2 then null else ${id('identity', 'g * 2 / 3')} end, case when m = 2 then ${id('staff', '1 + g % 20')} end,
     'My ' || ${thing}[1 + g % 10], body, body, 'new', ${at} + m * interval '1 minute', ${at} + m * interval '1 minute'
   from (select g, m, 'Hello, the ' || ${thing}[1 + g % 10] || ' ' || ${wrong}[1 + g % 6] || ' and the ' || ${thing}[1 + (g + m) % 10] || ' too. My order is number ' ||
     substr(md5(g || '-' || m), 1, 9) || '. ' || repeat('I have written before and would like an answer about what happens next. ', 1 + g % 5) ||
     (array['Regards','Thank you','Best wishes'])[m] || case when g % 5000 = 7 then ' defenestration' else '' end as body
     from generate_series(1, :n) g, generate_series(1, 3) m) x`,
  `insert into outbox (organization_id, message_id, code, channel_id, to_address, from_address, reply_to, envelope_from, is_automatic, state, due_at, queued_at, settled_at)
   select :o, ${id('message', "g || '.2'")}, 'm' || g, ${id('channel', '1')}, 'x@post.example', 'help@halden.example', 'r', 'e', false, 'sent', ${at}, ${at}, ${at}
   from generate_series(1, :n) g`,
  `insert into cases (organization_id, case_id, number, kind, customer_id, conversation_id, opening_message_id, matter, state, pool_id, duty_staff_id,
     owner_staff_id, received_at, taken_at, floor_version, next_due_at, look_again_at, last_heard_at, changed_at, closed_at, channel,
     first_answered_at, resolved_at, resolved_by)
   select :o, ${id('case', 'g')}, g, 'complaint', ${id('customer', 'g * 2 / 3')}, ${id('conversation', 'g')}, ${id('message', "g || '.1'")},
     initcap(${thing}[1 + g % 10]) || ' ' || ${wrong}[1 + g % 6], state, (select pool_id from pool where organization_id = :o), ${id('staff', '1 + g % 20')},
     case when state = 'acknowledged' then null else ${id('staff', '1 + g % 20')} end, ${at}, case when state = 'acknowledged' then null else ${at} end, 1,
     case when state in ('acknowledged', 'in-progress') then :now + (g % 600 - 60) * interval '10 minutes' end,
     case when state = 'answered' then :now + interval '3 days' end, ${at}, ${at}, case when state = 'closed' then ${at} end, 'mail',
     case when state in ('closed', 'answered') or g % 3 = 0 and state = 'in-progress' then ${answered} end,
     case when state = 'closed' then ${ended} end, case when state = 'closed' then 'silence' end
   from (select g, case when g > :n * 0.985 then 'acknowledged' when g > :n * 0.965 then 'in-progress' when g > :n * 0.95 then 'answered' else 'closed' end as state
         from generate_series(1, :n) g) x`,
  `insert into promise (organization_id, promise_id, case_id, kind, source, made_at, due_at, unpaused_due_at, status, settled_at, owed_until)
   select :o, ${id('promise', "g || '.' || k")}, ${id('case', 'g')}, (array['acknowledgement','first-answer','final-answer'])[k], 'floor:1', ${at},
     coalesce(c.next_due_at, ${at} + interval '1 day') + k * interval '1 hour', coalesce(c.next_due_at, ${at} + interval '1 day') + k * interval '1 hour',
     case when open then 'open' else 'kept' end, case when open then null else ${at} end, case when open then null else ${at} end
   from generate_series(1, :n) g cross join generate_series(1, 3) k join cases c on c.organization_id = :o and c.number = g
   cross join lateral (select k > 1 and c.next_due_at is not null as open) s`,
  `insert into case_event (organization_id, case_id, sequence, at, kind, actor_kind)
   select :o, ${id('case', 'g')}, k, ${at}, 'received', 'system' from generate_series(1, :n) g, generate_series(1, 3) k`,
  `insert into case_span (organization_id, case_id, round, received_at, opened_at, ended_at)
   select organization_id, case_id, 1, received_at, received_at, coalesce(resolved_at, 'infinity') from cases where organization_id = :o`,
  `insert into case_deed (organization_id, case_id, sequence, kind, staff_id, at)
   select organization_id, case_id, k, (array['taken','answered','ended'])[k], owner_staff_id, (array[taken_at, first_answered_at, resolved_at])[k]
   from cases cross join generate_series(1, 3) k where organization_id = :o and (array[taken_at, first_answered_at, resolved_at])[k] is not null`,
  `insert into case_message (organization_id, message_id, case_id, meaning, counted_at)
   select :o, ${id('message', "g || '.' || m")}, ${id('case', 'g')}, 'complaint', ${at} from generate_series(1, :n) g, generate_series(1, 3) m`,
  `insert into interaction (organization_id, customer_id, interaction_id, at, kind, message_id)
   select :o, ${id('customer', 'g * 2 / 3')}, ${id('interaction', "g || '.' || m")}, ${at} + m * interval '1 minute', 'message', ${id('message', "g || '.' || m")}
   from generate_series(1, :n) g, generate_series(1, 3) m`,
  `insert into conversation (organization_id, conversation_id, code, customer_id, channel_id, subject, started_at, last_message_at, is_outside)
   select :o, ${id('outside', 'g')}, 'o' || g, ${id('customer', 'g * 2 / 3')}, ${id('channel', '1')}, 'subject', ${at}, ${at}, true from generate_series(1, :n, 2) g`,
  `insert into enquiry (organization_id, conversation_id, case_id, identity_id, asked_by, asked_at, due_at, answered_at)
   select :o, ${id('outside', 'g')}, ${id('case', 'g')}, ${id('identity', '(g * 2 / 3 + 5) % (:n * 2 / 3)')}, ${id('staff', '1 + g % 20')}, ${at}, ${at},
     case when g % 10 = 1 then null else ${at} end from generate_series(1, :n, 2) g`,
  `insert into case_note (organization_id, note_id, case_id, staff_id, text, at)
   select :o, ${id('note', "g || '.' || k")}, ${id('case', 'g')}, ${id('staff', '1 + g % 20')}, 'The workshop knows.', ${at} + k * interval '90 seconds'
   from generate_series(1, :n) g, generate_series(1, 2) k`,
  `insert into note_mention (organization_id, note_id, staff_id, case_id, at, seen_at)
   select :o, ${id('note', "g || '.1'")}, ${id('staff', '1 + (g + 3) % 20')}, ${id('case', 'g')}, ${at}, case when g % 50 = 0 then null else ${at} end from generate_series(1, :n) g`,
  `insert into rearrangement (organization_id, rearrangement_id, kind, from_case_id, to_case_id, by_staff_id, at, was, undone_at, undone_by)
   select :o, ${id('rearrangement', 'g')}, 'move', ${id('case', 'g')}, ${id('case', 'g + 1')}, ${id('staff', '1 + g % 20')}, ${at}, '{}', ${at}, ${id('staff', '1 + g % 20')} from generate_series(1, :n - 1, 3) g`,
  `insert into survey (organization_id, case_id, customer_id, state, chance, setting_version, due_at, look_at, asked_at, closes_at, answered_at, outcome, process, person)
   select :o, ${id('case', 'g')}, ${id('customer', 'g * 2 / 3')}, 'asked', 1, 1, ${at}, ${at}, ${at}, ${at}, case when g % 4 = 0 then ${at} end,
     case when g % 4 = 0 then 1 + g % 5 end, case when g % 4 = 0 then 1 + g / 7 % 5 end, case when g % 4 = 0 then 5 end from generate_series(1, :n) g where g % 3 > 0`,
  `insert into clock_pause (organization_id, pause_id, case_id, reason, started_at, ended_at)
   select :o, ${id('pause', 'g')}, ${id('case', 'g')}, 'photo', ${at}, ${at} from generate_series(1, :n, 4) g`,
  `insert into file_content (organization_id, sha256, bytes) select :o, sha256('x'), 'x'`,
  `insert into file (organization_id, file_id, sha256, name, media_type, size, stored_at)
   select :o, ${id('file', 'g')}, sha256('x'), 'photo.jpg', 'image/jpeg', 1, :now from generate_series(1, :n, 3) g`,
  `insert into attachment (organization_id, message_id, position, file_id)
   select :o, ${id('message', "g || '.1'")}, 0, ${id('file', 'g')} from generate_series(1, :n, 3) g`,
  `update organization set next_case_number = :n + 1 where organization_id = :o`,
  `insert into participant (organization_id, conversation_id, identity_id, standing, joined_at)
   select :o, ${id('conversation', 'g')}, ${id('identity', 'g * 2 / 3')}, 'customer', ${at} from generate_series(1, :n) g`,
  `insert into decision (organization_id, decision_id, at, kind, case_id, actor_kind, chosen, alternatives, inputs, propensity, reason, policy_version)
   select :o, ${id('decision', 'g')}, ${at}, 'meaning', ${id('case', 'g')}, 'system', 'x', '[]', '{}', 1, 'x', 1 from generate_series(1, :n) g`,
]
