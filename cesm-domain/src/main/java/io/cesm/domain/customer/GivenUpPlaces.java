package io.cesm.domain.customer;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A place in an account team has one holder at a time: where both customers have one, the
 * survivor's stays and the other follows as backup, who goes on seeing the customer.
 */
class GivenUpPlaces implements MergeFollower {

    private final JdbcClient jdbc;

    GivenUpPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String part() {
        return "places";
    }

    @Override
    public MergeKind kind() {
        return MergeKind.CUSTOMER;
    }

    /** They are counted among the team that follows. */
    @Override
    public long count(UUID absorbed, UUID survivor) {
        return 0;
    }

    @Override
    public List<UUID> follow(UUID absorbed, UUID survivor) {
        return jdbc.sql("""
                update account_team t set backup = true
                 where t.customer_id = :absorbed and not t.backup
                   and exists (select from account_team s where s.customer_id = :survivor and s.role = t.role
                                  and not s.backup and s.valid_from <= coalesce(t.valid_to, 'infinity')
                                  and coalesce(s.valid_to, 'infinity') >= t.valid_from)
                returning t.id""")
            .param("absorbed", absorbed)
            .param("survivor", survivor)
            .query((rs, i) -> rs.getObject(1, UUID.class))
            .list();
    }

    @Override
    public void comeBack(List<UUID> followed, UUID absorbed) {
        jdbc.sql("update account_team set backup = false where id = any(:ids)")
            .param("ids", followed.toArray(UUID[]::new))
            .update();
    }

}
