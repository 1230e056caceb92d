-- What customers told us they count on, and its life until they confirm that they got it.
create table expectation (
    id                 uuid          primary key,
    number             text          not null unique,
    customer_id        uuid          not null constraint expectation_of_customer references customer,
    contact_id         uuid          not null constraint expectation_said_by references contact,
    verbatim           text          not null check (length(verbatim) between 1 and 4000),
    understood         text          check (length(understood) <= 4000),
    said_on            date          not null,
    channel            text          check (channel in ('VISIT', 'MEETING', 'PHONE', 'EMAIL', 'WECOM', 'SURVEY', 'EVENT', 'OTHER')),
    touch_point        text          check (length(touch_point) <= 120),
    source_reference   text          check (length(source_reference) <= 200),
    dimension_code     text          constraint expectation_in_dimension references dimension,
    flow               text          check (flow in ('IPD', 'LTC', 'ITR')),
    importance         integer       check (importance between 1 and 5),
    kano               text          check (kano in ('MUST_BE', 'PERFORMANCE', 'ATTRACTIVE', 'INDIFFERENT', 'REVERSE')),
    state              text          not null check (state in ('CAPTURED', 'CLARIFIED', 'COMMITTED', 'DELIVERED', 'NOT_MET',
                                                               'CONFIRMED', 'DECLINED', 'WITHDRAWN', 'MERGED')),
    -- what is measured; the two anchors stand for 0 and 100
    measure            text          check (length(measure) <= 200),
    measure_unit       text          check (length(measure_unit) <= 20),
    anchor_worst       numeric(16, 4),
    anchor_ideal       numeric(16, 4),
    expected_value     numeric(16, 4),
    expected_level     numeric(9, 6) check (expected_level between 0 and 100),
    wanted_on          date,
    clarified_with     uuid          constraint expectation_clarified_with references contact,
    clarified_at       timestamptz,
    owner_id           uuid          constraint expectation_owned_by references staff,
    due_on             date,
    committed_value    numeric(16, 4),
    committed_level    numeric(9, 6) check (committed_level between 0 and 100),
    committed_on       date,
    committed_at       timestamptz,
    committed_by       uuid          constraint expectation_committed_by references staff,
    adjusted_because   text          check (length(adjusted_because) <= 1000),
    risk_taken_because text          check (length(risk_taken_because) <= 1000),
    declined_because   text          check (length(declined_because) <= 1000),
    alternative        text          check (length(alternative) <= 1000),
    told_on            date,
    told_by            uuid          constraint expectation_answer_told_by references staff,
    told_contact       uuid          constraint expectation_answer_told_to references contact,
    told_channel       text          check (told_channel in ('VISIT', 'MEETING', 'PHONE', 'EMAIL', 'WECOM', 'SURVEY', 'EVENT', 'OTHER')),
    delivered_value    numeric(16, 4),
    delivered_level    numeric(9, 6) check (delivered_level between 0 and 100),
    delivered_at       timestamptz,
    delivered_by       uuid          constraint expectation_delivered_by references staff,
    evidence           text          check (length(evidence) <= 4000),
    perceived_level    numeric(9, 6) check (perceived_level between 0 and 100),
    answered_on        date,
    answered_at        timestamptz,
    answered_contact   uuid          constraint expectation_answered_by references contact,
    answered_channel   text          check (answered_channel in ('LINK', 'VISIT', 'MEETING', 'PHONE', 'EMAIL', 'WECOM', 'SURVEY', 'EVENT', 'OTHER')),
    answer_words       text          check (length(answer_words) <= 2000),
    answer_proxy       uuid          constraint expectation_answer_recorded_by references staff,
    not_met_count      integer       not null default 0,
    competitor         text          check (length(competitor) <= 120),
    competitor_promise text          check (length(competitor_promise) <= 400),
    competitor_level   numeric(9, 6) check (competitor_level between 0 and 100),
    competitor_on      date,
    withdrawn_because  text          check (length(withdrawn_because) <= 1000),
    merged_into        uuid          constraint expectation_merged_into references expectation,
    revision           integer       not null,
    demo               boolean       not null default false,
    search             tsvector      not null default '',
    captured_at        timestamptz   not null,
    captured_by        uuid          constraint expectation_captured_by references staff,
    closed_at          timestamptz,
    updated_at         timestamptz   not null,
    version            bigint        not null,
    constraint anchors_differ check (anchor_worst is null or anchor_ideal is null or anchor_worst <> anchor_ideal),
    constraint clarified_is_complete check (state not in ('CLARIFIED', 'COMMITTED', 'DELIVERED', 'CONFIRMED', 'NOT_MET', 'DECLINED')
        or (measure is not null and expected_level is not null and wanted_on is not null and clarified_with is not null)),
    constraint committed_is_complete check (state not in ('COMMITTED', 'DELIVERED', 'CONFIRMED', 'NOT_MET')
        or (owner_id is not null and committed_level is not null and committed_on is not null)),
    constraint delivered_is_complete check (state not in ('DELIVERED', 'CONFIRMED', 'NOT_MET')
        or (delivered_level is not null and delivered_at is not null)),
    constraint confirmed_is_complete check (state <> 'CONFIRMED'
        or (perceived_level is not null and answered_contact is not null and answered_channel is not null and answered_on is not null)),
    constraint not_met_has_words check (state <> 'NOT_MET' or answer_words is not null),
    constraint declined_is_told check (state <> 'DECLINED'
        or (declined_because is not null and alternative is not null and told_on is not null and told_by is not null
            and told_contact is not null and told_channel is not null)),
    constraint proxy_is_not_the_link check (answer_proxy is null or answered_channel <> 'LINK'),
    constraint merged_has_a_target check ((state = 'MERGED') = (merged_into is not null)),
    constraint closed_has_a_time check ((state in ('CONFIRMED', 'DECLINED', 'WITHDRAWN', 'MERGED')) = (closed_at is not null))
);
alter table expectation alter column search set statistics 1000;
create index expectation_by_time on expectation (captured_at desc, id desc);
create index expectation_by_customer on expectation (customer_id, captured_at desc, id desc);
create index expectation_by_contact on expectation (contact_id, captured_at desc, id desc);
create index expectation_by_state on expectation (state, captured_at desc, id desc);
create index expectation_by_flow on expectation (flow, state, captured_at desc, id desc);
create index expectation_by_dimension on expectation (dimension_code, state, captured_at desc, id desc);
create index expectation_by_owner on expectation (owner_id, captured_at desc, id desc);
create index expectation_due on expectation (due_on, id) where closed_at is null;
create index expectation_due_of_owner on expectation (owner_id, due_on, id) where closed_at is null;
create index expectation_search on expectation using gin (search);

