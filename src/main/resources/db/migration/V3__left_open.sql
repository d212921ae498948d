-- What a learner has left lying open, to be found again on return. No deeds: a later row takes the place of an earlier one.

-- The place in a lesson: the page and the section that was read last. The newest of all is where the course was left.
create table place (
    learner varchar(36) not null references learner (id),
    lesson varchar(100) not null,
    page varchar(100) not null,
    section varchar(100) not null,
    at bigint not null,
    primary key (learner, lesson)
);

-- The state in which a widget was left, and the one from which it started: when content has moved the start, it is out of date.
create table draft (
    learner varchar(36) not null references learner (id),
    lesson varchar(100) not null,
    widget varchar(100) not null,
    start text not null,
    state text not null,
    at bigint not null,
    primary key (learner, lesson, widget)
);
