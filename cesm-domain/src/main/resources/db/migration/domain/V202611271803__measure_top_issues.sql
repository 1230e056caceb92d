-- Values of measures that somebody enters; one a day.
create table top_issue_value (
    id         uuid           primary key,
    issue_id   uuid           not null constraint value_of_top_issue references top_issue on delete cascade,
    on_day     date           not null,
    value      numeric(16, 4) not null,
    note       text           check (length(note) <= 400),
    entered_at timestamptz    not null,
    entered_by uuid           constraint top_issue_value_by references staff,
    constraint one_value_a_day unique (issue_id, on_day)
);

-- Items of our surveys that should move when the issue is solved.
create table top_issue_item (
    issue_id uuid        not null constraint item_of_top_issue references top_issue on delete cascade,
    item     text        not null check (length(item) between 1 and 120),
    added_at timestamptz not null,
    primary key (issue_id, item)
);
