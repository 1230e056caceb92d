package io.cesm.satisfaction.measure;

import java.util.List;
import java.util.Optional;

import io.cesm.domain.intake.ImportKind;
import io.cesm.domain.intake.ImportKindFamily;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;

import org.springframework.stereotype.Component;

/** A kind of file for each series of agency waves. */
@Component
class WaveKinds implements ImportKindFamily {

    static final String PREFIX = "wave-";

    private static final int OFFERED = 20;

    private final SeriesBook book;

    private final Waves waves;

    private final AnswerStore store;

    private final CurrentActor current;

    WaveKinds(SeriesBook book, Waves waves, AnswerStore store, CurrentActor current) {
        this.book = book;
        this.waves = waves;
        this.store = store;
        this.current = current;
    }

    @Override
    public Optional<ImportKind> find(String code) {
        return code.startsWith(PREFIX) ? book.find(code.substring(PREFIX.length())).map(this::kind) : Optional.empty();
    }

    private ImportKind kind(SeriesDetails series) {
        return new WaveKind(series, waves, store, current);
    }

    @Override
    public List<ImportKind> offered() {
        if (!current.actor().may(Right.SURVEY_EDIT)) {
            return List.of();
        }
        return book.numbers(OFFERED).stream().flatMap(number -> book.find(number).stream()).map(this::kind).toList();
    }

}
