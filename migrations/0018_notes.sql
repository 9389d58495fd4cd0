-- Notes: what colleagues write to each other in a case. No letters: nothing leaves the house, and no clock knows of them.

-- `call`: what was said on the telephone, and who called: the customer (in) or we (out). Null for a note to colleagues.
create table case_note (
  organization_id uuid not null references organization,
  note_id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  call text check (call in ('in', 'out')),
  text text not null check (length(text) <= 20000),
  at timestamptz not null,
  taken_back_at timestamptz,
  primary key (organization_id, note_id),
  foreign key (organization_id, case_id) references cases,
  foreign key (organization_id, staff_id) references staff
);
call protect('case_note', 'select, insert, update (text, taken_back_at)');
create index case_note_of_case on case_note (organization_id, case_id, at, note_id) where taken_back_at is null;

-- A note is never rewritten. Taken back within ten minutes it loses its words, and only them; that it was there stays.
create function refuse_rewriting_notes() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.taken_back_at is null and new.text = ''
     and new.taken_back_at >= old.at and new.taken_back_at <= old.at + interval '10 minutes'
     and to_jsonb(new) - 'text' - 'taken_back_at' = to_jsonb(old) - 'text' - 'taken_back_at' then
    return new;
  end if;
  raise exception 'a note is never rewritten, only taken back within ten minutes' using errcode = 'AM001';
end $$;
create trigger append_only before update or delete on case_note for each row
  when (current_setting('app.erasing', true) is distinct from 'notes') execute function refuse_rewriting_notes();

-- A person's right to be erased takes the words of notes about them as well.
create function erase_notes_of(wanted uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.erasing', 'notes', true);
  update case_note n set text = '' from cases c
  where n.organization_id = current_organization() and c.organization_id = n.organization_id and c.case_id = n.case_id and c.customer_id = wanted;
  perform set_config('app.erasing', '', true);
end $$;

-- Colleagues named in a note. Their desk says so until they open the case; a note that is taken back names nobody.
create table note_mention (
  organization_id uuid not null references organization,
  note_id uuid not null,
  staff_id uuid not null,
  case_id uuid not null,
  at timestamptz not null,
  seen_at timestamptz,
  primary key (organization_id, note_id, staff_id),
  foreign key (organization_id, note_id) references case_note,
  foreign key (organization_id, staff_id) references staff,
  foreign key (organization_id, case_id) references cases
);
call protect('note_mention', 'select, insert, update (seen_at), delete');
create index note_mention_unseen on note_mention (organization_id, staff_id, case_id, at) where seen_at is null;

-- What was said on the telephone stands on the customer's timeline.
alter table interaction drop constraint interaction_kind_check;
alter table interaction add constraint interaction_kind_check
  check (kind in ('message', 'case', 'promise', 'bounce', 'identity', 'purchase', 'refund', 'visit', 'referral', 'call'));

-- The draft of a note is kept beside that of the reply, so that neither is sent for the other.
alter table draft add column kind text not null default 'reply' check (kind in ('reply', 'note'));
alter table draft drop constraint draft_pkey;
alter table draft add primary key (organization_id, case_id, staff_id, kind);
