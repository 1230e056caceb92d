-- The few issues customers feel most, from being nominated to the customers' approval and a lesson.
create table top_issue (
    id                uuid        primary key,
    number            text        not null unique,
    customer_id       uuid        not null constraint top_issue_of_customer references customer,
    title             text        not null check (length(title) between 1 and 160),
    problem           text        not null check (length(problem) between 1 and 4000),
    dimension_code    text        constraint top_issue_in_dimension references dimension,
    flow              text        check (flow in ('IPD', 'LTC', 'ITR')),
    state             text        not null check (state in ('NOMINATED', 'UNDERSTOOD', 'PLANNED', 'IMPROVING', 'VERIFIED', 'SUBMITTED',
                                                            'APPROVED', 'CLOSED', 'WITHDRAWN')),
    -- what the customer says the problem is, and that we understood it
    statement         text        check (length(statement) <= 4000),
    confirmed_contact uuid        constraint statement_confirmed_by references contact,
    confirmed_channel text        check (confirmed_channel in ('LINK', 'PHONE', 'EMAIL', 'WECOM', 'VISIT', 'MEETING', 'OTHER')),
    confirmed_on      date,
    confirmed_words   text        check (length(confirmed_words) <= 2000),
    confirmed_proxy   uuid        constraint statement_recorded_by references staff,
    owner_id          uuid        constraint top_issue_owned_by references staff,
    owner_agreed_at   timestamptz,
    sponsor_id        uuid        constraint top_issue_sponsored_by references staff,
    measure_kind      text        check (measure_kind in ('KPI', 'SURVEY_ITEM', 'COMPLAINT_RATE')),
    measure_name      text        check (length(measure_name) <= 200),
    measure_item      text        check (length(measure_item) <= 120),
    measure_unit      text        check (length(measure_unit) <= 40),
    rising            boolean     not null default false,
    baseline          numeric(16, 4),
    target            numeric(16, 4),
    stake             text        check (length(stake) <= 1000),
    stake_value       numeric(16, 2) check (stake_value >= 0),
    target_on         date,
    whys              text        check (length(whys) <= 4000),
    cause_class       text        check (cause_class in ('IT', 'KNOWLEDGE', 'PROCESS', 'RULES', 'PEOPLE', 'DESIGN', 'SUPPLIER', 'CUSTOMER')),
    root_cause        text        check (length(root_cause) <= 4000),
    rhythm_days       integer     not null default 14 check (rhythm_days between 1 and 180),
    next_telling_on   date,
    effect_value      numeric(16, 4),
    effect_on         date,
    effect_words      text        check (length(effect_words) <= 2000),
    check_weeks       integer     not null default 8 check (check_weeks between 1 and 104),
    check_due_on      date,
    checked_on        date,
    checked_value     numeric(16, 4),
    check_words       text        check (length(check_words) <= 2000),
    round             integer     not null default 0,
    reopened_count    integer     not null default 0,
    left_count        integer     not null default 0,
    lesson            text        check (length(lesson) <= 4000),
    ended_because     text        check (length(ended_because) <= 1000),
    nominated_at      timestamptz not null,
    nominated_by      uuid        constraint top_issue_nominated_by references staff,
    understood_at     timestamptz,
    planned_at        timestamptz,
    started_at        timestamptz,
    verified_at       timestamptz,
    submitted_at      timestamptz,
    submitted_by      uuid        constraint top_issue_submitted_by references staff,
    approved_at       timestamptz,
    closed_at         timestamptz,
    -- its place among all, as the last ranking found it
    score             integer,
    place             integer,
    demo              boolean     not null default false,
    search            tsvector    not null default '',
    updated_at        timestamptz not null,
    version           bigint      not null,
    constraint understood_by_the_customer check (state in ('NOMINATED', 'WITHDRAWN')
        or (statement is not null and confirmed_contact is not null and confirmed_channel is not null and confirmed_on is not null)),
    constraint started_only_when_smart check (state in ('NOMINATED', 'UNDERSTOOD', 'WITHDRAWN')
        or (measure_name is not null and baseline is not null and target is not null and baseline <> target
            and owner_id is not null and stake is not null and target_on is not null)),
    constraint verified_by_a_value check (state not in ('VERIFIED', 'SUBMITTED', 'APPROVED') or (effect_value is not null and effect_on is not null)),
    constraint top_issue_closed_has_a_lesson check (state <> 'CLOSED' or (lesson is not null and approved_at is not null)),
    constraint top_issue_ended_has_a_time check ((state in ('CLOSED', 'WITHDRAWN')) = (closed_at is not null)),
    constraint owner_agreed_is_somebody check (owner_agreed_at is null or owner_id is not null)
);
create index top_issue_by_time on top_issue (nominated_at desc, id desc);
create index top_issue_by_state on top_issue (state, nominated_at desc, id desc);
create index top_issue_by_owner on top_issue (owner_id, nominated_at desc, id desc);
create index top_issue_by_place on top_issue (place, id) where place is not null;
create index top_issue_by_target on top_issue (target_on, id) where target_on is not null;
create index top_issue_telling on top_issue (next_telling_on) where next_telling_on is not null;
create index top_issue_check on top_issue (check_due_on) where check_due_on is not null;
create index top_issue_search on top_issue using gin (search);

