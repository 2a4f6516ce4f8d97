-- A judge job can run twice, the second time after its process has gone on. Tokens are made from the
-- job, so that both runs answer the same one, and a late run must not void the token of a later job:
-- an instance may have several tokens, each voided by a newer job only.
alter table process_wake drop constraint process_wake_instance_key_key;
alter table process_wake add column job_key bigint not null default 0;
create index process_wake_instance on process_wake (instance_key);
