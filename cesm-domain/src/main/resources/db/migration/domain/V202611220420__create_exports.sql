-- Long lists on their way out: who asked for which, how far it is, and the file until it is fetched once or a day has gone by.
create table export_job (
    id            uuid        primary key,
    kind          text        not null check (length(kind) <= 40),
    form          text        not null check (form in ('CSV', 'XLSX')),
    filters       jsonb       not null,
    language      text        not null check (length(language) <= 20),
    state         text        not null check (state in ('WAITING', 'RUNNING', 'READY', 'FETCHED', 'FAILED')),
    file_name     text        not null check (length(file_name) between 1 and 200),
    file_size     bigint,
    rows_total    bigint,
    rows_done     bigint      not null default 0,
    created_by    uuid        not null constraint export_by_staff references staff,
    created_at    timestamptz not null,
    started_at    timestamptz,
    finished_at   timestamptz,
    expires_at    timestamptz not null
);
create index export_job_by_person on export_job (created_by, id desc);
create index export_job_by_end on export_job (expires_at);
create index export_job_busy on export_job (state) where state in ('WAITING', 'RUNNING');

create table export_part (
    export_id uuid    not null constraint part_of_export references export_job on delete cascade,
    n         integer not null,
    content   bytea   not null,
    primary key (export_id, n)
);
