-- Type-ahead looks through the names that begin so: in the index alone, without the rows, and without those merged away.
-- Nothing else asked the old one.
create index customer_suggested on customer (name_key text_pattern_ops) include (id) where status <> 'MERGED';
drop index customer_by_name_key;
