-- The register: every case of a company by any filter, a page at a time; and views of it that people keep.

-- Whatever a filter asks of a case stands in the index of the order that the register is read in: where few cases of many are wanted, the others
-- are passed over without a look at them. It takes the place of an index that nobody asked.
drop index cases_recent;
create index cases_by_received on cases (organization_id, received_at, case_id)
  include (state, kind, channel, owner_staff_id, duty_staff_id, finding, next_due_at, about_staff_ids);
-- Cases with something owed are few.
create index cases_by_due on cases (organization_id, next_due_at, case_id) where next_due_at is not null;
create index promise_ever_broken on promise (organization_id, case_id) where status = 'broken';

-- The matter as it is searched in, made once: making it anew for each case costs ten times as much as reading the case. By a trigger, because what
-- PostgreSQL generates it makes anew with every change of a case. It always fires: rows that are moved in come with no triggers otherwise.
alter table cases add column plain_matter text not null default '';
create function keep_plain_matter() returns trigger language plpgsql as $$
begin
  new.plain_matter := plain_text(new.matter);
  return new;
end $$;
create trigger plain_matter before insert or update of matter on cases for each row execute function keep_plain_matter();
alter table cases enable always trigger plain_matter;
update cases set matter = matter;

-- Cases by number, or by words anywhere in their matter, at most so many. Under row-level security PostgreSQL uses no trigrams, hence the definer.
create function cases_with_words(number_wanted bigint, words text, most integer) returns setof uuid
  language plpgsql stable security definer
  set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set enable_seqscan = off set jit = off as $$
declare
  organization uuid := current_organization();
  pattern text := '%' || like_pattern(plain_text(words)) || '%';
begin
  return query
    select c.case_id from cases c where c.organization_id = organization and c.number = number_wanted
    union
    (select c.case_id from cases c where c.organization_id = organization and plain_text(c.matter) like pattern limit most);
end $$;
revoke execute on function cases_with_words from public;
grant execute on function cases_with_words to amends_app;

-- A filter with a name: one's own, or everybody's. Its filter is kept as it stands in an address.
create table saved_view (
  organization_id uuid not null references organization,
  saved_view_id uuid not null,
  made_by uuid not null,
  name text not null check (length(name) between 1 and 60),
  is_shared boolean not null,
  filter jsonb not null check (jsonb_typeof(filter) = 'object'),
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (organization_id, saved_view_id),
  foreign key (organization_id, made_by) references staff
);
call protect('saved_view', 'select, insert, update, delete');
create index saved_view_own on saved_view (organization_id, made_by, made_at);
create index saved_view_shared on saved_view (organization_id, made_at) where is_shared;
