-- The ledger of the four levels on one 0-100 scale: expected, committed, delivered, perceived.
create table level_reading (
    id             uuid          primary key,
    customer_id    uuid          not null constraint reading_of_customer references customer,
    dimension_code text          not null constraint reading_in_dimension references dimension,
    level          char(1)       not null check (level in ('E', 'C', 'D', 'P')),
    value          numeric(9, 6) not null check (value between 0 and 100),
    weight         numeric(9, 4) not null default 1 check (weight > 0),
    n              integer       not null default 1 check (n > 0),
    read_on        date          not null,
    contact_id     uuid          constraint reading_from_contact references contact,
    source_kind    text          not null,
    source_id      uuid          not null,
    source_label   text          not null,
    recorded_at    timestamptz   not null,
    constraint one_reading_per_source_and_day unique (source_id, level, dimension_code, customer_id, read_on)
);
create index level_reading_by_customer on level_reading (customer_id, read_on desc, id desc);
