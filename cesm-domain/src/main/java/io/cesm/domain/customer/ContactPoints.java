package io.cesm.domain.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads all phones, addresses and former names of many people at once, for lists that
 * stay within reach.
 */
@Component
public class ContactPoints {

    private final JdbcClient jdbc;

    ContactPoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What each of them can be reached by now, the preferred ones first; former names
     * too.
     */
    public Map<ContactId, Map<PointKind, List<String>>> of(Collection<ContactId> contacts) {
        Map<ContactId, Map<PointKind, List<String>>> points = new HashMap<>();
        jdbc.sql("""
                select contact_id, kind, value from contact_point
                 where contact_id = any(:ids) and (not former or kind = 'FORMER_NAME')
                 order by contact_id, preferred desc, id""")
            .param("ids", contacts.stream().map(ContactId::id).toArray(UUID[]::new))
            .query(rs -> {
                points.computeIfAbsent(new ContactId(rs.getObject(1, UUID.class)), it -> new EnumMap<>(PointKind.class))
                    .computeIfAbsent(PointKind.valueOf(rs.getString(2)), it -> new ArrayList<>())
                    .add(rs.getString(3));
            });
        return points;
    }

}
