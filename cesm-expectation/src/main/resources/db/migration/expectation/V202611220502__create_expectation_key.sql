-- The keys other systems have for expectations that came in files, and what their row said the last time.
create table expectation_key (
    external_key   text        primary key check (length(external_key) between 1 and 160),
    expectation_id uuid        not null constraint key_of_expectation references expectation on delete cascade,
    said           bigint      not null,
    taken_in_at    timestamptz not null
);
create index expectation_key_by_expectation on expectation_key (expectation_id);
