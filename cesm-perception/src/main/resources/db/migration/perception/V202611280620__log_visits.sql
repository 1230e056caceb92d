-- Visits to customers as the service standard of their tier wants them; visits about one complaint are work orders.
create table customer_visit (
    id          uuid        primary key,
    customer_id uuid        not null constraint visit_to_customer references customer on delete cascade,
    contact_id  uuid        constraint visit_to_person references contact on delete set null,
    staff_id    uuid        not null constraint visit_by_staff references staff,
    visited_on  date        not null,
    words       text        check (length(words) between 1 and 1000),
    noted_at    timestamptz not null,
    noted_by    uuid        constraint visit_noted_by references staff
);
create index customer_visit_by_day on customer_visit (customer_id, visited_on desc, id desc);
create index customer_visit_by_person on customer_visit (contact_id) where contact_id is not null;
