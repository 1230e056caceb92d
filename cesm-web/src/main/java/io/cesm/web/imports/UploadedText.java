package io.cesm.web.imports;

import java.io.IOException;
import java.util.stream.Collectors;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.table.TableFiles;
import org.springframework.web.multipart.MultipartFile;

/**
 * A small table that belongs to a mapping, brought as a file, as comma-separated text.
 */
public final class UploadedText {

    private static final long LARGEST = 1 << 20;

    private UploadedText() {
    }

    /**
     * Reads CSV of any usual encoding, or the first sheet of a workbook.
     * @throws Refusal if it is neither, or too large
     */
    public static String of(MultipartFile file) throws IOException {
        if (file.getSize() > LARGEST) {
            throw new Refusal("file.too_large", 1);
        }
        var judged = TableFiles.judge(file::getInputStream);
        var text = new StringBuilder();
        try (var reader = TableFiles.openAll(file::getInputStream, judged.format())) {
            for (var line = reader.next(); line != null; line = reader.next()) {
                text.append(line.cells().stream().map(UploadedText::quoted).collect(Collectors.joining(",")))
                    .append('\n');
            }
        }
        return text.toString();
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

}
