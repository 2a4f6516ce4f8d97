-- The record. The entries are the truth; the ticket row is a projection and can be made again.
create sequence ticket_id;

create table ticket (
  id              bigint primary key default nextval('ticket_id'),
  number          text not null unique
                  generated always as ('T-' || lpad(id::text, greatest(6, length(id::text)), '0')) stored,
  generation      integer not null default 1,
  agreement       text not null,
  pack            text not null,
  pack_version    text not null,
  customer        text not null,
  reseller        text not null,
  vendor          text not null,
  status          text not null,
  severity        text,
  tier            text,
  judgement       jsonb not null,
  last_seq        bigint not null,
  last_at         timestamptz not null,
  opened_at       timestamptz not null,
  next_change_at  timestamptz,
  alarm_calls     boolean not null default false,
  alarm_failures  integer not null default 0,
  alarm_retry_at  timestamptz
);
-- What Alarms asks every quarter of a second: callouts first, then by time.
create index ticket_due on ticket (alarm_calls desc, next_change_at) where next_change_at is not null;
create index ticket_of_vendor on ticket (vendor, id);
create index ticket_of_reseller on ticket (reseller, id);
create index ticket_of_customer on ticket (customer, id);

create table entry (
  number       text not null references ticket (number),
  seq          bigint not null check (seq > 0),
  generation   integer not null,
  at           timestamptz not null,
  recorded_at  timestamptz not null,
  role         text not null,
  tier         text,
  org          text,
  actor        text,
  kind         text not null,
  visibility   text not null,
  data         jsonb not null,
  pack_version text not null,
  -- what was promised when it was recorded
  judgement    jsonb not null,
  primary key (number, seq)
);

create function entry_is_for_ever() returns trigger language plpgsql as $$
begin
  raise exception 'Expected entries to stay as they were recorded, but % was tried on table entry', tg_op;
end $$;
create trigger entry_is_for_ever before update or delete or truncate on entry
  for each statement execute function entry_is_for_ever();

-- Free text and names, apart from the facts: erasing sets text to null and leaves the row, so that
-- a reader still sees that something was said. The path @name is the actor's name.
create table entry_text (
  number text not null,
  seq    bigint not null,
  path   text not null,
  text   text,
  primary key (number, seq, path),
  foreign key (number, seq) references entry (number, seq)
);

create table idempotency (
  scope      text not null,
  key        text not null,
  request    bytea not null,
  number     text not null,
  seq        bigint not null,
  created_at timestamptz not null,
  primary key (scope, key)
);
