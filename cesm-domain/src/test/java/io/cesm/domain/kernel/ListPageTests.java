package io.cesm.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How the page of a list is asked for. */
class ListPageTests {

    private static final ListPage NEWEST = new ListPage("thing t", ListOrder.falling("t.born_at"), false, 26);

    private static final ListPage DUE = new ListPage("thing t", ListOrder.rising("t.due_on"), true, 26);

    @Test
    void theIdBehindTheColumnGoesTheSameWay() {
        assertThat(NEWEST.ids("true"))
            .isEqualTo("select t.id from thing t where true order by t.born_at desc, t.id desc limit 26");
        assertThat(NEWEST.order().after(false)).isEqualTo("(t.born_at, t.id) < (:key, :keyId)");
        assertThat(NEWEST.order().after(true)).isEqualTo("(t.born_at, t.id) > (:key, :keyId)");
    }

    @Test
    void whatHasNoPlaceInTheOrderIsLeftOut() {
        assertThat(DUE.whole("true")).isEqualTo(
                "select * from thing t where true and t.due_on is not null order by t.due_on desc, t.id desc limit 26");
    }

    @Test
    void aNumberIsLookedUpAtOnceAndWordsAreLookedThroughFirst() {
        assertThat(NEWEST.saying("true", " and said", "E-2026-000123")).doesNotContain("near");
        assertThat(NEWEST.saying("true", " and said", "备件")).contains("near as materialized", "limit 3000");
    }

}
