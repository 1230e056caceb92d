package io.cesm.web.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.StaffRow;
import org.springframework.context.i18n.LocaleContextHolder;

/** People to choose from, by id. */
final class Colleagues {

    private Colleagues() {
    }

    static Map<String, String> of(List<StaffRow> rows, StaffId without) {
        var locale = LocaleContextHolder.getLocale();
        Map<String, String> names = new LinkedHashMap<>();
        rows.stream()
            .filter(row -> !row.id().equals(without))
            .forEach(row -> names.put(row.id().toString(), row.name() + " · " + row.unitIn(locale)));
        return names;
    }

}
