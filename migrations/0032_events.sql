-- Events that programs hand in as they happen (the Segment form), and the keys that let them.

-- A key of one kind opens one door only.
alter table api_key add column opens text not null default 'complaints' check (opens in ('complaints', 'events'));

-- One event, once, as it came. `words` says what became of it, or why nothing did; what was taken is in other tables, so `raw` is emptied then.
create table event (
  organization_id uuid not null references organization,
  message_id text not null check (length(message_id) between 1 and 100),
  api_key_id uuid not null,
  kind text not null check (length(kind) <= 20),
  name text not null check (length(name) <= 100),
  at timestamptz not null,
  received_at timestamptz not null,
  sequence bigint generated always as identity,
  raw jsonb,
  state text not null check (state in ('waiting', 'taken', 'left', 'bad')),
  words text not null default '' check (length(words) <= 500),
  primary key (organization_id, message_id),
  foreign key (organization_id, api_key_id) references api_key
);
call protect('event', 'select, insert, update, delete');
create index event_waiting on event (organization_id, sequence) where state = 'waiting';
create index event_by_time on event (organization_id, received_at);

-- What a program says of who is who. A claim for people to judge, never a command.
create table event_claim (
  organization_id uuid not null references organization,
  message_id text not null,
  kind text not null check (kind in ('alias', 'user-id')),
  earlier_id text not null check (length(earlier_id) between 1 and 200),
  user_id text not null check (length(user_id) between 1 and 200),
  customer_id uuid,
  at timestamptz not null,
  primary key (organization_id, message_id)
);
call protect('event_claim', 'select, insert, delete');
create index event_claim_of on event_claim (organization_id, customer_id);
