-- The keys by which the server signs what leaves it and comes back, each by what it is for.
create table server_key (
    name varchar(32) primary key,
    value varchar(64) not null
);

-- The reports of learners that authors have dealt with, by the ids of their events.
create table handled_report (
    id varchar(200) primary key,
    at bigint not null
);

-- Further cookies of a learner: those of the devices to which a code was carried.
create table device (
    token_digest varchar(64) primary key,
    learner varchar(36) not null references learner (id),
    created_at bigint not null
);

create index device_of_learner on device (learner);

-- The code by which another device joins: one a learner, once, for some minutes.
create table moving_code (
    learner varchar(36) primary key references learner (id),
    digest varchar(64) not null unique,
    expires_at bigint not null
);

create index event_of_kind on event (kind);
