-- Every batch of answers changes counts that are there already. With room left in their page they are changed in place:
-- no key is written again, and the tables do not grow with the answers.
alter table survey_figure_cell set (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);
alter table survey_figure_customer set (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);

-- What was counted leaves the queue; whoever looks whether something waits steps over what has not been swept.
alter table survey_pending set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- Respondents of every kind and part, read with every figure: few among all counts of a survey.
create index figure_respondents on survey_figure_cell (survey_id, kind, part, month) where item = '';
