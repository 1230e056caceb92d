package io.cesm.satisfaction.questionnaire;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/**
 * Published versions by id. They never change, so what was read once is kept; a reader
 * who answers a page does not wait for a definition to be read anew.
 */
@Component
public class FrozenVersions {

    private static final int MOST = 100;

    private final VersionBook book;

    private final Map<UUID, PublishedVersion> known = new ConcurrentHashMap<>();

    FrozenVersions(VersionBook book) {
        this.book = book;
    }

    public PublishedVersion require(UUID id) {
        var it = known.get(id);
        if (it == null) {
            it = book.require(id);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(id, it);
        }
        return it;
    }

}
