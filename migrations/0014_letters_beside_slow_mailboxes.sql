-- Letters that are due, but for those of mailboxes that have some in hand: a slow mail server keeps no other mailbox waiting.
drop function due_outbox(timestamptz, integer);
create function due_outbox(at timestamptz, most integer, in_hand uuid[]) returns table (organization_id uuid, message_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select o.organization_id, due.message_id from organization o cross join lateral (
          (select u.due_at, u.message_id from outbox u where u.organization_id = o.organization_id and u.state in ('queued', 'sending')
           and u.due_at <= at and u.channel_id <> all (in_hand) order by u.due_at, u.message_id limit least(most, 1000))
          union all
          (select u.due_at, u.message_id from outbox u where u.organization_id = o.organization_id and u.state in ('queued', 'sending')
           and u.due_at > at + interval '2 hours' and u.channel_id <> all (in_hand) order by u.due_at, u.message_id limit least(most, 1000))) due
        order by due.due_at, due.message_id limit least(most, 1000) $$;
revoke execute on function due_outbox from public;