-- Whom it hurts, what is at stake for each, and who is no longer a customer.
create table top_issue_customer (
    id           uuid        primary key,
    issue_id     uuid        not null constraint affected_by_top_issue references top_issue on delete cascade,
    customer_id  uuid        not null constraint top_issue_affects references customer on delete cascade,
    added_at     timestamptz not null,
    left_at      timestamptz,
    left_because text        check (length(left_because) <= 1000),
    left_by      uuid        constraint leaving_noted_by references staff,
    constraint leaving_has_a_reason check ((left_at is null) = (left_because is null))
);
create index top_issue_customers on top_issue_customer (issue_id, customer_id);
create index top_issues_of_customer on top_issue_customer (customer_id, issue_id);

-- The records that show it: complaints, expectations not met, answers that were followed up.
create table top_issue_evidence (
    id          uuid        primary key,
    issue_id    uuid        not null constraint evidence_of_top_issue references top_issue on delete cascade,
    customer_id uuid        not null constraint evidence_from_customer references customer,
    kind        text        not null check (kind in ('COMPLAINT', 'EXPECTATION', 'FOLLOW_UP')),
    record_id   uuid        not null,
    number      text        not null check (length(number) <= 40),
    words       text        check (length(words) <= 400),
    happened_on date        not null,
    severity    integer     not null check (severity between 1 and 4),
    added_at    timestamptz not null,
    added_by    uuid        constraint evidence_added_by references staff,
    constraint evidence_once unique (issue_id, kind, record_id)
);
create index top_issue_evidence_by_record on top_issue_evidence (kind, record_id);
create index top_issue_evidence_by_customer on top_issue_evidence (customer_id);

-- What each affected customer said when it was submitted, round by round.
create table top_issue_approval (
    id          uuid        primary key,
    issue_id    uuid        not null constraint approval_of_top_issue references top_issue on delete cascade,
    customer_id uuid        not null constraint approval_by_customer references customer,
    round       integer     not null,
    state       text        not null check (state in ('WAITING', 'APPROVED', 'REJECTED', 'LEFT')),
    contact_id  uuid        constraint approval_said_by references contact,
    channel     text        check (channel in ('LINK', 'PHONE', 'EMAIL', 'WECOM', 'VISIT', 'MEETING', 'OTHER')),
    answered_on date,
    words       text        check (length(words) <= 2000),
    proxy_id    uuid        constraint approval_recorded_by references staff,
    asked_at    timestamptz not null,
    answered_at timestamptz,
    constraint approval_has_somebody check (state not in ('APPROVED', 'REJECTED') or (contact_id is not null and channel is not null and answered_on is not null)),
    constraint rejection_has_words check (state <> 'REJECTED' or words is not null),
    constraint approval_answered check ((state = 'WAITING') = (answered_at is null))
);
create index top_issue_approvals on top_issue_approval (issue_id, round);
create index top_issue_approval_by_customer on top_issue_approval (customer_id);
create index top_issue_approval_by_contact on top_issue_approval (contact_id) where contact_id is not null;

create table top_issue_file (
    issue_id uuid        not null constraint file_of_top_issue references top_issue on delete cascade,
    file_id  uuid        not null constraint top_issue_has_file references stored_file,
    added_at timestamptz not null,
    primary key (issue_id, file_id)
);
create index top_issue_file_by_file on top_issue_file (file_id);
