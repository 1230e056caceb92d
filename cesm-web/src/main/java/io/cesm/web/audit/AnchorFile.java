package io.cesm.web.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.cesm.domain.timeline.TimelineAnchors;
import io.cesm.domain.timeline.TimelineAnchors.Anchor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Keeps the ends of the timeline's chains in a file beside the database and in the log
 * {@code io.cesm.audit.anchor}, which an operator sends off the host.
 */
@Component
class AnchorFile {

    private static final Logger ANCHORS = LoggerFactory.getLogger("io.cesm.audit.anchor");

    private final TimelineAnchors anchors;

    private final Path file;

    private final long largest;

    private final Clock clock;

    private List<Anchor> last = List.of();

    AnchorFile(TimelineAnchors anchors, @Value("${cesm.data-dir}") Path directory,
            @Value("${cesm.audit.anchor-file-size:4MB}") DataSize largest, Clock clock) {
        this.anchors = anchors;
        this.file = directory.resolve("anchors").resolve("timeline.log");
        this.largest = largest.toBytes();
        this.clock = clock;
    }

    /** Writes down where the chains end now; nothing if they have not moved. */
    synchronized void note() {
        var now = anchors.now();
        if (now.equals(last)) {
            return;
        }
        var lines = now.stream()
            .map(it -> clock.instant() + " " + it.lane() + " " + it.seq() + " " + it.mac())
            .toList();
        lines.forEach(ANCHORS::debug);
        try {
            Files.createDirectories(file.getParent());
            setAside();
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            last = now;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /**
     * Begins a new file when this one has grown: each noting names all chains, so the new
     * one is complete with its first lines. Old ones stay beside it as evidence.
     */
    private void setAside() throws IOException {
        if (Files.exists(file) && Files.size(file) > largest) {
            var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            var aside = file.resolveSibling("timeline-" + day + ".log");
            for (int i = 2; Files.exists(aside); i++) {
                aside = file.resolveSibling("timeline-" + day + "-" + i + ".log");
            }
            Files.move(file, aside);
        }
    }

    /** The newest anchor of a lane that no longer holds. */
    Optional<Anchor> broken() {
        return newest().stream().filter(it -> !anchors.holds(it)).findFirst();
    }

    private List<Anchor> newest() {
        if (!Files.exists(file)) {
            return List.of();
        }
        var newest = new ArrayList<Anchor>();
        try (var lines = Files.lines(file)) {
            lines.map(line -> line.split(" ")).filter(parts -> parts.length >= 3).forEach(parts -> {
                var anchor = new Anchor(Integer.parseInt(parts[1]), Long.parseLong(parts[2]),
                        parts.length > 3 ? parts[3] : "");
                newest.removeIf(it -> it.lane() == anchor.lane());
                newest.add(anchor);
            });
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return newest;
    }

}
