-- When somebody had the clocks of all open complaints worked out anew, and what came of it.
create table clock_recompute (
    id           uuid        primary key,
    requested_at timestamptz not null,
    requested_by uuid        constraint clock_recompute_by references staff,
    looked_at    integer     not null default 0,
    changed      integer     not null default 0,
    finished_at  timestamptz
);
create index clock_recompute_by_time on clock_recompute (requested_at desc);
