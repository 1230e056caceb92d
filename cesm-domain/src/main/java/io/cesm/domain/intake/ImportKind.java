package io.cesm.domain.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of records that files bring, told by the module that owns the records. Every
 * bean of this type is offered on the import pages and in the API.
 */
public interface ImportKind {

    /** Short code for addresses, such as {@code customers}. */
    String code();

    Label label();

    /** One sentence about what a row of such a file is. */
    Label about();

    /** What columns can be mapped to; may differ from day to day, as dimensions do. */
    List<Target> targets();

    /**
     * Whether the kind finds its columns by itself, by their headings. Its rows then hold
     * all cells, under the index of their column, and nothing is mapped.
     */
    default boolean findsColumns() {
        return false;
    }

    /** Which column seems to hold what, judging by its heading. */
    default Map<Integer, String> guess(List<String> header) {
        return HeaderGuess.of(header, targets());
    }

    /**
     * What is different from the last file of this kind, for whoever confirms the
     * mapping: one sentence each.
     */
    default List<Label> differences(List<String> header, Map<Integer, String> mapping) {
        return List.of();
    }

    /** What is said once for the whole file. */
    default List<Setting> settings() {
        return List.of();
    }

    /**
     * Says whether the plan makes sense, before anything is read.
     * @throws io.cesm.domain.kernel.Refusal if it does not
     */
    default void judge(ImportPlan plan) {
        // nothing beyond the required targets and settings
    }

    /**
     * Page of what a file that was taken in as a whole made or filled, such as
     * {@code /surveys/…}; nothing if every row stands for itself or it is not there.
     */
    default Optional<String> filled(ImportPlan plan) {
        return Optional.empty();
    }

    /** Begins one walk through the file. */
    Taking open(ImportPlan plan);

    /**
     * One walk through a file from its first row to its last. It may remember small
     * things about the rows it has seen.
     */
    interface Taking {

        /**
         * Takes a batch of rows in, within a transaction: one answer per row, in their
         * order. A dry run is the same call in a transaction that is rolled back, so that
         * rows of earlier batches are not there.
         * @param dry whether it will be rolled back
         */
        List<RowAnswer> take(List<ImportRow> rows, boolean dry);

        /** Passes rows that were taken in before the walk was broken off. */
        default void pass(List<ImportRow> rows) {
            // nothing to remember
        }

    }

}
