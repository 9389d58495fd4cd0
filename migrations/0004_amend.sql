-- Amend: what was promised, by whom and until when; the case from received to closed.

create table calendar (
  organization_id uuid not null references organization,
  calendar_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  time_zone text not null,
  weekly jsonb not null,
  holidays date[] not null default '{}',
  changed_at timestamptz not null,
  primary key (organization_id, calendar_id)
);
call protect('calendar', 'select, insert, update');

-- Each version stays, so that a promise can always be explained by the policy it was made under.
create table floor_policy (
  organization_id uuid not null references organization,
  version integer not null,
  calendar_id uuid not null,
  terms jsonb not null,
  valid_from timestamptz not null,
  made_by uuid,
  primary key (organization_id, version),
  foreign key (organization_id, calendar_id) references calendar
);
call protect('floor_policy', 'select, insert');
call make_append_only('floor_policy');

create table pool (
  organization_id uuid not null references organization,
  pool_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  calendar_id uuid not null,
  made_at timestamptz not null,
  primary key (organization_id, pool_id),
  foreign key (organization_id, calendar_id) references calendar
);
call protect('pool', 'select, insert, update');

create table pool_member (
  organization_id uuid not null references organization,
  pool_id uuid not null,
  staff_id uuid not null,
  joined_at timestamptz not null,
  left_at timestamptz,
  duty_named_at timestamptz,
  primary key (organization_id, pool_id, staff_id),
  foreign key (organization_id, pool_id) references pool,
  foreign key (organization_id, staff_id) references staff
);
call protect('pool_member', 'select, insert, update');

-- Our handling of one complaint or request. ("case" is a word of SQL, hence the plural.)
create table cases (
  organization_id uuid not null references organization,
  case_id uuid not null,
  number bigint not null,
  kind text not null check (kind in ('complaint', 'request')),
  customer_id uuid not null,
  conversation_id uuid not null,
  opening_message_id uuid not null,
  matter text not null check (length(matter) <= 300),
  state text not null check (state in ('received', 'acknowledged', 'in-progress', 'waiting-for-customer', 'waiting-for-third-party',
                                       'answered', 'resolved', 'rejected', 'closed')),
  pool_id uuid not null,
  duty_staff_id uuid not null,
  owner_staff_id uuid,
  about_staff_ids uuid[] not null default '{}',
  received_at timestamptz not null,
  acknowledged_at timestamptz,
  taken_at timestamptz,
  first_answered_at timestamptz,
  final_answered_at timestamptz,
  finding text check (finding in ('founded', 'partly-founded', 'unfounded-but-honest', 'undecided', 'dishonest')),
  resolved_at timestamptz,
  resolved_by text check (resolved_by in ('customer', 'silence')),
  rejected_at timestamptz,
  rejection jsonb,
  closed_at timestamptz,
  reopenings timestamptz[] not null default '{}',
  is_reopened boolean not null default false,
  answers jsonb not null default '[]' check (jsonb_typeof(answers) = 'array'),
  ends jsonb not null default '[]' check (jsonb_typeof(ends) = 'array'),
  silence_notices timestamptz[] not null default '{}',
  notice_queued_at timestamptz,
  waiting_until timestamptz,
  waiting_reason text,
  floor_version integer not null,
  next_due_at timestamptz,
  -- When time alone may change something: a wait that ends, a notice, silence, closing.
  look_again_at timestamptz,
  last_heard_at timestamptz not null,
  last_direction text not null default 'in' check (last_direction in ('in', 'out')),
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, case_id),
  unique (organization_id, number),
  unique (organization_id, opening_message_id),
  foreign key (organization_id, customer_id) references customer,
  foreign key (organization_id, conversation_id) references conversation,
  foreign key (organization_id, opening_message_id) references message,
  foreign key (organization_id, pool_id) references pool,
  foreign key (organization_id, duty_staff_id) references staff,
  foreign key (organization_id, owner_staff_id) references staff,
  foreign key (organization_id, floor_version) references floor_policy,
  constraint one_owner_after_taking check ((owner_staff_id is null) = (taken_at is null)),
  constraint never_heard_by_the_person_complained_about check (owner_staff_id is null or not owner_staff_id = any (about_staff_ids)),
  constraint resolved_by_somebody check ((resolved_at is null) = (resolved_by is null)),
  constraint rejected_with_reasons check ((rejected_at is null) = (rejection is null)),
  constraint closed_when_said check (state <> 'closed' or closed_at is not null)
);
call protect('cases', 'select, insert, update');
-- The order of work within a pool, and a person's own cases by next promise.
create index cases_waiting on cases (organization_id, pool_id, next_due_at, received_at, case_id) where owner_staff_id is null and state in ('received', 'acknowledged');
create index cases_of_owner on cases (organization_id, owner_staff_id, next_due_at, case_id) where state not in ('resolved', 'rejected', 'closed');
create index cases_of_customer on cases (organization_id, customer_id, received_at);
create index cases_of_conversation on cases (organization_id, conversation_id);
create index cases_to_look_at on cases (organization_id, look_again_at) where look_again_at is not null;
create index cases_recent on cases (organization_id, received_at desc, case_id);

