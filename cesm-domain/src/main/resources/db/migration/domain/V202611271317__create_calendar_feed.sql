-- Secret addresses of personal calendars, one a person; only the digest of the secret is kept.
create table calendar_feed (
    id           uuid        primary key,
    staff_id     uuid        not null unique constraint feed_of_staff references staff on delete cascade,
    token_hash   bytea       not null unique check (octet_length(token_hash) = 32),
    language     text        not null check (language in ('zh', 'en')),
    created_at   timestamptz not null,
    last_used_at timestamptz
);
