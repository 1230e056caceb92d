package io.cesm.web.layout;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.validation.DataBinder;

/**
 * What a record of filters is made of: words, numbers, days, choices, and lists of them,
 * each of which may be missing.
 *
 * @param constructor null if it is made of anything else
 */
record QuickRecord(@Nullable Constructor<?> constructor, List<Part> parts) {

    /** One component: its name in the address and what it is turned into. */
    record Part(String name, TypeDescriptor type) {

        @Nullable Object of(HttpServletRequest request, DataBinder binder) {
            var given = request.getParameterValues(name);
            return given == null ? null
                    : binder.convertIfNecessary(given.length == 1 ? given[0] : given, type.getType(), type);
        }

    }

    private static final QuickRecord NOT_PLAIN = new QuickRecord(null, List.of());

    static QuickRecord of(Class<?> type) {
        if (!type.isRecord() || !Arrays.stream(type.getRecordComponents()).allMatch(it -> isPlain(it.getType()))) {
            return NOT_PLAIN;
        }
        var constructor = BeanUtils.getResolvableConstructor(type);
        var names = BeanUtils.getParameterNames(constructor);
        return new QuickRecord(constructor,
                IntStream.range(0, names.length)
                    .mapToObj(i -> new Part(names[i], new TypeDescriptor(new MethodParameter(constructor, i))))
                    .toList());
    }

    private static boolean isPlain(Class<?> type) {
        boolean one = BeanUtils.isSimpleValueType(type) && !type.isPrimitive();
        return one || Collection.class.isAssignableFrom(type);
    }

    boolean isPlain() {
        return constructor != null;
    }

    /** Whether one of the names is also the name of a component. */
    boolean isNamedByAny(Map<?, ?> names) {
        return !names.isEmpty() && parts.stream().anyMatch(it -> names.containsKey(it.name()));
    }

    /**
     * @throws org.springframework.beans.TypeMismatchException if a value does not fit
     */
    Object make(HttpServletRequest request, DataBinder binder) {
        var values = parts.stream().map(it -> it.of(request, binder)).toArray();
        return BeanUtils.instantiateClass(Objects.requireNonNull(constructor), values);
    }

}
