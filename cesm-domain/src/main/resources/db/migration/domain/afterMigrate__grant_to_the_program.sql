-- What the program may do when it signs in with a role of its own: everything with rows, nothing with tables,
-- the timeline only grows, and views are only read. Runs after every migration, so that new tables are covered as well.
do $$
declare
    runtime text := '${runtimeRole}';
    here    text := current_schema();
    shown   text;
begin
    if runtime in ('', current_user) then
        return;
    end if;
    execute format('grant usage on schema %I to %I', here, runtime);
    execute format('grant select, insert, update, delete on all tables in schema %I to %I', here, runtime);
    execute format('grant usage, select on all sequences in schema %I to %I', here, runtime);
    execute format('revoke insert, update, delete on flyway_schema_history from %I', runtime);
    execute format('revoke update, delete, truncate on timeline_entry from %I', runtime);
    for shown in select viewname from pg_views where schemaname = here loop
        execute format('revoke insert, update, delete on %I from %I', shown, runtime);
    end loop;
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to %I', here, runtime);
    execute format('alter default privileges in schema %I grant usage, select on sequences to %I', here, runtime);
end $$;
