-- Everything that happened to every record, append-only. Entries form sixteen HMAC chains (lanes), so that
-- writers do not queue behind one another and a change, gap or cut is found by the verifier.
create table timeline_entry (
    id           uuid        primary key,
    lane         smallint    not null,
    seq          bigint      not null,
    at           timestamptz not null,
    actor_id     uuid,
    actor_name   text        not null,
    actor_kind   text        not null check (actor_kind in ('STAFF', 'CUSTOMER', 'SYSTEM')),
    channel      text        not null,
    address      text,
    subject_type text        not null,
    subject_id   uuid        not null,
    subject_name text,
    customer_id  uuid,
    action       text        not null,
    changes      text        not null,
    note         text,
    mac          bytea       not null,
    constraint lane_has_no_twins unique (lane, seq)
);
create index timeline_by_subject on timeline_entry (subject_id, at desc, id desc);
create index timeline_by_customer on timeline_entry (customer_id, at desc, id desc) where customer_id is not null;
create index timeline_by_actor on timeline_entry (actor_id, at desc, id desc);
create index timeline_by_time on timeline_entry (at desc, id desc);

create table timeline_head (
    lane smallint primary key,
    seq  bigint   not null,
    mac  bytea    not null
);
insert into timeline_head select lane, 0, ''::bytea from generate_series(0, 15) as lane;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger timeline_is_append_only before update or delete on timeline_entry
    for each row execute function refuse_change();
create trigger timeline_is_never_emptied before truncate on timeline_entry
    for each statement execute function refuse_change();
revoke update, delete, truncate on timeline_entry from current_user;
