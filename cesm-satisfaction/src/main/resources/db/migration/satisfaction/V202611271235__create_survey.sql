-- Surveys in the field: who is asked what and when, and what was answered.
create table survey (
    id                uuid        primary key,
    number            text        not null unique,
    title             jsonb       not null,
    origin            text        not null check (origin in ('OWN', 'AGENCY', 'SYNDICATED')),
    kind              text        not null check (kind in ('SERVICE', 'COMPETITIVENESS')),
    questionnaire_id  uuid        not null constraint survey_of_questionnaire references questionnaire,
    version_id        uuid        not null constraint survey_asks_version references questionnaire_version,
    anonymity         text        not null check (anonymity in ('NAMED', 'CONFIDENTIAL', 'ANONYMOUS')),
    state             text        not null check (state in ('DRAFT', 'FIELDED', 'CLOSED', 'ANALYSED')),
    wave              text        check (length(wave) between 1 and 80),
    opens_on          date,
    closes_on         date,
    owner_id          uuid        constraint survey_owned_by references staff,
    settings          jsonb       not null default '{}',
    use_for_appraisal boolean     not null default false,
    demo              boolean     not null default false,
    created_at        timestamptz not null,
    created_by        uuid        constraint survey_created_by references staff,
    changed_at        timestamptz not null,
    version           bigint      not null,
    constraint opens_before_it_closes check (opens_on is null or closes_on is null or opens_on <= closes_on),
    -- what we measure ourselves never judges people
    constraint own_surveys_never_appraise check (origin <> 'OWN' or not use_for_appraisal)
);
create index survey_by_change on survey (changed_at desc, id desc);
create index survey_by_questionnaire on survey (questionnaire_id, opens_on);

-- One person asked once. The token of the link is known to the person alone; here stands its SHA-256.
create table survey_invitation (
    id            uuid        primary key,
    survey_id     uuid        not null constraint invitation_to_survey references survey,
    customer_id   uuid        constraint invitation_at_customer references customer,
    contact_id    uuid        constraint invitation_of_contact references contact,
    channel       text        not null check (channel in ('MAIL', 'LINK', 'PHONE', 'TABLET')),
    language      text        not null check (language ~ '^[a-z]{2}$'),
    state         text        not null check (state in ('QUEUED', 'SENT', 'OPENED', 'BEGUN', 'ANSWERED', 'DECLINED', 'BOUNCED', 'EXPIRED', 'WITHDRAWN')),
    token_hash    bytea       unique check (length(token_hash) = 32),
    event_key     text        check (length(event_key) between 1 and 120),
    about         jsonb       not null default '{}',
    not_before    timestamptz not null,
    sent_at       timestamptz,
    reminders     smallint    not null default 0,
    reminded_at   timestamptz,
    expires_at    timestamptz,
    -- null for ever in anonymous surveys: the moment would join invitation and answer
    answered_at   timestamptz,
    created_at    timestamptz not null,
    version       bigint      not null,
    constraint asked_once_about_one_event unique (survey_id, event_key)
);
create index invitation_by_survey on survey_invitation (survey_id, state, id);
create index invitation_by_contact on survey_invitation (contact_id, sent_at desc);
create index invitation_by_customer on survey_invitation (customer_id, sent_at desc);
create index invitation_waiting on survey_invitation (not_before, id) where state = 'QUEUED';

-- What one respondent answered, as it stays. items: point or quantity as number, option or code as text, several
-- options as array, by key of the item; words: what was written; segments: what the respondent was at that moment.
create table survey_response (
    id          uuid           not null,
    answered_on date           not null,
    survey_id   uuid           not null constraint response_to_survey references survey,
    version_id  uuid           not null constraint response_to_version references questionnaire_version,
    complete    boolean        not null,
    anonymous   boolean        not null,
    channel     text           not null check (channel in ('MAIL', 'LINK', 'QR', 'PHONE', 'TABLET', 'OFFLINE', 'API', 'IMPORT')),
    language    text           check (language ~ '^[a-z]{2}$'),
    customer_id uuid           constraint response_of_customer references customer,
    contact_id  uuid           constraint response_of_contact references contact,
    answered_at timestamptz,
    weight      numeric(12, 6) not null default 1 check (weight > 0),
    segments    jsonb          not null default '{}',
    items       jsonb          not null,
    words       jsonb          not null default '{}',
    primary key (answered_on, id),
    -- nothing in an anonymous answer tells who gave it, or when
    constraint anonymous_stays_so check (not anonymous
        or (contact_id is null and answered_at is null and extract(day from answered_on) = 1))
);
create index response_by_survey on survey_response (survey_id, answered_on, id);
create index response_by_customer on survey_response (customer_id, answered_on desc) where customer_id is not null;

-- What makes an answer one answer: the link, the number a device gave it, the respondent's key in a file.
create table survey_response_key (
    survey_id   uuid not null constraint key_in_survey references survey,
    key         text not null check (length(key) between 1 and 120),
    response_id uuid,
    primary key (survey_id, key)
);

-- Answers not yet counted in the roll-ups; written with the answer, taken away by whoever counts it.
create table survey_pending (
    survey_id   uuid not null constraint pending_in_survey references survey on delete cascade,
    answered_on date not null,
    response_id uuid not null,
    primary key (response_id)
);
