package io.cesm.web.analysis;

import io.cesm.satisfaction.analysis.Opened;
import org.jspecify.annotations.Nullable;

/** What is painted, for whom. */
record Scene(Opened opened, AnalysisQuery query, Telling tell) {

    String answers(@Nullable String item) {
        return query.link(opened.id(), "/answers").with("item", item).toString();
    }

    /** A view of the survey under the same filters. */
    String view(View view, String name, @Nullable String value) {
        return query.link(opened.id(), "/" + view.path()).with(name, value).toString();
    }

}
