-- The satisfaction report of a unit and a month. Texts can be edited until it is released; then nothing changes any more.
create table report_pack (
    id          uuid        primary key,
    number      text        not null unique,
    unit_id     uuid        not null constraint report_of_unit references org_unit,
    month       date        not null check (extract(day from month) = 1),
    state       text        not null check (state in ('DRAFT', 'RELEASED')),
    -- sections in their order, each with title, sentences and figures in both languages
    content     jsonb       not null,
    as_of       timestamptz not null,
    released_at timestamptz,
    released_by uuid        constraint report_released_by references staff,
    demo        boolean     not null default false,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    version     bigint      not null,
    constraint one_report_a_month unique (unit_id, month),
    constraint report_released_has_time check ((state = 'RELEASED') = (released_at is not null))
);
create index report_by_month on report_pack (month desc, id desc);

create function keep_released_reports() returns trigger language plpgsql as $$
begin
    raise exception 'A released report does not change';
end $$;
create trigger released_reports_stay before update on report_pack
    for each row when (old.state = 'RELEASED' and (old.content, old.month, old.unit_id, old.state, old.as_of, old.released_at)
        is distinct from (new.content, new.month, new.unit_id, new.state, new.as_of, new.released_at)) execute function keep_released_reports();

-- Who does not want the report by mail, and of which time somebody got it: each once.
create table report_refusal (
    staff_id   uuid        primary key constraint report_refused_by references staff on delete cascade,
    refused_at timestamptz not null
);

create table report_mail (
    staff_id   uuid        not null constraint report_mailed_to references staff on delete cascade,
    rhythm     text        not null check (rhythm in ('WEEK', 'MONTH')),
    starts_on  date        not null,
    state      text        not null check (state in ('TAKEN', 'SENT', 'SHOWN', 'FAILED')),
    subject    text        check (length(subject) <= 200),
    body       text        check (length(body) <= 20000),
    tries      integer     not null default 1,
    taken_at   timestamptz not null,
    primary key (staff_id, rhythm, starts_on)
);