-- The number people know a case by. Cases of one company are numbered one after the other.
create function take_case_number() returns bigint language sql volatile
  as $$ update organization set next_case_number = next_case_number + 1 where organization_id = current_organization() returning next_case_number - 1 $$;

-- What happened to a case, in order. Earlier times are never rewritten: they stand here.
create table case_event (
  organization_id uuid not null references organization,
  case_id uuid not null,
  sequence integer not null,
  at timestamptz not null,
  kind text not null,
  actor_kind text not null,
  actor_id text,
  details jsonb not null default '{}',
  primary key (organization_id, case_id, sequence),
  foreign key (organization_id, case_id) references cases
);
call protect('case_event', 'select, insert');
create trigger append_only before update or delete on case_event for each row
  when (current_setting('app.erasing', true) is distinct from 'cases') execute function refuse_change();

create table promise (
  organization_id uuid not null references organization,
  promise_id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('acknowledgement', 'first-answer', 'final-answer', 'still-broken-answer', 'given')),
  about text not null default '' check (length(about) <= 500),
  source text not null,
  made_at timestamptz not null,
  made_by uuid,
  due_at timestamptz not null,
  unpaused_due_at timestamptz not null,
  status text not null default 'open' check (status in ('open', 'kept', 'broken', 'released')),
  settled_at timestamptz,
  broken_at timestamptz,
  told_at timestamptz,
  -- When it was done, or the customer no longer wanted it. A broken promise is still owed until then.
  owed_until timestamptz,
  primary key (organization_id, promise_id),
  foreign key (organization_id, case_id) references cases,
  constraint settled_when_not_open check ((status = 'open') = (settled_at is null)),
  constraint broken_at_its_time check ((status = 'broken') = (broken_at is not null)),
  constraint owed_while_open check (status <> 'open' or owed_until is null),
  constraint done_when_kept check (status not in ('kept', 'released') or owed_until is not null),
  constraint never_due_before_its_clock check (due_at >= unpaused_due_at)
);
call protect('promise', 'select, insert, update');
create index promise_of_case on promise (organization_id, case_id, due_at);
create index promise_open on promise (organization_id, due_at) where status = 'open';
create index promise_broken on promise (organization_id, due_at) where status = 'broken' and owed_until is null;
create index promise_kept on promise (organization_id, settled_at) where status = 'kept';
-- At most one open promise of each kind the policy makes; a person may give several.
create unique index promise_open_of_kind on promise (organization_id, case_id, kind) where status = 'open' and kind <> 'given';

