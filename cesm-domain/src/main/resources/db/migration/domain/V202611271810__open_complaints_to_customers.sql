-- Links by which a customer's people follow their complaint: each for one person and one complaint. Only the digest of a token is kept.
create table complaint_link (
    id             uuid        primary key,
    complaint_id   uuid        not null constraint link_of_complaint references complaint on delete cascade,
    contact_id     uuid        not null constraint complaint_link_for references contact,
    token_hash     bytea       not null unique,
    created_at     timestamptz not null,
    created_by     uuid        constraint complaint_link_made_by references staff,
    expires_at     timestamptz not null,
    revoked_at     timestamptz,
    opened_at      timestamptz,
    last_opened_at timestamptz,
    constraint opened_first_before_last check ((opened_at is null) = (last_opened_at is null))
);
create index complaint_link_by_complaint on complaint_link (complaint_id, created_at desc);
create index complaint_link_by_contact on complaint_link (contact_id);

-- Files that came or went with a message; the customer sees these and no others.
alter table complaint_file add column message_id uuid constraint file_of_message references complaint_message on delete cascade;
create index complaint_file_by_message on complaint_file (message_id) where message_id is not null;

-- Mails to customers about their complaints. The place of the link stays open: the database does not learn a token.
create table complaint_mail (
    id           uuid        primary key,
    key          text        not null unique,
    complaint_id uuid        not null constraint mail_of_complaint references complaint on delete cascade,
    message_id   uuid        constraint mail_of_message references complaint_message on delete cascade,
    link_id      uuid        constraint mail_with_link references complaint_link on delete cascade,
    contact_id   uuid        not null constraint complaint_mail_to references contact,
    kind         text        not null check (kind in ('RECEIVED', 'MESSAGE', 'LINK', 'SCORE')),
    address      text        not null check (length(address) between 3 and 254),
    name         text        not null check (length(name) <= 120),
    language     text        not null check (language in ('zh', 'en')),
    subject      text        not null check (length(subject) <= 400),
    body         text        not null check (length(body) <= 8000),
    -- the mail this one answers, as its own server named it
    answers      text        check (length(answers) <= 400),
    state        text        not null check (state in ('WAITING', 'SENT', 'SHOWN', 'BOUNCED', 'FAILED', 'CANCELLED')),
    tries        integer     not null default 0,
    not_before   timestamptz not null,
    problem      text        check (length(problem) <= 400),
    created_at   timestamptz not null,
    sent_at      timestamptz
);
create index complaint_mail_waiting on complaint_mail (not_before, id) where state = 'WAITING';
create index complaint_mail_by_complaint on complaint_mail (complaint_id, created_at desc);
create index complaint_mail_by_time on complaint_mail (created_at desc, id desc);
create index complaint_mail_by_contact on complaint_mail (contact_id, created_at desc);
create index complaint_mail_by_message on complaint_mail (message_id) where message_id is not null;
