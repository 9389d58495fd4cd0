// The statements that fill a founded desk with made-up cases, batch by batch, through every constraint the schema has.

/** Identifiers as the desk makes them (UUID v7), but from a number: the same every time, sorted by time. And instants as it writes them, to the
 * millisecond: finer ones it could not read and write back, as it does with all earlier times of a case that it changes. For one session only. */
export const makeIds = `
  create or replace function pg_temp.bench_id(kind text, number bigint, ms float8) returns uuid language sql immutable as $$
    select (lpad(to_hex(ms::bigint), 12, '0') || '7' || substr(md5(kind || number::text), 1, 3) || '8' || substr(md5(kind || number::text), 4, 15))::uuid $$;
  create or replace function pg_temp.bench_at(ms float8) returns timestamptz language sql immutable as $$ select to_timestamp(floor(ms) / 1000) $$;
  create or replace function pg_temp.bench_text(ms float8) returns text language sql stable as $$
    select to_char(pg_temp.bench_at(ms) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$`

/** $1: how many; $2: when they joined, in milliseconds since 1970. They all have the founder's password. */
export const addHandlers = `
  with made as (
    insert into staff (organization_id, staff_id, name, email, role, password_hash, joined_at)
    select f.organization_id, pg_temp.bench_id('staff', n, $2::float8), 'Handler ' || n, 'handler' || n || '@bench.test',
           case when n % 10 = 0 then 'lead' else 'handler' end, f.password_hash, pg_temp.bench_at($2)
    from generate_series(0, $1 - 1) n, (select * from staff where role = 'administrator' order by joined_at limit 1) f
    returning organization_id, staff_id)
  insert into pool_member (organization_id, pool_id, staff_id, joined_at, duty_named_at)
  select m.organization_id, p.pool_id, m.staff_id, pg_temp.bench_at($2), pg_temp.bench_at($2) from made m join pool p on p.organization_id = m.organization_id`

/** $1: JSON of {n, name, address}; $2: since when we know them. */
export const addCustomers = `
  with told as (select o.organization_id, t.* from organization o, json_to_recordset($1) as t(n bigint, name text, address text)),
  made as (
    insert into customer (organization_id, customer_id, name, first_seen_at)
    select organization_id, pg_temp.bench_id('customer', n, $2::float8), name, pg_temp.bench_at($2) from told)
  insert into identity (organization_id, identity_id, customer_id, kind, value, raw_value, display, first_seen_at, verified_at)
  select organization_id, pg_temp.bench_id('identity', n, $2::float8), pg_temp.bench_id('customer', n, $2::float8), 'email', address, address, name, pg_temp.bench_at($2),
         case when n % 3 = 0 then pg_temp.bench_at($2) end from told`

/** Tables of the session that hold one batch, with every identifier, and where it belongs. */
export const makeStaging = `
  create temp table if not exists told_case (
    number bigint, customer bigint, state text, owner integer, received float8, acknowledged float8, taken float8, first float8, final float8,
    ended float8, closed float8, due float8, "firstDue" float8, "finalDue" float8, "lookAgain" float8, matter text,
    case_id uuid, conversation_id uuid, customer_id uuid, identity_id uuid, owner_id uuid, duty_id uuid) on commit delete rows;
  create temp table if not exists told_message (
    number bigint, sequence integer, direction text, kind text, at timestamptz, subject text, text text, visible text,
    message_id uuid, raw_id uuid, interaction_id uuid) on commit delete rows;
  create index if not exists told_message_of on told_message (number, sequence);
  create temp table if not exists place (organization_id uuid, channel_id uuid, pool_id uuid, floor_version integer, joined float8, now float8)`

/** $1: when the handlers joined and the customers were first seen; $2: now; in milliseconds since 1970. */
export const notePlace = `
  insert into place
    select o.organization_id, (select channel_id from channel where kind = 'api' limit 1) as channel_id,
           (select pool_id from pool limit 1) as pool_id, (select max(version) from floor_policy) as floor_version, $1, $2
    from organization o`

