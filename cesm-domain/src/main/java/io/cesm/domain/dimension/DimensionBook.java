package io.cesm.domain.dimension;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks the quality dimensions up. */
@Component
public class DimensionBook {

    private final JdbcClient jdbc;

    DimensionBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The dimensions that may be chosen now, in their order. */
    public List<Dimension> active() {
        return all().stream().filter(Dimension::active).toList();
    }

    /** All dimensions, also those that are no longer chosen. */
    public List<Dimension> all() {
        return jdbc.sql("select code, name, name_en, sort, active from dimension order by sort, code")
            .query((rs, i) -> new Dimension(rs.getString(1), rs.getString(2), rs.getString(3), rs.getInt(4),
                    rs.getBoolean(5)))
            .list();
    }

    public Optional<Dimension> find(String code) {
        return all().stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** All dimensions by their code. */
    public Map<String, Dimension> byCode() {
        return all().stream().collect(Collectors.toMap(Dimension::code, Function.identity()));
    }

    /**
     * A quality dimension.
     *
     * @param code what records keep
     * @param name its Chinese name
     */
    public record Dimension(String code, String name, String nameEn, int sort, boolean active) {

        public String name(Locale language) {
            return language.getLanguage().equals("zh") ? name : nameEn;
        }
    }

}
