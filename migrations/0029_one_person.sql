-- One person, several customers: nothing is moved. Every row stays with the customer it was made for; links say which of them are one person, and
-- taking a link back makes them what they were.

create table person_link (
  organization_id uuid not null references organization,
  link_id uuid not null,
  one_customer_id uuid not null,
  other_customer_id uuid not null,
  -- What it rests on, as somebody here said it.
  evidence text not null check (length(evidence) <= 1000),
  linked_by uuid not null,
  linked_at timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz,
  revoked_why text check (length(revoked_why) <= 1000),
  primary key (organization_id, link_id),
  foreign key (organization_id, one_customer_id) references customer,
  foreign key (organization_id, other_customer_id) references customer,
  foreign key (organization_id, linked_by) references staff,
  foreign key (organization_id, revoked_by) references staff,
  constraint links_two check (one_customer_id <> other_customer_id),
  constraint revoked_by_somebody check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoked_why is null))
);
call protect('person_link', 'select, insert, update');
create index person_link_of_one on person_link (organization_id, one_customer_id) where revoked_at is null;
create index person_link_of_other on person_link (organization_id, other_customer_id) where revoked_at is null;

-- The customer known longest of those that are one person; null for one that is linked to nobody. Follows from the links alone.
alter table customer add column person_id uuid;
create index customer_of_person on customer (organization_id, person_id) where person_id is not null;

-- Every customer that is the same person as this one, itself first.
create function one_person(wanted uuid) returns setof uuid language sql stable rows 1 as $$
  select wanted
  union all
  select o.customer_id from customer c join customer o on o.organization_id = c.organization_id and o.person_id = c.person_id and o.customer_id <> c.customer_id
  where c.organization_id = current_organization() and c.customer_id = wanted and c.person_id is not null
$$;
