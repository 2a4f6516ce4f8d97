-- Every version of every pack that was ever taken: tickets under way keep theirs.
create table pack_version (
  pack text not null,
  version text not null,
  files jsonb not null,
  -- the order of taking; the last one of a pack is active
  taken bigint generated always as identity unique,
  taken_at timestamptz not null,
  primary key (pack, version)
);
