-- Whoever clarifies an expectation names its dimension or says that none fits; silence is neither.
alter table expectation add column fits_no_dimension boolean not null default false;
alter table expectation add constraint placed_in_one_way check (not fits_no_dimension or dimension_code is null);
