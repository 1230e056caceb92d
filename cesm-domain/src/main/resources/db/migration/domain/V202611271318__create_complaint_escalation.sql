-- Passing a complaint on is a handshake: the giver keeps it until the receiver accepts, within a limit.
create table complaint_handover (
    id           uuid        primary key,
    complaint_id uuid        not null constraint handover_of_complaint references complaint on delete cascade,
    from_staff   uuid        constraint complaint_handed_from references staff,
    to_staff     uuid        not null constraint complaint_handed_to references staff,
    offered_by   uuid        constraint complaint_offered_by references staff,
    note         text        check (length(note) <= 1000),
    offered_at   timestamptz not null,
    answer_by    timestamptz not null,
    state        text        not null check (state in ('OFFERED', 'ACCEPTED', 'REFUSED', 'TAKEN_BACK', 'EXPIRED')),
    answered_at  timestamptz,
    reason       text        check (length(reason) <= 1000),
    constraint complaint_handover_answered check ((state = 'OFFERED') = (answered_at is null)),
    constraint complaint_refusal_has_a_reason check (state <> 'REFUSED' or reason is not null)
);
create unique index one_open_complaint_handover on complaint_handover (complaint_id) where state = 'OFFERED';
create index complaint_handover_to on complaint_handover (to_staff, offered_at desc) where state = 'OFFERED';
create index complaint_handovers on complaint_handover (complaint_id, offered_at desc);

-- What was escalated; one row for each level and setting of the clock, so that it happens once however often a timer fires.
create table complaint_escalation (
    complaint_id  uuid        not null constraint escalation_of_complaint references complaint on delete cascade,
    level         integer     not null check (level between 1 and 4),
    clock_version integer     not null,
    reason        text        not null check (reason in ('UNOWNED', 'NEARLY_DUE', 'OVERDUE', 'LONG_OVERDUE', 'RISK')),
    at            timestamptz not null,
    told          integer     not null,
    primary key (complaint_id, level, clock_version)
);
create index complaint_escalation_by_time on complaint_escalation (at desc);
create index complaint_warned on complaint (warn_at) where warn_at is not null;
create index complaint_unowned on complaint (received_at) where owner_id is null and closed_at is null;
