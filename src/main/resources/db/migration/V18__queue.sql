-- Whose turn a ticket is, and its place among those that wait for the same side: lane by lane, then
-- by what is due or came first. As of its last entry or alarm.
alter table ticket
  add column turn text,
  add column lane_rank integer not null default 0,
  add column lane_at timestamptz;
-- What stands open gets its place with its next entry or alarm; until then what came first goes first.
update ticket set turn = judgement->>'turn', lane_at = opened_at where status <> 'closed';
create index ticket_queue on ticket (vendor, lane_rank, lane_at, id)
  where status <> 'closed' and turn = 'vendor';
