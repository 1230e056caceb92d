package io.cesm.satisfaction.questionnaire;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Something that is asked, or said. */
public sealed interface Question {

    Head head();

    QuestionType type();

    default String id() {
        return head().id();
    }

    /** A point on one scale: NPS, CSAT, CES, rating, importance. */
    record OnScale(QuestionType type, Head head, Scale scale) implements Question {
    }

    /** Several items on the same scale. */
    record Matrix(Head head, Scale scale, List<ItemRow> rows, boolean shuffle) implements Question {

        public Matrix {
            rows = List.copyOf(rows);
        }

        @Override
        public QuestionType type() {
            return QuestionType.MATRIX;
        }

    }

    /** One item answered twice: what is expected, and what is perceived. */
    record Pair(Head head, Scale scale, Words expected, Words perceived) implements Question {

        @Override
        public QuestionType type() {
            return QuestionType.PAIR;
        }

    }

    /** How it would be with, and how without. */
    record Kano(Head head, Words functional, Words dysfunctional, List<Words> answers) implements Question {

        /** LIKE, MUST, NEUTRAL, LIVE, DISLIKE: the five answers of Kano's table. */
        public static final List<String> CODES = List.of("like", "must", "neutral", "live", "dislike");

        public Kano {
            answers = List.copyOf(answers);
        }

        @Override
        public QuestionType type() {
            return QuestionType.KANO;
        }

    }

    /** One or several of the options. */
    record Choice(Head head, boolean many, List<Option> options, boolean shuffle, @Nullable Integer atLeast,
            @Nullable Integer atMost) implements Question {

        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public QuestionType type() {
            return many ? QuestionType.MULTI : QuestionType.SINGLE;
        }

    }

    /** The first places among the options. */
    record Ranking(Head head, List<Option> options, boolean shuffle, int top) implements Question {

        public Ranking {
            options = List.copyOf(options);
        }

        @Override
        public QuestionType type() {
            return QuestionType.RANKING;
        }

    }

    /** Words of the respondent. */
    record Text(Head head, boolean lines, int max, Form form) implements Question {

        /** What the words have to look like. */
        public enum Form {

            ANY, EMAIL, PHONE

        }

        @Override
        public QuestionType type() {
            return QuestionType.TEXT;
        }

    }

    /** A quantity. */
    record Number(Head head, @Nullable BigDecimal min, @Nullable BigDecimal max, int decimals,
            Words unit) implements Question {

        @Override
        public QuestionType type() {
            return QuestionType.NUMBER;
        }

    }

    /** A day. */
    record Date(Head head, @Nullable LocalDate min, @Nullable LocalDate max) implements Question {

        @Override
        public QuestionType type() {
            return QuestionType.DATE;
        }

    }

    /** A picture or document. */
    record File(Head head, int megabytes, boolean picturesOnly) implements Question {

        @Override
        public QuestionType type() {
            return QuestionType.FILE;
        }

    }

    /** A box to tick. */
    record Consent(Head head, Words label) implements Question {

        @Override
        public QuestionType type() {
            return QuestionType.CONSENT;
        }

    }

    /** Words that ask nothing. */
    record Statement(Head head) implements Question {

        @Override
        public QuestionType type() {
            return QuestionType.STATEMENT;
        }

    }

}
