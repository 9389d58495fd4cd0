-- Webhooks for programs: what is announced is owed to every address that asked for its kind, in the very transaction that announced it.
-- One row a delivery; the same event has the same identifier however often it is sent.

create table webhook (
  organization_id uuid not null references organization,
  webhook_id uuid not null,
  url bytea not null,
  host text not null,
  kinds text[] not null,
  secret bytea not null,
  -- Still signs beside the new one until then.
  old_secret bytea,
  old_until timestamptz,
  made_by uuid not null,
  made_at timestamptz not null,
  off_since timestamptz,
  off_why text,
  failing_since timestamptz,
  primary key (organization_id, webhook_id),
  foreign key (organization_id, made_by) references staff
);
call protect('webhook', 'select, insert, update, delete');

create table webhook_delivery (
  organization_id uuid not null references organization,
  webhook_id uuid not null,
  delivery_id uuid not null,
  kind text not null,
  object_kind text not null,
  object_id uuid,
  at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  tries integer not null default 0,
  due_at timestamptz not null,
  tried_at timestamptz,
  status integer,
  answer text,
  primary key (organization_id, delivery_id),
  foreign key (organization_id, webhook_id) references webhook on delete cascade
);
call protect('webhook_delivery', 'select, insert, update, delete');
create index webhook_delivery_due on webhook_delivery (organization_id, webhook_id, due_at) where state = 'waiting';
create index webhook_delivery_newest on webhook_delivery (organization_id, webhook_id, at, delivery_id);
create index webhook_delivery_by_age on webhook_delivery (organization_id, at);

create function owe_webhooks() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  asked uuid;
begin
  if not exists (select from webhook) then return null; end if;
  for asked in
    with owed as (
      insert into webhook_delivery (organization_id, webhook_id, delivery_id, kind, object_kind, object_id, at, due_at)
      select e.organization_id, w.webhook_id, md5(w.webhook_id::text || e.sequence::text)::uuid, e.kind, e.object_kind, e.object_id, e.at, e.at
      from fresh e join webhook w on w.organization_id = e.organization_id and e.kind = any (w.kinds) and w.off_since is null
      returning webhook_id)
    select distinct webhook_id from owed
  loop
    perform add_jobs(jsonb_build_array(jsonb_build_object('task', 'deliver-webhook', 'key', 'webhook:' || asked,
      'payload', jsonb_build_object('organizationId', current_organization(), 'webhookId', asked))));
  end loop;
  return null;
end $$;
create trigger owed_to_webhooks after insert on live_event referencing new table as fresh for each statement execute function owe_webhooks();
