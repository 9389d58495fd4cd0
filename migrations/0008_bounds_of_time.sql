-- What is kept away after erasing is the very mail that was erased, known again by the hash of its key, and nothing by the date its sender wrote.
-- And: a lease that lies further ahead than leases are long was written by a clock that had jumped; it holds nothing.

-- Nothing in it names anybody: a hash over the organization and a mail's key, which is itself a hash.
create table erased_raw (
  organization_id uuid not null references organization,
  key_hash bytea not null,
  primary key (organization_id, key_hash)
);
call protect('erased_raw', 'select');

create function erased_raw_hash(organization uuid, key text) returns bytea language sql immutable strict parallel safe
  as $$ select sha256(convert_to(organization::text || ':' || key, 'UTF8')) $$;

-- As before, and leaves the hash of a mail's key. A form sent again with the same words is a new complaint, so only mails leave one.
create or replace function erase_raw(wanted uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into erased_raw
  select r.organization_id, erased_raw_hash(r.organization_id, r.key)
  from inbound_raw r join channel c on c.organization_id = r.organization_id and c.channel_id = r.channel_id
  where r.organization_id = current_organization() and r.raw_id = wanted and c.kind = 'mail' and r.proof->>'kind' <> 'erased'
  on conflict do nothing;
  perform set_config('app.erasing', 'inbound_raw', true);
  update inbound_raw set bytes = ''::bytea, key = 'erased:' || raw_id, proof = '{"kind":"erased"}'
  where organization_id = current_organization() and raw_id = wanted;
  perform set_config('app.erasing', '', true);
end $$;

-- Somebody erased once may write anew and be erased again.
grant update on erased_identity to amends_app;

-- The longest a record waits between two tries is five minutes, a letter an hour and a quarter, and a mailbox is held for half a minute.
create or replace function due_unread_raws(at timestamptz, most integer) returns table (organization_id uuid, raw_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select u.organization_id, u.raw_id from unread_raw u
        where u.due_at <= at or u.due_at > at + interval '10 minutes' order by u.due_at, u.raw_id limit least(most, 1000) $$;

create or replace function due_outbox(at timestamptz, most integer) returns table (organization_id uuid, message_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select o.organization_id, o.message_id from outbox o
        where o.state in ('queued', 'sending') and (o.due_at <= at or o.due_at > at + interval '2 hours')
        order by o.due_at, o.message_id limit least(most, 1000) $$;

create or replace function idle_channels(kinds text[], at timestamptz, most integer) returns table (organization_id uuid, channel_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select c.organization_id, c.channel_id from channel c
        where c.kind = any (kinds) and c.state <> 'off'
          and (c.leased_until is null or c.leased_until <= at or c.leased_until > at + interval '2 minutes')
        order by c.organization_id, c.channel_id limit least(most, 1000) $$;

-- Whether a form or a program sent content of this hash with something that waits to be read or lies in quarantine: it has no name yet, and is needed.
create function content_is_awaited(wanted bytea) returns boolean language sql stable as $$
  select exists (
    select from inbound_raw r
    where r.organization_id = current_organization() and r.media_type = 'application/vnd.amends.submission+json'
      and r.raw_id in (select u.raw_id from unread_raw u where u.organization_id = current_organization()
                       union all select d.raw_id from disposition d where d.organization_id = current_organization() and d.kind = 'quarantine')
      and strpos(encode(r.bytes, 'escape'), encode(wanted, 'hex')) > 0)
$$;
create index file_by_time on file (organization_id, stored_at);
create index file_by_content on file (organization_id, sha256);
