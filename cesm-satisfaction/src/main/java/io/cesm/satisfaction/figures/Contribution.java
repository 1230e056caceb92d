package io.cesm.satisfaction.figures;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What every department adds to the score of the company: {@code n_d/n·(score_d − all)},
 * together 0.
 *
 * @param score of the company, {@code Σ n_d/n·score_d}; null without answers
 */
public record Contribution(long n, @Nullable Double score, List<Part> parts) {

    /**
     * @param score of the department, in any unit; it does not matter if n is 0
     */
    public record Department(String name, long n, double score) {
    }

    /**
     * @param points in the unit of the scores; null without answers
     */
    public record Part(Department department, @Nullable Double points) {
    }

    public Contribution {
        parts = List.copyOf(parts);
    }

    public static Contribution of(List<Department> departments) {
        long n = departments.stream().mapToLong(Department::n).sum();
        if (departments.stream().anyMatch(department -> department.n() < 0)) {
            throw new IllegalArgumentException("No department has fewer than 0 answers");
        }
        if (n == 0) {
            return new Contribution(0, null, departments.stream().map(each -> new Part(each, null)).toList());
        }
        double all = departments.stream()
            .filter(each -> each.n() > 0)
            .mapToDouble(each -> (double) each.n() / n * each.score())
            .sum();
        return new Contribution(n, all,
                departments.stream()
                    .map(each -> new Part(each, (each.n() == 0) ? null : (double) each.n() / n * (each.score() - all)))
                    .toList());
    }

}
