-- Complaints of another desk, brought along as a table or as an export: what was said there, by whom, and how it ended.

alter table import drop constraint import_kind_check;
alter table import add constraint import_kind_check check (kind in ('customer', 'order', 'refund', 'referral', 'complaint'));
alter table source_record drop constraint source_record_kind_check;
alter table source_record add constraint source_record_kind_check
  check (kind in ('customer', 'order', 'refund', 'visit', 'referral', 'case', 'complaint', 'identity'));

-- Who answered there is a name and no account here.
alter table message add column told_by text check (length(told_by) between 1 and 200);
alter table message drop constraint message_check;
alter table message add constraint message_check
  check ((direction = 'in' and kind in ('human', 'machine', 'outside') and staff_id is null and told_by is null and identity_id is not null)
      or (direction = 'out' and kind = 'answer' and (staff_id is null) <> (told_by is null))
      or (direction = 'out' and kind = 'enquiry' and staff_id is not null and told_by is null)
      or (direction = 'out' and kind in ('acknowledgement', 'notice', 'survey') and staff_id is null and told_by is null));

-- Notes that came with the case, under the name of whoever brought it.
alter table case_note add column is_brought boolean not null default false;

-- What a case has of its own goes with it. Only those that were brought go at all: nothing but the function below deletes one.
alter table case_event drop constraint case_event_organization_id_case_id_fkey,
  add constraint case_event_organization_id_case_id_fkey foreign key (organization_id, case_id) references cases on delete cascade;
alter table case_message drop constraint case_message_organization_id_case_id_fkey,
  add constraint case_message_organization_id_case_id_fkey foreign key (organization_id, case_id) references cases on delete cascade;
alter table case_span drop constraint case_span_organization_id_case_id_fkey,
  add constraint case_span_organization_id_case_id_fkey foreign key (organization_id, case_id) references cases on delete cascade;
alter table case_deed drop constraint case_deed_organization_id_case_id_fkey,
  add constraint case_deed_organization_id_case_id_fkey foreign key (organization_id, case_id) references cases on delete cascade;
alter table promise drop constraint promise_organization_id_case_id_fkey,
  add constraint promise_organization_id_case_id_fkey foreign key (organization_id, case_id) references cases on delete cascade;
alter table staff_notice drop constraint staff_notice_organization_id_case_id_fkey,
  add constraint staff_notice_organization_id_case_id_fkey foreign key (organization_id, case_id) references cases on delete cascade;

-- Removes those of these cases that stand as they were brought; answers which, with their conversations. A case that anybody changed, noted on or drew a
-- conclusion from stays whole, and so does one in which something was written since.
create function remove_brought_cases(ids uuid[]) returns table (case_id uuid, conversation_id uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  organization uuid := current_organization();
  one record;
begin
  for one in
    select c.case_id, c.conversation_id from cases c
    where c.organization_id = organization and c.case_id = any (ids) and c.version = 1
      and exists (select from source_record r where r.organization_id = organization and r.kind = 'complaint' and r.object_id = c.case_id)
      and not exists (select from message m where m.organization_id = organization and m.conversation_id = c.conversation_id and m.joined_by <> 'history')
      and not exists (select from danger d join case_message g on g.organization_id = d.organization_id and g.message_id = d.message_id
                      where g.organization_id = organization and g.case_id = c.case_id and d.seen_at is not null)
    for update
  loop
    begin
      perform set_config('app.erasing', 'notes', true);
      delete from case_note n where n.organization_id = organization and n.case_id = one.case_id and n.is_brought;
      perform set_config('app.erasing', 'cases', true);
      delete from danger d using case_message g
      where g.organization_id = organization and g.case_id = one.case_id and d.organization_id = organization and d.message_id = g.message_id;
      delete from cases c where c.organization_id = organization and c.case_id = one.case_id;
      case_id := one.case_id;
      conversation_id := one.conversation_id;
      return next;
    exception when foreign_key_violation then null;
    end;
  end loop;
  perform set_config('app.erasing', '', true);
end $$;
revoke execute on function remove_brought_cases from public;
grant execute on function remove_brought_cases to amends_app;

-- Removes conversations in which nothing was said but what was brought; answers what was said in them, which still stands on timelines.
create function remove_brought_conversations(ids uuid[]) returns table (customer_id uuid, message_id uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  organization uuid := current_organization();
begin
  if exists (select from message m where m.organization_id = organization and m.conversation_id = any (ids) and m.joined_by <> 'history') then
    raise exception 'something was said in a conversation since it was brought' using errcode = 'AM001';
  end if;
  return query delete from message m using conversation c
    where m.organization_id = organization and m.conversation_id = any (ids) and c.organization_id = organization and c.conversation_id = m.conversation_id
    returning c.customer_id, m.message_id;
  delete from participant p where p.organization_id = organization and p.conversation_id = any (ids);
  delete from conversation c where c.organization_id = organization and c.conversation_id = any (ids);
end $$;
revoke execute on function remove_brought_conversations from public;
grant execute on function remove_brought_conversations to amends_app;
