-- Tighter bounds: what is still owed holds a case open, however late; one mailbox is one victim; and questions over all organizations are the owner's.

-- Nothing is closed while anything is owed to the customer. A promise that was broken is owed until it is done: being late lets nobody off.
create or replace function refuse_closing_with_open_promise() returns trigger language plpgsql as $$
begin
  if exists (select from promise p where p.organization_id = new.organization_id and p.case_id = new.case_id and p.owed_until is null) then
    raise exception 'case % has an open promise and cannot be closed', new.number using errcode = 'AM002';
  end if;
  return new;
end $$;

-- anna+1@, anna+2@ … end in one mailbox: automatic letters to all of them count together.
alter table outbox add column mailbox text generated always as (regexp_replace(to_address, '^([^+]+)\+.*@', '\1@')) stored;
create index outbox_automatic_to_mailbox on outbox (organization_id, mailbox, queued_at) where is_automatic;
drop index outbox_automatic;

-- Asked by the loops as amends_owner; the application's role has no use for what other organizations have waiting.
revoke execute on function due_unread_raws, due_outbox, idle_channels, organizations from public;