export const tellCases = `
  insert into told_case
  select c.*, pg_temp.bench_id('case', number, received), pg_temp.bench_id('conversation', number, received),
    pg_temp.bench_id('customer', customer, p.joined), pg_temp.bench_id('identity', customer, p.joined),
    pg_temp.bench_id('staff', owner, p.joined), pg_temp.bench_id('staff', coalesce(owner, 0), p.joined)
  from place p, json_to_recordset($1) as c(
    number bigint, customer bigint, state text, owner integer, received float8, acknowledged float8, taken float8, first float8, final float8,
    ended float8, closed float8, due float8, "firstDue" float8, "finalDue" float8, "lookAgain" float8, matter text)`
export const tellMessages = `
  insert into told_message
  select number, sequence, direction, kind, pg_temp.bench_at(at), subject, text, visible, pg_temp.bench_id('message', number * 100 + sequence, at),
    case when direction = 'in' then pg_temp.bench_id('raw', number * 100 + sequence, at) end,
    pg_temp.bench_id('happened', number * 100 + sequence, at)
  from json_to_recordset($1) as m(
    number bigint, sequence integer, direction text, kind text, at float8, subject text, text text, visible text)`

/** Temporary tables are unknown to the planner until they are looked at. */
export const lookAtStaging = `analyze told_case, told_message`

