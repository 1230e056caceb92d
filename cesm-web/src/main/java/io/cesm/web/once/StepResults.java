package io.cesm.web.once;

import java.lang.reflect.Type;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.cesm.domain.calendar.CalendarDefinition;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down what a step returned, and reads it again: by fields, for ourselves alone.
 */
@Component
class StepResults {

    private final JsonMapper json = JsonMapper.builder()
        .changeDefaultVisibility(seen -> seen.withFieldVisibility(Visibility.ANY)
            .withGetterVisibility(Visibility.NONE)
            .withIsGetterVisibility(Visibility.NONE))
        .addMixIn(CalendarDefinition.class, ByGetters.class)
        .build();

    private final EntityManager entities;

    /** For the type whose fields are not what its constructor takes. */
    @JsonAutoDetect(fieldVisibility = Visibility.NONE, getterVisibility = Visibility.PUBLIC_ONLY)
    private interface ByGetters {

    }

    StepResults(@Lazy EntityManager entities) {
        this.entities = entities;
    }

    byte @Nullable [] write(@Nullable Object result) {
        if (result == null) {
            return null;
        }
        if (result.getClass().isAnnotationPresent(Entity.class)) {
            entities.flush(); // what it says of its version holds after the commit
        }
        return json.writeValueAsBytes(result);
    }

    @Nullable Object read(byte @Nullable [] written, Type type) {
        return written == null ? null : json.readValue(written, json.constructType(type));
    }

    /** Whether results of this type can be made again from what is written down. */
    boolean reads(Type type) {
        if (type == void.class) {
            return true;
        }
        try {
            json.readValue("{}", json.constructType(type));
            return true;
        }
        catch (InvalidDefinitionException ex) {
            return false;
        }
        catch (JacksonException ex) {
            return true; // it is only not what was written here
        }
    }

}
