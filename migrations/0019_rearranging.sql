-- Two cases that are one become one, messages become a case of their own or go to another: and each can be undone.

-- A merged case keeps its row, its number and its history; `merged_into` is the case that stands for it. `merged` says what it was before, for the undo.
alter table cases add column merged_into uuid, add column merged jsonb;
alter table cases add foreign key (organization_id, merged_into) references cases deferrable initially deferred;
alter table cases drop constraint cases_state_check;
alter table cases add constraint cases_state_check check (state in ('received', 'acknowledged', 'in-progress', 'waiting-for-customer',
  'waiting-for-third-party', 'answered', 'resolved', 'rejected', 'closed', 'merged'));
alter table cases add constraint merged_into_something
  check ((state = 'merged') = (merged_into is not null) and (merged_into is null) = (merged is null) and merged_into <> case_id);
-- What was split off, came back and is split off anew opens a case anew.
alter table cases drop constraint cases_organization_id_opening_message_id_key;
create unique index cases_opened_by on cases (organization_id, opening_message_id) where merged_into is null;
create index cases_by_opening on cases (organization_id, opening_message_id);
create index cases_merged on cases (organization_id, merged_into) where merged_into is not null;

-- Nothing that somebody was promised stays behind in a case that is no longer worked on. The second line behind merge-cases.ts.
create trigger no_open_promise_when_merged before update of state on cases for each row
  when (new.state = 'merged' and old.state <> 'merged') execute function refuse_closing_with_open_promise();

-- A case and every case that was merged into it, or into one of those.
create function cases_in(wanted uuid) returns setof uuid language sql stable rows 2 as $$
  with recursive inside (case_id) as (
    select wanted
    union
    select c.case_id from inside i join cases c on c.organization_id = current_organization() and c.merged_into = i.case_id)
  select case_id from inside $$;

-- The case that stands for this one: itself, where it was not merged.
create function case_standing_for(wanted uuid) returns uuid language sql stable as $$
  with recursive way (case_id, merged_into, step) as (
    select c.case_id, c.merged_into, 0 from cases c where c.organization_id = current_organization() and c.case_id = wanted
    union all
    select c.case_id, c.merged_into, w.step + 1 from way w join cases c on c.organization_id = current_organization() and c.case_id = w.merged_into)
  select case_id from way order by step desc limit 1 $$;

-- Of two promises of one kind the one that is due first stays; the other stands in for nothing more, and counts as neither kept nor broken.
alter table promise drop constraint promise_status_check;
alter table promise add constraint promise_status_check check (status in ('open', 'kept', 'broken', 'released', 'merged'));
alter table promise drop constraint done_when_kept;
alter table promise add constraint done_when_kept check (status not in ('kept', 'released', 'merged') or owed_until is not null);
-- Since when and with which due time it runs in the case it is in: pauses of either case before that are in the due time already.
alter table promise add column carried_at timestamptz, add column carried_due_at timestamptz,
  add constraint carried_with_a_time check ((carried_at is null) = (carried_due_at is null));

-- What was merged, split or moved, by whom, and what the undo needs: identifiers, times and states, never a word that somebody wrote.
create table rearrangement (
  organization_id uuid not null references organization,
  rearrangement_id uuid not null,
  kind text not null check (kind in ('merge', 'split', 'move')),
  from_case_id uuid not null,
  to_case_id uuid not null,
  by_staff_id uuid not null,
  at timestamptz not null,
  message_ids uuid[] not null default '{}',
  was jsonb not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (organization_id, rearrangement_id),
  foreign key (organization_id, from_case_id) references cases,
  foreign key (organization_id, to_case_id) references cases,
  foreign key (organization_id, by_staff_id) references staff,
  constraint between_two_cases check (from_case_id <> to_case_id),
  constraint undone_by_somebody check ((undone_at is null) = (undone_by is null))
);
call protect('rearrangement', 'select, insert, update (undone_at, undone_by)');
create index rearrangement_from on rearrangement (organization_id, from_case_id, at);
create index rearrangement_to on rearrangement (organization_id, to_case_id, at);

-- As before; what is found by its words leads to the case that stands for it, a number to the case of that number.
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
           else ts_headline('simple', left(s.visible_text, 2000), asked,
             'StartSel="", StopSel="", ShortWord=0, MinWords=8, MaxWords=24') end
    from (select x.* from cases x where x.organization_id = organization and x.case_id = any (found_ids)
          order by (numbered is not null and x.number = numbered::bigint) desc, x.last_heard_at desc, x.case_id limit least(most, 50)) c
    join customer k on k.organization_id = organization and k.customer_id = c.customer_id
    left join lateral (
      select m.message_id, m.visible_text from message m
      where m.organization_id = organization and m.message_id = any (said_ids) and m.conversation_id in (
        select x.conversation_id from cases x where x.organization_id = organization and x.case_id in (select cases_in(c.case_id)))
      order by m.at desc limit 1) s on true
    order by (numbered is not null and c.number = numbered::bigint) desc, c.last_heard_at desc, c.case_id;
end $$;

-- As before, and likewise.
create or replace function cases_with_words(number_wanted bigint, words text, most integer) returns setof uuid
  language plpgsql stable security definer
  set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set enable_seqscan = off set jit = off as $$
declare
  organization uuid := current_organization();
  pattern text := '%' || like_pattern(plain_text(words)) || '%';
begin
  return query
    select c.case_id from cases c where c.organization_id = organization and c.number = number_wanted
    union
    (select case when c.merged_into is null then c.case_id else case_standing_for(c.case_id) end from cases c where c.organization_id = organization and plain_text(c.matter) like pattern limit most);
end $$;
