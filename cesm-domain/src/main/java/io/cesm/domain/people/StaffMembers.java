package io.cesm.domain.people;

import java.util.Optional;

import io.cesm.domain.kernel.UnknownThing;
import org.springframework.data.repository.Repository;

interface StaffMembers extends Repository<Staff, StaffId> {

    /** Saves and tells the database at once, since readers ask it directly. */
    Staff saveAndFlush(Staff it);

    Optional<Staff> findById(StaffId id);

    boolean existsByLogin(String login);

    default Staff require(StaffId id) {
        return findById(id).orElseThrow(UnknownThing::new);
    }

}
