package io.cesm.web.exports;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.cesm.domain.kernel.FieldRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.validation.DataBinder;
import org.springframework.web.bind.WebDataBinder;

/**
 * Makes the record of a page's filters out of the parameters of its address, as the page
 * itself does.
 */
@Component
public class Filters {

    private final ConversionService conversion;

    Filters(@Qualifier("mvcConversionService") ConversionService conversion) {
        this.conversion = conversion;
    }

    /**
     * The record of the filters.
     * @throws FieldRefusal if there is no such filter, or it cannot have that value
     */
    public <T extends Record> T read(Class<T> type, Map<String, List<String>> filters) {
        var known = Arrays.stream(type.getRecordComponents()).map(it -> it.getName()).collect(Collectors.toSet());
        filters.keySet().stream().filter(it -> !known.contains(it)).findFirst().ifPresent(it -> {
            throw new FieldRefusal("query", "export.filter", it);
        });
        var binder = new WebDataBinder(null, "query");
        binder.setTargetType(ResolvableType.forClass(type));
        binder.setConversionService(conversion);
        binder.construct(new Values(filters));
        var errors = binder.getBindingResult();
        var wrong = errors.getFieldError();
        if (wrong != null) {
            throw new FieldRefusal("query", "export.filter", wrong.getField());
        }
        return type.cast(Objects.requireNonNull(errors.getTarget()));
    }

    private record Values(Map<String, List<String>> filters) implements DataBinder.ValueResolver {

        @Override
        public @Nullable Object resolveValue(String name, Class<?> type) {
            var values = filters.get(name);
            if (values == null || values.isEmpty()) {
                return null;
            }
            return values.size() == 1 ? values.getFirst() : values.toArray(String[]::new);
        }

        @Override
        public Set<String> getNames() {
            return filters.keySet();
        }

    }

}
