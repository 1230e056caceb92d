package io.cesm.domain.complaint;

import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.people.StaffId;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The grade of a complaint: what it was worked out from, what the matrix made of it, and
 * what a person made of that. Grade 1 and 2 go down only when a second person agrees.
 *
 * @param gradePoints points of impact, urgency, tier, publicity, recurrence, decision
 * maker
 * @param wishedGrade a lower grade somebody wants, until somebody else agrees
 */
@Embeddable
record Grading(int impact, int urgency, @Nullable Integer tier, boolean publicity, int recurrence, boolean keyDecider,
        int[] gradePoints, int proposedGrade, int grade, @Nullable String gradeBecause, @Nullable Integer wishedGrade,
        @Nullable String wishedBecause, @Nullable UUID wishedBy) {

    static Grading of(GradeFactors it, GradeMatrix matrix) {
        var graded = matrix.grade(it);
        return new Grading(it.impact(), it.urgency(), it.tier(), it.publicity(), it.recurrence(), it.keyDecider(),
                graded.points(), graded.grade(), graded.grade(), null, null, null, null);
    }

    /**
     * The grade somebody wants instead. Lowering grade 1 or 2 only notes the wish.
     */
    Grading change(int wanted, @Nullable String why, @Nullable StaffId by) {
        if (wanted < 1 || wanted > 4) {
            throw new FieldRefusal("grade", "number.range", 1, 4);
        }
        if (wanted == grade) {
            throw new FieldRefusal("grade", "complaint.grade.same", grade);
        }
        var because = Texts.required(why, 1000, "because");
        if (grade <= 2 && wanted > grade) {
            return new Grading(impact, urgency, tier, publicity, recurrence, keyDecider, gradePoints, proposedGrade,
                    grade, gradeBecause, wanted, because, by == null ? null : by.id());
        }
        return graded(wanted, because);
    }

    /** A second person agrees or does not. */
    Grading decide(boolean agreed, @Nullable StaffId by) {
        if (wishedGrade == null || wishedBecause == null) {
            throw new Refusal("complaint.grade.no_wish");
        }
        if (by != null && by.id().equals(wishedBy)) {
            throw new Refusal("complaint.grade.four_eyes");
        }
        return agreed ? graded(wishedGrade, wishedBecause) : graded(grade, gradeBecause);
    }

    private Grading graded(int next, @Nullable String because) {
        return new Grading(impact, urgency, tier, publicity, recurrence, keyDecider, gradePoints, proposedGrade, next,
                because, null, null, null);
    }

}
