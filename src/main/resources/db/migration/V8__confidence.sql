-- How probable, in percent, a learner held it with an answer that it would be right; 0 where nothing was said.
alter table event add column confidence integer not null default 0;
