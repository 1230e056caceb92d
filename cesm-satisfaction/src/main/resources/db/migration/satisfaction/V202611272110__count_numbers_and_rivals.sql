-- Whole numbers of few values and the pairs of answers about ourselves and a rival are counted too: surveys that ask for
-- them are counted anew.
create temporary table counted_anew on commit drop as
    select s.id from survey s join questionnaire_version v on v.id = s.version_id
     where v.definition::text ~ '"type": "NUMBER"|"repeat": \{';
delete from survey_figure_cell where survey_id in (select id from counted_anew);
delete from survey_figure_customer where survey_id in (select id from counted_anew);
delete from survey_figure_state where survey_id in (select id from counted_anew);
delete from survey_study where survey_id in (select id from counted_anew);
insert into survey_pending (survey_id, answered_on, response_id)
    select r.survey_id, r.answered_on, r.id from survey_response r
     where r.survey_id in (select id from counted_anew)
       and not exists (select from survey_pending p where p.response_id = r.id);
