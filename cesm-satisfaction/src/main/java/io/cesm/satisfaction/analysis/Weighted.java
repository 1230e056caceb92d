package io.cesm.satisfaction.analysis;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Answers weighted so that they look like everybody in several respects.
 *
 * @param basis whom they are to look like
 * @param missed by how much a share is still missed at most, in percentage points
 * @param capped how many weights stand at a cap
 * @param groups what everybody in a combination of groups weighs; small ones are put
 * together
 * @param why null unless it cannot be done
 */
public record Weighted(List<String> kinds, Basis basis, List<Share> shares, long n, double effective,
        double designEffect, double missed, long capped, List<Group> groups, List<Item> items,
        Study.@Nullable Why why) {

    /** Whom the answers are to look like. */
    public enum Basis {

        /** Everybody who was invited. */
        INVITED,

        /** All customers, or all their contacts. */
        CUSTOMERS

    }

    /**
     * The share of a part, in percent.
     *
     * @param wanted among everybody
     * @param answered among those who answered; null if hidden
     * @param weighted after weighting; null if hidden
     */
    public record Share(String kind, String part, double wanted, @Nullable Double answered, @Nullable Double weighted) {
    }

    /**
     * A combination of parts, and what each of its answers weighs.
     *
     * @param parts in the order of the kinds; empty for the small combinations together
     */
    public record Group(List<String> parts, long n, double weight) {
    }

    /** A figure without and with weights. */
    public record Item(String key, Map<String, String> name, Told plain, Told weighted) {
    }

    static Weighted not(List<String> kinds, Basis basis, Study.Why why) {
        return new Weighted(kinds, basis, List.of(), 0, 0, 0, 0, 0, List.of(), List.of(), why);
    }

}
