package io.cesm.satisfaction.measure.index;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One publication of an index, the best first. */
public record IndexWave(UUID id, String label, LocalDate publishedOn, List<Place> places) {

    /**
     * The place of one brand.
     *
     * @param rank equal scores share a place
     */
    public record Place(String brand, BigDecimal score, int rank, boolean ours) {
    }

    public Optional<Place> ours() {
        return places.stream().filter(Place::ours).findFirst();
    }

    public Optional<Place> of(String brand) {
        return places.stream().filter(it -> it.brand().equals(brand)).findFirst();
    }

}
