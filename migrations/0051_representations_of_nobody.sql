-- Who writes for somebody, or for whom, may be erased: it then ends, and nobody has said so.
alter table representation drop constraint ended_by_somebody;
alter table representation add constraint ended_for_a_reason check (
  (ended_at is null) = (ended_why is null) and (ended_by is null or ended_at is not null));
update representation r set ended_at = k.erased_at, ended_why = ''
from customer k where k.organization_id = r.organization_id and k.customer_id in (r.customer_id, r.by_customer_id)
  and k.erased_at is not null and r.ended_at is null;
