-- A customer who does not answer about a TOP issue goes up the same ladder as one who does not about a complaint.
alter table escalation
    alter column complaint_id drop not null,
    add column issue_id    uuid constraint escalation_of_a_top_issue references top_issue on delete cascade,
    add column customer_id uuid constraint escalation_of_a_silent_customer references customer on delete cascade,
    add column about       text check (about in ('STATEMENT', 'APPROVAL', 'REPORT')),
    add constraint escalated_one_record check (num_nonnulls(complaint_id, issue_id) = 1),
    add constraint escalated_issue_says_who check ((issue_id is null) = (customer_id is null) and (issue_id is null) = (about is null));
create unique index escalated_issue_once on escalation (issue_id, occasion) where issue_id is not null;
create index escalation_by_silent_customer on escalation (customer_id) where customer_id is not null;
