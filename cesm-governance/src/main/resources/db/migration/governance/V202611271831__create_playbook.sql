-- Checklists for complaints of a kind, a grade, a cause. Conditions that are missing fit everything.
create table playbook (
    id             uuid    primary key,
    number         text    not null unique,
    name           text    not null check (length(name) between 1 and 80),
    name_en        text    check (length(name_en) <= 80),
    kind           text    check (kind in ('COMPLAINT', 'PRAISE', 'SUGGESTION', 'QUESTION', 'REQUIREMENT')),
    -- this grade and worse ones
    grade_to       integer check (grade_to between 1 and 4),
    cause_class    text    check (cause_class in ('IT', 'KNOWLEDGE', 'PROCESS', 'RULES', 'PEOPLE', 'DESIGN', 'SUPPLIER', 'CUSTOMER')),
    dimension_code text    constraint playbook_in_dimension references dimension,
    active         boolean not null,
    edition        integer not null,
    changed_at     timestamptz not null,
    changed_by     uuid    constraint playbook_changed_by references staff,
    version        bigint  not null
);

-- The items of every edition it had: what a complaint was given stays what it was.
create table playbook_item (
    playbook_id    uuid    not null constraint item_of_playbook references playbook on delete cascade,
    edition        integer not null,
    pos            integer not null,
    words          text    not null check (length(words) between 1 and 300),
    words_en       text    check (length(words_en) <= 300),
    due_hours      integer check (due_hours between 1 and 2000),
    needs_evidence boolean not null,
    required_for   text    check (required_for in ('ACKNOWLEDGE', 'START', 'CONTAIN', 'RESOLVE', 'CLOSE')),
    required_to    integer check (required_to between 1 and 4),
    primary key (playbook_id, edition, pos)
);

-- A checklist given to a complaint: each once.
create table playbook_run (
    id           uuid        primary key,
    complaint_id uuid        not null constraint run_for_complaint references complaint on delete cascade,
    playbook_id  uuid        not null constraint run_of_playbook references playbook,
    edition      integer     not null,
    begun_at     timestamptz not null,
    begun_by     uuid        constraint run_begun_by references staff,
    constraint given_once unique (complaint_id, playbook_id)
);
create index playbook_run_by_playbook on playbook_run (playbook_id, begun_at desc);

create table playbook_check (
    id             uuid        primary key,
    run_id         uuid        not null constraint check_of_run references playbook_run on delete cascade,
    pos            integer     not null,
    words          text        not null,
    words_en       text,
    due_at         timestamptz,
    needs_evidence boolean     not null,
    required_for   text,
    required_to    integer,
    owner_id       uuid        constraint check_owned_by references staff,
    state          text        not null check (state in ('OPEN', 'DONE', 'SKIPPED')),
    evidence       text        check (length(evidence) <= 1000),
    ended_at       timestamptz,
    ended_by       uuid        constraint check_ended_by references staff,
    version        bigint      not null,
    constraint ended_check_has_a_time check ((state = 'OPEN') = (ended_at is null)),
    constraint skipped_has_a_reason check (state <> 'SKIPPED' or evidence is not null)
);
create index playbook_check_by_run on playbook_check (run_id, pos);
create index playbook_check_by_owner on playbook_check (owner_id, due_at) where state = 'OPEN';
