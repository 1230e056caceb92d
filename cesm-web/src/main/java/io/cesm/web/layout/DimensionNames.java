package io.cesm.web.layout;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.dimension.DimensionsChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the quality dimensions are called. Nearly every page says it and it changes a few
 * times a year, so it may be a second old; who changes it sees it at once.
 */
@Component
public class DimensionNames {

    private final DimensionBook book;

    private final Cache<String, List<DimensionBook.Dimension>> recent = Caffeine.newBuilder()
        .expireAfterWrite(Duration.ofSeconds(1))
        .build();

    DimensionNames(DimensionBook book) {
        this.book = book;
    }

    /** All dimensions in their order, also those that are no longer chosen. */
    public List<DimensionBook.Dimension> all() {
        return recent.get("all", it -> book.all());
    }

    /** The names by code, in the order of the dimensions. */
    public Map<String, String> byCode(Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        all().forEach(it -> names.put(it.code(), it.name(locale)));
        return names;
    }

    /** The name of one; null if there is none of that code. */
    public @Nullable String of(String code, Locale locale) {
        return byCode(locale).get(code);
    }

    @EventListener
    void changed(DimensionsChanged fact) {
        recent.invalidateAll();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            // somebody else may have read the old names before the change was committed
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

                @Override
                public void afterCommit() {
                    recent.invalidateAll();
                }

            });
        }
    }

}
