-- Whatever is open has a day on which something is due, and nothing else has one.
alter table expectation add constraint open_ones_are_due check ((due_on is null) = (closed_at is not null));

-- The open ones in the register's two orders, with what it is filtered by: any mix of filters reads only an index.
create index expectation_open_by_time on expectation (captured_at desc, id desc)
    include (customer_id, state, flow, dimension_code, owner_id, due_on) where due_on is not null;
create index expectation_open_by_due on expectation (due_on, id)
    include (customer_id, state, flow, dimension_code, owner_id, captured_at) where due_on is not null;
drop index expectation_due;
