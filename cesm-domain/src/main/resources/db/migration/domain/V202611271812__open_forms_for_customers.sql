-- Forms by which people of one customer, or at one of its sites, tell us something without an account.
create table intake_link (
    id           uuid        primary key,
    customer_id  uuid        not null constraint intake_link_of_customer references customer,
    label        text        not null check (length(label) between 1 and 120),
    token_hash   bytea       not null unique,
    created_at   timestamptz not null,
    created_by   uuid        constraint intake_link_made_by references staff,
    revoked_at   timestamptz,
    used         integer     not null default 0,
    last_used_at timestamptz
);
create index intake_link_by_customer on intake_link (customer_id, created_at desc);
alter table complaint add column intake_link_id uuid constraint complaint_by_form references intake_link on delete set null;
create index complaint_by_intake_link on complaint (intake_link_id, received_at desc) where intake_link_id is not null;
