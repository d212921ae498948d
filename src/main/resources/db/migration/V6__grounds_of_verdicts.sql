-- What an answer was graded by: the definition of its question, and the learner's own earlier results that it follows from.
alter table event add column definition varchar(32) not null default '';
alter table event add column given text not null default '';

-- The canonical texts of what decides verdicts, each kept once and for good.
create table definition (
    id varchar(32) primary key,
    question varchar(100) not null,
    text text not null,
    at bigint not null
);