-- Documents the customer's words came from, and the evidence of what we delivered.
create table expectation_file (
    expectation_id uuid        not null constraint file_of_expectation references expectation on delete cascade,
    file_id        uuid        not null constraint expectation_has_file references stored_file,
    purpose        text        not null check (purpose in ('SOURCE', 'EVIDENCE')),
    added_at       timestamptz not null,
    primary key (expectation_id, file_id)
);
create index expectation_file_by_file on expectation_file (file_id);

-- Passing an expectation on is a handshake: the giver keeps it until the receiver accepts.
create table expectation_handover (
    id             uuid        primary key,
    expectation_id uuid        not null constraint handover_of_expectation references expectation on delete cascade,
    from_staff     uuid        constraint handover_from references staff,
    to_staff       uuid        not null constraint handover_to references staff,
    offered_by     uuid        constraint handover_offered_by references staff,
    note           text        check (length(note) <= 1000),
    offered_at     timestamptz not null,
    state          text        not null check (state in ('OFFERED', 'ACCEPTED', 'REFUSED', 'TAKEN_BACK')),
    answered_at    timestamptz,
    reason         text        check (length(reason) <= 1000),
    version        bigint      not null,
    constraint answered_has_a_time check ((state = 'OFFERED') = (answered_at is null))
);
create unique index one_open_handover on expectation_handover (expectation_id) where state = 'OFFERED';
create index handover_by_receiver on expectation_handover (to_staff, offered_at desc) where state = 'OFFERED';
create index handover_history on expectation_handover (expectation_id, offered_at desc);

