-- By which edition of the rule a conflict was judged last: what an older edition found is judged again.
alter table expectation_conflict add column rule smallint not null default 1;
create index conflict_of_older_rule on expectation_conflict (rule, id) where state = 'OPEN';
