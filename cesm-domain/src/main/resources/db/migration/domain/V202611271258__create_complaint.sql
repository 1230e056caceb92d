-- What customers complain about, praise, suggest and ask, from their words to their consent.
create table complaint (
    id               uuid        primary key,
    number           text        not null unique,
    kind             text        not null check (kind in ('COMPLAINT', 'PRAISE', 'SUGGESTION', 'QUESTION', 'REQUIREMENT')),
    customer_id      uuid        not null constraint complaint_of_customer references customer,
    contact_id       uuid        not null constraint complaint_said_by references contact,
    subject          text        not null check (length(subject) between 1 and 200),
    verbatim         text        not null check (length(verbatim) between 1 and 4000),
    channel          text        not null check (channel in ('PHONE', 'EMAIL', 'WECOM', 'VISIT', 'MEETING', 'PORTAL', 'SURVEY', 'OTHER')),
    occurred_on      date,
    reference        text        check (length(reference) <= 200),
    product          text        check (length(product) <= 120),
    dimension_code   text        constraint complaint_in_dimension references dimension,
    flow             text        check (flow in ('IPD', 'LTC', 'ITR')),
    state            text        not null check (state in ('RECEIVED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CONTAINED', 'RESOLVED', 'CONFIRMED',
                                                           'CLOSED', 'WAITING_CUSTOMER', 'REOPENED', 'DECISION_DECLINED', 'WITHDRAWN', 'MERGED')),
    -- the grade, what it was worked out from, and what a person made of it
    impact           integer     not null check (impact between 1 and 4),
    urgency          integer     not null check (urgency between 1 and 4),
    publicity        boolean     not null,
    recurrence       integer     not null check (recurrence >= 0),
    key_decider      boolean     not null,
    tier             integer     check (tier between 1 and 4),
    grade_points     integer[]   not null check (array_length(grade_points, 1) = 6),
    proposed_grade   integer     not null check (proposed_grade between 1 and 4),
    grade            integer     not null check (grade between 1 and 4),
    grade_because    text        check (length(grade_because) <= 1000),
    wished_grade     integer     check (wished_grade between 1 and 4),
    wished_because   text        check (length(wished_because) <= 1000),
    wished_by        uuid        constraint grade_wished_by references staff,
    owner_id         uuid        constraint complaint_owned_by references staff,
    owner_since      timestamptz,
    hand_offs        integer     not null default 0,
    locked_role      text        check (locked_role in ('FR', 'SR', 'AR', 'MANAGER')),
    -- what the customer waits for next, and from when on it is nearly late; empty while nothing runs
    due_at           timestamptz,
    warn_at          timestamptz,
    clock_version    integer     not null default 1,
    waiting_for      text        check (length(waiting_for) <= 1000),
    waiting_since    timestamptz,
    waiting_from     text        check (waiting_from in ('ACKNOWLEDGED', 'IN_PROGRESS', 'CONTAINED')),
    containment      text        check (length(containment) <= 4000),
    cause_class      text        check (cause_class in ('IT', 'KNOWLEDGE', 'PROCESS', 'RULES', 'PEOPLE', 'DESIGN', 'SUPPLIER', 'CUSTOMER')),
    root_cause       text        check (length(root_cause) <= 4000),
    remedy           text        check (length(remedy) <= 4000),
    remedy_cost      numeric(14, 2) check (remedy_cost >= 0),
    answered_contact uuid        constraint complaint_answered_by references contact,
    answered_channel text        check (answered_channel in ('PHONE', 'EMAIL', 'WECOM', 'VISIT', 'MEETING', 'PORTAL', 'SURVEY', 'OTHER')),
    answered_on      date,
    answer_words     text        check (length(answer_words) <= 2000),
    answer_proxy     uuid        constraint complaint_answer_recorded_by references staff,
    external_route   text        check (length(external_route) <= 1000),
    ended_because    text        check (length(ended_because) <= 1000),
    reopened_count   integer     not null default 0,
    merged_into      uuid        constraint complaint_merged_into references complaint,
    received_at      timestamptz not null,
    received_by      uuid        constraint complaint_received_by references staff,
    acknowledged_at  timestamptz,
    started_at       timestamptz,
    contained_at     timestamptz,
    resolved_at      timestamptz,
    resolved_by      uuid        constraint complaint_resolved_by references staff,
    confirmed_at     timestamptz,
    closed_at        timestamptz,
    demo             boolean     not null default false,
    search           tsvector    not null default '',
    updated_at       timestamptz not null,
    version          bigint      not null,
    constraint worked_on_by_somebody check (state not in ('IN_PROGRESS', 'CONTAINED', 'RESOLVED') or owner_id is not null),
    constraint contained_is_said check (state <> 'CONTAINED' or containment is not null),
    constraint resolved_is_complete check (state not in ('RESOLVED', 'CONFIRMED', 'DECISION_DECLINED')
        or (remedy is not null and resolved_at is not null)),
    constraint complaint_has_a_cause check (state not in ('RESOLVED', 'CONFIRMED') or kind <> 'COMPLAINT'
        or (cause_class is not null and root_cause is not null)),
    constraint confirmed_by_the_customer check (state not in ('CONFIRMED', 'DECISION_DECLINED')
        or (answered_contact is not null and answered_channel is not null and answered_on is not null)),
    constraint declined_has_words check (state <> 'DECISION_DECLINED' or answer_words is not null),
    constraint waiting_has_a_reason check ((state = 'WAITING_CUSTOMER') = (waiting_for is not null)),
    constraint complaint_merged_has_a_target check ((state = 'MERGED') = (merged_into is not null)),
    constraint complaint_closed_has_a_time check ((state in ('CLOSED', 'WITHDRAWN', 'MERGED')) = (closed_at is not null)),
    constraint changed_grade_has_a_reason check (grade = proposed_grade or grade_because is not null),
    constraint wished_grade_has_a_reason check ((wished_grade is null) = (wished_because is null))
);
alter table complaint alter column search set statistics 1000;
create index complaint_by_time on complaint (received_at desc, id desc);
create index complaint_by_customer on complaint (customer_id, received_at desc, id desc);
create index complaint_by_contact on complaint (contact_id, received_at desc, id desc);
create index complaint_by_state on complaint (state, received_at desc, id desc);
create index complaint_by_owner on complaint (owner_id, received_at desc, id desc);
create index complaint_due on complaint (due_at, id) where due_at is not null;
create index complaint_due_of_owner on complaint (owner_id, due_at, id) where due_at is not null;
create index complaint_open_by_grade on complaint (grade, received_at desc, id desc) where closed_at is null;
create index complaint_merged on complaint (merged_into) where merged_into is not null;
create index complaint_search on complaint using gin (search);

