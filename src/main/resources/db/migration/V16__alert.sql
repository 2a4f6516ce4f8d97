-- Alerts of a monitoring and the tickets that they are on: what is sent again is taken once.
create table alert (
  agreement   text        not null,
  fingerprint text        not null,
  starts_at   timestamptz not null,
  sharing     text        not null,
  ticket      text        not null,
  received_at timestamptz not null,
  cleared_at  timestamptz,
  primary key (agreement, fingerprint, starts_at)
);
create index alert_sharing on alert (agreement, sharing);

-- Where a text message reaches somebody: the address of a gateway that takes mails.
alter table person add column pager text;
