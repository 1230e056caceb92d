-- Surveys that were held elsewhere: which items asked for what, and what each respondent answered.
create table survey_wave (
    id          uuid        primary key,
    key         text        not null check (length(key) between 1 and 120),
    customer_id uuid        not null constraint wave_at_customer references customer,
    name        text        not null check (length(name) between 1 and 200),
    read_on     date        not null,
    taken_in_at timestamptz not null,
    taken_in_by uuid        constraint wave_taken_in_by references staff,
    constraint one_wave_per_customer unique (key, customer_id)
);
create index survey_wave_by_customer on survey_wave (customer_id, read_on desc);

-- An item asks for the expected level, the perceived level, or both; its id is the source of the readings.
create table survey_item (
    id             uuid           primary key,
    wave_id        uuid           not null constraint item_of_wave references survey_wave on delete cascade,
    position       integer        not null,
    item           text           not null check (length(item) between 1 and 400),
    dimension_code text           not null constraint item_in_dimension references dimension,
    e_min          numeric(12, 4),
    e_max          numeric(12, 4),
    e_reversed     boolean        not null default false,
    p_min          numeric(12, 4),
    p_max          numeric(12, 4),
    p_reversed     boolean        not null default false,
    constraint one_item_of_a_name unique (wave_id, item),
    constraint item_asks_something check (e_min is not null or p_min is not null),
    constraint e_scale_has_length check ((e_min is null) = (e_max is null) and (e_min is null or e_min < e_max)),
    constraint p_scale_has_length check ((p_min is null) = (p_max is null) and (p_min is null or p_min < p_max))
);

create table survey_answer (
    item_id    uuid           not null constraint answer_to_item references survey_item on delete cascade,
    respondent text           not null check (length(respondent) between 1 and 120),
    e          numeric(12, 4),
    p          numeric(12, 4),
    primary key (item_id, respondent),
    constraint answer_says_something check (e is not null or p is not null)
);
