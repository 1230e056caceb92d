package io.cesm.domain.intake;

/** Which rows of an import are wanted. */
public enum RowFilter {

    ALL("true"), CREATED("outcome = 'CREATED'"), CHANGED("outcome = 'CHANGED'"), UNCHANGED("outcome = 'UNCHANGED'"),
    REFUSED("outcome = 'REFUSED'"), LEFT_OUT("problems is not null and outcome <> 'REFUSED'"),
    PROBLEMS("problems is not null"), ALIKE("alike is not null");

    private final String sql;

    RowFilter(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

}
