-- What somebody owns is found by the condition that lists of open ones ask with, and in the order a desk shows it.
drop index expectation_due_of_owner;
create index expectation_open_of_owner on expectation (owner_id, due_on, id) where due_on is not null;
create index expectation_open_of_owner_by_state on expectation (owner_id, state, captured_at desc, id desc) where due_on is not null;
