-- Hear: from raw bytes to a known message of a known person, and back out again.

create table channel (
  organization_id uuid not null references organization,
  channel_id uuid not null,
  kind text not null,
  name text not null check (length(name) between 1 and 100),
  config jsonb not null,
  secret bytea,
  cursor jsonb,
  leased_by text,
  leased_until timestamptz,
  state text not null default 'starting' check (state in ('starting', 'working', 'failing', 'off')),
  state_detail text,
  state_since timestamptz not null,
  read_at timestamptz,
  made_at timestamptz not null,
  primary key (organization_id, channel_id)
);
call protect('channel', 'select, insert, update');

-- What came in, verbatim, stored before anybody is told that it was accepted.
create table inbound_raw (
  organization_id uuid not null references organization,
  raw_id uuid not null,
  channel_id uuid not null,
  key text not null check (length(key) <= 1000),
  content_sha256 bytea not null,
  media_type text not null,
  proof jsonb not null,
  bytes bytea not null,
  received_at timestamptz not null,
  primary key (organization_id, raw_id),
  foreign key (organization_id, channel_id) references channel,
  unique (organization_id, channel_id, key, content_sha256)
);
call protect('inbound_raw', 'select, insert');
create trigger append_only before update or delete on inbound_raw for each row
  when (current_setting('app.erasing', true) is distinct from 'inbound_raw') execute function refuse_change();

-- The one exception: a person's right to be erased. The row stays as proof that something came; its content goes.
create function erase_raw(wanted uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.erasing', 'inbound_raw', true);
  update inbound_raw set bytes = ''::bytea, key = 'erased:' || raw_id, proof = '{"kind":"erased"}'
  where organization_id = current_organization() and raw_id = wanted;
  perform set_config('app.erasing', '', true);
end $$;

-- The inbox: raw records that have no disposition yet. A row is added with its raw record and goes with its disposition.
create table unread_raw (
  organization_id uuid not null references organization,
  raw_id uuid not null,
  attempts integer not null default 0,
  due_at timestamptz not null,
  last_error text,
  release jsonb,
  primary key (organization_id, raw_id),
  foreign key (organization_id, raw_id) references inbound_raw
);
call protect('unread_raw', 'select, insert, update, delete');
create index unread_raw_due on unread_raw (organization_id, due_at);

-- Over all organizations, for the reader's polling only.
create function due_unread_raws(at timestamptz, most integer) returns table (organization_id uuid, raw_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select u.organization_id, u.raw_id from unread_raw u where u.due_at <= at order by u.due_at, u.raw_id limit least(most, 1000) $$;

create table customer (
  organization_id uuid not null references organization,
  customer_id uuid not null,
  name text not null check (length(name) <= 500),
  language text,
  first_seen_at timestamptz not null,
  erased_at timestamptz,
  primary key (organization_id, customer_id)
);
call protect('customer', 'select, insert, update');

-- One address of a customer. `customer_id` is the component over live links; messages hang on the identity, never on the customer.
create table identity (
  organization_id uuid not null references organization,
  identity_id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('email', 'phone', 'handle', 'external')),
  value text not null check (length(value) between 1 and 400),
  raw_value text not null,
  display text,
  first_seen_at timestamptz not null,
  verified_at timestamptz,
  bad_since timestamptz,
  bad_reason text,
  primary key (organization_id, identity_id),
  unique (organization_id, kind, value),
  foreign key (organization_id, customer_id) references customer
);
call protect('identity', 'select, insert, update');
create index identity_by_customer on identity (organization_id, customer_id);

-- The hash of an erased address: nothing with it is imported again as the same person.
create table erased_identity (
  organization_id uuid not null references organization,
  identity_hash bytea not null,
  erased_at timestamptz not null,
  primary key (organization_id, identity_hash)
);
call protect('erased_identity', 'select, insert');

-- `code` is what reply addresses carry; `reference` is the short number people see, once there is one.
create table conversation (
  organization_id uuid not null references organization,
  conversation_id uuid not null,
  code text not null check (code ~ '^[a-z0-9]{1,20}$'),
  reference text check (length(reference) <= 40),
  customer_id uuid not null,
  channel_id uuid not null,
  subject text not null check (length(subject) <= 1000),
  started_at timestamptz not null,
  last_message_at timestamptz not null,
  primary key (organization_id, conversation_id),
  unique (organization_id, code),
  foreign key (organization_id, customer_id) references customer,
  foreign key (organization_id, channel_id) references channel
);
call protect('conversation', 'select, insert, update');
create index conversation_by_customer on conversation (organization_id, customer_id, last_message_at);

create table participant (
  organization_id uuid not null references organization,
  conversation_id uuid not null,
  identity_id uuid not null,
  standing text not null check (standing in ('customer', 'confirmed', 'to-confirm', 'refused')),
  joined_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  primary key (organization_id, conversation_id, identity_id),
  foreign key (organization_id, conversation_id) references conversation,
  foreign key (organization_id, identity_id) references identity
);
call protect('participant', 'select, insert, update, delete');

create table message (
  organization_id uuid not null references organization,
  message_id uuid not null,
  conversation_id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  kind text not null check (kind in ('human', 'machine', 'acknowledgement', 'answer', 'notice')),
  channel_id uuid not null,
  identity_id uuid,
  staff_id uuid,
  raw_id uuid,
  external_id text,
  subject text not null default '',
  text text not null default '',
  visible_text text not null default '',
  html text,
  language text,
  meaning text,
  authentication text not null default 'none' check (authentication in ('none', 'verified', 'session', 'key')),
  standing text not null default 'joined' check (standing in ('joined', 'to-confirm', 'refused')),
  joined_by text not null,
  may_answer_automatically boolean not null default false,
  at timestamptz not null,
  stored_at timestamptz not null,
  primary key (organization_id, message_id),
  foreign key (organization_id, conversation_id) references conversation,
  foreign key (organization_id, channel_id) references channel,
  foreign key (organization_id, identity_id) references identity,
  foreign key (organization_id, raw_id) references inbound_raw,
  check ((direction = 'in' and kind in ('human', 'machine') and staff_id is null and identity_id is not null)
      or (direction = 'out' and kind = 'answer' and staff_id is not null)
      or (direction = 'out' and kind in ('acknowledgement', 'notice') and staff_id is null))
);
call protect('message', 'select, insert, update');
create index message_in_conversation on message (organization_id, conversation_id, at, message_id);
create index message_by_external_id on message (organization_id, external_id) where external_id is not null;
create unique index message_of_raw on message (organization_id, raw_id) where raw_id is not null;
create index message_to_confirm on message (organization_id, at) where standing = 'to-confirm';

create table attachment (
  organization_id uuid not null references organization,
  message_id uuid not null,
  position integer not null,
  file_id uuid not null,
  inline_id text,
  primary key (organization_id, message_id, position),
  foreign key (organization_id, message_id) references message,
  foreign key (organization_id, file_id) references file
);
call protect('attachment', 'select, insert, delete');
create index attachment_by_file on attachment (organization_id, file_id);

-- Exactly one disposition a raw record: the primary key says "at most one", unread_raw and the reader see to "at least one".
create table disposition (
  organization_id uuid not null references organization,
  raw_id uuid not null,
  kind text not null check (kind in ('conversation', 'to-confirm', 'timeline', 'quarantine')),
  message_id uuid,
  reason text not null check (length(reason) between 1 and 1000),
  reader_version integer not null,
  decided_at timestamptz not null,
  released_at timestamptz,
  released_by uuid,
  primary key (organization_id, raw_id),
  foreign key (organization_id, raw_id) references inbound_raw,
  foreign key (organization_id, message_id) references message,
  check ((kind in ('conversation', 'to-confirm')) = (message_id is not null))
);
call protect('disposition', 'select, insert, update, delete');
create index disposition_quarantined on disposition (organization_id, decided_at) where kind = 'quarantine';

-- A person's timeline over all channels.
create table interaction (
  organization_id uuid not null references organization,
  customer_id uuid not null,
  interaction_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('message', 'case', 'promise', 'bounce', 'identity')),
  message_id uuid,
  case_id uuid,
  details jsonb not null default '{}',
  primary key (organization_id, customer_id, interaction_id),
  foreign key (organization_id, customer_id) references customer
);
call protect('interaction', 'select, insert, delete');
create index interaction_in_order on interaction (organization_id, customer_id, at, interaction_id);

