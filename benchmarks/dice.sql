-- What the loaders share: search words, throws of a die, and ids that grow with time.
create function pg_temp.tokens(said text) returns text[] language sql immutable as $$
    select array(
        select distinct substr(run.said, at, 2)
          from (select m[1] as said from regexp_matches(lower($1), '[一-龥]+', 'g') m) run, generate_series(1, length(run.said)) at
        union
        select m[1] from regexp_matches(lower($1), '[a-z0-9]+', 'g') m)
$$;
-- a throw of a die with so many sides: every property has a die of its own (the second number), so that none follows
-- from another, and each throw is the same every time
create function pg_temp.dice(i bigint, die bigint, sides int) returns int language sql immutable as $$
    select cast((hashint8extended($1, $2) & 9223372036854775807) % $3 as int)
$$;
create function pg_temp.id(at timestamptz, what text) returns uuid language sql immutable as $$
    select cast(lpad(to_hex(cast(extract(epoch from at) * 1000 as bigint)), 12, '0') || '7' || substr(md5(what), 1, 3)
             || '8' || substr(md5(what), 4, 15) as uuid)
$$;
