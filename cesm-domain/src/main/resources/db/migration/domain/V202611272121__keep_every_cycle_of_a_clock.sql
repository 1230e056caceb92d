-- A clock that begins anew leaves how its cycle went: the next update again and again, the solution after a reopening.
-- Cycles before this day are not known; they were never written.
create table complaint_clock_gone (
    complaint_id   uuid        not null constraint gone_clock_of_complaint references complaint on delete cascade,
    kind           text        not null check (kind in ('FIRST_RESPONSE', 'NEXT_UPDATE', 'RESOLUTION')),
    policy         text        not null check (length(policy) between 1 and 80),
    target_minutes integer     not null check (target_minutes > 0),
    state          text        not null check (state in ('MET', 'LATE', 'ENDED')),
    began_at       timestamptz not null,
    used           bigint      not null check (used >= 0),
    paused_times   integer     not null,
    stopped_at     timestamptz not null,
    primary key (complaint_id, kind, began_at)
);
