package io.cesm.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.cesm.domain.support.SharedPostgres;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SchemaTests {

    private static final Pattern NAME = Pattern.compile("V(\\d{12})__[a-z0-9_]+\\.sql");

    private static final Pattern TABLE = Pattern.compile("(?im)^\\s*create\\s+(?:unlogged\\s+)?table\\s+(\\w+)");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuuMMddHHmm")
        .withResolverStyle(ResolverStyle.STRICT);

    private final List<Path> migrations = Sources.endingWith(".sql")
        .stream()
        .filter(file -> file.toString().replace('\\', '/').contains("/db/migration/"))
        .filter(file -> !name(file).startsWith("afterMigrate__"))
        .toList();

    @Test
    void everyMigrationCarriesARealMinute() {
        assertThat(migrations).hasSizeGreaterThan(5)
            .allSatisfy(file -> assertThat(carriesARealMinute(name(file))).as(name(file)).isTrue());
    }

    static boolean carriesARealMinute(String name) {
        var matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return false;
        }
        try {
            LocalDateTime.parse(matcher.group(1), MINUTE);
            return true;
        }
        catch (DateTimeParseException ex) {
            return false;
        }
    }

    @Test
    void noTwoMigrationsShareAMinute() {
        assertThat(migrations).extracting(file -> name(file).substring(0, 13)).doesNotHaveDuplicates();
    }

    @Test
    void everyMigrationLiesInTheFolderOfItsModule() {
        assertThat(migrations).allSatisfy(
                file -> assertThat(file.toString()).contains("cesm-" + owner(file) + Path.of("/src/main/resources")));
    }

    @Test
    void foreignKeysPointOnlyToTheLeft() {
        var owners = owners();
        var keys = database().queryForList("""
                select conname as name, conrelid::regclass::text as source, confrelid::regclass::text as target
                  from pg_constraint
                 where contype = 'f'""");

        assertThat(keys).hasSizeGreaterThan(10).allSatisfy(key -> {
            var source = owners.get(key.get("source"));
            var target = owners.get(key.get("target"));
            assertThat(List.of(String.valueOf(source), String.valueOf(target))).as("owners of %s", key)
                .isSubsetOf(Sources.MODULES);
            assertThat(pointsLeft(String.valueOf(source), String.valueOf(target))).as("%s", key).isTrue();
        });
    }

    static boolean pointsLeft(String source, String target) {
        return Sources.MODULES.indexOf(target) <= Sources.MODULES.indexOf(source);
    }

    @Test
    void theProgramMayNeverChangeTheTimeline() {
        var rights = database().queryForList("""
                select privilege_type from information_schema.role_table_grants
                 where table_name = 'timeline_entry' and grantee = 'cesm_app'""", String.class);

        assertThat(rights).containsExactlyInAnyOrder("SELECT", "INSERT");
    }

    @Test
    void theProgramOnlyReadsViewsAndWithItsOwnRights() {
        var views = database().queryForList("""
                select c.relname as name, coalesce(array_to_string(c.reloptions, ','), '') as options,
                       (select string_agg(g.privilege_type, ',' order by g.privilege_type)
                          from information_schema.role_table_grants g
                         where g.table_name = c.relname and g.grantee = 'cesm_app') as rights
                  from pg_class c
                 where c.relkind = 'v' and c.relnamespace = current_schema()::regnamespace""");

        assertThat(views).isNotEmpty().allSatisfy(view -> {
            assertThat(view.get("rights")).as("%s", view).isEqualTo("SELECT");
            assertThat(view.get("options")).as("%s", view).isEqualTo("security_invoker=true");
        });
    }

    @Test
    void whatCountsAnswersToTheRightOfTheSurveysSkipsThoseLeftOut() {
        assertThat(Sources.endingWith(".java"))
            .filteredOn(file -> file.toString().replace('\\', '/').contains("cesm-governance/src/main/"))
            .isNotEmpty()
            .allSatisfy(file -> assertThat(Sources.text(file)).doesNotContain("survey_response"));
    }

    private Map<String, String> owners() {
        var owners = new HashMap<String, String>();
        for (var file : migrations) {
            var matcher = TABLE.matcher(Sources.text(file));
            while (matcher.find()) {
                owners.put(matcher.group(1), owner(file));
            }
        }
        return owners;
    }

    private static String owner(Path file) {
        return String.valueOf(file.getName(file.getNameCount() - 2));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static JdbcTemplate database() {
        return new JdbcTemplate(new DriverManagerDataSource(SharedPostgres.ofThisJvm().freshDatabase(),
                SharedPostgres.OWNER, SharedPostgres.OWNER));
    }

}
