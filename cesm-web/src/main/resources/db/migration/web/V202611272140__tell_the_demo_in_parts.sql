-- Which parts of the demo company are told. A start goes on where an earlier one ended; no rows: nothing is left to tell.
create table demo_part (
    name       text        primary key check (length(name) between 1 and 60),
    planned_at timestamptz not null,
    begun_at   timestamptz,
    told_at    timestamptz,
    failure    text        check (length(failure) <= 300)
);
