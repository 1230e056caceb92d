import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import io.cesm.satisfaction.figures.Bootstrap;
import io.cesm.satisfaction.figures.Columns;
import io.cesm.satisfaction.figures.DriverAnalysis;

/** Ten drivers on 1–10 and their outcome; see drivers.sh. */
class Drivers {

    public static void main(String[] args) throws IOException {
        int n = Integer.parseInt(args[0]);
        int resamples = Integer.parseInt(args[1]);
        var names = new ArrayList<String>();
        var columns = answers(n, names);
        write(Path.of(args[2]), names, columns);
        var answers = Columns.of(names, columns);
        for (int run = 1; run <= 3; run++) {
            long start = System.nanoTime();
            var drivers = DriverAnalysis.shapley(answers, "y", names.subList(0, 10), Bootstrap.of(resamples, 1));
            System.out.printf(Locale.ROOT, "cesm run %d: %.2f s, R2 %.6f %s%n", run, (System.nanoTime() - start) / 1e9,
                    drivers.rSquared().value(), drivers.rSquared().interval());
            if (run == 3) {
                drivers.drivers()
                    .forEach(driver -> System.out.printf(Locale.ROOT, "  %s %.6f [%.6f, %.6f]%n", driver.name(),
                            driver.share().value(), driver.share().interval().low(),
                            driver.share().interval().high()));
            }
        }
    }

    private static double[][] answers(int n, List<String> names) {
        var random = new SplittableRandom(1);
        var columns = new double[11][n];
        for (int row = 0; row < n; row++) {
            double common = random.nextGaussian();
            double outcome = 2 * random.nextGaussian();
            for (int i = 0; i < 10; i++) {
                double felt = common + random.nextGaussian();
                outcome += felt * (i + 1) / 10;
                columns[i][row] = mark(6.5 + 1.4 * felt);
            }
            columns[10][row] = mark(6.5 + 0.3 * outcome);
        }
        for (int i = 0; i < 10; i++) {
            names.add("x" + i);
        }
        names.add("y");
        return columns;
    }

    private static double mark(double felt) {
        return Math.clamp(Math.round(felt), 1, 10);
    }

    private static void write(Path file, List<String> names, double[][] columns) throws IOException {
        try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println(String.join(",", names));
            for (int row = 0; row < columns[0].length; row++) {
                var line = new StringBuilder();
                for (var column : columns) {
                    line.append(line.isEmpty() ? "" : ",").append((int) column[row]);
                }
                out.println(line);
            }
        }
    }

}
