-- How often each value was given: by survey, by part of the respondents, by month. Every figure on a dashboard follows
-- from these counts, so that it costs the same whatever the number of answers.
create table survey_figure_state (
    survey_id uuid        primary key constraint figures_of_survey references survey on delete cascade,
    counted   bigint      not null check (counted >= 0),
    as_of     timestamptz not null
);

create table survey_figure_cell (
    survey_id uuid    not null constraint cell_of_survey references survey on delete cascade,
    -- everybody is kind '' and part ''
    kind      text    not null,
    part      text    not null,
    item      text    not null,
    value     text    not null,
    month     date    not null,
    n         bigint  not null check (n > 0),
    w         numeric not null,
    w2        numeric not null,
    primary key (survey_id, kind, item, part, value, month)
);

-- Sums per customer for figures in which a customer counts once.
create table survey_figure_customer (
    id          uuid     primary key default gen_random_uuid(),
    survey_id   uuid     not null constraint sum_of_survey references survey on delete cascade,
    item        text     not null,
    customer_id uuid     not null constraint sum_of_customer references customer,
    -- the customer as it was when counted; sums stay apart when customers are merged, so that a merge can be undone
    counted_at  uuid     not null,
    rank        smallint not null,
    n           bigint   not null check (n > 0),
    total       numeric  not null,
    constraint one_sum_per_rank unique (survey_id, item, counted_at, rank)
);
create index figure_sum_by_customer on survey_figure_customer (customer_id);

-- What needs single answers and takes its time: kept until more answers are counted.
create table survey_study (
    survey_id uuid        not null constraint study_of_survey references survey on delete cascade,
    what      text        not null check (length(what) between 1 and 40),
    asked     text        not null check (length(asked) between 1 and 4000),
    counted   bigint      not null,
    taken_at  timestamptz not null,
    result    jsonb       not null,
    primary key (survey_id, what, asked)
);

create index pending_by_survey on survey_pending (survey_id, response_id);
