package io.cesm.web.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.UnitName;
import io.cesm.governance.lesson.ActionKind;
import io.cesm.governance.lesson.LessonKind;
import io.cesm.governance.lesson.LessonState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What forms and filters about lessons let a person choose from. */
@Component
class LessonChoices {

    private static final int MOST = 500;

    private static final List<Role> READERS = List.of(Role.CSR, Role.AR, Role.SR, Role.FR, Role.MANAGER, Role.OFFICE);

    private final DimensionBook dimensions;

    private final JdbcClient jdbc;

    LessonChoices(DimensionBook dimensions, JdbcClient jdbc) {
        this.dimensions = dimensions;
        this.jdbc = jdbc;
    }

    void addVocabulary(Model model, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        dimensions.active().forEach(it -> names.put(it.code(), it.name(locale)));
        model.addAttribute("dimensions", names);
        model.addAttribute("flows", Flow.values());
        model.addAttribute("causes", CauseClass.values());
        model.addAttribute("kinds", LessonKind.values());
        model.addAttribute("states", LessonState.values());
        model.addAttribute("actionKinds", ActionKind.values());
        model.addAttribute("roles", READERS);
    }

    /** Everybody of us who can look after something. */
    Map<String, String> staff() {
        Map<String, String> choices = new LinkedHashMap<>();
        jdbc.sql("select s.id, s.name, " + UnitName.sql("u")
                + " as unit from staff s join org_unit u on u.id = s.unit_id"
                + " where s.status = 'ACTIVE' order by s.name, s.id limit :most")
            .param("most", MOST)
            .query(rs -> {
                choices.put(rs.getObject("id", UUID.class).toString(),
                        rs.getString("name") + " · " + rs.getString("unit"));
            });
        return choices;
    }

}
