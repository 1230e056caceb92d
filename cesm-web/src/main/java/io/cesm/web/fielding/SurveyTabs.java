package io.cesm.web.fielding;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The tabs of a survey, as far as their pages exist. */
@Component("surveyTabs")
class SurveyTabs {

    private static final List<String> ALL = List.of("overview", "people", "mail", "links", "devices", "analysis",
            "voices", "quality");

    private static final Set<String> OURS = Set.of("people", "mail", "links", "devices", "quality");

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;

    private volatile List<Tab> known = List.of();

    SurveyTabs(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    /**
     * One tab.
     *
     * @param path what follows the address of the survey
     * @param edit whether it is for those who may edit surveys
     * @param ours whether it makes sense only for surveys we carry out ourselves
     */
    public record Tab(String key, String path, boolean edit, boolean ours) {
    }

    public List<Tab> all() {
        if (known.isEmpty()) {
            var patterns = mapping.getObject()
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(it -> it.getPatternValues().stream())
                .collect(java.util.stream.Collectors.toSet());
            known = ALL.stream()
                .map(it -> new Tab(it, it.equals("overview") ? "" : "/" + it.toLowerCase(Locale.ROOT),
                        it.equals("mail") || it.equals("links"), OURS.contains(it)))
                .filter(it -> it.path().isEmpty() || patterns.contains("/surveys/{id}" + it.path()))
                .toList();
        }
        return known;
    }

}
