package io.cesm.web.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.TimelineBook;
import io.cesm.domain.timeline.TimelineRow;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * What a person sees whose change came too late: what they typed that is stored
 * otherwise, field by field, so that nothing is lost, and what was done to the record of
 * late.
 */
@Component
public class Overtaken {

    private static final Set<String> TECHNICAL = Set.of("_csrf", "_nonce", "version", "lang");

    /** What a switch of the form sends that is no field of the record. */
    private static final Set<String> SWITCH = Set.of("true", "false");

    private static final int READ = 50;

    private static final int SHOWN = 3;

    private static final Pattern ID = Pattern
        .compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final TimelineBook timeline;

    private final CurrentActor current;

    private final MessageSource messages;

    private final Expressions expressions;

    Overtaken(TimelineBook timeline, CurrentActor current, MessageSource messages, Expressions expressions) {
        this.expressions = expressions;
        this.timeline = timeline;
        this.current = current;
        this.messages = messages;
    }

    /** A field as it was sent, and as it is stored now if that is known. */
    public record Field(String label, String sent, @Nullable String stored) {
    }

    Map<String, Object> by(HttpServletRequest request) {
        var changes = changes(request.getRequestURI());
        return model(sent(request, changes), changes);
    }

    /**
     * What the form of a record shows that was overtaken: only what differs now.
     * @param stored the fields of the record as they are now
     * @param names what ids of choices are called
     */
    public Map<String, Object> by(HttpServletRequest request, Map<String, @Nullable String> stored,
            Map<String, String> names) {
        var changes = changes(request.getRequestURI());
        var type = changes.isEmpty() ? "RECORD" : changes.getFirst().subjectType();
        var words = expressions.words(LocaleContextHolder.getLocale());
        List<Field> fields = new ArrayList<>();
        stored.forEach((name, now) -> {
            var sent = request.getParameter(name);
            if (sent != null && !sent.replace("\r\n", "\n").strip().equals(now == null ? "" : now.strip())) {
                var label = label(name, type);
                fields.add(new Field(label == null ? name : label, said(words, type, name, sent, names),
                        said(words, type, name, now == null ? "" : now, names)));
            }
        });
        var model = model(fields, changes);
        model.put("stale", true);
        return model;
    }

    /** The same of the request that is being answered. */
    public Map<String, Object> by(Map<String, @Nullable String> stored, Map<String, String> names) {
        return by(Here.request(), stored, names);
    }

    private static String said(Words words, String type, String name, String value, Map<String, String> names) {
        var said = value.isBlank() ? "–" : words.value(type, name, value);
        return names.getOrDefault(value, String.valueOf(said));
    }

    private static Map<String, Object> model(List<Field> sent, List<TimelineRow> changes) {
        Map<String, Object> model = new HashMap<>();
        model.put("sent", sent);
        model.put("changes",
                changes.stream().filter(it -> it == changes.getFirst() || !isBirth(it)).limit(SHOWN).toList());
        return model;
    }

    /** How a record began says nothing about who was faster, and is long. */
    private static boolean isBirth(TimelineRow change) {
        return change.changes().size() > 1
                && change.changes().values().stream().allMatch(values -> values.before() == null);
    }

    private List<TimelineRow> changes(String path) {
        var found = ID.matcher(path);
        var actor = current.orNull();
        if (!found.find() || actor == null || !actor.may(Right.VIEW)) {
            return List.of();
        }
        try {
            return timeline.of(UUID.fromString(found.group()), READ, null).items();
        }
        catch (DataAccessException ex) {
            return List.of();
        }
    }

    private List<Field> sent(HttpServletRequest request, List<TimelineRow> changes) {
        var type = changes.isEmpty() ? "RECORD" : changes.getFirst().subjectType();
        var words = expressions.words(LocaleContextHolder.getLocale());
        List<Field> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            var value = typed(name, String.join(", ", values), request);
            var label = label(name, type);
            if (value != null && (label != null || !SWITCH.contains(value))) {
                fields.add(new Field(label == null ? name : label, String.valueOf(words.value(type, name, value)),
                        words.value(type, name, stored(name, changes))));
            }
        });
        var differing = fields.stream().filter(it -> !it.sent().equals(it.stored())).toList();
        return differing.isEmpty() ? fields : differing;
    }

    /**
     * What a person typed or chose, as they saw it; null for what only the form knows. A
     * record is chosen by its id, with its name in a field beside it.
     */
    private static @Nullable String typed(String name, String value, HttpServletRequest request) {
        if (TECHNICAL.contains(name) || name.startsWith("_") || name.contains("assword") || value.isBlank()) {
            return null;
        }
        if (name.endsWith("Text") && request.getParameter(name.substring(0, name.length() - 4)) != null) {
            return null;
        }
        return ID.matcher(value).matches() ? request.getParameter(name + "Text") : value;
    }

    private @Nullable String label(String name, String type) {
        var locale = LocaleContextHolder.getLocale();
        return messages.getMessage("field." + type.toLowerCase(Locale.ROOT) + "." + name, null, null, locale);
    }

    private static @Nullable String stored(String name, List<TimelineRow> changes) {
        for (var change : changes) {
            var values = change.changes().get(name);
            if (values != null) {
                return values.after() == null ? "–" : values.after();
            }
        }
        return null;
    }

}
