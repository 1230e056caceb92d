-- An answer stays as it was given, whoever holds the program's own role: no statement rewrites or deletes one, nor the
-- key that makes it one answer (without it the same link could answer anew). The few doors that may remove answers – a
-- wave taken back, the demo company leaving – say so for their own transaction by cesm.answers_may_go.
create function keep_answers() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('cesm.answers_may_go', true), '') = 'yes' then
        if tg_op = 'DELETE' then
            return old;
        end if;
        return new;
    end if;
    if tg_op = 'UPDATE' and tg_table_name = 'survey_response' then
        -- the customer or the person an answer belongs to may be merged into another; nobody is given to it or lost
        if (old.customer_id is null) = (new.customer_id is null) and (old.contact_id is null) = (new.contact_id is null) then
            old.customer_id := new.customer_id;
            old.contact_id := new.contact_id;
        end if;
        if old is not distinct from new then
            return new;
        end if;
    end if;
    raise exception 'an answer stays as it was given: % of % refused', lower(tg_op), tg_table_name
        using errcode = 'insufficient_privilege';
end $$;
create trigger answers_stay before update or delete on survey_response
    for each row execute function keep_answers();
create trigger answers_are_never_emptied before truncate on survey_response
    for each statement execute function keep_answers();
create trigger keys_of_answers_stay before update or delete on survey_response_key
    for each row execute function keep_answers();
create trigger keys_of_answers_are_never_emptied before truncate on survey_response_key
    for each statement execute function keep_answers();
