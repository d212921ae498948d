-- How authors are known: one row. The token itself is kept nowhere, only its digest, and that only if the server has made it.
create table author_access (
    id integer primary key,
    token_digest varchar(64),
    -- Signs the cookies, together with the digest of the token in force
    signing_key varchar(64) not null,
    -- Counts the times that everybody was signed out; a cookie of an earlier count is worth nothing
    generation bigint not null
);
