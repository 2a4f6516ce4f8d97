-- Which generation of which ticket a called process works on: what its first question named. Its
-- variables can be changed later by whoever may touch the engine; this row cannot.
create table process_called (
  instance_key  bigint primary key,
  ticket        text   not null,
  generation    int    not null
);
create index process_called_ticket on process_called (ticket, generation);
