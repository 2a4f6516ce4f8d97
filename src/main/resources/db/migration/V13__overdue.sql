-- How late the latest alarm is, asked at every round: ticket_due begins with alarm_calls.
create index ticket_next_change on ticket (next_change_at) where next_change_at is not null;
