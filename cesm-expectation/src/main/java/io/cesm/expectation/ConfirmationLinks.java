package io.cesm.expectation;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

interface ConfirmationLinks extends Repository<ConfirmationLink, ConfirmationLinkId> {

    ConfirmationLink save(ConfirmationLink link);

    Optional<ConfirmationLink> findById(ConfirmationLinkId id);

    Optional<ConfirmationLink> findByTokenHash(byte[] tokenHash);

    List<ConfirmationLink> findByExpectation(ExpectationId expectation);

    void flush();

}
