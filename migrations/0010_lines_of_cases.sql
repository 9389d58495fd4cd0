-- What a list shows of each case stands with the case: a screen of them is read without their conversations.

-- Where it came in, and the newest word that was said in it by a person.
alter table cases add column channel text, add column last_text text not null default '' check (length(last_text) <= 200);
update cases c set channel = h.kind,
  last_text = coalesce((
    select left(coalesce(nullif(m.visible_text, ''), m.text), 200) from message m
    where m.organization_id = c.organization_id and m.conversation_id = c.conversation_id and m.kind in ('human', 'answer') and m.standing = 'joined'
    order by m.at desc, m.message_id desc limit 1), '')
from conversation v join channel h on h.organization_id = v.organization_id and h.channel_id = v.channel_id
where v.organization_id = c.organization_id and v.conversation_id = c.conversation_id;
alter table cases alter column channel set not null;

-- What waits in a pool is counted for each person, without what is about them: from the index alone.
drop index cases_waiting;
create index cases_waiting on cases (organization_id, pool_id, next_due_at, received_at, case_id) include (about_staff_ids)
  where owner_staff_id is null and state in ('received', 'acknowledged');

-- As before, and the newest word goes with the others.
create or replace function erase_cases_of(wanted uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  organization uuid := current_organization();
  theirs uuid[] := array(select case_id from cases where organization_id = organization and customer_id = wanted);
  nothing jsonb := '{"reasons": "", "recourse": ""}';
begin
  perform set_config('app.erasing', 'cases', true);
  update cases set matter = '', last_text = '', waiting_reason = case when waiting_reason is null then null else '' end,
    rejection = case when rejection is null then null else nothing end,
    ends = coalesce((select jsonb_agg(case when e ? 'rejection' then jsonb_set(e, '{rejection}', nothing) else e end order by n)
                     from jsonb_array_elements(ends) with ordinality as each(e, n)), '[]')
  where organization_id = organization and case_id = any (theirs);
  update case_event set details = jsonb_set(details, '{words}', 'null') where organization_id = organization and case_id = any (theirs);
  delete from draft where organization_id = organization and case_id = any (theirs);
  perform set_config('app.erasing', '', true);
end $$;
