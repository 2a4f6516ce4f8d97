-- Every few seconds the reconciler asks for subjects that nobody runs, callouts first. Without these it
-- reads the claims of all open tickets each time.
create index process_claim_unclaimed on process_claim (checked_at)
  where not ended and instance_key is null;
create index process_claim_incident on process_claim (checked_at)
  where not ended and process = 'incident';
create index process_claim_others on process_claim (checked_at)
  where not ended and process <> 'incident';
drop index process_claim_open;
