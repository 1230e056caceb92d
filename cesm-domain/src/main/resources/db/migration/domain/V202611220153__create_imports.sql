-- Files of records on their way in: what they are, how they are understood, how far they are, and what became of every row.
create table import_job (
    id            uuid        primary key,
    number        text        not null unique,
    kind          text        not null check (length(kind) <= 40),
    state         text        not null check (state in ('UPLOADED', 'CHECKING', 'CHECKED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    file_name     text        not null check (length(file_name) between 1 and 200),
    file_size     bigint      not null check (file_size > 0),
    format        jsonb       not null,
    confidence    smallint    not null check (confidence between 0 and 100),
    mark          boolean     not null,
    sheets        jsonb       not null,
    header        jsonb       not null,
    mapping       jsonb       not null,
    settings      jsonb       not null,
    remembered    boolean     not null,
    rows_total    bigint,
    last_row      bigint      not null default 0,
    rows_done     bigint      not null default 0,
    created       bigint      not null default 0,
    changed       bigint      not null default 0,
    unchanged     bigint      not null default 0,
    refused       bigint      not null default 0,
    alike         bigint      not null default 0,
    left_out      bigint      not null default 0,
    skip_alike    boolean     not null default false,
    cancel_wished boolean     not null default false,
    failure       jsonb,
    created_by    uuid        not null constraint import_by_staff references staff,
    created_at    timestamptz not null,
    started_at    timestamptz,
    finished_at   timestamptz,
    touched_at    timestamptz not null,
    version       bigint      not null
);
create index import_job_by_person on import_job (created_by, id desc);
create index import_job_by_touch on import_job (touched_at);

create table import_part (
    import_id uuid    not null constraint part_of_import references import_job on delete cascade,
    n         integer not null,
    content   bytea   not null,
    primary key (import_id, n)
);

create table import_row (
    import_id  uuid   not null constraint row_of_import references import_job on delete cascade,
    row_number bigint not null,
    outcome    text   not null check (outcome in ('CREATED', 'CHANGED', 'UNCHANGED', 'REFUSED')),
    key        text,
    name       text,
    link       text,
    problems   jsonb,
    alike      jsonb,
    primary key (import_id, row_number)
);
create index import_row_by_outcome on import_row (import_id, outcome, row_number);
create index import_row_with_problems on import_row (import_id, row_number) where problems is not null;
create index import_row_alike on import_row (import_id, row_number) where alike is not null;

-- How files with these headings were understood the last time.
create table import_mapping (
    kind      text        not null,
    signature bytea       not null,
    mapping   jsonb       not null,
    settings  jsonb       not null,
    used_at   timestamptz not null,
    primary key (kind, signature)
);
