package io.cesm.web.demo;

import java.util.List;

/** The three text files of the demo company. */
record DemoTexts(Words company, List<Saying> sayings, Words phrases) {

    static DemoTexts read() {
        return new DemoTexts(Words.of("company.yaml"),
                Words.of("expectations.yaml").items().stream().map(Saying::of).toList(), Words.of("phrases.yaml"));
    }

}
