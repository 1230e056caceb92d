-- Answers that nobody of us has read yet. They get here by the database itself, in the transaction that stores the
-- answer, whoever stores it: a link, a file, an agency; so none can be missed, and reading one twice changes nothing.
create table answer_unread (
    response_id uuid     primary key,
    survey_id   uuid     not null constraint unread_in_survey references survey on delete cascade,
    answered_on date     not null,
    tries       smallint not null default 0
);
create index unread_in_order on answer_unread (tries, response_id);

create function note_unread_answers() returns trigger language plpgsql as $$
begin
    insert into answer_unread (response_id, survey_id, answered_on)
    select f.id, f.survey_id, f.answered_on
      from fresh f
      join survey s on s.id = f.survey_id
     where f.words <> '{}' or (not f.anonymous and f.customer_id is not null and s.origin = 'OWN')
        on conflict (response_id) do nothing;
    return null;
end $$;
create trigger answers_are_to_be_read after insert on survey_response
    referencing new table as fresh for each statement execute function note_unread_answers();

-- What calls for somebody to ask the customer. All conditions of a rule have to hold.
create table follow_up_rule (
    id            uuid          primary key,
    name          text          not null check (length(name) between 1 and 80),
    name_en       text          not null check (length(name_en) between 1 and 80),
    active        boolean       not null,
    measure       text          check (measure in ('NPS', 'CSAT', 'CES', 'OVERALL', 'PERCEPTION', 'ANY')),
    at_most       numeric(5, 2) check (at_most between 0 and 100),
    unit          text          check (unit in ('POINTS', 'LEVEL')),
    words         text[]        not null default '{}',
    deciders_only boolean       not null default false,
    again_days    integer       check (again_days between 1 and 730),
    due_hours     integer       not null check (due_hours between 1 and 400),
    sort          integer       not null,
    version       bigint        not null,
    constraint rule_has_whole_threshold check ((measure is null) = (at_most is null) and (measure is null) = (unit is null)),
    constraint rule_has_condition check (measure is not null or words <> '{}'),
    constraint again_needs_threshold check (again_days is null or measure is not null)
);

insert into follow_up_rule (id, name, name_en, active, measure, at_most, unit, words, deciders_only, again_days, due_hours, sort, version) values
    ('0199b000-0000-7000-8000-000000000001', '不愿推荐', 'Would not recommend', true, 'NPS', 6, 'POINTS', '{}', false, null, 16, 10, 0),
    ('0199b000-0000-7000-8000-000000000002', '不满意', 'Dissatisfied', true, 'CSAT', 30, 'LEVEL', '{}', false, null, 16, 20, 0),
    ('0199b000-0000-7000-8000-000000000003', '办事费力', 'Hard to deal with', true, 'CES', 34, 'LEVEL', '{}', false, null, 24, 30, 0),
    ('0199b000-0000-7000-8000-000000000004', '关键决策人不够满意', 'Decision maker less than satisfied', true, 'ANY', 60, 'LEVEL', '{}', true, null, 8, 5, 0),
    ('0199b000-0000-7000-8000-000000000005', '再次低分', 'Low again', true, 'ANY', 50, 'LEVEL', '{}', false, 90, 8, 7, 0),
    ('0199b000-0000-7000-8000-000000000006', '提到严重后果', 'Grave words', true, null, null, null,
     array['投诉', '退货', '索赔', '停线', '停产', '起诉', '换供应商', '更换供应商', '安全事故', '终止合同', 'complaint', 'claim for damages', 'line down', 'line stop', 'lawsuit', 'change supplier', 'switch supplier', 'terminate the contract'],
     false, null, 8, 1, 0);

-- Why something went wrong, back office included. One list for all who look for causes.
create table cause_class (
    code        text    primary key check (code ~ '^[a-z][a-z0-9_]{1,39}$'),
    name        text    not null check (length(name) between 1 and 60),
    name_en     text    not null check (length(name_en) between 1 and 60),
    hint        text    not null check (length(hint) <= 200),
    hint_en     text    not null check (length(hint_en) <= 200),
    back_office boolean not null,
    active      boolean not null default true,
    sort        integer not null
);

