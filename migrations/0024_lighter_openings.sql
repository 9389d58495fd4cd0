-- Opening a case costs less: when to look at a promise stands in its own row, and who answers for a case from now on is noted for the next minute.

-- When to look whether a quarter of its time is left; null where nobody is to be told any more. The floor knows the moment and writes it;
-- otherwise it is looked at once, which finds it.
alter table promise add column watch_at timestamptz;
update promise p set watch_at = w.look_at from promise_watch w
  where w.organization_id = p.organization_id and w.promise_id = p.promise_id and p.owed_until is null;
drop trigger watch_new on promise;
drop trigger watch_moved on promise;
drop trigger watch_reopened on promise;
drop function watch_promise();
drop table promise_watch;
create function watch_promise() returns trigger language plpgsql as $$
begin
  new.watch_at := new.made_at;
  return new;
end $$;
create trigger watch_new before insert on promise for each row when (new.status = 'open' and new.watch_at is null) execute function watch_promise();
create trigger watch_again before update of due_at, status on promise for each row
  when (new.status = 'open' and (old.status <> 'open' or new.due_at is distinct from old.due_at)) execute function watch_promise();
create index promise_to_watch on promise (organization_id, watch_at) where watch_at is not null and owed_until is null;

-- Somebody answers for a case from now on. The tick takes these rows and tells them.
create table case_giving (
  organization_id uuid not null,
  giving_id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  -- The colleague who did it; null for the desk itself.
  by_staff_id uuid,
  primary key (organization_id, giving_id),
  foreign key (organization_id, case_id) references cases
);
call protect('case_giving', 'select, insert, update, delete');
