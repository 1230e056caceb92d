package io.cesm.web.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.kernel.Uuid7;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.session.Session;

/**
 * What is remembered of a browser. Only texts, numbers and truth values go in, so that
 * nothing but plain JSON is ever read back; the id is known to the browser alone.
 */
final class StoredSession implements Session {

    /** Where Spring Security looks for the CSRF token; it is kept as its text. */
    private static final String CSRF = HttpSessionCsrfTokenRepository.class.getName().concat(".CSRF_TOKEN");

    private final Clock clock;

    private final UUID handle;

    private final Instant created;

    private final Instant storedLastSeen;

    private final Map<String, Object> attributes;

    private final Set<String> touched = new HashSet<>();

    private boolean fresh;

    private String id;

    private @Nullable String formerId;

    private Instant lastSeen;

    private Duration idle;

    private StoredSession(Clock clock, String id, UUID handle, Instant created, Instant lastSeen, Duration idle,
            Map<String, Object> attributes, boolean fresh) {
        this.clock = clock;
        this.id = id;
        this.handle = handle;
        this.created = created;
        this.lastSeen = lastSeen;
        this.storedLastSeen = lastSeen;
        this.idle = idle;
        this.attributes = new HashMap<>(attributes);
        this.fresh = fresh;
    }

    static StoredSession begin(Clock clock, Duration idle) {
        var now = clock.instant();
        return new StoredSession(clock, Secrets.next(), Uuid7.next(), now, now, idle, Map.of(), true);
    }

    static StoredSession stored(Clock clock, String id, UUID handle, Instant created, Instant lastSeen, Duration idle,
            Map<String, Object> attributes) {
        return new StoredSession(clock, id, handle, created, lastSeen, idle, attributes, false);
    }

    UUID handle() {
        return handle;
    }

    boolean fresh() {
        return fresh;
    }

    boolean changed() {
        return !touched.isEmpty() || formerId != null;
    }

    boolean seenLongAfterStored(Duration pause) {
        return storedLastSeen.plus(pause).isBefore(lastSeen);
    }

    /** The id under which it is stored now. */
    String storedId() {
        return formerId == null ? id : formerId;
    }

    Map<String, Object> written() {
        Map<String, Object> written = new HashMap<>(attributes);
        written.keySet().retainAll(touched);
        return written;
    }

    Set<String> removed() {
        Set<String> removed = new HashSet<>(touched);
        removed.removeAll(attributes.keySet());
        return removed;
    }

    Map<String, Object> attributes() {
        return Map.copyOf(attributes);
    }

    void saved() {
        fresh = false;
        formerId = null;
        touched.clear();
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String changeSessionId() {
        if (formerId == null && !fresh) {
            formerId = id;
        }
        id = Secrets.next();
        return id;
    }

    @Override
    @SuppressWarnings({ "unchecked", "NullAway", "TypeParameterUnusedInFormals" })
    public <T> T getAttribute(String name) {
        var value = attributes.get(name);
        return (T) (name.equals(CSRF) && value instanceof String text
                ? new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", text) : value);
    }

    @Override
    public Set<String> getAttributeNames() {
        return Set.copyOf(attributes.keySet());
    }

    @Override
    public void setAttribute(String name, @Nullable Object given) {
        if (given == null) {
            removeAttribute(name);
            return;
        }
        var value = given instanceof CsrfToken token ? token.getToken() : given;
        if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
            throw new IllegalArgumentException("The session keeps only texts, numbers and truth values; " + name
                    + " is a " + value.getClass().getName());
        }
        if (!value.equals(attributes.put(name, value))) {
            touched.add(name);
        }
    }

    @Override
    public void removeAttribute(String name) {
        if (attributes.remove(name) != null) {
            touched.add(name);
        }
    }

    @Override
    public Instant getCreationTime() {
        return created;
    }

    @Override
    public void setLastAccessedTime(Instant at) {
        lastSeen = clock.instant();
    }

    @Override
    public Instant getLastAccessedTime() {
        return lastSeen;
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        idle = interval;
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return idle;
    }

    @Override
    public boolean isExpired() {
        return lastSeen.plus(idle).isBefore(clock.instant());
    }

}
