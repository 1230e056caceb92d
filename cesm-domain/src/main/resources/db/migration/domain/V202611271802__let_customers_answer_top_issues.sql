-- What the customers were told on the rhythm of an issue.
create table top_issue_report (
    id        uuid        primary key,
    issue_id  uuid        not null constraint report_of_top_issue references top_issue on delete cascade,
    due_on    date,
    subject   text        not null check (length(subject) between 1 and 200),
    words     text        not null check (length(words) between 1 and 6000),
    told_at   timestamptz not null,
    told_by   uuid        constraint top_issue_told_by references staff,
    late_days integer     not null check (late_days >= 0)
);
create index top_issue_reports on top_issue_report (issue_id, told_at desc, id desc);

-- One person of a customer who is asked or told something. The token follows from the id and a key outside the
-- database, which knows only its digest.
create table top_issue_link (
    id          uuid        primary key,
    issue_id    uuid        not null constraint link_of_top_issue references top_issue on delete cascade,
    purpose     text        not null check (purpose in ('STATEMENT', 'APPROVAL', 'REPORT')),
    customer_id uuid        not null constraint top_issue_link_to_customer references customer on delete cascade,
    contact_id  uuid        not null constraint top_issue_link_to_person references contact,
    report_id   uuid        constraint link_of_report references top_issue_report on delete cascade,
    -- what the person is asked about: the statement as it stood, or the round
    statement   text        check (length(statement) <= 4000),
    round       integer     not null,
    channel     text        check (channel in ('PHONE', 'EMAIL', 'WECOM', 'VISIT', 'MEETING', 'OTHER')),
    token_hash  bytea       not null unique,
    made_at     timestamptz not null,
    made_by     uuid        constraint top_issue_link_made_by references staff,
    expires_at  timestamptz not null,
    opened_at   timestamptz,
    used_at     timestamptz,
    answer      text        check (length(answer) <= 2000),
    revoked_at  timestamptz,
    constraint report_is_named check ((purpose = 'REPORT') = (report_id is not null)),
    constraint statement_is_kept check (purpose <> 'STATEMENT' or statement is not null)
);
create index top_issue_links on top_issue_link (issue_id, made_at desc);
create index top_issue_link_by_report on top_issue_link (report_id) where report_id is not null;
create index top_issue_link_by_contact on top_issue_link (contact_id);
create index top_issue_link_by_customer on top_issue_link (customer_id);

-- Mails that carry such links, until they are gone.
create table top_issue_mail (
    id         uuid        primary key,
    link_id    uuid        not null constraint mail_of_top_issue_link references top_issue_link on delete cascade,
    address    text        not null check (length(address) <= 254),
    name       text        not null check (length(name) <= 400),
    language   text        not null check (language in ('zh', 'en')),
    subject    text        not null check (length(subject) between 1 and 400),
    body       text        not null check (length(body) between 1 and 8000),
    state      text        not null check (state in ('WAITING', 'SENT', 'SHOWN', 'BOUNCED', 'FAILED', 'CANCELLED')),
    tries      integer     not null default 0,
    problem    text        check (length(problem) <= 400),
    not_before timestamptz not null,
    created_at timestamptz not null,
    sent_at    timestamptz
);
create index top_issue_mail_waiting on top_issue_mail (not_before, id) where state = 'WAITING';
create index top_issue_mail_of_link on top_issue_mail (link_id, created_at desc);
