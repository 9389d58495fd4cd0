-- Fewer and smaller indexes on cases, each of which is written at every change of a case.

-- Cases that were merged away are not open, and their owner's list holds none of them.
drop index cases_of_owner;
create index cases_of_owner on cases (organization_id, owner_staff_id, next_due_at, case_id)
  where state not in ('resolved', 'rejected', 'closed', 'merged');
-- The same few cases stand in cases_about_staff.
drop index cases_about_somebody;
-- What the register and the reports read by time of arrival stands in one index: each case is written to it at every change.
drop index cases_times;
drop index cases_by_received;
create index cases_by_received on cases (organization_id, received_at, case_id)
  include (state, kind, channel, owner_staff_id, duty_staff_id, finding, next_due_at, about_staff_ids, first_answered_at, resolved_at, rejected_at);
