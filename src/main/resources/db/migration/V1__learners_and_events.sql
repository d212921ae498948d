-- What is known of a learner: nothing but the digest of the opaque token in the cookie.
create table learner (
    id varchar(36) primary key,
    token_digest varchar(64) not null unique,
    created_at bigint not null
);

-- What a learner did, in order, never changed. Everything shown about progress is derived from it.
create table event (
    learner varchar(36) not null references learner (id),
    sequence bigint not null,
    id varchar(200) not null,
    kind varchar(16) not null,
    lesson varchar(100) not null,
    subject varchar(100) not null,
    revision varchar(64),
    input text,
    verdict varchar(16),
    core_version varchar(40),
    at bigint not null,
    primary key (learner, sequence),
    unique (learner, id)
);
