-- Search over people and cases. Under row-level security PostgreSQL uses neither GIN nor trigrams (their operators may leak), so these
-- functions run as their owner, take the organization from the transaction themselves, and look at a bounded number of rows each:
-- gin_fuzzy_search_limit ends a search of an index early, and enable_seqscan keeps a wrong guess from reading a whole table.

-- Lower case without accents, the same for ever for the same text: only then may an index hold it.
create function plain_text(given text) returns text language sql immutable strict parallel safe
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, given)) $$;

-- Whole words, no grammar of any language: complaints come in all of them. 20,000 characters are what a page shows of a message.
alter table message add column words tsvector
  generated always as (to_tsvector('simple'::regconfig, plain_text(left(subject, 1000) || ' ' || left(visible_text, 20000)))) stored;
create index message_words on message using gin (words);
create index message_recent on message (organization_id, at desc);
create index customer_name_trigrams on customer using gin (plain_text(name) gin_trgm_ops);
create index customer_name_start on customer (organization_id, plain_text(name) text_pattern_ops);
create index identity_value_trigrams on identity using gin (value gin_trgm_ops);
create index identity_value_start on identity (organization_id, value text_pattern_ops);
create index cases_matter_trigrams on cases using gin (plain_text(matter) gin_trgm_ops);

-- All of these words, the last one perhaps unfinished. Null where nothing is left to look for.
create function words_query(given text) returns tsquery language sql immutable parallel safe as $$
  select string_agg(quote_literal(word) || case when n = count and length(word) > 2 then ':*' else '' end, ' & ' order by n)::tsquery
  from (select m[1] as word, n, count(*) over () as count
        from regexp_matches(plain_text(left(given, 200)), '[[:alnum:]]+', 'g') with ordinality as found(m, n) limit 12) words
$$;

create function like_pattern(given text) returns text language sql immutable strict parallel safe
  as $$ select regexp_replace(given, '([\\%_])', '\\\1', 'g') $$;

-- People by name or address: what begins so, then what contains it, then what is spelled nearly so.
create function search_people(given text, most integer)
  returns table (customer_id uuid, name text, address text, open_cases bigint)
  language plpgsql stable security definer
  set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set enable_seqscan = off set gin_fuzzy_search_limit = 2000 set jit = off as $$
declare
  organization uuid := current_organization();
  wanted text := plain_text(trim(left(given, 200)));
  pattern text := like_pattern(plain_text(trim(left(given, 200))));
  found_ids uuid[];
begin
  if wanted = '' then return; end if;
  found_ids := array(
    (select c.customer_id from customer c where c.organization_id = organization and plain_text(c.name) like pattern || '%' limit 60)
    union all
    (select i.customer_id from identity i where i.organization_id = organization and i.value like pattern || '%' limit 60));
  if wanted ~ '[[:alnum:]]{3}' and cardinality(found_ids) < most then
    found_ids := found_ids || array(
      (select c.customer_id from customer c where c.organization_id = organization and plain_text(c.name) like '%' || pattern || '%' limit 60)
      union all
      (select i.customer_id from identity i where i.organization_id = organization and i.value like '%' || pattern || '%' limit 60));
  end if;
  if wanted ~ '[[:alnum:]]{4}' and cardinality(found_ids) = 0 then
    found_ids := array(select c.customer_id from customer c where c.organization_id = organization and wanted <% plain_text(c.name) limit 100);
    -- What is nobody's name and looks like an address may be one misspelled.
    if cardinality(found_ids) = 0 and wanted ~ '[@.]' then
      found_ids := array(select i.customer_id from identity i where i.organization_id = organization and wanted <% i.value limit 100);
    end if;
  end if;
  return query
    select c.customer_id, c.name, coalesce(i.raw_value, ''),
      (select count(*) from (select from cases x where x.organization_id = organization and x.customer_id = c.customer_id
        and x.state not in ('resolved', 'rejected', 'closed') limit 100) few)
    from customer c
    left join lateral (
      select y.raw_value, y.value from identity y where y.organization_id = organization and y.customer_id = c.customer_id
      order by word_similarity(wanted, y.value) desc, y.first_seen_at limit 1) i on true
    where c.organization_id = organization and c.customer_id = any (found_ids) and c.erased_at is null
    order by plain_text(c.name) like pattern || '%' or i.value like pattern || '%' desc,
      greatest(word_similarity(wanted, plain_text(c.name)), word_similarity(wanted, coalesce(i.value, ''))) desc, c.name, c.customer_id
    limit least(most, 50);
