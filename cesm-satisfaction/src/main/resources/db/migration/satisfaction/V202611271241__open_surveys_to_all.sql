-- Links and QR codes that everybody may answer by; their token follows from the id and a key outside the database.
create table survey_link (
    id         uuid        primary key,
    survey_id  uuid        not null constraint link_to_survey references survey on delete cascade,
    token_hash bytea       not null unique check (length(token_hash) = 32),
    channel    text        not null check (channel in ('LINK', 'QR')),
    label      text        not null check (length(label) between 1 and 80),
    -- what all who answer by it are, such as the place where the code hangs
    segments   jsonb       not null default '{}',
    created_at timestamptz not null,
    created_by uuid        constraint link_made_by references staff,
    revoked_at timestamptz
);
create index link_by_survey on survey_link (survey_id, created_at);
create index survey_by_state on survey (state, changed_at desc, id desc);
