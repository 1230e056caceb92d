-- Each transaction of a request claims a key of its own and notes what it returned (sealed), so that a repetition can go on
-- behind it when the first one died between its commit and its answer. Answers are sealed as well; the old ones are forgotten.
delete from once_key;
alter table once_key
    add column call   text,
    add column result bytea;
