-- Who is who. Read from the accounts file at start-up and upserted; codes are ours, names are people's.
create table vendor (
  code text primary key,
  name text not null
);

create table reseller (
  code text primary key,
  name text not null
);

create table customer (
  code                  text primary key,
  name                  text not null,
  reseller              text not null references reseller,
  direct_approval_until timestamptz
);
create index customer_of_reseller on customer (reseller);

create table agreement (
  code   text primary key,
  pack   text not null,
  holder text not null references reseller,
  vendor text not null references vendor,
  terms  jsonb not null
);

-- key_sha256: keys have full entropy, so a fast hash is right and one indexed look-up finds the person.
create table person (
  id         text primary key,
  name       text not null,
  email      text,
  login      text unique,
  role       text not null,
  tier       text,
  org        text not null,
  groups     text[] not null,
  key_sha256 bytea unique
);
create index person_of_org on person (org);
