package io.cesm.domain.customer;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Records that hang on a customer or a person and follow when it is merged into another,
 * in the same transaction. Every module that refers to one brings its own, usually a
 * {@link FollowingTable}.
 */
public interface MergeFollower {

    /** Name of what follows; its label is the message {@code merge.part.<part>}. */
    String part();

    MergeKind kind();

    /** The columns it keeps right, as {@code table.column}. */
    default Set<String> columns() {
        return Set.of();
    }

    /** How many records would follow. */
    long count(UUID absorbed, UUID survivor);

    /** Lets them follow, and says which they were. */
    List<UUID> follow(UUID absorbed, UUID survivor);

    /** Brings them back. */
    void comeBack(List<UUID> followed, UUID absorbed);

}
