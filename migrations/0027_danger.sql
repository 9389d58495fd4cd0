-- Danger to life or health that a customer's words tell of: kept with the message, and told to people until somebody has seen to it.

-- What the words of a message tell of danger and hardship; null where they tell of none. It goes with the words themselves.
alter table message add column cues jsonb check (jsonb_typeof(cues) = 'array');

-- One message that tells of danger, once a case has counted it. No words: only that it was heard, and what a person made of it.
create table danger (
  organization_id uuid not null references organization,
  message_id uuid not null,
  heard_at timestamptz not null,
  seen_at timestamptz,
  seen_by uuid,
  seen_as text check (seen_as in ('seen-to', 'no-danger')),
  primary key (organization_id, message_id),
  foreign key (organization_id, message_id) references message,
  foreign key (organization_id, seen_by) references staff,
  constraint seen_by_somebody_as_something check ((seen_at is null) = (seen_by is null) and (seen_at is null) = (seen_as is null))
);
call protect('danger', 'select, insert, update');

-- Since when a case tells of danger that nobody has seen to. It comes before everything else.
alter table cases add column danger_at timestamptz;
create index cases_in_danger on cases (organization_id, danger_at) where danger_at is not null;
