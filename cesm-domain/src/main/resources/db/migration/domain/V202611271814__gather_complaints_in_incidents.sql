-- One incident, many customers: their complaints live on, each with its own clocks and consent.
create table complaint_incident (
    id        uuid        primary key,
    number    text        not null unique,
    title     text        not null check (length(title) between 1 and 200),
    words     text        not null check (length(words) between 1 and 4000),
    owner_id  uuid        constraint incident_owned_by references staff,
    state     text        not null check (state in ('OPEN', 'CLOSED')),
    opened_at timestamptz not null,
    opened_by uuid        constraint incident_opened_by references staff,
    closed_at timestamptz,
    demo      boolean     not null default false,
    version   bigint      not null,
    constraint closed_incident_has_a_time check ((state = 'CLOSED') = (closed_at is not null))
);
create index complaint_incident_by_time on complaint_incident (opened_at desc, id desc);
alter table complaint add column incident_id uuid constraint complaint_of_incident references complaint_incident on delete set null;
create index complaint_by_incident on complaint (incident_id, received_at) where incident_id is not null;
-- The complaint this one was taken out of.
alter table complaint add column split_from uuid constraint complaint_split_from references complaint on delete set null;
create index complaint_by_split on complaint (split_from) where split_from is not null;

-- What everybody was told; one row for each complaint it goes to, so that nobody is told twice.
create table incident_message (
    id          uuid        primary key,
    incident_id uuid        not null constraint message_of_incident references complaint_incident on delete cascade,
    words_zh    text        not null check (length(words_zh) between 1 and 3000),
    words_en    text        check (length(words_en) between 1 and 3000),
    sent_by     uuid        constraint incident_message_by references staff,
    at          timestamptz not null
);
create index incident_message_by_incident on incident_message (incident_id, at desc);
create table incident_message_to (
    incident_message_id uuid not null constraint telling_of_message references incident_message on delete cascade,
    complaint_id        uuid not null constraint telling_of_complaint references complaint on delete cascade,
    state               text not null check (state in ('WAITING', 'MAILED', 'ON_PAGE', 'FAILED')),
    problem             text check (length(problem) <= 200),
    done_at             timestamptz,
    primary key (incident_message_id, complaint_id)
);
create index incident_message_waiting on incident_message_to (incident_message_id) where state = 'WAITING';
create index incident_message_to_complaint on incident_message_to (complaint_id);
