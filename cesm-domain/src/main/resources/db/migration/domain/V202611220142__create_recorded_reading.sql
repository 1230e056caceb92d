-- Readings that a person or another system records: something measured between two anchors, an answer on a scale, or a level.
create table recorded_reading (
    id             uuid           primary key,
    customer_id    uuid           not null constraint recorded_reading_of_customer references customer,
    dimension_code text           not null constraint recorded_reading_in_dimension references dimension,
    level          char(1)        not null check (level in ('E', 'C', 'D', 'P')),
    basis          text           not null check (basis in ('MEASURED', 'ANSWERED', 'LEVEL')),
    title          text           not null check (length(title) between 1 and 200),
    given          numeric(18, 6) not null,
    unit           text           check (length(unit) <= 20),
    worth_nothing  numeric(18, 6) not null,
    worth_hundred  numeric(18, 6) not null,
    value          numeric(9, 6)  not null check (value between 0 and 100),
    weight         numeric(9, 4)  not null check (weight > 0),
    n              integer        not null check (n > 0),
    read_on        date           not null,
    note           text           check (length(note) <= 1000),
    external_key   text           unique check (length(external_key) between 1 and 120),
    recorded_by    uuid           constraint reading_recorded_by references staff,
    recorded_at    timestamptz    not null,
    withdrawn_at   timestamptz,
    version        bigint         not null,
    constraint ends_differ check (worth_nothing <> worth_hundred)
);
create index recorded_reading_by_customer on recorded_reading (customer_id, read_on desc);
