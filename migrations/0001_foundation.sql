-- The ground everything stands on: the company, row-level security, audit, decisions, jobs, live events, limits.
-- Runs as amends_owner. Every table's keys begin with organization_id; `protect` switches row-level security on and grants.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- The organization of this transaction; null (and so no rows) where none was set.
create function current_organization() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.organization_id', true), '')::uuid $$;

-- Row-level security for one table, and exactly the named privileges for the application's role.
create procedure protect(table_name text, privileges text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format(
    'create policy own_organization on %I using (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid)
       with check (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid)', table_name);
  execute format('grant %s on %I to amends_app', privileges, table_name);
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: rows are never changed or deleted', tg_table_name using errcode = 'AM001';
end $$;

-- Even the owner cannot change or delete rows of such a table by mistake.
create procedure make_append_only(table_name text) language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', table_name);
end $$;

create table organization (
  organization_id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  kind_of_business text not null check (length(kind_of_business) <= 100),
  time_zone text not null,
  language text not null default 'en',
  case_prefix text not null default 'A' check (case_prefix ~ '^[A-Z]{1,4}$'),
  next_case_number bigint not null default 1,
  founded_at timestamptz not null
);
call protect('organization', 'select, insert, update');

-- Keys for reply tokens and signed links. Two versions are valid while rotating.
create table organization_key (
  organization_id uuid not null references organization,
  purpose text not null,
  version integer not null,
  secret bytea not null,
  made_at timestamptz not null,
  retired_at timestamptz,
  primary key (organization_id, purpose, version)
);
call protect('organization_key', 'select, insert, update');

-- Append-only and hash-chained per organization: each entry's hash covers the one before it.
create table audit_entry (
  organization_id uuid not null references organization,
  sequence bigint not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text,
  action text not null,
  object_kind text not null,
  object_id text,
  details jsonb not null default '{}',
  previous_hash bytea not null,
  hash bytea not null,
  primary key (organization_id, sequence)
);
call protect('audit_entry', 'select');
call make_append_only('audit_entry');

create table audit_head (
  organization_id uuid not null primary key references organization,
  sequence bigint not null,
  hash bytea not null
);
alter table audit_head enable row level security;

-- The text an entry's hash is made of. Length-prefixed, so that no two entries share one text.
create function audit_text(entry audit_entry) returns bytea language sql immutable as $$
  select convert_to(string_agg(length(coalesce(part, '')) || ':' || coalesce(part, '-'), '|' order by position), 'UTF8')
  from unnest(array[entry.organization_id::text, entry.sequence::text, extract(epoch from entry.at)::text, entry.actor_kind, entry.actor_id,
                    entry.action, entry.object_kind, entry.object_id, entry.details::text, encode(entry.previous_hash, 'hex')])
       with ordinality as parts(part, position)
$$;

create function append_audit(at timestamptz, actor_kind text, actor_id text, action text, object_kind text, object_id text, details jsonb)
  returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  entry audit_entry;
  head audit_head;
begin
  insert into audit_head values (current_organization(), 0, sha256('amends'::bytea)) on conflict do nothing;
  select * into head from audit_head h where h.organization_id = current_organization() for update;
  entry := (current_organization(), head.sequence + 1, at, actor_kind, actor_id, action, object_kind, object_id, coalesce(details, '{}'), head.hash, ''::bytea);
  entry.hash := sha256(audit_text(entry));
  insert into audit_entry select entry.*;
  update audit_head h set sequence = entry.sequence, hash = entry.hash where h.organization_id = current_organization();
  return entry.sequence;
end $$;

-- Every choice that affects a customer: what was chosen, from what, on which inputs, with which chance, and why.
create table decision (
  organization_id uuid not null references organization,
  decision_id uuid not null,
  at timestamptz not null,
  kind text not null,
  customer_id uuid,
  case_id uuid,
  actor_kind text not null,
  actor_id text,
  chosen text not null,
  alternatives jsonb not null,
  inputs jsonb not null,
  propensity double precision not null check (propensity > 0 and propensity <= 1),
  seed bigint,
  reason text not null check (length(reason) between 1 and 2000),
  policy_version integer not null,
  primary key (organization_id, decision_id)
);
call protect('decision', 'select, insert');
call make_append_only('decision');
create index decision_by_case on decision (organization_id, case_id, at);
create index decision_by_customer on decision (organization_id, customer_id, at);

-- What open screens are told. Read in order of commit: only rows of transactions that are over for everybody (see live-events.sql.ts).
create table live_event (
  organization_id uuid not null references organization,
  sequence bigint generated always as identity,
  transaction_id xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  kind text not null,
  object_kind text not null,
  object_id uuid,
  primary key (organization_id, sequence)
);
call protect('live_event', 'select, insert, delete');
create index live_event_in_order on live_event (organization_id, transaction_id, sequence);
create index live_event_by_age on live_event (organization_id, at);

-- Counters of tries within a window, in the database so that every process sees them.
create table attempt (
  organization_id uuid not null references organization,
  scope text not null,
  subject text not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (organization_id, scope, subject, window_start)
);
call protect('attempt', 'select, insert, update, delete');

create table idempotency_key (
  organization_id uuid not null references organization,
  holder text not null,
  key text not null check (length(key) between 1 and 255),
  request_hash bytea not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  status integer,
  response jsonb,
  primary key (organization_id, holder, key)
);
call protect('idempotency_key', 'select, insert, update, delete');

-- Content by its hash; files name it. Kept in the database so that one transaction holds a letter and all that came with it.
create table file_content (
  organization_id uuid not null references organization,
  sha256 bytea not null,
  bytes bytea not null,
  primary key (organization_id, sha256)
);
alter table file_content alter column bytes set storage external;
call protect('file_content', 'select, insert, delete');

create table file (
  organization_id uuid not null references organization,
  file_id uuid not null,
  sha256 bytea not null,
  name text not null check (length(name) between 1 and 255),
  media_type text not null check (length(media_type) <= 255),
  size bigint not null,
  stored_at timestamptz not null,
  primary key (organization_id, file_id),
  foreign key (organization_id, sha256) references file_content
);
call protect('file', 'select, insert, delete');

-- Jobs are added in the transaction that causes them, for its own organization only. The queue lives outside row-level security.
create function add_jobs(jobs jsonb) returns void language plpgsql security definer
  set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  if exists (select from jsonb_array_elements(jobs) j where (j->'payload'->>'organizationId')::uuid is distinct from current_organization()) then
    raise exception 'a job may be added for its own organization only' using errcode = '42501';
  end if;
  perform graphile_worker.add_jobs(array(
    select row(j->>'task', j->'payload', null, null, coalesce((j->>'attempts')::int, 10), j->>'key', null, null)::graphile_worker.job_spec
    from jsonb_array_elements(jobs) j));
end $$;

-- Jobs that failed for good, with their last error; and another try for one of them.
create function failed_jobs(most integer) returns table (job_id text, task text, payload json, attempts integer, last_error text, failed_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select j.id::text, t.identifier, j.payload, j.attempts::int, j.last_error, j.updated_at
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.attempts >= j.max_attempts and j.locked_at is null and (j.payload->>'organizationId')::uuid = current_organization()
    order by j.updated_at desc limit least(most, 500);
end $$;

create function replay_job(wanted text) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_id bigint;
begin
  select j.id into found_id from graphile_worker._private_jobs j
  where j.id::text = wanted and j.attempts >= j.max_attempts and j.locked_at is null and (j.payload->>'organizationId')::uuid = current_organization();
  if found_id is null then return false; end if;
  update graphile_worker._private_jobs j set attempts = 0, last_error = null, run_at = j.created_at where j.id = found_id;
  return true;
end $$;

-- The organization that answers requests which carry none: the first one founded.
create function home_organization() returns uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select organization_id from organization order by founded_at, organization_id limit 1 $$;

create function organizations() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select organization_id from organization order by founded_at, organization_id $$;
