package io.cesm.expectation;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface Expectations extends Repository<Expectation, ExpectationId> {

    Expectation save(Expectation expectation);

    Optional<Expectation> findById(ExpectationId id);

    void flush();

}
