package io.cesm.domain.level;

import io.cesm.domain.people.Scope;

/** The customers a question is about, as the head of a statement. */
final class LevelSql {

    private LevelSql() {
    }

    /**
     * {@code with … tree (id)}: the customer {@code :customer} and, if wanted, all below
     * it, each only if it is in scope.
     */
    static String tree(Scope scope, boolean below) {
        var top = "select c.id from customer c where c.id = :customer and " + scope.sql("c.id");
        if (!below) {
            return "with tree as (" + top + ")\n";
        }
        return "with recursive tree as (" + top + """

                union
                select k.id from tree t join customer k on k.parent_id = t.id
                 where k.status <> 'MERGED' and %s)
                """.formatted(scope.sql("k.id"));
    }

}
