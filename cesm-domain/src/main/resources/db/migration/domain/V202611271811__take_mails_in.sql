-- Mails that came to the mail box of complaints: what became of each, and those somebody has to look at.
create table incoming_mail (
    id                  uuid        primary key,
    -- message id, or a digest of the mail if it has none: a mail is taken once
    key                 text        not null unique check (length(key) <= 400),
    mailbox             text        not null check (length(mailbox) <= 200),
    from_address        text        not null check (length(from_address) <= 254),
    from_name           text        check (length(from_name) <= 200),
    subject             text        not null check (length(subject) <= 400),
    words               text        not null check (length(words) <= 20000),
    quoted              text        check (length(quoted) <= 20000),
    sent_at             timestamptz,
    received_at         timestamptz not null,
    state               text        not null check (state in ('FILED', 'APPENDED', 'UNASSIGNED', 'IGNORED')),
    reason              text        check (reason in ('UNKNOWN_SENDER', 'SEVERAL_PEOPLE', 'OTHER_SENDER', 'AUTOMATIC', 'BOUNCE', 'OWN', 'TOO_MANY', 'UNREADABLE', 'BY_HAND')),
    complaint_id        uuid        constraint mail_about_complaint references complaint,
    suggested_complaint uuid        constraint mail_perhaps_about_complaint references complaint,
    -- files that were not taken, with the name of each
    refused_files       text[]      not null default '{}',
    handled_by          uuid        constraint incoming_mail_handled_by references staff,
    handled_at          timestamptz,
    note                text        check (length(note) <= 1000)
);
create index incoming_mail_by_state on incoming_mail (state, received_at desc, id desc);
create index incoming_mail_by_complaint on incoming_mail (complaint_id, received_at desc) where complaint_id is not null;
create index incoming_mail_suggested on incoming_mail (suggested_complaint) where suggested_complaint is not null;
create index incoming_mail_by_sender on incoming_mail (from_address, received_at desc);

-- How far each mail box has been read.
create table mailbox_state (
    mailbox       text        primary key check (length(mailbox) <= 200),
    uid_validity  bigint      not null,
    last_uid      bigint      not null,
    polled_at     timestamptz,
    problem       text        check (length(problem) <= 400),
    problem_since timestamptz,
    taken         bigint      not null default 0
);