end $$;

-- Messages with all these words, newest first. Common words are found among the newest few thousand; whatever is rarer, by the index.
create function messages_with(wanted tsquery, most integer) returns table (message_id uuid, conversation_id uuid, at timestamptz)
  language plpgsql stable security definer
  set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set enable_seqscan = off set gin_fuzzy_search_limit = 2000 set jit = off as $$
declare
  organization uuid := current_organization();
  enough integer;
begin
  return query
    select recent.message_id, recent.conversation_id, recent.at
    from (select m.* from message m where m.organization_id = organization order by m.at desc limit 2000) recent
    where recent.words @@ wanted and recent.standing = 'joined' limit most;
  get diagnostics enough = row_count;
  if enough >= most then return; end if;
  return query
    select found.message_id, found.conversation_id, found.at
    from (select m.message_id, m.conversation_id, m.at, m.standing from message m
          where m.words @@ wanted and m.organization_id = organization limit 2000) found
    where found.standing = 'joined' order by found.at desc limit most;
end $$;

-- Cases by number, by the words said in them, by the people found before, and where nothing is found by a matter spelled nearly so.
create function search_cases(given text, most integer, people uuid[])
  returns table (case_id uuid, number bigint, customer_name text, matter text, state text, at timestamptz, snippet text)
  language plpgsql stable security definer
  set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set enable_seqscan = off set gin_fuzzy_search_limit = 2000 set jit = off as $$
declare
  organization uuid := current_organization();
  wanted text := plain_text(trim(left(given, 200)));
  numbered text := substring(trim(given) from '^(?:[A-Za-z]{1,4}-|#)?(\d{1,15})$');
  -- A number with its prefix is a case and nothing else; a bare one of four digits and more may also be an order that somebody names.
  asked tsquery := case when numbered is null or trim(given) ~ '^\d{4,}$' then words_query(given) end;
  found_ids uuid[] := '{}';
  said_ids uuid[] := '{}';
begin
  if wanted = '' then return; end if;
  if numbered is not null then
    found_ids := array(select c.case_id from cases c where c.organization_id = organization and c.number = numbered::bigint);
  end if;
  if asked is not null then
    select coalesce(array_agg(one.case_id), '{}'), coalesce(array_agg(one.message_id), '{}') into found_ids, said_ids
    from (select found_ids[1] as case_id, null::uuid as message_id where cardinality(found_ids) > 0
          union all
          select c.case_id, m.message_id from messages_with(asked, least(most * 4, 200)) m
          join lateral (select x.case_id from cases x where x.organization_id = organization and x.conversation_id = m.conversation_id
                        order by x.number desc limit 1) c on true) one;
  end if;
  if numbered is null and cardinality(found_ids) < most then
    found_ids := found_ids || array(
      select c.case_id from unnest(people) p(customer_id)
      join lateral (select x.case_id from cases x where x.organization_id = organization and x.customer_id = p.customer_id
                    order by x.received_at desc limit 5) c on true);
  end if;
  if wanted ~ '[[:alnum:]]{4}' and cardinality(found_ids) = 0 then
    found_ids := array(select c.case_id from cases c where c.organization_id = organization and wanted <% plain_text(c.matter) limit 200);
  end if;
  return query
    select c.case_id, c.number, k.name, c.matter, c.state, c.last_heard_at,
      case when s.message_id is null then ''
           else ts_headline('simple', left(s.visible_text, 2000), asked,
             'StartSel="", StopSel="", ShortWord=0, MinWords=8, MaxWords=24') end
    from (select x.* from cases x where x.organization_id = organization and x.case_id = any (found_ids)
          order by (numbered is not null and x.number = numbered::bigint) desc, x.last_heard_at desc, x.case_id limit least(most, 50)) c
    join customer k on k.organization_id = organization and k.customer_id = c.customer_id
    left join lateral (
      select m.message_id, m.visible_text from message m
      where m.organization_id = organization and m.conversation_id = c.conversation_id and m.message_id = any (said_ids)
      order by m.at desc limit 1) s on true
    order by (numbered is not null and c.number = numbered::bigint) desc, c.last_heard_at desc, c.case_id;
end $$;

revoke execute on function messages_with, search_people, search_cases from public;
grant execute on function search_people, search_cases to amends_app;
