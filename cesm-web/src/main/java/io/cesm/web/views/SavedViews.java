package io.cesm.web.views;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tabs over a list: filters somebody has named, for themselves or for their unit and
 * the units below. What others share may be a second old, so that a list does not pay for
 * its tabs.
 */
@Component("savedViews")
public class SavedViews {

    private static final int MOST = 20;

    private static final int MOST_SHOWN = 40;

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
     * @param mine whether it is the reader's own, who alone may rename, share or remove
     * it
     * @param shared whether the unit sees it
     * @param byDefault whether the reader begins with it
     * @param owner who named it
     */
    public record View(UUID id, String name, String query, boolean mine, boolean shared, boolean byDefault,
            String owner) {
    }

    private record Key(StaffId staff, String register) {
    }

    /** What the one who is signed in sees: their own first, then those of their unit. */
    public List<View> of(String register) {
        var actor = current.orNull();
        var staff = actor == null ? null : actor.staff();
        return staff == null ? List.of() : recent.get(new Key(staff, register), this::read);
    }

    /** The address of the list without any view, also for who begins with another one. */
    public String plain(String register) {
        var path = Register.of(register).path();
        return begin(register) == null ? path : path + "?" + DefaultView.PLAIN + "=true";
    }

    /** The view the one who is signed in begins with. */
    @Nullable View begin(String register) {
        return of(register).stream().filter(View::byDefault).findFirst().orElse(null);
    }

    private List<View> read(Key key) {
        return jdbc.sql("""
                select v.id, v.name, v.query, v.staff_id = :staff as mine, v.unit_id is not null as shared,
                       d.view_id is not null as by_default, s.name as owner
                  from saved_view v
                  join staff s on s.id = v.staff_id
                  left join saved_view_default d
                    on d.view_id = v.id and d.staff_id = :staff and d.register = v.register
                 where v.register = :register
                   and (v.staff_id = :staff
                        or v.unit_id in (select u.id from staff me join org_unit here on here.id = me.unit_id
                                           join org_unit u on starts_with(here.path, u.path)
                                          where me.id = :staff))
                 order by v.staff_id <> :staff, v.created_at, v.id limit %d""".formatted(MOST_SHOWN))
            .param("staff", key.staff.id())
            .param("register", key.register)
            .query((rs, i) -> new View(rs.getObject("id", UUID.class), rs.getString("name"), rs.getString("query"),
                    rs.getBoolean("mine"), rs.getBoolean("shared"), rs.getBoolean("by_default"), rs.getString("owner")))
            .list();
    }

    /**
     * Keeps a filter under a name; the same name again replaces the filter.
     * @param shared whether the unit shall see it
     */
    @Transactional
    public void keep(Register register, String name, String query, boolean shared) {
        var staff = current.actor().requireStaff();
        if (read(new Key(staff, register.key())).stream().filter(View::mine).count() >= MOST) {
            throw new Refusal("view.too_many", MOST);
        }
        jdbc.sql(
                """
                        insert into saved_view (id, staff_id, register, name, query, unit_id, created_at)
                        values (:id, :staff, :register, :name, :query, :unit, :at)
                        on conflict (staff_id, register, name) do update set query = excluded.query, unit_id = excluded.unit_id""")
            .param("id", Uuid7.next())
            .param("staff", staff.id())
            .param("register", register.key())
            .param("name", Texts.required(name, 40, "name"))
            .param("query", query)
            .param("unit", shared ? unit(staff) : null, Types.OTHER)
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
        recent.invalidateAll();
    }

    /**
     * Changes one's own view; of somebody else's only whether one begins with it.
     * @return the list it belongs to
     */
    @Transactional
    Register change(UUID id, @Nullable String name, boolean shared, boolean byDefault) {
        var staff = current.actor().requireStaff();
        var register = register(id);
        var view = find(staff, register, id);
        if (view.mine()) {
            var unit = !shared ? null : view.shared() ? unitOf(id) : unit(staff);
            rename(staff, register, view, Texts.required(name, 40, "name"), unit);
        }
        jdbc.sql("delete from saved_view_default where staff_id = :staff and register = :register"
                + " and (view_id = :id or :chosen)")
            .param("staff", staff.id())
            .param("register", register.key())
            .param("id", id)
            .param("chosen", byDefault)
            .update();
        if (byDefault) {
            jdbc.sql("insert into saved_view_default (staff_id, register, view_id) values (:staff, :register, :id)")
                .param("staff", staff.id())
                .param("register", register.key())
                .param("id", id)
                .update();
        }
        recent.invalidateAll();
        return register;
    }

    private void rename(StaffId staff, Register register, View view, String name, @Nullable UUID unit) {
        if (read(new Key(staff, register.key())).stream()
            .anyMatch(it -> it.mine() && it.name().equals(name) && !it.id().equals(view.id()))) {
            throw new FieldRefusal("name", "view.name_taken", name);
        }
        jdbc.sql("update saved_view set name = :name, unit_id = :unit where id = :id")
            .param("name", name)
            .param("unit", unit, Types.OTHER)
            .param("id", view.id())
            .update();
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
        recent.invalidateAll();
        return Register.of(register);
    }

    private Register register(UUID id) {
        return Register.of(jdbc.sql("select register from saved_view where id = :id")
            .param("id", id)
            .query(String.class)
            .optional()
            .orElseThrow(UnknownThing::new));
    }

    private View find(StaffId staff, Register register, UUID id) {
        return read(new Key(staff, register.key())).stream()
            .filter(it -> it.id().equals(id))
            .findFirst()
            .orElseThrow(UnknownThing::new);
    }

    private @Nullable UUID unitOf(UUID view) {
        return jdbc.sql("select unit_id from saved_view where id = :id")
            .param("id", view)
            .query((rs, i) -> rs.getObject(1, UUID.class))
            .single();
    }

    private UUID unit(StaffId staff) {
        return jdbc.sql("select unit_id from staff where id = :id and unit_id is not null")
            .param("id", staff.id())
            .query((rs, i) -> rs.getObject(1, UUID.class))
            .optional()
            .orElseThrow(() -> new Refusal("view.no_unit"));
    }

}
