-- What is due is taken from the index of each organization, the oldest first, however much waits. Before, each look sorted all that waited.
drop index unread_raw_due;
create index unread_raw_due on unread_raw (organization_id, due_at, raw_id);
drop index outbox_due;
create index outbox_due on outbox (organization_id, due_at, message_id) where state in ('queued', 'sending');

create or replace function due_unread_raws(at timestamptz, most integer) returns table (organization_id uuid, raw_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select o.organization_id, due.raw_id from organization o cross join lateral (
          (select u.due_at, u.raw_id from unread_raw u
           where u.organization_id = o.organization_id and u.due_at <= at order by u.due_at, u.raw_id limit least(most, 1000))
          union all
          (select u.due_at, u.raw_id from unread_raw u
           where u.organization_id = o.organization_id and u.due_at > at + interval '10 minutes' order by u.due_at, u.raw_id limit least(most, 1000))) due
        order by due.due_at, due.raw_id limit least(most, 1000) $$;

create or replace function due_outbox(at timestamptz, most integer) returns table (organization_id uuid, message_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select o.organization_id, due.message_id from organization o cross join lateral (
          (select u.due_at, u.message_id from outbox u where u.organization_id = o.organization_id and u.state in ('queued', 'sending')
           and u.due_at <= at order by u.due_at, u.message_id limit least(most, 1000))
          union all
          (select u.due_at, u.message_id from outbox u where u.organization_id = o.organization_id and u.state in ('queued', 'sending')
           and u.due_at > at + interval '2 hours' order by u.due_at, u.message_id limit least(most, 1000))) due
        order by due.due_at, due.message_id limit least(most, 1000) $$;
