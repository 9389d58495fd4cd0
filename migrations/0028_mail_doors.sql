-- Mail that a mail server hands over by LMTP or SMTP: which mailboxes an address may be for, over all organizations. Few are connected.
create function mailboxes_at(addresses text[]) returns table (organization_id uuid, channel_id uuid, address text, is_off boolean)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select c.organization_id, c.channel_id, c.config->>'address', c.state = 'off' from channel c
        where c.kind = 'mail' and translate(c.config->>'address', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz') = any (addresses)
        order by c.made_at, c.channel_id limit 100 $$;
revoke execute on function mailboxes_at from public;
