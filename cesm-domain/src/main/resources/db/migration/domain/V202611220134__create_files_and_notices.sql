-- Files that people hand in; the name is only a label. Content is kept in the database so that every node sees it.
create table stored_file (
    id           uuid        primary key,
    name         text        not null check (length(name) between 1 and 200),
    media_type   text        not null check (length(media_type) <= 100),
    size         bigint      not null check (size >= 0),
    sha256       bytea       not null,
    content      bytea       not null,
    subject_type text,
    subject_id   uuid,
    stored_by    uuid        constraint file_stored_by references staff,
    stored_at    timestamptz not null
);
create index stored_file_by_subject on stored_file (subject_id, stored_at);

-- What a person should hear of, in the application.
create table notice (
    id           uuid        primary key,
    staff_id     uuid        not null constraint notice_for references staff on delete cascade,
    at           timestamptz not null,
    kind         text        not null,
    subject_type text        not null,
    subject_id   uuid        not null,
    subject_name text        not null,
    details      jsonb       not null,
    dedup_key    text        not null unique,
    read_at      timestamptz
);
create index notice_unread on notice (staff_id, at desc) where read_at is null;
create index notice_by_person on notice (staff_id, at desc, id desc);
