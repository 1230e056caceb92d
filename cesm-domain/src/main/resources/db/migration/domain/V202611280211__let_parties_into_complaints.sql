-- Parties of a complaint: people beside who complained, of the customer or of another company, who read what is shared
-- with them and write to us. Each has one page by a link; only the digest of its token is kept.
create table complaint_party (
    id             uuid        primary key,
    complaint_id   uuid        not null constraint party_of_complaint references complaint on delete cascade,
    contact_id     uuid        constraint party_is_contact references contact,
    name           text        not null check (length(name) between 1 and 120),
    company        text        check (length(company) between 1 and 200),
    address        text        not null check (length(address) between 3 and 254),
    language       text        not null check (language in ('zh', 'en')),
    topic          text        not null check (length(topic) between 1 and 200),
    token_hash     bytea       not null unique,
    created_at     timestamptz not null,
    created_by     uuid        not null constraint party_let_in_by references staff,
    expires_at     timestamptz not null,
    removed_at     timestamptz,
    removed_by     uuid        constraint party_removed_by references staff,
    opened_at      timestamptz,
    last_opened_at timestamptz,
    constraint outsiders_have_a_company check (contact_id is not null or company is not null),
    constraint removed_by_somebody check ((removed_at is null) = (removed_by is null)),
    constraint party_opened_first_before_last check ((opened_at is null) = (last_opened_at is null))
);
create unique index one_party_an_address on complaint_party (complaint_id, address) where removed_at is null;
create index complaint_party_by_complaint on complaint_party (complaint_id, created_at);
create index complaint_party_by_contact on complaint_party (contact_id) where contact_id is not null;

-- What is said to parties alone, and what they say.
alter table complaint_message drop constraint complaint_message_kind_check;
alter table complaint_message add constraint complaint_message_kind_check
    check (kind in ('INTERNAL', 'TO_CUSTOMER', 'FROM_CUSTOMER', 'TO_PARTIES', 'FROM_PARTY'));
alter table complaint_message drop constraint internal_has_no_contact;
alter table complaint_message add constraint only_customers_words_have_a_contact
    check (kind in ('TO_CUSTOMER', 'FROM_CUSTOMER') or contact_id is null);
alter table complaint_message add column party_id uuid constraint message_from_party references complaint_party on delete cascade;
alter table complaint_message add constraint a_party_said_it check ((kind = 'FROM_PARTY') = (party_id is not null));
create index complaint_message_by_party on complaint_message (party_id, said_at) where party_id is not null;

-- Which parties read a message, beside those of the customer.
create table complaint_message_reader (
    message_id uuid not null constraint read_message references complaint_message on delete cascade,
    party_id   uuid not null constraint reading_party references complaint_party on delete cascade,
    primary key (message_id, party_id)
);
create index complaint_message_by_reader on complaint_message_reader (party_id);

-- Mails to parties go by the same out-tray.
alter table complaint_mail alter column contact_id drop not null;
alter table complaint_mail add column party_id uuid constraint complaint_mail_to_party references complaint_party on delete cascade;
alter table complaint_mail drop constraint complaint_mail_kind_check;
alter table complaint_mail add constraint complaint_mail_kind_check
    check (kind in ('RECEIVED', 'MESSAGE', 'LINK', 'SCORE', 'INVITED', 'SHARED'));
alter table complaint_mail add constraint mail_to_a_party_or_a_contact
    check ((kind in ('INVITED', 'SHARED')) = (party_id is not null) and (party_id is null) = (contact_id is not null));
create index complaint_mail_by_party on complaint_mail (party_id, created_at desc) where party_id is not null;
