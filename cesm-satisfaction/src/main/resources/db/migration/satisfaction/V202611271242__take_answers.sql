-- What surrounds the taking of answers: what is not finished, what waits to be mixed, what follows from an answer.

-- Whether a repeated answer is the same one; keyed with a secret outside the database, and never kept for anonymous links.
alter table survey_response_key add column digest bytea check (length(digest) = 32);

-- An answer in the making. key: the invitation, or the browser that opened an open link. In anonymous surveys it is sealed
-- with a key that only the link holds, and whoever reads this table reads nothing.
create table answer_draft (
    key           text     primary key check (length(key) between 1 and 120),
    survey_id     uuid     not null constraint draft_in_survey references survey on delete cascade,
    invitation_id uuid     constraint draft_of_invitation references survey_invitation on delete cascade,
    page          text     check (length(page) <= 60),
    language      text     not null check (language ~ '^[a-z]{2}$'),
    answers       jsonb,
    sealed        bytea,
    saved_on      date     not null,
    constraint open_or_sealed check ((answers is null) <> (sealed is null))
);
create index answer_draft_by_survey on answer_draft (survey_id);
create index answer_draft_by_invitation on answer_draft (invitation_id);
create index answer_draft_by_age on answer_draft (saved_on);

-- Anonymous answers on their way: sealed with a key outside the database, of one size, under a random number. They are
-- written among at least five others, in random order, and nothing here says whose they are.
create table answer_held (
    id        uuid  primary key,
    survey_id uuid  not null constraint held_in_survey references survey on delete cascade,
    sealed    bytea not null
);
create index answer_held_by_survey on answer_held (survey_id);

-- Answers whose readings and facts are not yet told; written with the answer, taken away by whoever tells them.
create table answer_untold (
    response_id uuid primary key,
    survey_id   uuid not null,
    answered_on date not null
);

-- Devices that go from hand to hand: a tablet at a site, a phone without network. Whoever holds one may answer.
create table survey_device (
    id         uuid        primary key,
    survey_id  uuid        not null constraint device_for_survey references survey on delete cascade,
    label      text        check (length(label) between 1 and 80),
    token_hash bytea       not null unique check (length(token_hash) = 32),
    created_at timestamptz not null,
    created_by uuid        constraint device_set_up_by references staff,
    ended_at   timestamptz
);
create index survey_device_by_survey on survey_device (survey_id, created_at desc);
