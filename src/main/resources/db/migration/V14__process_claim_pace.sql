-- When the engine acknowledged the start of a subject; null while it waits in the outbox. It says how
-- many starts are under way that nobody has claimed yet, and which of them were lost. `tries` counts
-- those that were: each has more time than the one before, and soon holds up nobody else.
alter table process_claim add sent_at timestamptz;
alter table process_claim add tries int not null default 0;
update process_claim set sent_at = 'epoch'
  where not ended and instance_key is null
    and not exists (select from outbox where lane = subject and type in ('start', 'incident-start'));

-- Nobody reads when a start was asked for any more. Its index goes with it.
alter table process_claim drop column requested_at;

create index process_claim_under_way on process_claim (sent_at)
  where not ended and instance_key is null;

-- Every few seconds the reconciler asks who was lost, callouts first, and whom it hasn't looked after for
-- the longest time. Without these it reads the claims of all open tickets each time.
create index process_claim_unclaimed on process_claim ((process <> 'incident'), checked_at)
  where not ended and instance_key is null and sent_at is not null;
create index process_claim_incident on process_claim (checked_at)
  where not ended and process = 'incident';
create index process_claim_others on process_claim (checked_at)
  where not ended and process <> 'incident';
drop index process_claim_open;

-- Starts left the destination of wakes: each kind has a pace of its own.
update outbox set destination = 'starts' where destination = 'zeebe' and type = 'start';
update outbox set destination = 'callouts' where destination = 'zeebe' and type = 'incident-start';
