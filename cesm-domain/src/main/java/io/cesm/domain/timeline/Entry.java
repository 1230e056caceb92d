package io.cesm.domain.timeline;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A stored entry: all that is signed. Changes are kept as the very text that was signed.
 */
record Entry(UUID id, int lane, long seq, Instant at, @Nullable UUID actorId, String actorName, String actorKind,
        String channel, @Nullable String address, String subjectType, UUID subjectId, @Nullable String subjectName,
        @Nullable UUID customerId, String action, String changes, @Nullable String note) {

    /**
     * What the chain signs: every column, with lengths, so that nothing can slip from one
     * to the next.
     */
    byte[] content() {
        var bytes = new ByteArrayOutputStream(512);
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(lane);
            out.writeLong(seq);
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano() / 1000);
            for (Object part : new @Nullable Object[] { id, actorId, actorName, actorKind, channel, address,
                    subjectType, subjectId, subjectName, customerId, action, changes, note }) {
                write(out, part);
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable Object part) throws IOException {
        if (part == null) {
            out.writeInt(-1);
            return;
        }
        var text = part.toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
    }

}
