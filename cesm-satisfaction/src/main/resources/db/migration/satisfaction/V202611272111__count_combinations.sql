-- Free combinations of filters over too many answers are counted apart from whoever asked; the result stands in survey_study.
create table survey_combination (
    id           uuid        primary key,
    survey_id    uuid        not null constraint combination_of_survey references survey on delete cascade,
    asked        text        not null check (length(asked) between 1 and 2000),
    parts        jsonb       not null,
    month        date,
    state        text        not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    total        bigint      not null check (total >= 0),
    done         bigint      not null default 0,
    requested_by uuid        constraint combination_requested_by references staff,
    requested_at timestamptz not null,
    -- when the one who counts last said that it goes on
    beat_at      timestamptz,
    finished_at  timestamptz,
    constraint combination_asked_once unique (survey_id, asked)
);
create index combination_waiting on survey_combination (requested_at, id) where state in ('WAITING', 'RUNNING');
