package io.cesm.domain.intake;

import java.util.List;
import java.util.Optional;

/**
 * Kinds that come and go with records: one for each agency's survey, one for each survey
 * that takes answers from files. Every bean of this type is asked for a code no fixed
 * kind has.
 */
public interface ImportKindFamily {

    /**
     * The kind of that code, if it is one of the family that the one who acts may use.
     */
    Optional<ImportKind> find(String code);

    /** Those that are offered among all kinds. */
    List<ImportKind> offered();

}
