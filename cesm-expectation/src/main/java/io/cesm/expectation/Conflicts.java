package io.cesm.expectation;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface Conflicts extends Repository<ExpectationConflict, ConflictId> {

    ExpectationConflict save(ExpectationConflict conflict);

    Optional<ExpectationConflict> findById(ConflictId id);

}
