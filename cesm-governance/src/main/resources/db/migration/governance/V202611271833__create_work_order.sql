-- Somebody goes to the customer's site about a complaint: planned, on the way, on site, done or not.
create table work_order (
    id              uuid        primary key,
    number          text        not null unique,
    complaint_id    uuid        not null constraint work_order_of_complaint references complaint on delete cascade,
    customer_id     uuid        not null constraint work_order_at_customer references customer,
    assignee_id     uuid        not null constraint work_order_assigned_to references staff,
    task            text        not null check (length(task) between 1 and 1000),
    site            text        check (length(site) <= 400),
    product         text        check (length(product) <= 120),
    planned_from    timestamptz not null,
    planned_to      timestamptz not null,
    state           text        not null check (state in ('PLANNED', 'ON_THE_WAY', 'ON_SITE', 'DONE', 'NOT_DONE', 'CANCELLED')),
    way_at          timestamptz,
    arrived_at      timestamptz,
    ended_at        timestamptz,
    solved          boolean,
    outcome         text        check (length(outcome) <= 2000),
    not_done_reason text        check (not_done_reason in ('PARTS', 'ACCESS', 'ABSENT', 'SAFETY', 'WRONG_SKILL', 'OTHER')),
    signed_name     text        check (length(signed_name) <= 80),
    signature_id    uuid        constraint work_order_signature references stored_file,
    dispatched_at   timestamptz not null,
    dispatched_by   uuid        constraint work_order_dispatched_by references staff,
    demo            boolean     not null default false,
    version         bigint      not null,
    constraint work_order_takes_time check (planned_to > planned_from),
    constraint visit_done_is_complete check (state <> 'DONE' or (solved is not null and outcome is not null and signed_name is not null and arrived_at is not null)),
    constraint not_done_has_a_reason check ((state = 'NOT_DONE') = (not_done_reason is not null)),
    constraint ended_visit_has_a_time check ((state in ('DONE', 'NOT_DONE', 'CANCELLED')) = (ended_at is not null))
);
create index work_order_by_plan on work_order (planned_from desc, id desc);
create index work_order_by_assignee on work_order (assignee_id, planned_from);
create index work_order_by_complaint on work_order (complaint_id, planned_from);
create index work_order_by_customer on work_order (customer_id, planned_from desc);

create table work_order_part (
    work_order_id uuid           not null constraint part_of_work_order references work_order on delete cascade,
    pos           integer        not null,
    name          text           not null check (length(name) between 1 and 120),
    quantity      numeric(10, 2) not null check (quantity > 0),
    serial        text           check (length(serial) <= 80),
    primary key (work_order_id, pos)
);

create table work_order_file (
    work_order_id uuid        not null constraint file_of_work_order references work_order on delete cascade,
    file_id       uuid        not null constraint work_order_has_file references stored_file,
    added_at      timestamptz not null,
    primary key (work_order_id, file_id)
);
create index work_order_file_by_file on work_order_file (file_id);
