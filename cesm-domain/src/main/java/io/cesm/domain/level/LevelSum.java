package io.cesm.domain.level;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the database adds up for one level of one dimension. */
record LevelSum(String dimension, Level level, BigDecimal weighted, BigDecimal weight, long n, long readings) {

    static LevelSum read(ResultSet row, int number) throws SQLException {
        return new LevelSum(row.getString("dimension_code"), Level.valueOf(row.getString("level")),
                row.getBigDecimal("weighted"), row.getBigDecimal("weight"), row.getLong("n"), row.getLong("readings"));
    }

    /** Puts the levels of each dimension together, in the order of the rows. */
    static List<DimensionLevels> dimensions(List<LevelSum> sums) {
        Map<String, Map<Level, LevelMean>> dimensions = new LinkedHashMap<>();
        for (var sum : sums) {
            dimensions.computeIfAbsent(sum.dimension, it -> new EnumMap<>(Level.class))
                .put(sum.level, LevelMean.of(sum.weighted, sum.weight, sum.n, sum.readings));
        }
        return dimensions.entrySet()
            .stream()
            .map(it -> new DimensionLevels(it.getKey(), new FourLevels(it.getValue())))
            .toList();
    }

}
