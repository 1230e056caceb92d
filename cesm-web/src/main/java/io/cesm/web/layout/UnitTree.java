package io.cesm.web.layout;

import java.time.Duration;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cesm.domain.people.UnitBook;
import io.cesm.domain.people.UnitBook.UnitRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The units to choose a filter from. Every bar of filters shows all of them to everybody
 * and they change a few times a year, so they may be two seconds old; what is written
 * through this node is seen at once. Whoever tends units reads them from the book.
 */
@Component
public class UnitTree implements HandlerInterceptor, WebMvcConfigurer {

    private static final Duration BELIEVED = Duration.ofSeconds(2);

    private final UnitBook book;

    private final Cache<String, List<UnitRow>> recent = Caffeine.newBuilder().expireAfterWrite(BELIEVED).build();

    UnitTree(UnitBook book) {
        this.book = book;
    }

    /** All units, each after the one above it. */
    public List<UnitRow> all() {
        return recent.get("all", it -> List.copyOf(book.tree()));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable Exception failed) {
        if (!request.getMethod().equals("GET")) {
            recent.invalidateAll();
        }
    }

}
