-- Which variants of questions a learner meets first.
alter table learner add column seed bigint not null default 0;

-- The place of a question's numbers among the variants of its revision.
alter table event add column variant integer not null default 0;
