-- People who work here: who they are, how they sign in, how they are invited; and keys for programs.

create table staff (
  organization_id uuid not null references organization,
  staff_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  email text not null check (email = lower(email) and length(email) between 3 and 320),
  role text not null check (role in ('handler', 'lead', 'administrator')),
  password_hash text not null,
  settings jsonb not null default '{}',
  joined_at timestamptz not null,
  disabled_at timestamptz,
  primary key (organization_id, staff_id),
  unique (organization_id, email)
);
call protect('staff', 'select, insert, update');

create table session (
  organization_id uuid not null references organization,
  token_hash bytea not null,
  staff_id uuid not null,
  csrf_token text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (organization_id, token_hash),
  foreign key (organization_id, staff_id) references staff
);
call protect('session', 'select, insert, update, delete');
create index session_by_staff on session (organization_id, staff_id);

create table invite (
  organization_id uuid not null references organization,
  invite_id uuid not null,
  token_hash bytea not null,
  email text not null,
  role text not null check (role in ('handler', 'lead', 'administrator')),
  invited_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (organization_id, invite_id),
  unique (organization_id, token_hash),
  foreign key (organization_id, invited_by) references staff
);
call protect('invite', 'select, insert, update');

create table api_key (
  organization_id uuid not null references organization,
  api_key_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  token_hash bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (organization_id, api_key_id),
  unique (organization_id, token_hash),
  foreign key (organization_id, made_by) references staff
);
call protect('api_key', 'select, insert, update');

-- Who may be meant by an address typed at sign-in, over all organizations of this installation. The password decides.
create function sign_in_candidates(wanted text) returns table (organization_id uuid, staff_id uuid, password_hash text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.organization_id, s.staff_id, s.password_hash from staff s
  where s.email = lower(wanted) and s.disabled_at is null order by s.joined_at limit 5
$$;
create index staff_by_email on staff (organization_id, email) where disabled_at is null;
