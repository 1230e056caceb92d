package io.cesm.domain.customer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A record while a batch is worked through: its fields before, and now. */
final class IntakeState {

    final UUID id;

    final boolean isNew;

    final Map<String, @Nullable String> before = new LinkedHashMap<>();

    final Map<String, @Nullable String> now = new LinkedHashMap<>();

    final Set<String> formerNames = new LinkedHashSet<>();

    final Set<String> newFormerNames = new LinkedHashSet<>();

    final Map<String, PointWish> newPoints = new LinkedHashMap<>();

    final Set<String> points = new LinkedHashSet<>();

    IntakeState(UUID id, boolean isNew) {
        this.id = id;
        this.isNew = isNew;
    }

    void was(String field, @Nullable String value) {
        before.put(field, value);
        now.put(field, value);
    }

    /** Takes a value over; a missing one leaves the field as it is. */
    void set(String field, @Nullable String value) {
        if (value != null) {
            now.put(field, value);
        }
    }

    @Nullable String get(String field) {
        return now.get(field);
    }

    String must(String field) {
        return Objects.requireNonNull(now.get(field), field);
    }

    boolean changed(String field) {
        return !Objects.equals(before.get(field), now.get(field));
    }

    /** What differs from the last time somebody asked; afterwards nothing does. */
    boolean isTouched(Map<String, @Nullable String> since, int points, int names) {
        return !since.equals(now) || newPoints.size() > points || newFormerNames.size() > names;
    }

    boolean isChanged() {
        return isNew || !before.equals(now) || !newPoints.isEmpty() || !newFormerNames.isEmpty();
    }

    List<@Nullable String> names() {
        List<@Nullable String> names = new ArrayList<>();
        names.addAll(formerNames);
        names.addAll(newFormerNames);
        return names;
    }

}