-- Letters waiting for the next server; `held` ones wait for a mailbox to be connected. The Message-ID is made before the first try, so that a second try is the same letter.
create table outbox (
  organization_id uuid not null references organization,
  message_id uuid not null,
  code text not null check (code ~ '^[a-z0-9]{1,20}$'),
  channel_id uuid not null,
  to_address text not null,
  from_address text not null,
  reply_to text not null,
  envelope_from text not null,
  in_reply_to text,
  "references" text[] not null default '{}',
  is_automatic boolean not null,
  state text not null default 'queued' check (state in ('held', 'queued', 'sending', 'sent', 'refused', 'bounced', 'cancelled')),
  attempts integer not null default 0,
  due_at timestamptz not null,
  leased_until timestamptz,
  last_error text,
  settled_at timestamptz,
  queued_at timestamptz not null,
  primary key (organization_id, message_id),
  unique (organization_id, code),
  foreign key (organization_id, message_id) references message,
  foreign key (organization_id, channel_id) references channel
);
call protect('outbox', 'select, insert, update');
create index outbox_due on outbox (organization_id, due_at) where state in ('queued', 'sending');
create index outbox_held on outbox (organization_id, queued_at) where state = 'held';
create index outbox_automatic on outbox (organization_id, to_address, queued_at) where is_automatic;

-- Over all organizations, for the sender's polling only.
create function due_outbox(at timestamptz, most integer) returns table (organization_id uuid, message_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select o.organization_id, o.message_id from outbox o
        where o.state in ('queued', 'sending') and o.due_at <= at order by o.due_at, o.message_id limit least(most, 1000) $$;

-- Over all organizations: channels that read by themselves and are held by nobody, for the supervisor's polling only.
create function idle_channels(kinds text[], at timestamptz, most integer) returns table (organization_id uuid, channel_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select c.organization_id, c.channel_id from channel c
        where c.kind = any (kinds) and c.state <> 'off' and (c.leased_until is null or c.leased_until <= at)
        order by c.organization_id, c.channel_id limit least(most, 1000) $$;
