package io.cesm.domain.dimension;

import java.util.regex.Pattern;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;

/** Adds quality dimensions to those a company speaks of. */
@Service
@Transactional
public class AddingDimensions {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{1,39}");

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final ApplicationEventPublisher facts;

    AddingDimensions(JdbcClient jdbc, CurrentActor current, ApplicationEventPublisher facts) {
        this.jdbc = jdbc;
        this.current = current;
        this.facts = facts;
    }

    /** Adds a dimension behind the others; one that is there already stays as it is. */
    public void add(String code, String name, String nameEn) {
        current.actor().requireMay(Right.SETTINGS);
        if (!CODE.matcher(code).matches()) {
            throw new FieldRefusal("code", "dimension.code", code);
        }
        jdbc.sql("""
                insert into dimension (code, name, name_en, sort)
                values (:code, :name, :nameEn, (select coalesce(max(sort), 0) + 10 from dimension))
                on conflict (code) do nothing
                """)
            .param("code", code)
            .param("name", Texts.required(name, 60, "name"))
            .param("nameEn", Texts.required(nameEn, 60, "nameEn"))
            .update();
        facts.publishEvent(new DimensionsChanged(code));
    }

}
