package io.cesm.domain.level;

import java.util.Optional;

import org.springframework.data.repository.Repository;

import io.cesm.domain.kernel.UnknownThing;

interface RecordedReadings extends Repository<RecordedReading, RecordedReadingId> {

    RecordedReading save(RecordedReading reading);

    Optional<RecordedReading> findById(RecordedReadingId id);

    Optional<RecordedReading> findByExternalKey(String key);

    default RecordedReading require(RecordedReadingId id) {
        return findById(id).orElseThrow(UnknownThing::new);
    }

}
