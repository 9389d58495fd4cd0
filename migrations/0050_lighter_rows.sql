-- What a row costs that is brought along, and what the words of a message cost.

-- As in 0007, for the tables that came since: a row that must belong to something of its company belongs to that company.
do $$
declare
  spare record;
begin
  for spare in
    select x.conrelid::regclass as table_name, x.conname from pg_constraint x
    where x.contype = 'f' and x.confrelid = 'organization'::regclass and cardinality(x.conkey) = 1
      and exists (
        select from pg_constraint y
        where y.conrelid = x.conrelid and y.contype = 'f' and cardinality(y.conkey) > 1 and y.conkey[1] = x.conkey[1]
          and not exists (select from pg_attribute a where a.attrelid = y.conrelid and a.attnum = any (y.conkey) and not a.attnotnull))
  loop
    execute format('alter table %s drop constraint %I', spare.table_name, spare.conname);
  end loop;
end $$;

-- The same stems as before (0043), with the accents of all of them taken off at once instead of one by one. No lexeme has a line feed in it.
create or replace function stems_of(language text, given text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct language || ':' || lexeme), '{}')
  from unnest(string_to_array(public.plain_text(array_to_string(
      tsvector_to_array(to_tsvector(public.stemmer_of(language), given)) || tsvector_to_array(to_tsvector(public.stemmer_of(language), public.plain_text(given))),
      e'\n')), e'\n')) lexeme
$$;

-- A timeline is read in its order, by an index that held all of the key besides: one of the two is enough.
alter table interaction drop constraint interaction_pkey;
drop index interaction_in_order;
alter table interaction add constraint interaction_pkey primary key (organization_id, customer_id, at, interaction_id);
