package io.cesm.domain.people;

import java.util.List;
import java.util.Optional;

import io.cesm.domain.kernel.UnknownThing;
import org.springframework.data.repository.Repository;

interface Units extends Repository<Unit, UnitId> {

    /** Saves and tells the database at once, since readers ask it directly. */
    Unit saveAndFlush(Unit it);

    Optional<Unit> findById(UnitId id);

    List<Unit> findByPathStartingWith(String path);

    default Unit require(UnitId id) {
        return findById(id).orElseThrow(UnknownThing::new);
    }

}
