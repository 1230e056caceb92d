package io.cesm.domain.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

import io.cesm.domain.files.DiskRoom;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.table.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps a file in parts, so that neither taking it in nor reading it needs its size in
 * memory.
 */
@Component
class ImportContent {

    static final int PART = 1 << 20;

    private final JdbcClient jdbc;

    private final DiskRoom disk;

    ImportContent(JdbcClient jdbc, DiskRoom disk) {
        this.jdbc = jdbc;
        this.disk = disk;
    }

    /** Keeps a file; returns its size. */
    long keep(UUID id, InputStream in, long largest) throws IOException {
        long size = 0;
        var part = in.readNBytes(PART);
        for (int n = 0; part.length > 0; n++) {
            size += part.length;
            if (size > largest) {
                throw new Refusal("file.too_large", largest >> 20);
            }
            disk.require(part.length);
            jdbc.sql("insert into import_part (import_id, n, content) values (?, ?, ?)").params(id, n, part).update();
            part = in.readNBytes(PART);
        }
        return size;
    }

    Content of(UUID id) {
        return () -> new Parts(id);
    }

    private byte @Nullable [] part(UUID id, int n) {
        return jdbc.sql("select content from import_part where import_id = ? and n = ?")
            .params(id, n)
            .query(byte[].class)
            .optional()
            .orElse(null);
    }

    private final class Parts extends InputStream {

        private final UUID id;

        private byte[] part = new byte[0];

        private int at;

        private int next;

        Parts(UUID id) {
            this.id = id;
        }

        @Override
        public int read() {
            return more() ? part[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!more()) {
                return -1;
            }
            int n = Math.min(length, part.length - at);
            System.arraycopy(part, at, buffer, offset, n);
            at += n;
            return n;
        }

        private boolean more() {
            if (at < part.length) {
                return true;
            }
            var following = part(id, next);
            if (following == null) {
                return false;
            }
            part = following;
            at = 0;
            next++;
            return true;
        }

    }

}
