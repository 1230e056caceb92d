package io.cesm.web.imports;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.cesm.domain.intake.ImportKind;
import io.cesm.domain.intake.ImportView;
import io.cesm.domain.intake.Outcome;
import io.cesm.domain.intake.RowAnswer;
import io.cesm.domain.intake.RowProblem;
import io.cesm.domain.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** What the API says about imports. */
final class ImportAnswers {

    private ImportAnswers() {
    }

    /** A part of a list. */
    record Part<T>(List<T> items, @Nullable String next) {

        static <T> Part<T> of(Slice<T> slice) {
            return new Part<>(slice.items(), slice.next());
        }
    }

    /** How a file is read. */
    record Format(String kind, @Nullable String encoding, int confidence, @Nullable String delimiter, int sheet,
            List<String> sheets, long headerLine) {
    }

    /** An import as it is now. */
    record ImportAnswer(UUID id, String number, String kind, String state, String fileName, long fileSize,
            Format format, List<String> header, Map<Integer, String> columns, Map<String, String> settings,
            boolean remembered, @Nullable Long total, @Nullable Integer percent, ImportView.Counts counts,
            boolean changedNothing, @Nullable String failure, Instant createdAt, @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {

        static ImportAnswer of(ImportView it, ImportWords words) {
            var read = new Format(it.format().kind().name(), it.format().encoding(), it.confidence(),
                    it.format().delimiter(), it.format().sheet(), it.sheets(), it.format().headerLine());
            return new ImportAnswer(it.id().id(), it.number(), it.kind(), it.state().name(), it.fileName(),
                    it.fileSize(), read, it.header(), it.mapping(), it.settings(), it.remembered(), it.total(),
                    it.percent(), it.counts(), it.changedNothing(),
                    it.failure() == null ? null : words.sentence(it.failure()), it.createdAt(), it.startedAt(),
                    it.finishedAt());
        }
    }

    /** Why a row was refused or what of it was left out. */
    record ProblemView(@Nullable String target, String code, String message) {
    }

    /** What became of a row. */
    record RowView(long row, Outcome outcome, @Nullable String key, @Nullable String name, @Nullable String link,
            List<ProblemView> problems, List<String> alike) {

        static RowView of(RowAnswer it, Function<RowProblem, String> sentence) {
            return new RowView(it.row(), it.outcome(), it.key(), it.name(), it.link(),
                    it.problems()
                        .stream()
                        .map(each -> new ProblemView(each.target(), each.code(), sentence.apply(each)))
                        .toList(),
                    it.like());
        }
    }

    /** What a column can be mapped to, or what can be said for all rows. */
    record Offer(String code, String label, boolean required, boolean many) {
    }

    /** A kind of records that can be imported. */
    record KindAnswer(String code, String label, String about, List<Offer> targets, List<Offer> settings) {

        static KindAnswer of(ImportKind it, Locale locale) {
            return new KindAnswer(it.code(), it.label().in(locale), it.about().in(locale),
                    it.targets()
                        .stream()
                        .map(each -> new Offer(each.code(), each.label().in(locale), each.required(), each.many()))
                        .toList(),
                    it.settings()
                        .stream()
                        .map(each -> new Offer(each.code(), each.label().in(locale), each.required(), false))
                        .toList());
        }
    }

}
