import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import io.cesm.satisfaction.voice.Lexicon;
import io.cesm.satisfaction.voice.Sentiment;

/** How often the words of feeling are right, on a file of lines {@code 0,text} (bad) or {@code 1,text} (good). */
class Feelings {

    public static void main(String[] args) throws IOException {
        var counts = new long[2][3];
        for (var line : Files.readAllLines(Path.of(args[0]))) {
            if (line.startsWith("0,") || line.startsWith("1,")) {
                counts[line.charAt(0) - '0'][Sentiment.of(line.substring(2), Lexicon.shipped()).sign() + 1]++;
            }
        }
        double right = counts[0][0] + counts[1][2];
        double decided = right + counts[0][2] + counts[1][0];
        System.out.printf(Locale.ROOT, "decided %.3f, right of these %.3f, bad called bad rightly %.3f, good %.3f%n",
                decided / (decided + counts[0][1] + counts[1][1]), right / decided,
                (double) counts[0][0] / (counts[0][0] + counts[1][0]),
                (double) counts[1][2] / (counts[1][2] + counts[0][2]));
    }

}
