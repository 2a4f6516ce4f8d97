-- Which engine runs our instances. Its id is left in the engine as the id of a message that nobody
-- takes: an engine that doesn't hold it is another one, or was wiped. Keys of instances, jobs and
-- tasks mean something together with this id only, for a wiped engine counts from the start again.
create table engine (
  one boolean primary key default true check (one),
  id  uuid not null
);
insert into engine (id) values (gen_random_uuid());

-- What the reconciler asks first: subjects that nobody runs although an instance was asked for.
create index process_claim_lost on process_claim (requested_at)
  where instance_key is null and not ended;
