-- Filters a person has given a name to; the filters themselves are the query of the list's address.
create table saved_view (
    id         uuid        primary key,
    staff_id   uuid        not null constraint view_of_person references staff on delete cascade,
    register   text        not null check (register ~ '^[a-z]{1,30}$'),
    name       text        not null check (length(name) between 1 and 40),
    query      text        not null check (length(query) between 1 and 1000),
    created_at timestamptz not null,
    constraint a_view_has_one_name unique (staff_id, register, name)
);
