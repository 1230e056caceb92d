-- What was learnt: from a complaint, a TOP issue or an expectation; articles are the same without a story behind them.
create table lesson (
    id                uuid        primary key,
    number            text        not null unique,
    kind              text        not null check (kind in ('LESSON', 'ARTICLE')),
    state             text        not null check (state in ('DRAFT', 'REVIEWED', 'PUBLISHED', 'RETIRED')),
    title             text        check (length(title) <= 160),
    title_en          text        check (length(title_en) <= 160),
    happened          text        check (length(happened) <= 8000),
    happened_en       text        check (length(happened_en) <= 8000),
    cause_class       text        check (cause_class in ('IT', 'KNOWLEDGE', 'PROCESS', 'RULES', 'PEOPLE', 'DESIGN', 'SUPPLIER', 'CUSTOMER')),
    root_cause        text        check (length(root_cause) <= 4000),
    root_cause_en     text        check (length(root_cause_en) <= 4000),
    differently       text        check (length(differently) <= 4000),
    differently_en    text        check (length(differently_en) <= 4000),
    dimension_code    text        constraint lesson_in_dimension references dimension,
    flow              text        check (flow in ('IPD', 'LTC', 'ITR')),
    product           text        check (length(product) <= 120),
    touch_point       text        check (length(touch_point) <= 120),
    keywords          text[]      not null default '{}',
    -- roles it is meant for; nobody named: everybody
    audience          text[]      not null default '{}',
    owner_id          uuid        not null constraint lesson_owned_by references staff,
    review_on         date        not null,
    unchanged_because text        check (length(unchanged_because) <= 1000),
    content_version   integer     not null default 1,
    written_at        timestamptz not null,
    written_by        uuid        constraint lesson_written_by references staff,
    changed_by        uuid        constraint lesson_changed_by references staff,
    reviewed_at       timestamptz,
    reviewed_by       uuid        constraint lesson_reviewed_by references staff,
    published_at      timestamptz,
    published_by      uuid        constraint lesson_published_by references staff,
    retired_at        timestamptz,
    retired_because   text        check (length(retired_because) <= 1000),
    demo              boolean     not null default false,
    search            tsvector    not null default '',
    updated_at        timestamptz not null,
    version           bigint      not null default 0,
    constraint lesson_has_a_title check (title is not null or title_en is not null),
    constraint lesson_has_words check (happened is not null or happened_en is not null),
    constraint lesson_says_what_changes check (kind = 'ARTICLE' or differently is not null or differently_en is not null),
    constraint published_was_reviewed check (state not in ('REVIEWED', 'PUBLISHED') or reviewed_at is not null),
    constraint published_has_a_time check (state <> 'PUBLISHED' or published_at is not null),
    constraint retired_has_a_reason check ((state = 'RETIRED') = (retired_because is not null))
);
create index lesson_by_time on lesson (written_at desc, id desc);
create index lesson_search on lesson using gin (search);
create index lesson_by_review on lesson (review_on) where state = 'PUBLISHED';
create index lesson_by_owner on lesson (owner_id, review_on);

-- Every wording it ever had.
create table lesson_version (
    lesson_id  uuid        not null constraint version_of_lesson references lesson on delete cascade,
    no         integer     not null,
    content    jsonb       not null,
    note       text        check (length(note) <= 1000),
    at         timestamptz not null,
    staff_id   uuid        constraint lesson_version_by references staff,
    primary key (lesson_id, no)
);

-- The records it goes back to. Some lie further right, so nothing but id and number is known here.
create table lesson_link (
    lesson_id uuid        not null constraint link_of_lesson references lesson on delete cascade,
    kind      text        not null check (kind in ('COMPLAINT', 'TOP_ISSUE', 'EXPECTATION')),
    record_id uuid        not null,
    number    text        not null check (length(number) between 1 and 40),
    linked_at timestamptz not null,
    linked_by uuid        constraint lesson_linked_by references staff,
    primary key (lesson_id, record_id)
);
create index lesson_link_by_record on lesson_link (record_id);

-- What it changes: a standard, a checklist, a training. Tracked until it is done.
create table lesson_action (
    id         uuid        primary key,
    lesson_id  uuid        not null constraint action_of_lesson references lesson on delete cascade,
    kind       text        not null check (kind in ('STANDARD', 'CHECKLIST', 'TRAINING', 'OTHER')),
    what       text        not null check (length(what) between 1 and 500),
    owner_id   uuid        not null constraint lesson_action_owned_by references staff,
    due_on     date        not null,
    state      text        not null check (state in ('OPEN', 'DONE', 'DROPPED')),
    outcome    text        check (length(outcome) <= 1000),
    made_at    timestamptz not null,
    ended_at   timestamptz,
    ended_by   uuid        constraint lesson_action_ended_by references staff,
    constraint ended_says_what_came_of_it check ((state = 'OPEN') = (outcome is null) and (state = 'OPEN') = (ended_at is null))
);
create index lesson_action_by_lesson on lesson_action (lesson_id, due_on);
create index lesson_action_open on lesson_action (owner_id, due_on) where state = 'OPEN';

-- How often it was of use. Once a person, a day and a case: typing on does not make it more.
create table lesson_use (
    lesson_id uuid        not null constraint use_of_lesson references lesson on delete cascade,
    kind      text        not null check (kind in ('OFFERED', 'OPENED', 'HELPED')),
    staff_id  uuid        not null constraint lesson_used_by references staff,
    record_id uuid        not null default '00000000-0000-0000-0000-000000000000',
    used_on   date        not null,
    used_at   timestamptz not null,
    primary key (lesson_id, kind, staff_id, record_id, used_on)
);
