-- The closing survey: what customers say afterwards. A letter with a link of its own, what was answered, and who wants no such letters.

-- Whether and how customers are asked. Without a row nobody is.
create table survey_setting (
  organization_id uuid not null references organization,
  state text not null check (state in ('off', 'on', 'paused')),
  after_hours integer not null check (after_hours between 1 and 720),
  -- Of a hundred cases so many are drawn.
  share integer not null check (share between 1 and 100),
  -- A customer is asked once in so many days, whatever they had settled.
  cap_days integer not null check (cap_days between 1 and 730),
  version integer not null,
  changed_at timestamptz not null,
  primary key (organization_id)
);
call protect('survey_setting', 'select, insert, update');

-- One row for each case that was settled while surveys were on: drawn or not, asked or not and why, answered or not.
create table survey (
  organization_id uuid not null references organization,
  case_id uuid not null,
  customer_id uuid not null,
  state text not null check (state in ('waiting', 'not-drawn', 'asked', 'returned', 'left-out')),
  -- Why it was left out.
  why text check (length(why) between 1 and 40),
  -- With which chance it was drawn.
  chance double precision not null check (chance between 0 and 1),
  setting_version integer not null,
  due_at timestamptz not null,
  -- When a waiting one is looked at next.
  look_at timestamptz not null,
  message_id uuid,
  asked_at timestamptz,
  -- Until then it can be answered, and the answer changed.
  closes_at timestamptz,
  answered_at timestamptz,
  outcome smallint check (outcome between 1 and 5),
  process smallint check (process between 1 and 5),
  person smallint check (person between 1 and 5),
  words text not null default '' check (length(words) <= 2000),
  -- One more with each answer.
  version integer not null default 0,
  primary key (organization_id, case_id),
  foreign key (organization_id, case_id) references cases,
  foreign key (organization_id, customer_id) references customer,
  foreign key (organization_id, message_id) references message,
  constraint left_out_for_a_reason check ((state = 'left-out') = (why is not null)),
  constraint asked_until check ((state in ('asked', 'returned')) = (asked_at is not null) and (asked_at is null) = (closes_at is null)),
  constraint answered_when_asked check (answered_at is null or asked_at is not null)
);
call protect('survey', 'select, insert, update');
create index survey_to_look_at on survey (organization_id, look_at) where state = 'waiting';
create index survey_by_asking on survey (organization_id, asked_at, case_id) include (state, answered_at, outcome, process, person) where asked_at is not null;
create index survey_of_customer on survey (organization_id, customer_id, asked_at);
create index survey_of_letter on survey (organization_id, message_id) where message_id is not null;

-- Addresses that get no surveys any more: their people said so, or their mail program called one unwanted.
create table survey_stop (
  organization_id uuid not null references organization,
  identity_id uuid not null,
  why text not null check (why in ('unsubscribed', 'reported')),
  at timestamptz not null,
  primary key (organization_id, identity_id),
  foreign key (organization_id, identity_id) references identity
);
call protect('survey_stop', 'select, insert, delete');

-- A letter with a link that is made when it leaves: what it opens is kept, the link itself nowhere.
alter table outbox add column link_kind text check (length(link_kind) between 1 and 20);
alter table outbox add column link_id uuid;
alter table outbox add constraint a_link_opens_something check ((link_kind is null) = (link_id is null));

alter table message drop constraint message_kind_check;
alter table message add constraint message_kind_check check (kind in ('human', 'machine', 'acknowledgement', 'answer', 'notice', 'survey'));
alter table message drop constraint message_check;
alter table message add constraint message_check check (
     (direction = 'in' and kind in ('human', 'machine') and staff_id is null and identity_id is not null)
  or (direction = 'out' and kind = 'answer' and staff_id is not null)
  or (direction = 'out' and kind in ('acknowledgement', 'notice', 'survey') and staff_id is null));

-- A kind of entry on the timeline more, beside whatever kinds there are.
do $$
declare
  kinds text;
begin
  select pg_get_constraintdef(c.oid) into strict kinds from pg_constraint c
    where c.conname = 'interaction_kind_check' and c.conrelid = 'interaction'::regclass;
  alter table interaction drop constraint interaction_kind_check;
  execute 'alter table interaction add constraint interaction_kind_check ' || replace(kinds, 'ARRAY[', 'ARRAY[''survey''::text, ');
end $$;
