-- Cases other systems handled, with every change of state: to be measured, not to be worked on. They are no complaints:
-- no clock runs, nobody is told.
create table past_case (
    id               uuid        primary key,
    source           text        not null check (length(source) between 1 and 60),
    case_key         text        not null check (length(case_key) between 1 and 120),
    topic            text        check (length(topic) <= 200),
    product          text        check (length(product) <= 120),
    grade            integer     not null check (grade between 1 and 4),
    -- what the replay found
    replayed_at      timestamptz,
    policy           text,
    events           integer,
    holders          integer,
    hand_offs        integer,
    ping_pongs       integer,
    waiting_minutes  bigint,
    working_minutes  bigint,
    customer_minutes bigint,
    used_minutes     bigint,
    target_minutes   bigint,
    ended            boolean,
    constraint past_case_once unique (source, case_key)
);
create index past_case_worst on past_case (source, ping_pongs desc nulls last, hand_offs desc nulls last, id);

create table past_event (
    case_id uuid        not null constraint event_of_past_case references past_case on delete cascade,
    at      timestamptz not null,
    said    text        not null check (length(said) between 1 and 120),
    state   text        not null check (state in ('QUEUED', 'WORKING', 'CUSTOMER', 'DONE')),
    holder  text        not null default '' check (length(holder) <= 120),
    line    bigint      not null,
    primary key (case_id, at, said, holder)
);
