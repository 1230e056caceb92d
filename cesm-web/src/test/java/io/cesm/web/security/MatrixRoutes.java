package io.cesm.web.security;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes of the running program, in order. */
final class MatrixRoutes {

    private MatrixRoutes() {
    }

    static List<Route> of(RequestMappingHandlerMapping mapping) {
        List<Route> routes = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            var methods = info.getMethodsCondition().getMethods();
            for (var verb : methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods) {
                info.getPatternValues().forEach(pattern -> routes.add(new Route(verb.name(), pattern)));
            }
        });
        routes.add(new Route("POST", "/logout"));
        return routes.stream()
            .distinct()
            .sorted(Comparator.comparing(Route::pattern).thenComparing(Route::verb))
            .toList();
    }

    /** One verb at one address pattern. */
    record Route(String verb, String pattern) {

        @Override
        public String toString() {
            return verb + " " + pattern.replace(",", ";");
        }

    }

}
