package io.cesm.web.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns {@link UnfitDatabase} into the two sentences an operator needs. */
class UnfitDatabaseAnalyzer extends AbstractFailureAnalyzer<UnfitDatabase> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, UnfitDatabase cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }

}
