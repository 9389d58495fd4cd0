-- Topics: what a company calls the things its cases are about. A person says which topic a case has, and at which stage of the customer's journey it
-- arose; each time is kept in the order in which it was said, and from that the desk learns to suggest both.

create table topic (
  organization_id uuid not null references organization,
  topic_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  made_by uuid not null,
  made_at timestamptz not null,
  -- No case gets it any more; those that have it keep it.
  archived_at timestamptz,
  primary key (organization_id, topic_id),
  foreign key (organization_id, made_by) references staff
);
call protect('topic', 'select, insert, update');
create unique index topic_of_name on topic (organization_id, lower(name)) where archived_at is null;

alter table cases add column topic_id uuid,
  add column stage text check (stage in ('choose', 'buy', 'deliver', 'use', 'service')),
  add foreign key (organization_id, topic_id) references topic;
create index case_of_topic on cases (organization_id, topic_id, received_at) where topic_id is not null;

-- `number` counts from 1 without a gap: what was learnt up to a number is the same in every process. `value` is a topic's identifier or a stage; null
-- where it was taken back. A label whose case was erased teaches nothing any more.
create table case_label (
  organization_id uuid not null references organization,
  aspect text not null check (aspect in ('topic', 'stage')),
  number bigint not null,
  case_id uuid not null,
  value text,
  labelled_by uuid not null,
  labelled_at timestamptz not null,
  is_forgotten boolean not null default false,
  primary key (organization_id, aspect, number),
  foreign key (organization_id, case_id) references cases,
  foreign key (organization_id, labelled_by) references staff
);
call protect('case_label', 'select, insert, update');
create index case_label_of_case on case_label (organization_id, case_id);
create index case_label_forgotten on case_label (organization_id, aspect) where is_forgotten;

-- Nothing of a label changes but that it is forgotten.
create function refuse_changing_label() returns trigger language plpgsql as $$
begin
  if (new.organization_id, new.aspect, new.number, new.case_id, new.labelled_by, new.labelled_at) is distinct from
     (old.organization_id, old.aspect, old.number, old.case_id, old.labelled_by, old.labelled_at)
     or new.value is distinct from old.value or old.is_forgotten and not new.is_forgotten then
    raise exception 'a label is never changed; another is added' using errcode = 'AM001';
  end if;
  return new;
end $$;
create trigger labels_stay before update on case_label for each row execute function refuse_changing_label();
