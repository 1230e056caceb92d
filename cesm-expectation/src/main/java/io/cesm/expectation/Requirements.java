package io.cesm.expectation;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface Requirements extends Repository<Requirement, RequirementId> {

    Requirement save(Requirement requirement);

    Optional<Requirement> findById(RequirementId id);

}
