-- Tables that somebody brings along: the file while it waits, what became of its rows, and what undoes them.

-- One table, from its arrival to its end. `form` is how it is written, `plan` how it is read; `place` is how many rows are done.
create table import (
  organization_id uuid not null references organization,
  import_id uuid not null,
  kind text not null check (kind in ('customer', 'order', 'refund', 'referral')),
  source text not null check (length(source) between 1 and 60),
  file_name text not null check (length(file_name) <= 255),
  state text not null check (state in ('arriving', 'waiting', 'running', 'done', 'forgotten', 'undoing', 'undone')),
  form jsonb,
  plan jsonb,
  place integer not null default 0,
  taken integer not null default 0,
  changed integer not null default 0,
  known integer not null default 0,
  refused integer not null default 0,
  removed integer not null default 0,
  restored integer not null default 0,
  made_by uuid not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  undone_at timestamptz,
  primary key (organization_id, import_id),
  foreign key (organization_id, made_by) references staff
);
call protect('import', 'select, insert, update');
create index import_by_time on import (organization_id, made_at);

-- The file in pieces, only until its rows are brought.
create table import_piece (
  organization_id uuid not null references organization,
  import_id uuid not null,
  piece integer not null,
  bytes bytea not null,
  primary key (organization_id, import_id, piece),
  foreign key (organization_id, import_id) references import
);
call protect('import_piece', 'select, insert, delete');

-- Lines that could not be brought, and things that could not be taken back, each with its reason. Never a value of the table.
create table import_problem (
  organization_id uuid not null references organization,
  import_id uuid not null,
  step text not null check (step in ('bring', 'undo')),
  line integer not null,
  part integer not null default 0,
  why text not null check (length(why) between 1 and 500),
  primary key (organization_id, import_id, step, line, part),
  foreign key (organization_id, import_id) references import
);
call protect('import_problem', 'select, insert');

-- How a thing was before a row changed it.
create table import_change (
  organization_id uuid not null references organization,
  import_id uuid not null,
  kind text not null,
  object_id uuid not null,
  before jsonb not null,
  digest_before text,
  changed_by_before uuid,
  primary key (organization_id, import_id, kind, object_id),
  foreign key (organization_id, import_id) references import
);
call protect('import_change', 'select, insert, delete');
create index import_change_of on import_change (organization_id, object_id);

-- Numbers are of the system they come from; `digest` tells a row that is the same from one that changed. `import_id` is the table that made the
-- thing (or, where `was_here`, found it), `changed_by` the last that changed it, `line` where it stood.
alter table source_record drop constraint source_record_pkey;
alter table source_record
  add column source text not null default '',
  add column digest text,
  add column version integer not null default 1,
  add column import_id uuid,
  add column changed_by uuid,
  add column was_here boolean not null default false,
  add column line integer,
  add primary key (organization_id, kind, source, source_id);
alter table source_record drop constraint source_record_kind_check;
alter table source_record add constraint source_record_kind_check
  check (kind in ('customer', 'order', 'refund', 'visit', 'referral', 'case', 'identity'));
create index source_record_of_import on source_record (organization_id, import_id) where import_id is not null;
grant update on source_record to amends_app;

-- What a table brought can be taken back, as long as nothing hangs on it.
grant update, delete on purchase to amends_app;
grant delete on refund, referral, customer, identity to amends_app;

-- Removes those of the rows on which nothing hangs; answers which. What is answered is gone for certain: whether something hangs on a row shows
-- only once its deletion is over, so nothing is answered before.
create function remove_unused(table_name text, key_name text, ids uuid[]) returns setof uuid language plpgsql as $$
declare
  gone uuid[];
  one uuid;
begin
  begin
    execute format('with gone as (delete from %I where %I = any ($1) returning %I as id) select array_agg(id) from gone', table_name, key_name, key_name)
      into gone using ids;
    return query select unnest(gone);
    return;
  exception when foreign_key_violation then null;
  end;
  foreach one in array ids loop
    begin
      execute format('with gone as (delete from %I where %I = $1 returning %I as id) select array_agg(id) from gone', table_name, key_name, key_name)
        into gone using one;
      return query select unnest(gone);
    exception when foreign_key_violation then null;
    end;
  end loop;
end $$;

-- Removes people of whom nothing is known but these addresses; answers which. Nobody loses an address and stays.
create function remove_unused_people(people uuid[], addresses uuid[]) returns setof uuid language plpgsql as $$
declare
  gone uuid[];
  one uuid;
begin
  foreach one in array people loop
    begin
      delete from identity where customer_id = one and identity_id = any (addresses);
      delete from customer where customer_id = one;
      if found then gone := gone || one; end if;
    exception when foreign_key_violation then null;
    end;
  end loop;
  return query select unnest(gone);
end $$;
