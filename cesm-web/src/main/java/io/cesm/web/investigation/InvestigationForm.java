package io.cesm.web.investigation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ComplaintDetails;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.governance.investigation.Findings;
import io.cesm.governance.investigation.Investigation;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The eight disciplines as a person fills them in. */
record InvestigationForm(@Nullable List<String> team, @Size(max = 1000) @Nullable String whatIs,
        @Size(max = 1000) @Nullable String whatIsNot, @Size(max = 1000) @Nullable String whereIs,
        @Size(max = 1000) @Nullable String whereIsNot, @Size(max = 1000) @Nullable String whenIs,
        @Size(max = 1000) @Nullable String whenIsNot, @Size(max = 1000) @Nullable String extentIs,
        @Size(max = 1000) @Nullable String extentIsNot, @Size(max = 4000) @Nullable String containment,
        @Nullable LocalDate containedOn, @Nullable List<String> occurrence, @Nullable CauseClass occurrenceCause,
        @Nullable List<String> escape, @Nullable CauseClass escapeCause, @Size(max = 4000) @Nullable String prevention,
        @Size(max = 2000) @Nullable String closing, @Size(max = 4000) @Nullable String customerProblem,
        @Size(max = 4000) @Nullable String customerContainment, @Size(max = 4000) @Nullable String customerCause,
        @Size(max = 4000) @Nullable String customerPrevention, @Nullable Long version) {

    /** What the complaint already says. */
    static InvestigationForm begun(ComplaintDetails it) {
        return new InvestigationForm(List.of(), it.subject(), null, null, null,
                it.occurredOn() == null ? null : it.occurredOn().toString(), null, null, null, it.containment(), null,
                List.of(), it.cause(), List.of(), null, null, null, null, null, null, null, null);
    }

    static InvestigationForm of(Investigation investigation) {
        var it = investigation.findings();
        return new InvestigationForm(it.team().stream().map(UUID::toString).toList(), it.what().is(), it.what().isNot(),
                it.where().is(), it.where().isNot(), it.when().is(), it.when().isNot(), it.extent().is(),
                it.extent().isNot(), it.containment(), it.containedOn(), it.occurrence(), it.occurrenceCause(),
                it.escape(), it.escapeCause(), it.prevention(), it.closing(), it.customer().problem(),
                it.customer().containment(), it.customer().cause(), it.customer().prevention(),
                investigation.version());
    }

    /** The links of a chain of whys, with empty ones up to five. */
    public List<String> whys(@Nullable List<String> chain) {
        List<String> links = new ArrayList<>(chain == null ? List.of() : chain);
        while (links.size() < Findings.WHYS) {
            links.add("");
        }
        return links;
    }

    Findings wish() {
        return new Findings(ids(), new Findings.Facts(whatIs, whatIsNot), new Findings.Facts(whereIs, whereIsNot),
                new Findings.Facts(whenIs, whenIsNot), new Findings.Facts(extentIs, extentIsNot), containment,
                containedOn, occurrence == null ? List.of() : occurrence, occurrenceCause,
                escape == null ? List.of() : escape, escapeCause, prevention, closing,
                new Findings.ForCustomer(customerProblem, customerContainment, customerCause, customerPrevention));
    }

    private Set<UUID> ids() {
        var ids = new LinkedHashSet<UUID>();
        try {
            for (var each : team == null ? List.<String>of() : team) {
                if (!each.isBlank()) {
                    ids.add(UUID.fromString(each));
                }
            }
        }
        catch (IllegalArgumentException ex) {
            throw new UnknownThing();
        }
        return ids;
    }

}
