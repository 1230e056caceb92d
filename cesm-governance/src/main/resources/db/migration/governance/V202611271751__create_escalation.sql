-- Who hears of complaints that are not answered, and when: the first policy by rank whose conditions fit decides.
create table escalation_policy (
    id       uuid    primary key,
    rank     integer not null unique check (rank between 1 and 100000),
    name     text    not null check (length(name) between 1 and 80),
    -- the version in force, 0 while it was never switched on
    version  integer not null default 0,
    active   boolean not null,
    -- what is being written and not in force yet
    draft    jsonb,
    revision bigint  not null
);

-- What a policy said, for ever: open escalations keep the version they began with.
create table escalation_policy_version (
    policy_id uuid        not null constraint version_of_escalation_policy references escalation_policy on delete cascade,
    version   integer     not null,
    rules     jsonb       not null,
    note      text        check (length(note) <= 400),
    made_at   timestamptz not null,
    made_by   uuid        constraint escalation_policy_made_by references staff,
    primary key (policy_id, version)
);

-- The policy a complaint stands under since it was first looked at.
create table escalation_binding (
    complaint_id uuid        primary key constraint escalation_binds_complaint references complaint on delete cascade,
    policy_id    uuid        not null,
    version      integer     not null,
    grade        integer     not null,
    bound_at     timestamptz not null,
    constraint bound_to_a_version foreign key (policy_id, version) references escalation_policy_version
);
create index escalation_binding_by_policy on escalation_binding (policy_id, version);

-- What was escalated. The occasion says what made it necessary, so that it happens once however often somebody looks.
create table escalation (
    id                uuid        primary key,
    complaint_id      uuid        not null constraint escalation_of_a_complaint references complaint on delete cascade,
    policy_id         uuid,
    policy_version    integer,
    level             integer     not null check (level between 1 and 9),
    kind              text        not null,
    amount            integer     not null,
    clock             text        check (clock in ('FIRST_RESPONSE', 'NEXT_UPDATE', 'RESOLUTION')),
    clock_began       timestamptz,
    clock_minutes     integer,
    occasion          text        not null check (length(occasion) <= 200),
    due_at            timestamptz not null,
    at                timestamptz not null,
    acknowledge_by    timestamptz,
    acknowledged_at   timestamptz,
    acknowledged_by   uuid        constraint escalation_acknowledged_by references staff,
    acknowledge_words text        check (length(acknowledge_words) <= 1000),
    plan_by           timestamptz,
    plan              text        check (length(plan) <= 2000),
    planned_at        timestamptz,
    planned_by        uuid        constraint escalation_planned_by references staff,
    lowered_at        timestamptz,
    lowered_by        uuid        constraint escalation_lowered_by references staff,
    lowered_to        integer,
    lowered_because   text        check (length(lowered_because) <= 1000),
    constraint escalated_once unique (complaint_id, occasion),
    constraint lowered_has_a_reason check ((lowered_at is null) = (lowered_because is null)),
    constraint plan_has_a_time check ((plan is null) = (planned_at is null))
);
create index escalation_by_time on escalation (at desc, id desc);
create index escalation_by_policy on escalation (policy_id, policy_version);

-- Who was told, in which part, and for whom they stood in.
create table escalation_told (
    escalation_id uuid not null constraint told_of_escalation references escalation on delete cascade,
    staff_id      uuid not null constraint escalation_told_to references staff on delete cascade,
    part          text not null,
    acting_for    uuid constraint escalation_told_instead_of references staff on delete cascade,
    primary key (escalation_id, staff_id)
);
create index escalation_told_by_person on escalation_told (staff_id);

-- The team on duty of a unit, in the order in which they are asked.
create table duty_member (
    id         uuid    primary key,
    unit_id    uuid    not null constraint duty_of_unit references org_unit on delete cascade,
    staff_id   uuid    not null constraint duty_of_staff references staff on delete cascade,
    valid_from date    not null,
    valid_to   date,
    constraint duty_ends_after_it_begins check (valid_to is null or valid_to >= valid_from)
);
create index duty_member_by_unit on duty_member (unit_id, valid_from);
create index duty_member_by_person on duty_member (staff_id);

-- What was fixed before is the policy that comes along.
insert into escalation_policy (id, rank, name, version, active, revision) values
    ('01936000-0000-7000-8000-000000000e01', 1000, '通用升级规则', 1, true, 0);
insert into escalation_policy_version (policy_id, version, rules, made_at) values
    ('01936000-0000-7000-8000-000000000e01', 1, '{"levels": [
      {"number": 1, "trigger": {"kind": "UNOWNED", "amount": 50}, "whom": ["FR", "SR", "AR", "UNIT_HEAD"], "deeds": ["LOCK"]},
      {"number": 2, "trigger": {"kind": "CLOCK_PERCENT", "amount": 75}, "whom": ["OWNER", "FR", "SR", "AR"], "deeds": ["NOTIFY"]},
      {"number": 2, "trigger": {"kind": "CUSTOMER_SILENT", "amount": 5}, "whom": ["OWNER", "CSR", "AR"], "deeds": ["NOTIFY"]},
      {"number": 3, "trigger": {"kind": "CLOCK_PERCENT", "amount": 100}, "whom": ["OWNER", "UNIT_HEAD", "UNIT_DUTY"], "deeds": ["NOTIFY"], "acknowledgeWithin": 240},
      {"number": 3, "trigger": {"kind": "REFUSED", "amount": 2}, "whom": ["OWNER", "UNIT_HEAD"], "deeds": ["NOTIFY"], "acknowledgeWithin": 240},
      {"number": 3, "trigger": {"kind": "HAND_OFFS", "amount": 3}, "whom": ["OWNER", "UNIT_HEAD"], "deeds": ["NOTIFY"], "acknowledgeWithin": 240},
      {"number": 3, "trigger": {"kind": "KEY_DECIDER", "amount": 0}, "when": {"kinds": ["COMPLAINT"], "grades": [1, 2]}, "whom": ["AR", "UNIT_HEAD"], "deeds": ["NOTIFY", "DEMAND_PLAN"], "acknowledgeWithin": 240, "planWithin": 480},
      {"number": 3, "trigger": {"kind": "PUBLICITY", "amount": 0}, "when": {"kinds": ["COMPLAINT"]}, "whom": ["AR", "FR", "UNIT_HEAD", "OFFICE"], "deeds": ["NOTIFY", "WAR_ROOM"], "acknowledgeWithin": 120},
      {"number": 4, "trigger": {"kind": "CLOCK_PERCENT", "amount": 150}, "whom": ["OWNER", "OFFICE", "COMPANY_DUTY"], "deeds": ["NOTIFY"]}
    ]}', '2026-11-27 00:00:00+00');

-- Levels that were reached before are kept; their clocks were not noted, so that the setting of the clock is the occasion.
insert into escalation (id, complaint_id, level, kind, amount, clock, clock_began, clock_minutes, occasion, due_at, at)
select gen_random_uuid(), e.complaint_id, e.level, case e.reason when 'UNOWNED' then 'UNOWNED' else 'CLOCK_PERCENT' end,
       case e.reason when 'NEARLY_DUE' then 75 when 'OVERDUE' then 100 when 'LONG_OVERDUE' then 150 else 50 end,
       null, null, null, 'before/' || e.level || '/' || e.clock_version, e.at, e.at
  from complaint_escalation e;
update complaint c set escalation_level = coalesce((select max(e.level) from escalation e where e.complaint_id = c.id), 0);
drop table complaint_escalation;
