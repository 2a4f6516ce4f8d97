-- A ticket's place among those that wait for a side, as of its last entry or alarm: null if it doesn't
-- wait for that side, infinity if nothing is due. The rank is its lane's, for the vendor only.
alter table ticket
  add column lane_rank integer not null default 0,
  add column vendor_at timestamptz,
  add column reseller_at timestamptz,
  add column customer_at timestamptz;
-- What stands open, as it was judged: no pack had lanes yet.
update ticket set
  vendor_at = (
    select case when count(*) > 0 or judgement->>'turn' = 'vendor'
      then coalesce(min((clock->>'dueAt')::timestamptz), 'infinity') end
    from jsonb_path_query(judgement, '$.clocks[*] ? (@.owner == "vendor"
      && (@.state == "running" || @.state == "breached") && !exists (@.stoppedAt)
      && exists (@.dueAt))') as clock),
  reseller_at = (
    select case when count(*) > 0 or judgement->>'turn' = 'reseller'
      then coalesce(min((clock->>'dueAt')::timestamptz), 'infinity') end
    from jsonb_path_query(judgement, '$.clocks[*] ? (@.owner == "reseller"
      && (@.state == "running" || @.state == "breached") && !exists (@.stoppedAt)
      && exists (@.dueAt))') as clock),
  customer_at = (
    select case when count(*) > 0 or judgement->>'turn' = 'customer'
      then coalesce(min((clock->>'dueAt')::timestamptz), 'infinity') end
    from jsonb_path_query(judgement, '$.clocks[*] ? (@.owner == "customer"
      && (@.state == "running" || @.state == "breached") && !exists (@.stoppedAt)
      && exists (@.dueAt))') as clock)
where status <> 'closed';
create index ticket_queue_of_vendor on ticket (vendor, lane_rank, vendor_at, id)
  where vendor_at is not null;
create index ticket_queue_of_reseller on ticket (reseller, reseller_at, id)
  where reseller_at is not null;
create index ticket_queue_of_customer on ticket (customer, customer_at, id)
  where customer_at is not null;
