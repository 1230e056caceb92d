-- What has been asked once is done once: the key of an unsafe request, claimed in the transaction that did the work,
-- with the answer to give when it is asked again.
create table once_key (
    key        bytea       primary key,
    request    bytea       not null,
    claimed_at timestamptz not null,
    status     smallint,
    media_type text,
    location   text,
    etag       text,
    body       bytea
);
create index once_key_by_age on once_key (claimed_at);
