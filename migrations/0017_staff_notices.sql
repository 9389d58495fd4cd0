-- Telling staff what happened to their cases: what each person wants to hear and how, what they were told, and when promises run low.
-- None of it holds a word of a customer, or a name.

create table notice_setting (
  organization_id uuid not null references organization,
  staff_id uuid not null,
  -- By kind of notice the ways it goes. A kind that is absent is only listed on the page.
  choices jsonb not null default '{}' check (jsonb_typeof(choices) = 'object'),
  -- Hours in which somebody wants to be told; null for always. Without a zone: the company's.
  weekly jsonb,
  time_zone text check (length(time_zone) <= 64),
  promises_always boolean not null default true,
  -- Sealed: who knows the address can write where it leads.
  webhook_url bytea,
  webhook_host text check (length(webhook_host) <= 253),
  webhook_off_at timestamptz,
  webhook_failures integer not null default 0,
  webhook_failing_since timestamptz,
  webhook_why text check (length(webhook_why) <= 500),
  primary key (organization_id, staff_id),
  foreign key (organization_id, staff_id) references staff,
  constraint a_webhook_has_a_host check ((webhook_url is null) = (webhook_host is null))
);
call protect('notice_setting', 'select, insert, update');

-- One thing that one person is told. `source_id` is what caused it (a message, a promise, a giving): nobody is told twice of the same.
create table staff_notice (
  organization_id uuid not null references organization,
  notice_id uuid not null,
  staff_id uuid not null,
  kind text not null check (length(kind) between 1 and 40),
  case_id uuid not null,
  source_id uuid not null,
  due_at timestamptz,
  at timestamptz not null,
  state text not null check (state in ('waiting', 'sent', 'failed', 'dropped')),
  -- Those that go together, once they go.
  bundle_id uuid,
  read_at timestamptz,
  primary key (organization_id, notice_id),
  unique (organization_id, staff_id, kind, source_id),
  foreign key (organization_id, staff_id) references staff,
  foreign key (organization_id, case_id) references cases
);
call protect('staff_notice', 'select, insert, update, delete');
create index staff_notice_recent on staff_notice (organization_id, staff_id, at desc, notice_id);
create index staff_notice_to_bundle on staff_notice (organization_id, staff_id, kind, at) where state = 'waiting' and bundle_id is null;
create index staff_notice_of_bundle on staff_notice (organization_id, bundle_id) where bundle_id is not null;
create index staff_notice_by_age on staff_notice (organization_id, at);

-- A bundle on its way to its person by one way, tried at `due_at`.
create table notice_delivery (
  organization_id uuid not null references organization,
  bundle_id uuid not null,
  way text not null check (length(way) between 1 and 40),
  staff_id uuid not null,
  kind text not null,
  state text not null check (state in ('waiting', 'sent', 'failed', 'dropped')),
  attempts integer not null default 0,
  due_at timestamptz not null,
  why text check (length(why) <= 500),
  made_at timestamptz not null,
  settled_at timestamptz,
  primary key (organization_id, bundle_id, way),
  foreign key (organization_id, staff_id) references staff
);
call protect('notice_delivery', 'select, insert, update, delete');
create index notice_delivery_due on notice_delivery (organization_id, due_at) where state = 'waiting';
create index notice_delivery_of_person on notice_delivery (organization_id, staff_id, way, made_at);
create index notice_delivery_by_age on notice_delivery (organization_id, made_at);

-- When to look whether a quarter of a promise's time is left: at once where it is new or its due time has moved, then when there may be.
create table promise_watch (
  organization_id uuid not null references organization,
  promise_id uuid not null,
  look_at timestamptz not null,
  primary key (organization_id, promise_id),
  foreign key (organization_id, promise_id) references promise
);
call protect('promise_watch', 'select, insert, update, delete');
create index promise_watch_due on promise_watch (organization_id, look_at);
create function watch_promise() returns trigger language plpgsql as $$
begin
  insert into promise_watch (organization_id, promise_id, look_at) values (new.organization_id, new.promise_id, new.made_at)
  on conflict (organization_id, promise_id) do update set look_at = excluded.look_at;
  return null;
end $$;
create trigger watch_new after insert on promise for each row when (new.status = 'open') execute function watch_promise();
create trigger watch_moved after update of due_at on promise for each row
  when (new.status = 'open' and new.due_at is distinct from old.due_at) execute function watch_promise();
create trigger watch_reopened after update of status on promise for each row
  when (new.status = 'open' and old.status <> 'open') execute function watch_promise();
insert into promise_watch (organization_id, promise_id, look_at)
  select p.organization_id, p.promise_id, p.made_at from promise p where p.status = 'open' or p.owed_until is null;
