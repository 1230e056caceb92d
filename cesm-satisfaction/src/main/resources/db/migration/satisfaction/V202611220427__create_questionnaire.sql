-- Questionnaires: one draft that is worked on, and versions that never change again.
create table questionnaire (
    id         uuid        primary key,
    number     text        not null unique,
    title      jsonb       not null,
    kind       text        not null check (kind in ('SERVICE', 'COMPETITIVENESS')),
    anonymity  text        not null check (anonymity in ('NAMED', 'CONFIDENTIAL', 'ANONYMOUS')),
    purpose    text        check (length(purpose) <= 1000),
    state      text        not null check (state in ('DRAFT', 'PUBLISHED', 'RETIRED')),
    draft      jsonb       not null,
    changed    boolean     not null,
    published  integer     not null check (published >= 0),
    created_at timestamptz not null,
    created_by uuid        constraint questionnaire_created_by references staff,
    changed_at timestamptz not null,
    demo       boolean     not null default false,
    version    bigint      not null,
    constraint published_has_a_version check ((state = 'DRAFT') = (published = 0))
);
create index questionnaire_by_change on questionnaire (changed_at desc, id desc);

-- comparable: per item what it is to the version before (SAME, CHANGED, NEW), whether its figures may be put side by side, and why.
create table questionnaire_version (
    id               uuid        primary key,
    questionnaire_id uuid        not null constraint version_of_questionnaire references questionnaire,
    number           integer     not null check (number > 0),
    definition       jsonb       not null,
    anonymity        text        not null check (anonymity in ('NAMED', 'CONFIDENTIAL', 'ANONYMOUS')),
    comparable       jsonb       not null,
    note             text        check (length(note) <= 1000),
    digest           text        not null check (length(digest) = 64),
    published_at     timestamptz not null,
    published_by     uuid        constraint version_published_by references staff,
    constraint one_version_of_a_number unique (questionnaire_id, number)
);

create function refuse_change_of_version() returns trigger language plpgsql as $$
begin
    raise exception 'a published version of a questionnaire never changes' using errcode = 'restrict_violation';
end $$;
create trigger version_stays before update or delete on questionnaire_version
    for each row execute function refuse_change_of_version();

-- Questions to use again; a certified one is asked everywhere in the same words.
create table bank_question (
    id           uuid        primary key,
    key          text        not null unique check (key ~ '^[a-z][a-z0-9_-]{1,59}$'),
    topic        text        not null check (length(topic) between 1 and 80),
    question     jsonb       not null,
    certified    boolean     not null,
    certified_at timestamptz,
    certified_by uuid        constraint question_certified_by references staff,
    note         text        check (length(note) <= 1000),
    changed_at   timestamptz not null,
    version      bigint      not null,
    constraint certified_has_a_time check (not certified or certified_at is not null)
);
