-- How people prove who they are. Secrets are stored as hashes alone (or sealed with a key that is not in the database).
create table credential (
    staff_id      uuid        primary key constraint credential_of_staff references staff on delete cascade,
    password_hash text        not null,
    changed_at    timestamptz not null
);

-- A link by which somebody sets their password: once, for a day.
create table password_link (
    token_hash bytea       primary key check (length(token_hash) = 32),
    staff_id   uuid        not null constraint link_for_staff references staff on delete cascade,
    made_at    timestamptz not null,
    expires_at timestamptz not null
);
create index password_link_by_staff on password_link (staff_id);

-- Signed-in (and signing-in) browsers; id is the SHA-256 of the cookie.
create table web_session (
    id           bytea       primary key check (length(id) = 32),
    handle       uuid        not null unique,
    staff_id     uuid        constraint session_of_staff references staff on delete cascade,
    created_at   timestamptz not null,
    last_seen_at timestamptz not null,
    ends_at      timestamptz not null,
    attributes   jsonb       not null
);
create index web_session_by_staff on web_session (staff_id) where staff_id is not null;
create index web_session_by_last_seen on web_session (last_seen_at);

-- Networks from which somebody signed in before; a guesser elsewhere does not lock them out there.
create table known_network (
    staff_id     uuid        not null constraint network_of_staff references staff on delete cascade,
    network      bytea       not null,
    last_seen_at timestamptz not null,
    primary key (staff_id, network)
);

-- Token buckets of the throttle; keys are keyed hashes.
create table rate_bucket (
    id         bigint primary key,
    state      bytea,
    expires_at bigint
);
create index rate_bucket_by_expiry on rate_bucket (expires_at);

-- Time-based codes as a second factor; confirmed_at is set by the first right code.
create table second_factor (
    staff_id     uuid        primary key constraint factor_of_staff references staff on delete cascade,
    secret       bytea       not null,
    confirmed_at timestamptz,
    last_step    bigint      not null default 0
);
create table recovery_code (
    staff_id  uuid  not null constraint recovery_of_staff references staff on delete cascade,
    code_hash bytea not null check (length(code_hash) = 32),
    primary key (staff_id, code_hash)
);

-- Tokens by which programs act for somebody, with some of their rights.
create table api_token (
    id           uuid        primary key,
    staff_id     uuid        not null constraint token_of_staff references staff on delete cascade,
    kind         text        not null check (kind in ('PERSONAL', 'SERVICE')),
    name         text        not null check (length(name) between 1 and 80),
    token_hash   bytea       not null unique check (length(token_hash) = 32),
    rights       text[]      not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz
);
create index api_token_by_staff on api_token (staff_id, created_at);

-- The code that lets the very first administrator in; gone once there is one.
create table set_up_code (
    single     boolean     primary key default true check (single),
    code_hash  bytea       not null,
    expires_at timestamptz not null,
    tries      integer     not null default 0
);
