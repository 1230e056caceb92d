-- A complaint looked into in eight disciplines. What the customer reads is written apart from what we say among us.
create table investigation (
    complaint_id        uuid        primary key constraint investigation_of_complaint references complaint on delete cascade,
    what_is             text        check (length(what_is) <= 2000),
    what_is_not         text        check (length(what_is_not) <= 2000),
    where_is            text        check (length(where_is) <= 1000),
    where_is_not        text        check (length(where_is_not) <= 1000),
    when_is             text        check (length(when_is) <= 1000),
    when_is_not         text        check (length(when_is_not) <= 1000),
    extent_is           text        check (length(extent_is) <= 1000),
    extent_is_not       text        check (length(extent_is_not) <= 1000),
    containment         text        check (length(containment) <= 4000),
    contained_on        date,
    occurrence          text[]      not null default '{}' check (cardinality(occurrence) <= 5),
    occurrence_cause    text        check (occurrence_cause in ('IT', 'KNOWLEDGE', 'PROCESS', 'RULES', 'PEOPLE', 'DESIGN', 'SUPPLIER', 'CUSTOMER')),
    escape              text[]      not null default '{}' check (cardinality(escape) <= 5),
    escape_cause        text        check (escape_cause in ('IT', 'KNOWLEDGE', 'PROCESS', 'RULES', 'PEOPLE', 'DESIGN', 'SUPPLIER', 'CUSTOMER')),
    confirmed_by        uuid        constraint cause_confirmed_by references staff,
    confirmed_at        timestamptz,
    prevention          text        check (length(prevention) <= 4000),
    closing             text        check (length(closing) <= 2000),
    customer_problem    text        check (length(customer_problem) <= 4000),
    customer_containment text       check (length(customer_containment) <= 4000),
    customer_cause      text        check (length(customer_cause) <= 4000),
    customer_prevention text        check (length(customer_prevention) <= 4000),
    begun_at            timestamptz not null,
    begun_by            uuid        constraint investigation_begun_by references staff,
    changed_by          uuid        constraint investigation_changed_by references staff,
    closed_at           timestamptz,
    closed_by           uuid        constraint investigation_closed_by references staff,
    version             bigint      not null,
    constraint cause_confirmed_whole check ((confirmed_by is null) = (confirmed_at is null)),
    constraint closed_investigation_is_complete check (closed_at is null or (confirmed_at is not null and containment is not null and prevention is not null))
);

create table investigation_member (
    complaint_id uuid not null constraint member_of_investigation references complaint on delete cascade,
    staff_id     uuid not null constraint investigating_staff references staff on delete cascade,
    primary key (complaint_id, staff_id)
);
create index investigation_member_by_staff on investigation_member (staff_id);

create table investigation_action (
    id             uuid        primary key,
    complaint_id   uuid        not null constraint action_of_investigation references complaint on delete cascade,
    kind           text        not null check (kind in ('CORRECTIVE', 'PREVENTIVE')),
    what           text        not null check (length(what) between 1 and 1000),
    -- what the customer reads of it; nothing: it is among us
    for_customer   text        check (length(for_customer) <= 1000),
    owner_id       uuid        not null constraint investigation_action_owned_by references staff,
    due_on         date        not null,
    state          text        not null check (state in ('PLANNED', 'IMPLEMENTED', 'VALIDATED')),
    implemented_on date,
    validated_on   date,
    validated_by   uuid        constraint action_validated_by references staff,
    evidence       text        check (length(evidence) <= 1000),
    made_at        timestamptz not null,
    constraint implemented_has_a_day check (state = 'PLANNED' or implemented_on is not null),
    constraint validated_has_evidence check (state <> 'VALIDATED' or (validated_on is not null and evidence is not null))
);
create index investigation_action_by_complaint on investigation_action (complaint_id, due_on);
create index investigation_action_by_owner on investigation_action (owner_id, due_on) where state = 'PLANNED';
