-- The organisation and the people who work in it. Units form a dated tree; path lists the ids from the root down.
create table org_unit (
    id         uuid        primary key,
    parent_id  uuid        constraint org_unit_below references org_unit,
    kind       text        not null check (kind in ('COMPANY', 'REGION', 'OFFICE', 'DEPARTMENT')),
    name       text        not null check (length(name) between 1 and 120),
    name_en    text        check (length(name_en) <= 120),
    path       text        not null unique,
    valid_from date        not null,
    valid_to   date,
    version    bigint      not null,
    constraint unit_ends_after_it_begins check (valid_to is null or valid_to >= valid_from)
);
create index org_unit_by_path on org_unit (path text_pattern_ops);

create table staff (
    id            uuid        primary key,
    login         text        not null check (length(login) between 1 and 120),
    name          text        not null check (length(name) between 1 and 80),
    name_en       text        check (length(name_en) <= 80),
    email         text        check (length(email) <= 254),
    phone         text        check (length(phone) <= 40),
    unit_id       uuid        not null constraint staff_of_unit references org_unit,
    language      text        check (language in ('zh', 'en')),
    time_zone     text        not null default 'Asia/Shanghai',
    status        text        not null check (status in ('ACTIVE', 'DISABLED')),
    demo          boolean     not null default false,
    created_at    timestamptz not null,
    version       bigint      not null
);
create unique index staff_by_login on staff (lower(login));
create index staff_by_unit on staff (unit_id);

create table staff_role (
    staff_id uuid not null constraint role_of_staff references staff on delete cascade,
    role     text not null check (role in ('CSR', 'AR', 'SR', 'FR', 'MANAGER', 'OFFICE', 'ADMIN', 'AUDITOR')),
    primary key (staff_id, role)
);

create table substitute (
    id            uuid primary key,
    staff_id      uuid not null constraint substitute_for references staff on delete cascade,
    substitute_id uuid not null constraint substitute_is references staff on delete cascade,
    valid_from    date not null,
    valid_to      date not null,
    constraint substitute_is_another check (staff_id <> substitute_id),
    constraint substitute_ends_after_it_begins check (valid_to >= valid_from)
);
create index substitute_by_person on substitute (substitute_id, valid_to);
