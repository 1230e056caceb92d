-- Record numbers come from sequences, so that nobody waits for another's commit to get one. A sequence for each series
-- (kind and year) goes on after the highest number given; that of a new year is made when its first number is asked for.
create function next_numbers(series text, count integer) returns setof bigint
    language plpgsql security definer set search_path from current as $$
declare
    its_sequence text := 'numbers_' || replace(lower(series), '-', '_');
begin
    if series !~ '^[A-Z]{1,4}-[0-9]{4}$' or count not between 1 and 1000000 then
        raise exception 'no such series, or too many numbers: %, %', series, count;
    end if;
    if to_regclass(its_sequence) is null then
        -- two who ask for the first number of a year: the second waits until the sequence is there
        perform pg_advisory_xact_lock(hashtextextended(its_sequence, 0));
        execute format('create sequence if not exists %I', its_sequence);
    end if;
    return query select nextval(its_sequence) from generate_series(1, count);
end $$;

do $$
declare
    known record;
begin
    for known in select series, last from number_series loop
        execute format('create sequence %I start with %s', 'numbers_' || replace(lower(known.series), '-', '_'), known.last + 1);
    end loop;
end $$;

drop table number_series;
