-- Which mails an event caused, so that an event that arrives twice causes them once.
-- The texts are not here: they wait in the outbox and leave with the mail.
create table notice (
  event_id text not null,
  -- the pack's template: the kind of entry that causes it and its place among the pack's templates
  notice text not null,
  recipient text not null,
  message_id text not null unique,
  written_at timestamptz not null default now(),
  -- when the mail server took it
  sent_at timestamptz,
  -- why the mail server will never take it
  refused text,
  primary key (event_id, notice, recipient)
);
