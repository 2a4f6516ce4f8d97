-- A third way out: nobody took charge, and the ground for the call went away.
alter table incident drop constraint incident_status_check;
alter table incident add constraint incident_status_check
  check (status in ('open', 'answered', 'withdrawn'));
alter table incident add column withdrawn_at timestamptz;

-- Those that stayed open although their tickets no longer call.
update incident i set status = 'withdrawn', withdrawn_at = t.last_at
from ticket t
where t.number = i.ticket and i.status = 'open'
  and not exists (
    select from jsonb_array_elements(t.judgement -> 'callouts') c
    where c ->> 'code' = i.callout);
