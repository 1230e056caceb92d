-- How TOP issues rank: one row, printed on the page and changed there.
create table top_issue_ranking (
    id      integer primary key check (id = 1),
    rule    jsonb   not null,
    version bigint  not null
);
insert into top_issue_ranking (id, rule, version) values (1,
    '{"days": 180, "frequency": [2, 4, 7, 11], "severity": [5, 4, 3, 2, 1], "value": [500000, 2000000, 5000000, 20000000]}', 0);

-- Their places as they were on a day, for the company, each unit and each customer.
create table top_issue_place (
    day       date    not null,
    level     text    not null check (level in ('COMPANY', 'UNIT', 'CUSTOMER')),
    -- the unit or customer; the company is all zeros
    scope_id  uuid    not null,
    place     integer not null check (place > 0),
    issue_id  uuid    not null constraint place_of_top_issue references top_issue on delete cascade,
    score     integer not null,
    frequency integer not null,
    severity  integer not null,
    value     integer not null,
    primary key (level, scope_id, day, place)
);
create index top_issue_place_of_issue on top_issue_place (issue_id, day desc);
