package io.cesm.web.security;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries what a page has to say after a redirect through the session as JSON: texts,
 * numbers, and lists and maps of them.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class FlashNotes extends AbstractFlashMapManager {

    private static final String ATTRIBUTE = "flash";

    private static final TypeReference<List<Note>> NOTES = new TypeReference<>() {
    };

    private final JsonMapper json;

    FlashNotes(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String text)) {
            return null;
        }
        List<FlashMap> maps = new ArrayList<>();
        json.readValue(text, NOTES).forEach(note -> maps.add(note.map()));
        return maps;
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> maps, HttpServletRequest request, HttpServletResponse response) {
        if (maps.isEmpty()) {
            var session = request.getSession(false);
            if (session != null) {
                session.removeAttribute(ATTRIBUTE);
            }
            return;
        }
        request.getSession().setAttribute(ATTRIBUTE, json.writeValueAsString(maps.stream().map(Note::of).toList()));
    }

    /** A flash map as it is stored. */
    record Note(@Nullable String path, Map<String, List<String>> params, long until, Map<String, Object> values) {

        static Note of(FlashMap map) {
            Map<String, List<String>> params = new HashMap<>();
            map.getTargetRequestParams().forEach((name, texts) -> params.put(name, new ArrayList<>(texts)));
            return new Note(map.getTargetRequestPath(), params, map.getExpirationTime(), new HashMap<>(map));
        }

        FlashMap map() {
            var map = new FlashMap();
            map.putAll(values);
            map.setTargetRequestPath(path);
            params.forEach((name, texts) -> texts.forEach(text -> map.addTargetRequestParam(name, text)));
            map.setExpirationTime(until);
            return map;
        }

    }

}
