-- The open ones of one state by their day: a column of the board and the piles of a desk, which would otherwise read
-- past all that is due earlier in other states.
create index expectation_open_by_state on expectation (state, due_on, id)
    include (customer_id, flow, dimension_code, owner_id, captured_at) where due_on is not null;

-- Whoever sees two hundred customers and filters reads an index alone, not all rows of those customers.
create index expectation_of_customer on expectation (customer_id, captured_at desc, id desc)
    include (state, flow, dimension_code, owner_id, due_on);
drop index expectation_by_customer;
