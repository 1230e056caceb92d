-- Which customers somebody looks after is part of each of their questions: it is answered by the index alone.
create index account_team_seen on account_team (staff_id, customer_id) include (valid_from, valid_to);
drop index account_team_by_staff;
