-- A message is found by the words of its own language in any of their forms (“refunds” finds “refunded”, „Lieferung“ finds „Lieferungen“), beside the very words.
-- Stems of one language never meet those of another: each is kept with its language before it. Where the language is not known, the very words are all there is.

create function stemmer_of(language text) returns regconfig language sql immutable parallel safe as $$
  select case language when 'en' then 'pg_catalog.english'::regconfig when 'de' then 'pg_catalog.german'::regconfig when 'fr' then 'pg_catalog.french'::regconfig
                       when 'es' then 'pg_catalog.spanish'::regconfig when 'it' then 'pg_catalog.italian'::regconfig end
$$;

-- With and without its accents: rules of a language go by them, and people leave them out.
create function stems_of(language text, given text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct language || ':' || public.plain_text(lexeme)), '{}')
  from (select lexeme from unnest(to_tsvector(public.stemmer_of(language), given))
        union all select lexeme from unnest(to_tsvector(public.stemmer_of(language), public.plain_text(given)))) stems
$$;

alter table message alter column words set expression as (
  case when kind in ('acknowledgement', 'notice') then null
       else to_tsvector('simple'::regconfig, plain_text(left(subject, 1000) || ' ' || left(visible_text, 20000)))
         || array_to_tsvector(stems_of(language, left(subject, 1000) || ' ' || left(visible_text, 20000))) end);

-- All of these words, each as it stands or as a form of it in some language, the last one perhaps unfinished. Null where nothing is left to look for.
create or replace function words_query(given text) returns tsquery language sql immutable parallel safe as $$
  select string_agg('(' || quote_literal(word) || case when n = count and length(word) > 2 then ':*' else '' end || coalesce(forms, '') || ')', ' & ' order by n)::tsquery
  from (select m[1] as word, n, count(*) over () as count,
          (select string_agg(distinct ' | ' || quote_literal(stem), '')
           from (select m[1] union select piece from regexp_split_to_table(lower(left(given, 200)), '\s+') piece
                 where regexp_replace(plain_text(piece), '[^[:alnum:]]', '', 'g') = m[1]) typed(piece)
           cross join unnest(array['en', 'de', 'fr', 'es', 'it']) l(language) cross join unnest(stems_of(l.language, typed.piece)) stem
           where length(m[1]) > 2 and m[1] ~ '[[:alpha:]]') as forms
        from regexp_matches(plain_text(left(given, 200)), '[[:alnum:]]+', 'g') with ordinality as found(m, n) limit 12) words
$$;

-- Every number that differs from this one in one stroke: a digit wrong, missing, too many, or two that changed places.
create function numbers_near(given text) returns text[] language sql immutable strict parallel safe as $$
  select array(
    select left(given, at - 1) || digit || substr(given, at + 1) from generate_series(1, length(given)) at, generate_series(0, 9) digit
    union select left(given, at - 1) || substr(given, at + 1) from generate_series(1, length(given)) at
    union select left(given, at - 1) || digit || substr(given, at) from generate_series(1, length(given) + 1) at, generate_series(0, 9) digit
    union select left(given, at - 1) || substr(given, at + 1, 1) || substr(given, at, 1) || substr(given, at + 2) from generate_series(1, length(given) - 1) at
    except select given)
$$;

-- As before; a number that is not there finds those that are nearly it, and an excerpt shows the words in the form they have.
create or replace function search_cases(given text, most integer, people uuid[])
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
  nearly tsquery;
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
          join lateral (select case when x.merged_into is null then x.case_id else case_standing_for(x.case_id) end as case_id from cases x where x.organization_id = organization and x.conversation_id = m.conversation_id
                        order by x.number desc limit 1) c on true) one;
  end if;
  -- Nothing of this number: one that differs in one stroke of the keyboard. Short ones would be nearly everything.
  if cardinality(found_ids) = 0 and length(numbered) >= 5 then
    found_ids := array(select c.case_id from cases c where c.organization_id = organization
                       and c.number = any (array(select near::bigint from unnest(numbers_near(numbered)) near)) order by c.number desc limit 10);
  end if;
  if cardinality(found_ids) = 0 and asked is not null and length(numbered) >= 6 then
    nearly := (select string_agg(quote_literal(near), ' | ')::tsquery from unnest(numbers_near(numbered)) near);
    select coalesce(array_agg(c.case_id), '{}'), coalesce(array_agg(m.message_id), '{}') into found_ids, said_ids
    from messages_with(nearly, 10) m
    join lateral (select case when x.merged_into is null then x.case_id else case_standing_for(x.case_id) end as case_id from cases x where x.organization_id = organization and x.conversation_id = m.conversation_id
                  order by x.number desc limit 1) c on true;
    asked := nearly;
  end if;
  if numbered is null and cardinality(found_ids) < most then
    found_ids := found_ids || array(
      select c.case_id from unnest(people) p(customer_id)
      join lateral (select x.case_id from cases x where x.organization_id = organization and x.customer_id = p.customer_id and x.state <> 'merged'
                    order by x.received_at desc limit 5) c on true);
  end if;
  if wanted ~ '[[:alnum:]]{4}' and cardinality(found_ids) = 0 then
    found_ids := array(select case when c.merged_into is null then c.case_id else case_standing_for(c.case_id) end from cases c where c.organization_id = organization and wanted <% plain_text(c.matter) limit 200);
  end if;
  return query
    select c.case_id, c.number, k.name, c.matter, c.state, c.last_heard_at,
      case when s.message_id is null then ''
           else ts_headline(coalesce(stemmer_of(s.language), 'simple'), left(s.visible_text, 2000),
             coalesce(asked || plainto_tsquery(stemmer_of(s.language), left(given, 200)), asked),
             'StartSel="", StopSel="", ShortWord=0, MinWords=8, MaxWords=24') end
    from (select x.* from cases x where x.organization_id = organization and x.case_id = any (found_ids)
          order by (numbered is not null and x.number = numbered::bigint) desc, x.last_heard_at desc, x.case_id limit least(most, 50)) c
    join customer k on k.organization_id = organization and k.customer_id = c.customer_id
    left join lateral (
      select m.message_id, m.visible_text, m.language from message m
      where m.organization_id = organization and m.message_id = any (said_ids) and m.conversation_id in (
        select x.conversation_id from cases x where x.organization_id = organization and x.case_id in (select cases_in(c.case_id)))
      order by m.at desc limit 1) s on true
    order by (numbered is not null and c.number = numbered::bigint) desc, c.last_heard_at desc, c.case_id;
end $$;
