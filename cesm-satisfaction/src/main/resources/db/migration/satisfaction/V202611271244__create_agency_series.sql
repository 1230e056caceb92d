-- What an agency asks for us, wave after wave: how its files are to be understood.
create table agency_series (
    id                uuid        primary key,
    number            text        not null unique,
    name              text        not null check (length(name) between 1 and 160),
    agency            text        not null check (length(agency) between 1 and 160),
    language          text        not null check (language ~ '^[a-z]{2}$'),
    kind              text        not null check (kind in ('SERVICE', 'COMPETITIVENESS')),
    anonymity         text        not null check (anonymity in ('NAMED', 'CONFIDENTIAL', 'ANONYMOUS')),
    use_for_appraisal boolean     not null default false,
    questionnaire_id  uuid        not null constraint series_asks_questionnaire references questionnaire,
    codebook          jsonb       not null,
    -- under which heading each item stood in the last file
    headers           jsonb       not null default '{}',
    owner_id          uuid        constraint series_owned_by references staff,
    demo              boolean     not null default false,
    created_at        timestamptz not null,
    changed_at        timestamptz not null,
    version           bigint      not null
);
create index agency_series_by_change on agency_series (changed_at desc, id desc);

-- A wave of a series is a survey; its codebook stays as it was when the answers came.
create table agency_wave (
    survey_id uuid  primary key constraint wave_is_survey references survey on delete cascade,
    series_id uuid  not null constraint wave_of_series references agency_series,
    label     text  not null check (length(label) between 1 and 80),
    codebook  jsonb not null,
    constraint one_wave_of_a_label unique (series_id, label)
);
