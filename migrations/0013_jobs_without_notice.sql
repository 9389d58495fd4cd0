-- A job without a key is a plain row, and nobody is notified of it: notices make all commits wait for one another, and the desk wakes its own
-- queue when its transaction is committed (docs/decisions/0007). With a key, or of a kind that no worker has known yet, the queue adds it itself.
create or replace function add_jobs(jobs jsonb) returns void language plpgsql security definer
  set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  others jsonb;
begin
  if exists (select from jsonb_array_elements(jobs) j where (j->'payload'->>'organizationId')::uuid is distinct from current_organization()) then
    raise exception 'a job may be added for its own organization only' using errcode = '42501';
  end if;
  -- One look decides for each job which way it goes: a kind may become known meanwhile.
  with asked as (
    select j, case when j->>'key' is null then (select t.id from graphile_worker._private_tasks t where t.identifier = j->>'task') end as task_id
    from jsonb_array_elements(jobs) j),
  plain as (
    insert into graphile_worker._private_jobs (task_id, payload, max_attempts)
    select task_id, (j->'payload')::json, coalesce((j->>'attempts')::smallint, 10) from asked where task_id is not null)
  select jsonb_agg(j) into others from asked where task_id is null;
  if others is null then
    return;
  end if;
  perform graphile_worker.add_jobs(array(
    select row(j->>'task', j->'payload', null, null, coalesce((j->>'attempts')::int, 10), j->>'key', null, null)::graphile_worker.job_spec
    from jsonb_array_elements(others) j));
end $$;