-- What was said about it: among us, and between us and the customer. Nothing said is unsaid.
create table complaint_message (
    id           uuid        primary key,
    complaint_id uuid        not null constraint message_of_complaint references complaint on delete cascade,
    kind         text        not null check (kind in ('INTERNAL', 'TO_CUSTOMER', 'FROM_CUSTOMER')),
    words        text        not null check (length(words) between 1 and 4000),
    channel      text        check (channel in ('PHONE', 'EMAIL', 'WECOM', 'VISIT', 'MEETING', 'PORTAL', 'SURVEY', 'OTHER')),
    contact_id   uuid        constraint message_with_contact references contact,
    staff_id     uuid        constraint message_by_staff references staff,
    said_at      timestamptz not null,
    constraint internal_has_no_contact check (kind <> 'INTERNAL' or contact_id is null)
);
create index complaint_messages on complaint_message (complaint_id, said_at desc, id desc);
create index complaint_message_by_contact on complaint_message (contact_id) where contact_id is not null;

-- Who wants to know how it goes on.
create table complaint_watcher (
    complaint_id uuid        not null constraint watched_complaint references complaint on delete cascade,
    staff_id     uuid        not null constraint watching_staff references staff,
    since        timestamptz not null,
    primary key (complaint_id, staff_id)
);
create index complaint_watched_by on complaint_watcher (staff_id);

create table complaint_file (
    complaint_id uuid        not null constraint file_of_complaint references complaint on delete cascade,
    file_id      uuid        not null constraint complaint_has_file references stored_file,
    added_at     timestamptz not null,
    primary key (complaint_id, file_id)
);
create index complaint_file_by_file on complaint_file (file_id);

-- Who held it, from when to when; the one without an end holds it now.
create table complaint_holding (
    complaint_id uuid        not null constraint holding_of_complaint references complaint on delete cascade,
    staff_id     uuid        not null constraint complaint_held_by references staff,
    since        timestamptz not null,
    until        timestamptz,
    primary key (complaint_id, since)
);

-- The clocks of a complaint, each for itself, counted in the open hours of a calendar as it was when they were set.
create table complaint_clock (
    complaint_id     uuid        not null constraint clock_of_complaint references complaint on delete cascade,
    kind             text        not null check (kind in ('FIRST_RESPONSE', 'NEXT_UPDATE', 'RESOLUTION')),
    policy           text        not null check (length(policy) between 1 and 80),
    calendar_id      uuid        not null,
    calendar_version integer     not null,
    target_minutes   integer     not null check (target_minutes > 0),
    state            text        not null check (state in ('RUNNING', 'PAUSED', 'MET', 'LATE', 'ENDED')),
    began_at         timestamptz not null,
    -- open time used up before it last began to run, in microseconds
    used             bigint      not null check (used >= 0),
    running_since    timestamptz,
    due_at           timestamptz,
    warn_at          timestamptz,
    paused_times     integer     not null default 0,
    stopped_at       timestamptz,
    primary key (complaint_id, kind),
    constraint clock_by_calendar foreign key (calendar_id, calendar_version) references business_calendar_version,
    constraint running_has_a_due_time check ((state = 'RUNNING') = (due_at is not null and running_since is not null and warn_at is not null)),
    constraint stopped_has_a_time check ((state in ('MET', 'LATE', 'ENDED')) = (stopped_at is not null))
);
create index complaint_clock_by_calendar on complaint_clock (calendar_id, calendar_version);

-- How points make a grade: one row, printed on the page and changed there.
create table complaint_grading (
    id         integer primary key check (id = 1),
    matrix     jsonb   not null,
    version    bigint  not null
);
insert into complaint_grading (id, matrix, version) values (1,
    '{"impact": [4, 3, 2, 1], "urgency": [3, 2, 1, 0], "tier": [2, 1, 0, 0], "publicity": 3, "recurrence": 1, "mostRecurrence": 2, "keyDecider": 2, "from": [9, 6, 4]}', 0);