insert into cause_class (code, name, name_en, hint, hint_en, back_office, sort) values
    ('it', 'IT 系统', 'IT systems', '系统没有、不通、不好用，或数据不准', 'A system is missing, down, awkward or wrong', true, 10),
    ('knowledge', '知识与资料', 'Knowledge', '资料缺失、过时，或经验没有传下去', 'Documents are missing or out of date; what was learnt was not passed on', true, 20),
    ('process', '流程', 'Process', '流程断点、环节多、接口不清', 'A process is broken, long-winded or unclear at its joints', true, 30),
    ('rules', '制度与授权', 'Rules', '制度不合理，或一线没有权限', 'A rule makes no sense, or those in front may not decide', true, 40),
    ('people', '人员与培训', 'People', '人手不足、能力不够、责任不清', 'Too few people, not trained, or nobody in charge', true, 50),
    ('design', '设计与产品', 'Design', '产品或方案本身的问题', 'The product or solution itself', false, 60),
    ('outside', '外部原因', 'Outside', '客户自身、物流或不可抗力', 'The customer itself, transport, or events beyond control', false, 70);

create table follow_up (
    id                uuid          primary key,
    number            text          not null unique,
    survey_id         uuid          not null constraint follow_up_of_survey references survey,
    answered_on       date          not null,
    response_id       uuid          not null unique,
    customer_id       uuid          not null constraint follow_up_at_customer references customer,
    contact_id        uuid          constraint follow_up_of_contact references contact,
    confidential      boolean       not null,
    owner_id          uuid          constraint follow_up_owned_by references staff,
    state             text          not null check (state in ('OPEN', 'CONTACTED', 'DONE', 'NOT_REACHED', 'NOT_NEEDED')),
    opened_at         timestamptz   not null,
    due_at            timestamptz   not null,
    measure           text,
    points            numeric(6, 2),
    points_most       integer,
    level             numeric(5, 2) check (level between 0 and 100),
    quote_key         text,
    contacted_at      timestamptz,
    contacted_by      uuid          constraint follow_up_contacted_by references staff,
    contacted_channel text          check (contacted_channel in ('PHONE', 'VISIT', 'MEETING', 'EMAIL', 'WECOM', 'OTHER')),
    customer_said     text          check (length(customer_said) <= 2000),
    outcome           text          check (length(outcome) <= 2000),
    cause             text          constraint follow_up_has_cause references cause_class,
    flow              text          check (flow in ('IPD', 'LTC', 'ITR')),
    told              text          check (length(told) <= 1000),
    closed_at         timestamptz,
    closed_by         uuid          constraint follow_up_closed_by references staff,
    updated_at        timestamptz   not null,
    version           bigint        not null,
    constraint closed_has_outcome check ((closed_at is null) = (state in ('OPEN', 'CONTACTED')) and (closed_at is null or outcome is not null)),
    constraint done_has_cause check (state <> 'DONE' or cause is not null)
);
create index follow_up_by_time on follow_up (opened_at desc, id desc);
create index follow_up_open_by_due on follow_up (due_at, id) where closed_at is null;
create index follow_up_open_by_owner on follow_up (owner_id, due_at, id) where closed_at is null;
create index follow_up_by_customer on follow_up (customer_id, opened_at desc, id desc);
create index follow_up_by_survey on follow_up (survey_id, opened_at desc);
create index follow_up_by_contact on follow_up (contact_id, closed_at desc);
create index follow_up_by_cause on follow_up (closed_at, cause) where state = 'DONE';

-- Which rules an answer met: each rule once.
create table follow_up_reason (
    rule_id      uuid not null constraint reason_is_rule references follow_up_rule on delete cascade,
    response_id  uuid not null,
    follow_up_id uuid not null constraint reason_of_follow_up references follow_up on delete cascade,
    evidence     text not null check (length(evidence) between 1 and 300),
    primary key (rule_id, response_id)
);
create index reason_by_follow_up on follow_up_reason (follow_up_id);

-- What a follow-up became. Such records lie further right, so nothing but their number is known here.
create table follow_up_link (
    id           uuid        primary key,
    follow_up_id uuid        not null constraint link_of_follow_up references follow_up on delete cascade,
    kind         text        not null check (kind in ('EXPECTATION', 'COMPLAINT', 'TOP_ISSUE')),
    record_id    uuid        not null,
    number       text        not null check (length(number) between 1 and 40),
    linked_at    timestamptz not null,
    linked_by    uuid        constraint follow_up_linked_by references staff,
    constraint linked_once unique (follow_up_id, kind, record_id)
);
create index follow_up_link_by_record on follow_up_link (record_id);
