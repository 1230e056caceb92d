package io.cesm.satisfaction.followup;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface FollowUps extends Repository<FollowUp, FollowUpId> {

    FollowUp save(FollowUp followUp);

    void flush();

    Optional<FollowUp> findById(FollowUpId id);

    Optional<FollowUp> findByResponse(UUID response);

}
