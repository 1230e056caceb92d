package io.cesm.satisfaction.figures;

/**
 * Customer satisfaction on a scale that begins at 1 and has 3, 4, 5, 6, 7 or 10 marks.
 */
public final class Csat {

    private Csat() {
    }

    /**
     * How many of the highest marks count as satisfied: 1 of 3, 2 of 4–7, 3 of 10.
     * @throws IllegalArgumentException for another number of marks
     */
    public static int topBoxes(int marks) {
        return switch (marks) {
            case 3 -> 1;
            case 4, 5, 6, 7 -> 2;
            case 10 -> 3;
            default -> throw new IllegalArgumentException("Satisfaction is not asked on " + marks + " marks");
        };
    }

    /** The share of the highest marks in percent, with Wilson's interval. */
    public static Figure topBox(Histogram answers, Confidence confidence) {
        int boxes = topBoxes(marks(answers));
        return Share.of(answers, answers.highest() - boxes + 1, answers.highest(), confidence)
            .as(FigureMethod.TOP_BOX_WILSON);
    }

    /** The mean, 1 … number of marks. */
    public static Figure mean(Histogram answers, Confidence confidence) {
        marks(answers);
        return Mean.of(answers, confidence);
    }

    /** {@code (mean − 1)/(marks − 1)·100}. */
    public static Figure index(Histogram answers, Confidence confidence) {
        marks(answers);
        return Mean.index(answers, confidence);
    }

    private static int marks(Histogram answers) {
        if (answers.lowest() != 1) {
            throw new IllegalArgumentException("Satisfaction is asked from 1, not from " + answers.lowest());
        }
        return answers.highest();
    }

}
