-- Managed incidents, one per callout of a ticket. Made from incident-declared and callout-answered
-- entries; the timeline stays the truth.
create sequence incident_number;
create table incident (
  number       text        primary key,
  ticket       text        not null,
  generation   int         not null,
  callout      text        not null,
  role         text        not null,
  task_group   text        not null,
  status       text        not null check (status in ('open', 'answered')),
  declared_at  timestamptz not null,
  declared_seq bigint      not null,
  answered_at  timestamptz,
  answered_by  text,
  action       text,
  unique (ticket, declared_seq)
);
create index incident_ticket on incident (ticket, callout);