/** What one batch becomes, in the order the foreign keys ask for. */
export const becomeRows: readonly string[] = [
  `insert into conversation (organization_id, conversation_id, code, reference, customer_id, channel_id, subject, started_at, last_message_at)
   select p.organization_id, c.conversation_id, substr(md5('code' || c.number), 1, 12),
     'A-' || c.number, c.customer_id, p.channel_id, c.matter, pg_temp.bench_at(c.received),
     (select max(m.at) from told_message m where m.number = c.number)
   from told_case c, place p order by c.number`,
  `insert into participant (organization_id, conversation_id, identity_id, standing, joined_at)
   select p.organization_id, c.conversation_id,
     c.identity_id, 'customer', pg_temp.bench_at(c.received)
   from told_case c, place p order by c.number`,
  `insert into inbound_raw (organization_id, raw_id, channel_id, key, content_sha256, media_type, proof, bytes, received_at)
   select p.organization_id, m.raw_id, p.channel_id,
     'bench:' || m.number || ':' || m.sequence, sha256(convert_to(m.text, 'UTF8')), 'application/vnd.amends.submission+json',
     '{"kind":"key"}', convert_to(json_build_object('subject', m.subject, 'text', m.text)::text, 'UTF8'), m.at
   from told_message m, place p where m.direction = 'in' order by m.number, m.sequence`,
  `insert into message (organization_id, message_id, conversation_id, direction, kind, channel_id, identity_id, staff_id, raw_id, external_id,
     subject, text, visible_text, language, meaning, authentication, standing, joined_by, may_answer_automatically, at, stored_at)
   select p.organization_id, m.message_id,
     c.conversation_id, m.direction, m.kind, p.channel_id,
     c.identity_id, case when m.kind = 'answer' then c.owner_id end,
     m.raw_id,
     '<' || m.number || '.' || m.sequence || '@bench.test>', m.subject, m.text, m.visible, case when m.direction = 'in' then 'en' end,
     case when m.sequence = 1 then 'complaint' when m.direction = 'in' then 'new-information' end,
     case when m.direction = 'in' then 'key' else 'none' end, 'joined', case when m.direction = 'out' then 'us' when m.sequence = 1 then 'new' else 'token' end,
     m.direction = 'in', m.at, m.at
   from told_message m join told_case c on c.number = m.number, place p order by m.number, m.sequence`,
  `insert into disposition (organization_id, raw_id, kind, message_id, reason, reader_version, decided_at)
   select p.organization_id, m.raw_id, 'conversation',
     m.message_id, 'Made up for the benchmark.', 1, m.at
   from told_message m, place p where m.direction = 'in' order by m.number, m.sequence`,
  `insert into outbox (organization_id, message_id, code, channel_id, to_address, from_address, reply_to, envelope_from, is_automatic, state,
     attempts, due_at, settled_at, queued_at)
   select p.organization_id, m.message_id,
     substr(md5('letter' || m.number || '.' || m.sequence), 1, 16), p.channel_id, i.value, 'desk@bench.test', 'desk@bench.test', 'desk@bench.test',
     m.kind = 'acknowledgement', 'sent', 1, m.at, m.at + interval '900 ms', m.at
   from told_message m join told_case c on c.number = m.number cross join place p
   join identity i on i.organization_id = p.organization_id and i.identity_id = c.identity_id
   where m.direction = 'out' order by m.number, m.sequence`,
  `insert into cases (organization_id, case_id, number, kind, customer_id, conversation_id, opening_message_id, matter, state, pool_id,
     duty_staff_id, owner_staff_id, received_at, acknowledged_at, taken_at, first_answered_at, final_answered_at, finding, resolved_at,
     resolved_by, rejected_at, rejection, closed_at, waiting_until, waiting_reason, floor_version, next_due_at, look_again_at, last_heard_at,
     last_direction, last_text, channel, changed_at, version, answers, ends)
   select p.organization_id, c.case_id, c.number,
     case when c.number % 8 = 0 then 'request' else 'complaint' end, c.customer_id,
     c.conversation_id,
     (select m.message_id from told_message m where m.number = c.number and m.sequence = 1), c.matter, c.state, p.pool_id,
     c.duty_id, c.owner_id, pg_temp.bench_at(c.received),
     pg_temp.bench_at(c.acknowledged), pg_temp.bench_at(c.taken), pg_temp.bench_at(c.first), pg_temp.bench_at(c.final),
     case when c.final is not null then (array['founded', 'partly-founded', 'unfounded-but-honest', 'undecided'])[1 + c.number % 4] end,
     case when c.state <> 'rejected' then pg_temp.bench_at(c.ended) end,
     case when c.state <> 'rejected' and c.ended is not null then case when c.number % 2 = 0 then 'customer' else 'silence' end end,
     case when c.state = 'rejected' then pg_temp.bench_at(c.ended) end,
     case when c.state = 'rejected' then '{"reasons": "Not one of ours.", "recourse": "An arbitration board."}'::jsonb end,
     pg_temp.bench_at(c.closed), case when c.state = 'waiting-for-customer' then pg_temp.bench_at(c."lookAgain") end,
     case when c.state = 'waiting-for-customer' then 'A photograph of the damage' end, p.floor_version, pg_temp.bench_at(c.due),
     pg_temp.bench_at(c."lookAgain"), l.at, l.direction, left(l.visible, 200), 'api', l.at, 4,
     case when c.first is null then '[]'::jsonb else jsonb_build_array(jsonb_build_object(
       'messageId', (select m.message_id from told_message m where m.number = c.number and m.kind = 'answer' order by m.sequence limit 1), 'by', c.owner_id,
       'final', c.final is not null, 'finding', null, 'writtenAt', pg_temp.bench_text(c.first), 'acceptedAt', pg_temp.bench_text(c.first), 'bouncedAt', null,
       'round', 0, 'crossed', false, 'keeps', jsonb_build_array('first-answer'))) end,
     case when c.ended is null then '[]'::jsonb when c.state = 'rejected'
       then jsonb_build_array(jsonb_build_object('kind', 'rejected', 'at', pg_temp.bench_text(c.ended), 'rejection', '{"reasons": "Not one of ours.", "recourse": "An arbitration board."}'::jsonb))
       else jsonb_build_array(jsonb_build_object('kind', 'resolved', 'at', pg_temp.bench_text(c.ended), 'by', 'customer')) end
   from told_case c cross join place p
   cross join lateral (
     select m.at, m.direction, m.visible from told_message m
     where m.number = c.number and m.kind in ('human', 'answer') order by m.sequence desc limit 1) l
   order by c.number`,
  `insert into case_message (organization_id, message_id, case_id, meaning, counted_at)
   select p.organization_id, m.message_id,
     c.case_id,
     case when m.sequence = 1 then 'complaint' when m.direction = 'in' then 'new-information' else m.kind end, m.at
   from told_message m join told_case c on c.number = m.number, place p order by m.number, m.sequence`,
  `insert into case_event (organization_id, case_id, sequence, at, kind, actor_kind, actor_id, details)
   select p.organization_id, c.case_id, e.sequence, pg_temp.bench_at(e.at), e.kind, 'system', 'bench', '{}'
   from told_case c cross join place p cross join lateral (values (1, c.received, 'received'), (2, c.acknowledged, 'acknowledged'), (3, c.taken, 'taken'),
     (4, c.first, 'answered'), (5, c.ended, 'resolved'), (6, c.closed, 'closed')) e(sequence, at, kind)
   where e.at is not null order by c.number, e.sequence`,
  `insert into promise (organization_id, promise_id, case_id, kind, source, made_at, due_at, unpaused_due_at, status, settled_at, broken_at, owed_until)
   select p.organization_id, pg_temp.bench_id('promise' || d.kind, c.number, c.received),
     c.case_id, d.kind, 'floor:1', pg_temp.bench_at(c.received), pg_temp.bench_at(d.due),
     pg_temp.bench_at(d.due), d.status, case d.status when 'kept' then pg_temp.bench_at(d.done) when 'broken' then pg_temp.bench_at(d.due) end,
     case when d.status = 'broken' then pg_temp.bench_at(d.due) end, pg_temp.bench_at(d.done)
   from told_case c cross join place p cross join lateral (
     select v.kind, v.due, v.done, case when v.done is not null and v.done <= v.due then 'kept' when v.done is not null or v.due < p.now then 'broken' else 'open' end as status
     from (values ('acknowledgement', c.received + 900000, c.acknowledged), ('first-answer', c."firstDue", coalesce(c.first, c.ended)),
                  ('final-answer', c."finalDue", coalesce(c.final, c.ended))) v(kind, due, done)) d
   order by c.number, d.due`,
  `insert into clock_pause (organization_id, pause_id, case_id, reason, started_at)
   select p.organization_id, pg_temp.bench_id('pause', c.number, c.received), c.case_id,
     'A photograph of the damage', pg_temp.bench_at(c.first)
   from told_case c, place p where c.state = 'waiting-for-customer'`,
  `insert into interaction (organization_id, customer_id, interaction_id, at, kind, message_id, case_id, details)
   select p.organization_id, c.customer_id, m.interaction_id,
     m.at, 'message', m.message_id, null, '{}'
   from told_message m join told_case c on c.number = m.number, place p
   union all
   select p.organization_id, c.customer_id, pg_temp.bench_id('opened', c.number, c.received),
     pg_temp.bench_at(c.received), 'case', null, c.case_id, jsonb_build_object('what', 'opened', 'number', c.number)
   from told_case c, place p`,
  `insert into decision (organization_id, decision_id, at, kind, customer_id, case_id, actor_kind, actor_id, chosen, alternatives, inputs, propensity, reason, policy_version)
   select p.organization_id, pg_temp.bench_id('decision', c.number, c.received), pg_temp.bench_at(c.received), 'case-kind',
     c.customer_id, c.case_id, 'system', 'bench', 'complaint',
     '["complaint", "request"]', '{}', 1, 'Made up for the benchmark.', 1
   from told_case c, place p order by c.number`,
]

export const numberOn = `update organization set next_case_number = greatest(next_case_number, $1)`

/** Full-text and trigram indexes are cheaper to build over everything than to keep while rows come in. */
export const costlyIndexes = `
  select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
  from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
  where a.amname = 'gin' and c.relnamespace = 'public'::regnamespace`
