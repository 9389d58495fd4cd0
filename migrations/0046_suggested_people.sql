-- Who may be the same person as a customer: looked for by what the indexes find, and compared one by one by the program. Nobody is joined by it.

-- That two customers are not one person, as somebody here said.
create table person_refusal (
  organization_id uuid not null references organization,
  one_customer_id uuid not null,
  other_customer_id uuid not null,
  refused_by uuid not null,
  refused_at timestamptz not null,
  primary key (organization_id, one_customer_id, other_customer_id),
  foreign key (organization_id, one_customer_id) references customer,
  foreign key (organization_id, other_customer_id) references customer,
  foreign key (organization_id, refused_by) references staff,
  constraint refuses_two check (one_customer_id < other_customer_id)
);
call protect('person_refusal', 'select, insert, delete');
create index person_refusal_of_other on person_refusal (organization_id, other_customer_id);

-- This customer, and those with nearly the name, the same mailbox name elsewhere, or the end of the same telephone number: a bounded number of each, with how many have
-- their very name (up to a thousand). Under row-level
-- security trigrams are not used (migration 0005), so it runs as its owner and takes the organization from the transaction.
create function person_candidates(whom uuid, most integer) returns table (customer_id uuid, same_name integer)
  language plpgsql volatile security definer rows 50
  set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set enable_seqscan = off set gin_fuzzy_search_limit = 2000 set jit = off as $$
declare
  organization uuid := current_organization();
  ours uuid[] := array(select one_person(whom));
  wanted text := (select plain_text(c.name) from customer c where c.organization_id = organization and c.customer_id = whom and c.erased_at is null);
begin
  if wanted is null then return; end if;
  -- Until the end of the transaction; the first call has the library loaded whose setting it is.
  perform similarity(wanted, wanted), set_config('pg_trgm.similarity_threshold', '0.6', true);
  return query
    select k.customer_id, (select count(*)::integer from (
        select from customer s where s.organization_id = organization and plain_text(s.name) = plain_text(k.name) limit 1000) few)
    from (select whom as id
      union
      (select c.customer_id from customer c where c.organization_id = organization and plain_text(c.name) = wanted and wanted ~ ' ' limit most)
      union
      (select c.customer_id from customer c where c.organization_id = organization and plain_text(c.name) % wanted and wanted ~ ' ' limit most)
      union
      (select near.customer_id from identity mine
         cross join lateral (select i.customer_id from identity i where i.organization_id = organization and i.kind = 'email'
           and i.value like like_pattern(split_part(mine.value, '@', 1)) || '@%' limit most) near
       where mine.organization_id = organization and mine.customer_id = any (ours) and mine.kind = 'email' and length(split_part(mine.value, '@', 1)) >= 5 limit most)
      union
      (select near.customer_id from identity mine
         cross join lateral (select i.customer_id from identity i where i.organization_id = organization and i.kind = 'phone'
           and i.value like '%' || right(regexp_replace(mine.value, '\D', '', 'g'), 8) limit most) near
       where mine.organization_id = organization and mine.customer_id = any (ours) and mine.kind = 'phone' and length(regexp_replace(mine.value, '\D', '', 'g')) >= 8 limit most)
    ) found
    join customer k on k.organization_id = organization and k.customer_id = found.id and k.erased_at is null
    where found.id = whom or not found.id = any (ours);
end $$;
revoke execute on function person_candidates from public;
grant execute on function person_candidates to amends_app;
