-- The number of a learner's last event. Whoever adds one counts on here first, which makes those who write for the same learner at
-- the same time, on several nodes, take turns.
alter table learner add column last_event bigint not null default 0;

update learner set last_event = coalesce((select max(event.sequence) from event where event.learner = learner.id), 0);

-- One row, written to see whether anything can be written.
create table heartbeat (
    id integer primary key,
    at bigint not null
);
