-- The keys other systems have for open complaints and TOP issues that were taken over, and what their row said last.
create table complaint_key (
    external_key text        primary key check (length(external_key) between 1 and 160),
    record_id    uuid        not null constraint key_of_complaint references complaint on delete cascade,
    said         bigint      not null,
    taken_in_at  timestamptz not null
);
create index complaint_key_by_complaint on complaint_key (record_id);

create table top_issue_key (
    external_key text        primary key check (length(external_key) between 1 and 160),
    record_id    uuid        not null constraint key_of_top_issue references top_issue on delete cascade,
    said         bigint      not null,
    taken_in_at  timestamptz not null
);
create index top_issue_key_by_issue on top_issue_key (record_id);
