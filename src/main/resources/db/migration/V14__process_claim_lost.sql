-- When the engine was sent the start of a subject that nobody has claimed yet; null while it waits in
-- the outbox. It says how many starts are under way, and which of them were lost.
alter table process_claim add sent_at timestamptz;
update process_claim set sent_at = requested_at where not ended and instance_key is null;

drop index process_claim_lost;
create index process_claim_under_way on process_claim (sent_at)
  where not ended and instance_key is null;

-- Every few seconds the reconciler asks whom it hasn't looked after for the longest time. Without
-- these it reads the claims of all open tickets each time.
create index process_claim_incident on process_claim (checked_at)
  where not ended and process = 'incident';
create index process_claim_others on process_claim (checked_at)
  where not ended and process <> 'incident';
drop index process_claim_open;

-- Starts left the destination of wakes: each kind has a pace of its own.
update outbox set destination = 'starts' where destination = 'zeebe' and type = 'start';
update outbox set destination = 'callouts' where destination = 'zeebe' and type = 'incident-start';