-- While we wait for the customer their clock stands still. A ledger: rows are added and ended, never rewritten.
create table clock_pause (
  organization_id uuid not null references organization,
  pause_id uuid not null,
  case_id uuid not null,
  reason text not null check (length(reason) between 1 and 300),
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (organization_id, pause_id),
  foreign key (organization_id, case_id) references cases,
  check (ended_at is null or ended_at >= started_at)
);
call protect('clock_pause', 'select, insert, update');
create index clock_pause_of_case on clock_pause (organization_id, case_id, started_at);

-- Nothing is closed while a promise is open. The second line behind decideCase.
create function refuse_closing_with_open_promise() returns trigger language plpgsql as $$
begin
  if exists (select from promise p where p.organization_id = new.organization_id and p.case_id = new.case_id and p.status = 'open') then
    raise exception 'case % has an open promise and cannot be closed', new.number using errcode = 'AM002';
  end if;
  return new;
end $$;
create trigger no_open_promise_when_closed before update of state on cases for each row
  when (new.state = 'closed' and old.state <> 'closed') execute function refuse_closing_with_open_promise();

-- Earlier times are never rewritten, whatever a later version of the program may try. A letter that came back withdraws the time it had set:
-- the field is then empty or later, never earlier, and the history keeps both. Ends and reopenings are only ever added.
create function refuse_rewriting_times() returns trigger language plpgsql as $$
begin
  if new.received_at <> old.received_at
     or (old.taken_at is not null and new.taken_at is distinct from old.taken_at)
     or new.acknowledged_at < old.acknowledged_at
     or new.first_answered_at < old.first_answered_at
     or new.reopenings[1:cardinality(old.reopenings)] is distinct from old.reopenings
     or not new.ends @> old.ends
     or jsonb_array_length(new.ends) < jsonb_array_length(old.ends) then
    raise exception 'earlier times of case % are never rewritten', old.number using errcode = 'AM003';
  end if;
  return new;
end $$;
create trigger earlier_times_stay before update on cases for each row
  when (current_setting('app.erasing', true) is distinct from 'cases') execute function refuse_rewriting_times();

-- Each message belongs to one case and is counted there once. `meaning` is what a customer's message was taken for, or what a letter of ours is for.
create table case_message (
  organization_id uuid not null references organization,
  message_id uuid not null,
  case_id uuid not null,
  meaning text not null,
  meaning_by uuid,
  counted_at timestamptz not null,
  primary key (organization_id, message_id),
  foreign key (organization_id, message_id) references message,
  foreign key (organization_id, case_id) references cases
);
call protect('case_message', 'select, insert, update, delete');
create index case_message_of_case on case_message (organization_id, case_id);

create table draft (
  organization_id uuid not null references organization,
  case_id uuid not null,
  staff_id uuid not null,
  text text not null check (length(text) <= 100000),
  saved_at timestamptz not null,
  primary key (organization_id, case_id, staff_id),
  foreign key (organization_id, case_id) references cases,
  foreign key (organization_id, staff_id) references staff
);
call protect('draft', 'select, insert, update, delete');

-- A person's right to be erased: the words go, the figures stay. The one way in which history changes.
create function erase_cases_of(wanted uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  organization uuid := current_organization();
  theirs uuid[] := array(select case_id from cases where organization_id = organization and customer_id = wanted);
  nothing jsonb := '{"reasons": "", "recourse": ""}';
begin
  perform set_config('app.erasing', 'cases', true);
  update cases set matter = '', waiting_reason = case when waiting_reason is null then null else '' end,
    rejection = case when rejection is null then null else nothing end,
    ends = coalesce((select jsonb_agg(case when e ? 'rejection' then jsonb_set(e, '{rejection}', nothing) else e end order by n)
                     from jsonb_array_elements(ends) with ordinality as each(e, n)), '[]')
  where organization_id = organization and case_id = any (theirs);
  update case_event set details = jsonb_set(details, '{words}', 'null') where organization_id = organization and case_id = any (theirs);
  delete from draft where organization_id = organization and case_id = any (theirs);
  perform set_config('app.erasing', '', true);
end $$;
