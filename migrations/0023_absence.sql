-- Until when somebody is away: the roster leaves them out, and their cases are covered. One absence a person, now or to come; one that is over says nothing.
create table absence (
  organization_id uuid not null references organization,
  staff_id uuid not null,
  away_from timestamptz not null,
  away_until timestamptz not null,
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (organization_id, staff_id),
  foreign key (organization_id, staff_id) references staff,
  foreign key (organization_id, said_by) references staff (organization_id, staff_id),
  constraint an_absence_ends_after_it_begins check (away_until > away_from)
);
call protect('absence', 'select, insert, update, delete');

-- The few cases that are about somebody who works here: whoever it is finds no trace of them in any figure.
create index cases_about_somebody on cases (organization_id, case_id) where cardinality(about_staff_ids) > 0;
