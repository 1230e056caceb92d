-- The open ones in the order of the queue and by grade, with what it is filtered by: any mix of filters reads only an
-- index, and one of four grades only its part.
drop index complaint_open_by_time;
create index complaint_open_by_time on complaint (received_at desc, id desc)
    include (customer_id, state, grade, kind, dimension_code, owner_id) where closed_at is null;
drop index complaint_open_by_grade;
create index complaint_open_by_grade on complaint (grade, received_at desc, id desc)
    include (customer_id, state, kind, dimension_code, owner_id) where closed_at is null;
