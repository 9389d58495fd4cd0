-- Addresses of several people, and people who write for somebody else. Neither joins anybody: both tell whoever reads.

-- Whether several people write from it, as somebody here said; null where nobody did, and its name tells.
alter table identity
  add column shared_said boolean,
  add column shared_by uuid,
  add column shared_at timestamptz,
  add column shared_why text check (length(shared_why) <= 1000),
  add foreign key (organization_id, shared_by) references staff,
  add constraint shared_said_by_somebody check (
    (shared_said is null) = (shared_by is null) and (shared_said is null) = (shared_at is null) and (shared_said is null) = (shared_why is null));

-- Somebody (`by_customer_id`) writes for a customer: their lawyer, a parent, a carer, who winds up an estate. Two customers they remain.
create table representation (
  organization_id uuid not null references organization,
  representation_id uuid not null,
  customer_id uuid not null,
  by_customer_id uuid not null,
  kind text not null check (kind in ('lawyer', 'parent', 'carer', 'estate', 'other')),
  -- What it rests on, as somebody here said it.
  evidence text not null check (length(evidence) <= 1000),
  said_by uuid not null,
  said_at timestamptz not null,
  -- The mandate as a document that somebody here has seen.
  shown_what text check (length(shown_what) <= 1000),
  shown_to uuid,
  shown_at timestamptz,
  ended_why text check (length(ended_why) <= 1000),
  ended_by uuid,
  ended_at timestamptz,
  primary key (organization_id, representation_id),
  foreign key (organization_id, customer_id) references customer,
  foreign key (organization_id, by_customer_id) references customer,
  foreign key (organization_id, said_by) references staff,
  foreign key (organization_id, shown_to) references staff,
  foreign key (organization_id, ended_by) references staff,
  constraint represents_another check (customer_id <> by_customer_id),
  constraint shown_to_somebody check ((shown_at is null) = (shown_to is null) and (shown_at is null) = (shown_what is null)),
  constraint ended_by_somebody check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_why is null))
);
call protect('representation', 'select, insert, update');
-- Somebody writes for a customer once at a time.
create unique index representation_of_customer on representation (organization_id, customer_id, by_customer_id) where ended_at is null;
create index representation_by_customer on representation (organization_id, by_customer_id) where ended_at is null;
