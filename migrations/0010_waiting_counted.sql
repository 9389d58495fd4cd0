-- What waits in a pool is counted for each person, without what is about them: from the index alone.
drop index cases_waiting;
create index cases_waiting on cases (organization_id, pool_id, next_due_at, received_at, case_id) include (about_staff_ids)
  where owner_staff_id is null and state in ('received', 'acknowledged');
