package io.cesm.domain.people;

import java.util.Optional;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import org.springframework.data.repository.Repository;

interface Substitutes extends Repository<Substitute, UUID> {

    Substitute save(Substitute substitute);

    Optional<Substitute> findById(UUID id);

    void delete(Substitute substitute);

    default Substitute require(UUID id) {
        return findById(id).orElseThrow(UnknownThing::new);
    }

}
