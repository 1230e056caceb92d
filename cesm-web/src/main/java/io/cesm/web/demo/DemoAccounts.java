package io.cesm.web.demo;

import java.util.List;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The accounts everybody may sign in with while the program shows its demo company; none
 * outside the profile "demo", and none once the company is removed.
 */
@Component("demoAccounts")
public class DemoAccounts {

    private final JdbcClient jdbc;

    private final boolean demo;

    DemoAccounts(JdbcClient jdbc, Environment environment) {
        this.jdbc = jdbc;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** Somebody of the demo company. */
    public record Account(String login, String name) {
    }

    public List<Account> shown() {
        if (!demo) {
            return List.of();
        }
        return jdbc.sql("""
                select s.login, s.name from staff s join credential c on c.staff_id = s.id
                 where s.demo and s.status = 'ACTIVE' order by s.created_at, s.id limit %d
                """.formatted(DemoCompany.ACCOUNTS))
            .query((rs, i) -> new Account(rs.getString(1), rs.getString(2)))
            .list();
    }

    public String password() {
        return DemoCompany.PASSWORD;
    }

}
