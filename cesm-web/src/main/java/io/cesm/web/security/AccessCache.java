package io.cesm.web.security;

import java.util.Optional;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.cesm.domain.people.Access;
import io.cesm.domain.people.AccessBook;
import io.cesm.domain.people.StaffId;
import org.springframework.stereotype.Component;

/** What people may do and see, believed for less than a second. */
@Component
class AccessCache {

    private final LoadingCache<StaffId, Optional<Access>> known;

    AccessCache(AccessBook book) {
        this.known = Caffeine.newBuilder().expireAfterWrite(SessionStore.FRESH_FOR).maximumSize(10_000).build(book::of);
    }

    /** The access of somebody who may come in; nothing if they may not any more. */
    Optional<Access> of(StaffId staff) {
        return known.get(staff).filter(Access::active);
    }

    void forget(StaffId staff) {
        known.invalidate(staff);
    }

}
