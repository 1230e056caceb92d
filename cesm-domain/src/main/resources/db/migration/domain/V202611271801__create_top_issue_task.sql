-- What is done about a TOP issue: short-term and long-term measures as tasks, with what has to come before.
create table top_issue_task (
    id           uuid        primary key,
    issue_id     uuid        not null constraint task_of_top_issue references top_issue on delete cascade,
    title        text        not null check (length(title) between 1 and 200),
    term         text        not null check (term in ('SHORT', 'LONG')),
    owner_id     uuid        not null constraint task_owned_by references staff,
    starts_on    date        not null,
    due_on       date        not null,
    done_on      date,
    result       text        check (length(result) <= 2000),
    planned_cost numeric(14, 2) check (planned_cost >= 0),
    actual_cost  numeric(14, 2) check (actual_cost >= 0),
    added_at     timestamptz not null,
    version      bigint      not null default 0,
    constraint task_ends_after_it_begins check (due_on >= starts_on)
);
create index top_issue_tasks on top_issue_task (issue_id, starts_on, id);
create index top_issue_task_by_owner on top_issue_task (owner_id, due_on) where done_on is null;

create table top_issue_task_after (
    task_id  uuid not null constraint task_that_waits references top_issue_task on delete cascade,
    after_id uuid not null constraint task_that_comes_first references top_issue_task on delete cascade,
    primary key (task_id, after_id),
    constraint task_not_after_itself check (task_id <> after_id)
);
create index top_issue_task_before on top_issue_task_after (after_id);
