-- How fast complaints have to be answered and solved: the first policy by rank whose conditions all fit decides.
create table service_policy (
    id             uuid    primary key,
    rank           integer not null unique,
    name           text    not null check (length(name) between 1 and 80),
    kind           text    check (kind in ('COMPLAINT', 'PRAISE', 'SUGGESTION', 'QUESTION', 'REQUIREMENT')),
    grade          integer check (grade between 1 and 4),
    tier           integer check (tier between 1 and 4),
    channel        text    check (channel in ('PHONE', 'EMAIL', 'WECOM', 'VISIT', 'MEETING', 'PORTAL', 'SURVEY', 'OTHER')),
    calendar       text    not null,
    first_response integer not null check (first_response between 1 and 100000),
    next_update    integer not null check (next_update between 1 and 100000),
    resolution     integer not null check (resolution between 1 and 100000),
    version        bigint  not null
);

insert into service_policy (id, rank, name, kind, grade, tier, channel, calendar, first_response, next_update, resolution, version) values
    ('01936000-0000-7000-8000-000000000d01', 10, '表扬', 'PRAISE', null, null, null, 'cn', 900, 2250, 2250, 0),
    ('01936000-0000-7000-8000-000000000d02', 20, '咨询', 'QUESTION', null, null, null, 'cn', 240, 450, 900, 0),
    ('01936000-0000-7000-8000-000000000d03', 30, '一级投诉', null, 1, null, null, 'always', 60, 240, 2880, 0),
    ('01936000-0000-7000-8000-000000000d04', 40, '战略客户二级投诉', null, 2, 1, null, 'cn', 60, 240, 900, 0),
    ('01936000-0000-7000-8000-000000000d05', 50, '二级投诉', null, 2, null, null, 'cn', 120, 450, 1350, 0),
    ('01936000-0000-7000-8000-000000000d06', 60, '三级投诉', null, 3, null, null, 'cn', 240, 900, 2250, 0),
    ('01936000-0000-7000-8000-000000000d07', 1000, '其他', null, null, null, null, 'cn', 450, 1350, 4500, 0);
