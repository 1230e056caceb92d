-- Everybody a survey could ask, what they were when they were put in, and what became of them.
create table survey_frame (
    id            uuid        primary key,
    survey_id     uuid        not null constraint frame_of_survey references survey on delete cascade,
    customer_id   uuid        not null constraint frame_at_customer references customer,
    contact_id    uuid        not null constraint frame_of_contact references contact,
    source        text        not null check (source in ('FILTER', 'FILE', 'HAND', 'EVENT')),
    tier          smallint,
    outcome       text        not null check (outcome in ('FRAME', 'NOT_DRAWN', 'QUEUED', 'QUARANTINED', 'NO_CONSENT',
                                                          'NO_ADDRESS', 'INVITED', 'BOUNCED', 'OPTED_OUT')),
    -- how long the guard holds, for those it holds
    until         date,
    drawn         numeric(18, 17),
    invitation_id uuid        unique constraint frame_has_invitation references survey_invitation,
    event         text        check (event in ('CASE_CLOSED', 'DELIVERY_ACCEPTED', 'VISIT_DONE')),
    event_key     text        check (length(event_key) between 1 and 120),
    added_at      timestamptz not null,
    added_by      uuid        constraint frame_added_by references staff,
    outcome_at    timestamptz not null,
    constraint once_for_one_event unique (survey_id, event_key),
    constraint held_until_a_day check ((outcome = 'QUARANTINED') = (until is not null))
);
create index frame_by_survey on survey_frame (survey_id, id);
create index frame_by_outcome on survey_frame (survey_id, outcome, id);
create index frame_by_contact on survey_frame (contact_id);
create index frame_by_customer on survey_frame (customer_id);

-- Each draw with what is needed to repeat it.
create table survey_draw (
    id        uuid        primary key,
    survey_id uuid        not null constraint draw_of_survey references survey on delete cascade,
    seed      bigint      not null,
    quotas    jsonb       not null,
    frame     integer     not null,
    drawn     integer     not null,
    at        timestamptz not null,
    drawn_by  uuid        constraint draw_by references staff
);
create index draw_by_survey on survey_draw (survey_id, at);

-- The rules that keep people from being asked too often or at the wrong time; one row for the company.
create table contact_guard (
    one           boolean  primary key default true check (one),
    contact_days  smallint not null check (contact_days between 0 and 365),
    customer_days smallint not null check (customer_days between 0 and 365),
    from_time     time     not null,
    to_time       time     not null,
    weekends      boolean  not null,
    holidays      date[]   not null default '{}',
    workdays      date[]   not null default '{}',
    own_networks  text[]   not null default '{}',
    version       bigint   not null,
    constraint a_day_has_hours_to_write check (from_time < to_time)
);
insert into contact_guard (contact_days, customer_days, from_time, to_time, weekends, version)
values (60, 14, '09:00', '19:00', false, 0);

-- Mails as they go out: one recipient each; the places of the links are filled in only when they are sent or shown.
create table survey_mail (
    id            uuid        primary key,
    key           text        not null unique check (length(key) <= 120),
    survey_id     uuid        not null constraint mail_of_survey references survey on delete cascade,
    invitation_id uuid        not null constraint mail_of_invitation references survey_invitation on delete cascade,
    kind          text        not null check (kind in ('INVITATION', 'REMINDER')),
    address       text        not null check (length(address) <= 254),
    name          text        not null check (length(name) <= 120),
    language      text        not null,
    subject       text        not null check (length(subject) <= 400),
    body          text        not null check (length(body) <= 8000),
    state         text        not null check (state in ('WAITING', 'SENT', 'SHOWN', 'BOUNCED', 'FAILED', 'CANCELLED')),
    tries         smallint    not null default 0,
    problem       text        check (length(problem) <= 400),
    not_before    timestamptz not null,
    created_at    timestamptz not null,
    sent_at       timestamptz
);
create index mail_waiting on survey_mail (not_before, id) where state = 'WAITING';
create index mail_newest on survey_mail (created_at desc, id desc);
create index mail_by_invitation on survey_mail (invitation_id);

-- What a service event asks, how long after it, and of how many.
create table survey_trigger (
    id          uuid          primary key,
    survey_id   uuid          not null constraint trigger_of_survey references survey on delete cascade,
    event       text          not null check (event in ('CASE_CLOSED', 'DELIVERY_ACCEPTED', 'VISIT_DONE')),
    delay_hours smallint      not null check (delay_hours between 0 and 720),
    probability numeric(4, 3) not null check (probability > 0 and probability <= 1),
    active      boolean       not null,
    created_at  timestamptz   not null,
    created_by  uuid          constraint trigger_made_by references staff,
    version     bigint        not null,
    constraint one_rule_for_an_event unique (survey_id, event)
);

-- Service events as they were told, each once.
create table survey_event (
    id          uuid        primary key,
    event       text        not null check (event in ('CASE_CLOSED', 'DELIVERY_ACCEPTED', 'VISIT_DONE')),
    event_key   text        not null check (length(event_key) between 1 and 120),
    customer_id uuid        not null constraint event_at_customer references customer,
    contact_id  uuid        not null constraint event_of_contact references contact,
    about       jsonb       not null,
    happened_at timestamptz not null,
    received_at timestamptz not null,
    constraint an_event_is_told_once unique (event, event_key)
);
create index event_by_customer on survey_event (customer_id);
create index event_by_contact on survey_event (contact_id);

-- How many answers came out of our own network, by month; which ones is not kept.
create table survey_own_network (
    survey_id uuid   not null constraint own_network_of_survey references survey on delete cascade,
    month     date   not null check (extract(day from month) = 1),
    answers   bigint not null,
    primary key (survey_id, month)
);
