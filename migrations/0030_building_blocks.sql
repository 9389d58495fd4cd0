-- Building blocks: small facts and actions with variables, which a company writes once. No letters: at most two sentences, which the rules count.

create table building_block (
  organization_id uuid not null references organization,
  block_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  text text not null check (length(text) between 1 and 400),
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (organization_id, block_id),
  unique (organization_id, name),
  foreign key (organization_id, changed_by) references staff
);
call protect('building_block', 'select, insert, update, delete');
