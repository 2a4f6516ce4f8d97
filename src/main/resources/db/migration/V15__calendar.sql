-- Years that were added to the calendars of packs and agreements: each once, and for ever.
create table calendar_supplement (
  pack       text not null,
  version    text not null,
  agreement  text,
  calendar   text not null,
  first_day  date not null,
  last_day   date not null check (last_day >= first_day),
  -- as it was sent, for the same reader reads it again
  document   text not null,
  -- the order of taking; nextval under a lock of the pack, so that it is the order of commits too
  taken      bigint generated always as identity unique,
  taken_at   timestamptz not null,
  brought_by text not null,
  primary key (pack, version),
  unique nulls not distinct (pack, agreement, calendar, first_day)
);
create function supplement_is_for_ever() returns trigger language plpgsql as $$
begin
  raise exception 'Expected supplements to stay as they were taken, but % was tried', tg_op;
end $$;
create trigger supplement_is_for_ever before update or delete or truncate on calendar_supplement
  for each statement execute function supplement_is_for_ever();

-- Changes of known dates for all open tickets of a pack or an agreement, recorded ticket by ticket.
create table calendar_change (
  id        bigint generated always as identity primary key,
  pack      text not null,
  agreement text,
  data      jsonb not null,
  taken_at  timestamptz not null,
  brought_by text not null,
  -- who sent it under which key, and what
  key       text not null,
  request   bytea not null,
  -- tickets up to the last are looked at in their order
  reached   bigint not null default 0,
  last      bigint not null,
  recorded  bigint not null default 0,
  refused   bigint not null default 0,
  done      boolean not null default false,
  unique (brought_by, key)
);
create index calendar_change_open on calendar_change (id) where not done;

-- How far the calendars of a ticket's open clocks are known: known_to says it, and so does horizon,
-- but that is -infinity if a clock is unknown already, so that those come first.
alter table ticket
  add column horizon date,
  add column known_to date,
  add column unknown_clocks integer not null default 0,
  add column calendar_taken bigint not null default 0;
-- Unknown ones from before; the others get theirs with their next entry or alarm.
update ticket set horizon = '-infinity', calendar_taken = -1,
  unknown_clocks = jsonb_array_length(jsonb_path_query_array(judgement,
    '$.clocks[*] ? (@.state == "unknown" && !exists (@.stoppedAt))'))
where status <> 'closed' and judgement @? '$.clocks[*] ? (@.state == "unknown")';

-- The report, for operators and for a vendor's people; the unknown ones come first.
create index ticket_horizon on ticket (horizon, id)
  where horizon is not null and status <> 'closed';
create index ticket_horizon_of_vendor on ticket (vendor, horizon, id)
  where horizon is not null and status <> 'closed';
-- Whom further years concern, and how many clocks are unknown.
create index ticket_unknown on ticket (pack, calendar_taken) include (unknown_clocks)
  where horizon = '-infinity' and status <> 'closed';
-- The walk over the open tickets of a pack.
create index ticket_open_of_pack on ticket (pack, id) where status <> 'closed';
