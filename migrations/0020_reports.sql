-- Reports: when each case was open, and who took, answered and ended it. Both are read from the history as it is written, by a trigger, so that no
-- way of writing it can forget them; rows that only say what the history says are in no export, and are made anew by an import.

-- A time in which a case was open: from when it was received, or opened again after its end, until it was resolved or rejected.
create table case_span (
  organization_id uuid not null,
  case_id uuid not null,
  round integer not null,
  received_at timestamptz not null,
  opened_at timestamptz not null,
  -- In no time that anybody asks for, while it is open: so that what is open and what ended since stand side by side in one index.
  ended_at timestamptz not null default 'infinity',
  primary key (organization_id, case_id, round),
  foreign key (organization_id, case_id) references cases
);
call protect('case_span', 'select');
create index case_span_by_end on case_span (organization_id, ended_at, opened_at) include (case_id, round, received_at);

-- What somebody did with a case: took it first, answered (and the answer did not come back), or was its owner when it ended.
create table case_deed (
  organization_id uuid not null,
  case_id uuid not null,
  -- Of the line of the history that says so.
  sequence integer not null,
  kind text not null check (kind in ('taken', 'answered', 'ended')),
  staff_id uuid,
  at timestamptz not null,
  primary key (organization_id, case_id, sequence),
  foreign key (organization_id, case_id) references cases
);
call protect('case_deed', 'select');
create index case_deed_by_time on case_deed (organization_id, at) include (kind, staff_id, case_id);

-- Whose case it was before a line of its history: whom the line before that changed it names.
create function owner_before(line case_event) returns uuid language sql stable
  as $$ select coalesce(case when e.kind = 'taken' then e.details ->> 'by' else e.details ->> 'about' end,
                        case when e.actor_kind = 'staff' then e.actor_id end)::uuid
        from case_event e where e.organization_id = line.organization_id and e.case_id = line.case_id and e.sequence < line.sequence
          and e.kind in ('taken', 'handed-over', 'covered', 'hand-over-undone') order by e.sequence desc limit 1 $$;

create function note_deed(line case_event) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  by_whom uuid := (line.details ->> 'by')::uuid;
begin
  if line.kind = 'received' then
    insert into case_span (organization_id, case_id, round, received_at, opened_at)
    values (line.organization_id, line.case_id, 1, line.at, line.at) on conflict do nothing;
  elsif line.kind = 'reopened' then
    -- A case that was answered and is opened again had never ended.
    insert into case_span (organization_id, case_id, round, received_at, opened_at)
    select s.organization_id, s.case_id, s.round + 1, s.received_at, line.at from case_span s
    where s.organization_id = line.organization_id and s.case_id = line.case_id and s.ended_at < 'infinity'
      and s.round = (select max(l.round) from case_span l where l.organization_id = line.organization_id and l.case_id = line.case_id);
  elsif line.kind = 'taken' then
    insert into case_deed values (line.organization_id, line.case_id, line.sequence, 'taken',
      coalesce(by_whom, case when line.actor_kind = 'staff' then line.actor_id::uuid end), line.at);
  elsif line.kind = 'answer-accepted' then
    insert into case_deed values (line.organization_id, line.case_id, line.sequence, 'answered', coalesce(by_whom, owner_before(line)), line.at);
  elsif line.kind = 'answer-bounced' then
    delete from case_deed d using case_event e
    where e.organization_id = line.organization_id and e.case_id = line.case_id and e.kind = 'answer-accepted'
      and e.details ->> 'about' = line.details ->> 'about'
      and d.organization_id = e.organization_id and d.case_id = e.case_id and d.sequence = e.sequence;
  else
    update case_span set ended_at = line.at where organization_id = line.organization_id and case_id = line.case_id and ended_at = 'infinity';
    insert into case_deed values (line.organization_id, line.case_id, line.sequence, 'ended', owner_before(line), line.at);
  end if;
end $$;
revoke execute on function note_deed from public;

create function note_deed_of_line() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform note_deed(new);
  return null;
end $$;
create trigger deeds after insert on case_event for each row
  when (new.kind in ('received', 'reopened', 'taken', 'answer-accepted', 'answer-bounced', 'resolved-by-customer', 'resolved-by-silence', 'rejected'))
  execute function note_deed_of_line();

-- What the history says so far.
select note_deed(line) from (
  select e.* from case_event e
  where e.kind in ('received', 'reopened', 'taken', 'answer-accepted', 'answer-bounced', 'resolved-by-customer', 'resolved-by-silence', 'rejected')
  order by e.organization_id, e.case_id, e.sequence) line;

-- How long cases took, by the time they were received: a year of them is read without the cases.
create index cases_times on cases (organization_id, received_at)
  include (state, kind, channel, about_staff_ids, first_answered_at, resolved_at, rejected_at);
-- Few cases are about somebody who works here, and whoever asks must not see theirs.
create index cases_about_staff on cases (organization_id, case_id) include (about_staff_ids) where about_staff_ids <> '{}';
create index promise_by_due on promise (organization_id, due_at) include (kind, status, case_id) where instead_of is null;
