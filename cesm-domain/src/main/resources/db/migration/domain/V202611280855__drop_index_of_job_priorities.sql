-- No job has a priority; each timer wrote this index three times.
drop index scheduled_tasks_by_priority;
