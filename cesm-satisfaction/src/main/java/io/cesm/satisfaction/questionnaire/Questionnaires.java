package io.cesm.satisfaction.questionnaire;

import java.util.Optional;

import org.springframework.data.repository.Repository;

import io.cesm.domain.kernel.UnknownThing;

interface Questionnaires extends Repository<Questionnaire, QuestionnaireId> {

    Questionnaire saveAndFlush(Questionnaire questionnaire);

    Optional<Questionnaire> findById(QuestionnaireId id);

    default Questionnaire require(QuestionnaireId id) {
        return findById(id).orElseThrow(UnknownThing::new);
    }

}
