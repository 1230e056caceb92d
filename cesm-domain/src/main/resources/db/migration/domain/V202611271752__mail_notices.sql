-- How a person wants to hear of notices besides in the application. Who said nothing gets what the program thinks sensible.
create table notice_preference (
    staff_id    uuid     primary key constraint notice_preference_of references staff on delete cascade,
    escalation  text     not null check (escalation in ('AT_ONCE', 'DIGEST', 'NONE')),
    handover    text     not null check (handover in ('AT_ONCE', 'DIGEST', 'NONE')),
    other       text     not null check (other in ('AT_ONCE', 'DIGEST', 'NONE')),
    digest_hour smallint not null check (digest_hour between 0 and 23),
    quiet_from  smallint not null check (quiet_from between 0 and 23),
    quiet_to    smallint not null check (quiet_to between 0 and 23),
    -- escalations come through also in quiet hours
    disturb     boolean  not null
);

-- A mail about one notice or several; kept as it was sent.
create table notice_mail (
    id         uuid        primary key,
    staff_id   uuid        not null constraint notice_mail_to references staff on delete cascade,
    address    text        not null check (length(address) <= 254),
    language   text        not null,
    subject    text        not null check (length(subject) <= 300),
    body       text        not null,
    state      text        not null check (state in ('WAITING', 'SENT', 'SHOWN', 'FAILED')),
    tries      integer     not null default 0,
    not_before timestamptz not null,
    problem    text        check (length(problem) <= 400),
    made_at    timestamptz not null,
    sent_at    timestamptz
);
create index notice_mail_waiting on notice_mail (not_before) where state = 'WAITING';
create index notice_mail_by_person on notice_mail (staff_id, made_at desc);

-- What becomes of a notice on a way out of the application: once for each notice and way.
create table notice_delivery (
    notice_id uuid        not null constraint delivery_of_notice references notice on delete cascade,
    channel   text        not null check (channel in ('MAIL')),
    state     text        not null check (state in ('NEW', 'WAITING', 'NONE', 'MAILED')),
    due_at    timestamptz not null,
    mail_id   uuid        constraint delivered_by_mail references notice_mail on delete set null,
    primary key (notice_id, channel)
);
create index notice_delivery_open on notice_delivery (due_at) where state in ('NEW', 'WAITING');
create index notice_delivery_by_mail on notice_delivery (mail_id) where mail_id is not null;
