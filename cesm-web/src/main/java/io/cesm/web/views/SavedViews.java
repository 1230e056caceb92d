package io.cesm.web.views;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tabs over a list: filters a person has named. They may be a second old, so that a
 * list does not pay for its tabs.
 */
@Component("savedViews")
public class SavedViews {

    private static final int MOST = 20;

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final Clock clock;

    private final Cache<Key, List<View>> recent = Caffeine.newBuilder()
        .expireAfterWrite(Duration.ofSeconds(1))
        .maximumSize(2_000)
        .build();

    SavedViews(JdbcClient jdbc, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.current = current;
        this.clock = clock;
    }

    /**
     * A named filter.
     *
     * @param query the query of the address, in the order of names
     */
    public record View(UUID id, String name, String query) {
    }

    private record Key(StaffId staff, String register) {
    }

    /** The views of the one who is signed in. */
    public List<View> of(String register) {
        var actor = current.orNull();
        var staff = actor == null ? null : actor.staff();
        return staff == null ? List.of() : recent.get(new Key(staff, register), this::read);
    }

    private List<View> read(Key key) {
        return jdbc
            .sql("select id, name, query from saved_view where staff_id = :staff and register = :register"
                    + " order by created_at, id limit " + MOST)
            .param("staff", key.staff.id())
            .param("register", key.register)
            .query((rs, i) -> new View(rs.getObject("id", UUID.class), rs.getString("name"), rs.getString("query")))
            .list();
    }

    /** Keeps a filter under a name; the same name again replaces the filter. */
    @Transactional
    void keep(Register register, String name, String query) {
        var staff = current.actor().requireStaff();
        var key = new Key(staff, register.key());
        if (read(key).size() >= MOST) {
            throw new Refusal("view.too_many", MOST);
        }
        jdbc.sql("""
                insert into saved_view (id, staff_id, register, name, query, created_at)
                values (:id, :staff, :register, :name, :query, :at)
                on conflict (staff_id, register, name) do update set query = excluded.query""")
            .param("id", Uuid7.next())
            .param("staff", staff.id())
            .param("register", register.key())
            .param("name", Texts.required(name, 40, "name"))
            .param("query", query)
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
        recent.invalidate(key);
    }

    /** Forgets a view and says which list it belonged to. */
    @Transactional
    Register drop(UUID id) {
        var staff = current.actor().requireStaff();
        var register = jdbc.sql("delete from saved_view where id = :id and staff_id = :staff returning register")
            .param("id", id)
            .param("staff", staff.id())
            .query(String.class)
            .optional()
            .orElseThrow(UnknownThing::new);
        recent.invalidate(new Key(staff, register));
        return Register.of(register);
    }

}