-- Two expectations of one customer that cannot both be met.
create table expectation_conflict (
    id              uuid        primary key,
    customer_id     uuid        not null constraint conflict_of_customer references customer,
    dimension_code  text        not null constraint conflict_in_dimension references dimension,
    first_id        uuid        not null constraint conflict_first references expectation on delete cascade,
    second_id       uuid        not null constraint conflict_second references expectation on delete cascade,
    kind            text        not null check (kind in ('LEVEL', 'DATE', 'LEVEL_AND_DATE')),
    state           text        not null check (state in ('OPEN', 'RESOLVED', 'NOT_A_CONFLICT')),
    detected_at     timestamptz not null,
    resolved_at     timestamptz,
    resolved_by     uuid        constraint conflict_resolved_by references staff,
    chosen_id       uuid        constraint conflict_chosen references expectation,
    decision        text        check (length(decision) <= 2000),
    decided_contact uuid        constraint conflict_decided_by references contact,
    told_on         date,
    told_by         uuid        constraint conflict_told_by references staff,
    told_contact    uuid        constraint conflict_told_to references contact,
    told_channel    text        check (told_channel in ('VISIT', 'MEETING', 'PHONE', 'EMAIL', 'WECOM', 'SURVEY', 'EVENT', 'OTHER')),
    version         bigint      not null,
    constraint one_conflict_per_pair unique (first_id, second_id),
    constraint pair_is_ordered check (first_id < second_id),
    constraint resolved_has_a_record check (state = 'OPEN' or (resolved_at is not null and decision is not null)),
    constraint resolved_was_told check (state <> 'RESOLVED' or (chosen_id in (first_id, second_id) and decided_contact is not null
        and told_on is not null and told_by is not null and told_contact is not null))
);
create index conflict_by_customer on expectation_conflict (customer_id, detected_at desc);
create index conflict_by_second on expectation_conflict (second_id);
create index conflict_by_time on expectation_conflict (state, detected_at desc, id desc);

-- An expectation handed to product development, with the way back.
create table requirement (
    id             uuid        primary key,
    number         text        not null unique,
    expectation_id uuid        not null constraint requirement_of_expectation references expectation,
    customer_id    uuid        not null constraint requirement_of_customer references customer,
    title          text        not null check (length(title) between 1 and 200),
    statement      text        not null check (length(statement) between 1 and 4000),
    state          text        not null check (state in ('OPEN', 'ACCEPTED', 'PLANNED', 'RELEASED', 'REJECTED')),
    release_name   text        check (length(release_name) <= 120),
    release_on     date,
    answer         text        check (length(answer) <= 1000),
    external_key   text        check (length(external_key) <= 120),
    created_at     timestamptz not null,
    created_by     uuid        constraint requirement_raised_by references staff,
    updated_at     timestamptz not null,
    version        bigint      not null
);
create index requirement_by_expectation on requirement (expectation_id);
create index requirement_by_customer on requirement (customer_id, created_at desc);
create index requirement_by_time on requirement (created_at desc, id desc);

-- Links with which a customer's contact confirms without an account. Only the hash of the token is kept.
create table confirmation_link (
    id             uuid        primary key,
    expectation_id uuid        not null constraint link_of_expectation references expectation on delete cascade,
    revision       integer     not null,
    contact_id     uuid        not null constraint link_for_contact references contact,
    token_hash     bytea       not null unique,
    created_at     timestamptz not null,
    created_by     uuid        constraint link_made_by references staff,
    expires_at     timestamptz not null,
    used_at        timestamptz,
    receipt_hash   bytea,
    revoked_at     timestamptz,
    version        bigint      not null
);
create index confirmation_link_by_expectation on confirmation_link (expectation_id, created_at desc);

-- How many wrong links came from a network in a minute.
create table confirmation_miss (
    network text        not null,
    minute  timestamptz not null,
    misses  integer     not null,
    primary key (network, minute)
);
create index confirmation_miss_by_time on confirmation_miss (minute);
