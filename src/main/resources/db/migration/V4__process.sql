-- Which process instance runs a subject. Zeebe can start a process twice and lose one; the row that
-- the first judge fills decides which instance lives, and lets the reconciler find lost ones.
create table process_claim (
  subject       text        not null,
  process       text        not null,
  generation    int         not null,
  instance_key  bigint,
  requested_at  timestamptz not null,
  checked_at    timestamptz not null,
  ended         boolean     not null default false,
  start         jsonb       not null,
  primary key (subject, process, generation)
);
create index process_claim_open on process_claim (checked_at) where not ended;
create index process_claim_instance on process_claim (instance_key);

-- One-time tokens that waiting steps correlate on. An entry deletes the token and sends the wake in
-- its own transaction, so a token wakes once and an entry never goes unheard.
create table process_wake (
  token        uuid   primary key,
  ticket       text   not null,
  instance_key bigint not null unique,
  seen_seq     bigint not null,
  kinds        text[],
  callout      text,
  seen         text   not null,
  due_at       timestamptz
);
create index process_wake_ticket on process_wake (ticket);
