-- What has to reach other systems, written in the transaction of what it reports.
-- Order within a lane comes from the lane's own counter: its row lock, held until the writer
-- commits, makes visible parcels a prefix of the lane. No clock is involved.
create table outbox_lane (
  lane text primary key,
  last bigint not null
);

create table outbox (
  id uuid primary key,
  lane text not null,
  lane_seq bigint not null,
  destination text not null,
  urgency smallint not null,
  -- first come, first served across lanes; a preference, not a promise
  place bigint generated always as identity,
  type text not null,
  body jsonb not null,
  attempts int not null default 0,
  -- while a relay has the parcel in hand: the end of its lease
  next_try_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  unique (destination, lane, lane_seq)
);

create index outbox_queue on outbox (destination, urgency, place);
