-- The figures over the register read these indexes alone, without touching the rows.
create index expectation_open_figures on expectation (customer_id) include (state, captured_at, due_on, flow, dimension_code, contact_id, said_on)
    where closed_at is null;
create index expectation_committed_figures on expectation (committed_on) include (customer_id, state, delivered_at, flow, dimension_code)
    where committed_on is not null;
create index expectation_perceived_figures on expectation (customer_id)
    include (contact_id, importance, perceived_level, expected_level, answered_on, state, flow, dimension_code)
    where perceived_level is not null and expected_level is not null;
create index expectation_said_figures on expectation (said_on) include (customer_id, contact_id, state, closed_at, flow, dimension_code);
