package io.cesm.domain.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.cesm.domain.kernel.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Refuses to take files in while the disk under the data directory is nearly full, so
 * that the database keeps room for what people type.
 */
@Component
public class DiskRoom {

    private final Path directory;

    private final FileSettings settings;

    DiskRoom(@Value("${cesm.data-dir:.}") Path directory, FileSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    /**
     * Asks for room for some bytes.
     * @throws Refusal if less than the reserve would be left
     */
    public void require(long more) {
        if (free() - more < settings.keepFree().toBytes()) {
            throw new Refusal("file.disk_low");
        }
    }

    private long free() {
        var there = directory.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return Files.getFileStore(there).getUsableSpace();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
