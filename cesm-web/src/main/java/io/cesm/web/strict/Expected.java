package io.cesm.web.strict;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;

/**
 * The parameters a controller method asks for, read from its signature.
 *
 * @param open whether it takes whatever comes
 * @param many by name, whether several values are meant
 */
record Expected(boolean open, Map<String, Boolean> many) {

    private static final Set<String> TECHNICAL = Set.of("_csrf", "_nonce", "lang", "theme", "rows", "plain", "version");

    static Expected of(HandlerMethod method) {
        Map<String, Boolean> many = new HashMap<>();
        boolean open = false;
        for (MethodParameter each : method.getMethodParameters()) {
            each.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            open |= isOpen(each);
            add(each, many);
        }
        return new Expected(open, many);
    }

    private static boolean isOpen(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return MultiValueMap.class.isAssignableFrom(type)
                || (Map.class.isAssignableFrom(type) && parameter.hasParameterAnnotation(RequestParam.class))
                || WebRequest.class.isAssignableFrom(type);
    }

    private static void add(MethodParameter parameter, Map<String, Boolean> many) {
        var type = parameter.getParameterType();
        var param = parameter.getParameterAnnotation(RequestParam.class);
        if (param != null) {
            var name = param.name().isEmpty() ? parameter.getParameterName() : param.name();
            if (name != null) {
                many.put(name, several(type));
            }
        }
        else if (type.isRecord() && !parameter.hasParameterAnnotation(PathVariable.class)) {
            for (RecordComponent each : type.getRecordComponents()) {
                many.put(each.getName(), several(each.getType()));
            }
        }
    }

    private static boolean several(Class<?> type) {
        return type.isArray() || Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }

    /**
     * Whether a parameter of this name with this many values is what the method asks for.
     */
    boolean allows(String name, int values) {
        if (open || TECHNICAL.contains(name)) {
            return true;
        }
        var plain = name.startsWith("_") ? name.substring(1) : name;
        var root = plain.split("[.\\[]", 2)[0];
        var several = many.get(root);
        return several != null && (values <= 1 || several);
    }

}
