package io.cesm.domain.people;

import java.util.Optional;

import io.cesm.domain.kernel.UnknownThing;
import org.springframework.data.repository.Repository;

interface StaffMembers extends Repository<Staff, StaffId> {

    Staff save(Staff staff);

    Optional<Staff> findById(StaffId id);

    boolean existsByLogin(String login);

    default Staff require(StaffId id) {
        return findById(id).orElseThrow(UnknownThing::new);
    }

}
