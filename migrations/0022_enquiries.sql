-- Asking somebody outside from within a case: a workshop, a carrier, another department. What is said with them is a conversation of its own beside
-- the customer's, so that neither is ever quoted, threaded or sent into the other. And who else a letter goes to.

alter table conversation add column is_outside boolean not null default false;
alter table participant drop constraint participant_standing_check;
alter table participant add constraint participant_standing_check
  check (standing in ('customer', 'confirmed', 'to-confirm', 'refused', 'outside'));

-- `enquiry`: a person's letter to somebody outside. `outside`: what they wrote; it is never the customer's word.
alter table message drop constraint message_kind_check;
alter table message add constraint message_kind_check
  check (kind in ('human', 'machine', 'acknowledgement', 'answer', 'notice', 'survey', 'enquiry', 'outside'));
alter table message drop constraint message_check;
alter table message add constraint message_check
  check ((direction = 'in' and kind in ('human', 'machine', 'outside') and staff_id is null and identity_id is not null)
      or (direction = 'out' and kind in ('answer', 'enquiry') and staff_id is not null)
      or (direction = 'out' and kind in ('acknowledgement', 'notice', 'survey') and staff_id is null));

-- Who else it went to: of a letter of ours its copies, of a message that came in whom its sender named beside us.
alter table message add column cc text[] not null default '{}' check (cardinality(cc) <= 20);
create index message_with_copies on message (organization_id) where cc <> '{}';

-- The second line behind the use cases: no letter to a customer stands among what is said outside, no enquiry among what is said with them, and
-- nobody outside speaks as the customer.
create function keep_outside_apart() returns trigger language plpgsql as $$
begin
  if new.kind <> 'machine' and (new.kind in ('enquiry', 'outside')) is distinct from (
      select c.is_outside from conversation c where c.organization_id = new.organization_id and c.conversation_id = new.conversation_id) then
    raise exception 'what is said with the customer and what is said outside stay apart' using errcode = 'AM004';
  end if;
  return new;
end $$;
create trigger outside_apart before insert or update of kind, conversation_id on message for each row execute function keep_outside_apart();

-- Whom a case asks, in which conversation. `due_at`: the case waits for them until then. Asking again begins anew.
create table enquiry (
  organization_id uuid not null references organization,
  conversation_id uuid not null,
  case_id uuid not null,
  identity_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  due_at timestamptz,
  answered_at timestamptz,
  returned_at timestamptz,
  primary key (organization_id, conversation_id),
  unique (organization_id, case_id, identity_id),
  foreign key (organization_id, conversation_id) references conversation,
  foreign key (organization_id, case_id) references cases,
  foreign key (organization_id, identity_id) references identity,
  foreign key (organization_id, asked_by) references staff
);
call protect('enquiry', 'select, insert, update');
create index enquiry_of_identity on enquiry (organization_id, identity_id);

-- A question to somebody outside is written beside the reply and the note.
alter table draft drop constraint draft_kind_check;
alter table draft add constraint draft_kind_check check (kind in ('reply', 'note', 'ask'));

-- People by whom we last spoke with.
create index conversation_recent on conversation (organization_id, last_message_at, conversation_id) where not is_outside;

-- People by name, address, telephone or the number of a case: what begins so, then what contains it, then what is spelled nearly so.
create or replace function search_people(given text, most integer)
  returns table (customer_id uuid, name text, address text, open_cases bigint)
  language plpgsql stable security definer
  set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set enable_seqscan = off set gin_fuzzy_search_limit = 2000 set jit = off as $$
declare
  organization uuid := current_organization();
  wanted text := plain_text(trim(left(given, 200)));
  pattern text := like_pattern(plain_text(trim(left(given, 200))));
  numbered text := substring(trim(given) from '^(?:[A-Za-z]{1,4}-|#)?(\d{1,15})$');
  -- As it is dialled, without the country's or the zero before it: what people type and what is stored differ there.
  dialled text := case when trim(given) ~ '^[+(]?[\d][\d ()/.-]{3,30}$' then regexp_replace(regexp_replace(given, '\D', '', 'g'), '^0+', '') else '' end;
  found_ids uuid[];
begin
  if wanted = '' then return; end if;
  found_ids := array(
    (select c.customer_id from customer c where c.organization_id = organization and plain_text(c.name) like pattern || '%' limit 60)
    union all
    (select i.customer_id from identity i where i.organization_id = organization and i.value like pattern || '%' limit 60));
  if numbered is not null then
    found_ids := found_ids || array(select x.customer_id from cases x where x.organization_id = organization and x.number = numbered::bigint);
  end if;
  if length(dialled) >= 4 then
    found_ids := found_ids || array(
      select i.customer_id from identity i where i.organization_id = organization and i.kind = 'phone' and i.value like '%' || dialled || '%' limit 60);
  end if;
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
        and x.state not in ('resolved', 'rejected', 'closed', 'merged') limit 100) few)
    from customer c
    left join lateral (
      select y.raw_value, y.value from identity y where y.organization_id = organization and y.customer_id = c.customer_id
      order by word_similarity(wanted, y.value) desc, y.first_seen_at limit 1) i on true
    where c.organization_id = organization and c.customer_id = any (found_ids) and c.erased_at is null
    order by plain_text(c.name) like pattern || '%' or i.value like pattern || '%' desc,
      greatest(word_similarity(wanted, plain_text(c.name)), word_similarity(wanted, coalesce(i.value, ''))) desc, c.name, c.customer_id
    limit least(most, 50);
end $$;
