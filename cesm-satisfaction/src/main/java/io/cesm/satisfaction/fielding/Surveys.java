package io.cesm.satisfaction.fielding;

import java.util.Optional;

import org.springframework.data.repository.Repository;

import io.cesm.domain.kernel.UnknownThing;

interface Surveys extends Repository<Survey, SurveyId> {

    Survey saveAndFlush(Survey survey);

    Optional<Survey> findById(SurveyId id);

    default Survey require(SurveyId id) {
        return findById(id).orElseThrow(UnknownThing::new);
    }

}
