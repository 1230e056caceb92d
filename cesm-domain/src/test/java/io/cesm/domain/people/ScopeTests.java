package io.cesm.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.api.Test;

class ScopeTests {

    @Test
    void everythingNeedsNoParameter() {
        assertThat(Scope.all().sql("c.id")).isEqualTo("(true)");
        assertThat(Scope.all().params()).isEmpty();
    }

    @Test
    void nobodyWithoutUnitOrTeamSeesAnything() {
        assertThat(Scope.none().sql("c.id")).isEqualTo("(false)");
    }

    @Test
    void unitAndTeamAddUp() {
        var both = new Scope(false, Set.of(UnitId.next()), Set.of(StaffId.next()));

        assertThat(both.sql("c.id")).contains(":scopeUnits").contains(" or ").contains(":scopeStaff");
        assertThat(both.params()).containsOnlyKeys("scopeUnits", "scopeStaff");
    }

    @Test
    void anAuditorMayNotChangeAnything() {
        assertThat(Right.of(Set.of(Role.AUDITOR))).containsExactlyInAnyOrder(Right.VIEW, Right.EXPORT,
                Right.AUDIT_READ);
    }

    @Test
    void aCsrDoesNotCommitTheCompany() {
        assertThat(Right.of(Set.of(Role.CSR))).doesNotContain(Right.EXPECTATION_COMMIT, Right.SETTINGS);
        assertThat(Right.of(Set.of(Role.CSR, Role.FR))).contains(Right.EXPECTATION_COMMIT);
    }

}
