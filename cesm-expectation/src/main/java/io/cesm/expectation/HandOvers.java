package io.cesm.expectation;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface HandOvers extends Repository<HandOver, HandOverId> {

    HandOver save(HandOver handOver);

    Optional<HandOver> findByExpectationAndState(ExpectationId expectation, HandOverState state);

}
