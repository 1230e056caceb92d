-- How a customer rates us on its own scale, and what it said period by period.
create table scorecard (
    id           uuid           primary key,
    number       text           not null unique,
    customer_id  uuid           not null constraint scorecard_of_customer references customer,
    title        text           not null check (length(title) between 1 and 160),
    -- numbers: the marks worth 0 and 100; letters: each letter or colour with its level
    worst        numeric(12, 4),
    best         numeric(12, 4),
    letters      jsonb          not null default '[]',
    cadence      text           not null check (cadence in ('MONTH', 'QUARTER', 'HALF')),
    due_days     smallint       not null check (due_days between 0 and 365),
    grace_days   smallint       not null check (grace_days between 1 and 365),
    delivered_by text           check (length(delivered_by) <= 160),
    starts_on    date           not null,
    ended_on     date,
    owner_id     uuid           constraint scorecard_owned_by references staff,
    demo         boolean        not null default false,
    created_at   timestamptz    not null,
    changed_at   timestamptz    not null,
    version      bigint         not null,
    constraint scorecard_has_a_scale check ((worst is null) = (best is null) and (worst is null or worst <> best)
        and (worst is not null or jsonb_array_length(letters) >= 2))
);
create index scorecard_by_change on scorecard (changed_at desc, id desc);
create index scorecard_by_customer on scorecard (customer_id, id);

create table scorecard_criterion (
    id             uuid          primary key,
    scorecard_id   uuid          not null constraint criterion_of_scorecard references scorecard on delete cascade,
    position       smallint      not null,
    name           text          not null check (length(name) between 1 and 120),
    weight         numeric(9, 4) not null check (weight > 0),
    dimension_code text          constraint criterion_in_dimension references dimension,
    dropped        boolean       not null default false,
    constraint one_criterion_of_a_name unique (scorecard_id, name)
);

-- NOT_RECEIVED is a state of its own: nothing is known, which is not nothing.
create table scorecard_period (
    id             uuid          primary key,
    scorecard_id   uuid          not null constraint period_of_scorecard references scorecard on delete cascade,
    starts_on      date          not null,
    ends_on        date          not null,
    due_on         date          not null,
    state          text          not null check (state in ('DUE', 'RECEIVED', 'NOT_RECEIVED', 'DISPUTED', 'SETTLED')),
    received_on    date,
    total_mark     text          check (length(total_mark) between 1 and 40),
    total_level    numeric(9, 6) check (total_level between 0 and 100),
    first_mark     text,
    first_level    numeric(9, 6),
    note           text          check (length(note) <= 1000),
    dispute_reason text          check (length(dispute_reason) between 1 and 2000),
    disputed_on    date,
    outcome        text          check (outcome in ('CHANGED', 'KEPT', 'WITHDRAWN')),
    outcome_note   text          check (length(outcome_note) <= 2000),
    settled_on     date,
    version        bigint        not null,
    constraint one_period_at_a_time unique (scorecard_id, starts_on),
    constraint received_has_a_day check ((state in ('RECEIVED', 'DISPUTED', 'SETTLED')) = (received_on is not null)),
    constraint dispute_has_a_reason check (state <> 'DISPUTED' or dispute_reason is not null),
    constraint settlement_has_an_outcome check ((state = 'SETTLED') = (outcome is not null))
);
create index scorecard_period_due on scorecard_period (due_on, id) where state = 'DUE';
create index scorecard_period_by_day on scorecard_period (ends_on desc, id desc);

create table scorecard_mark (
    id           uuid          primary key,
    period_id    uuid          not null constraint mark_of_period references scorecard_period on delete cascade,
    criterion_id uuid          not null constraint mark_of_criterion references scorecard_criterion on delete cascade,
    mark         text          not null check (length(mark) between 1 and 40),
    level        numeric(9, 6) not null check (level between 0 and 100),
    -- what stood there before a dispute changed it
    first_mark   text,
    first_level  numeric(9, 6),
    constraint one_mark_per_criterion unique (period_id, criterion_id)
);
