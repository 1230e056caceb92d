package io.cesm.satisfaction.measure;

import java.io.IOException;
import java.io.StringReader;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows on their way into a table by COPY. */
final class CopyText {

    private final StringBuilder out = new StringBuilder(1 << 16);

    private boolean begun;

    /** Adds a value to the row that is being written. */
    CopyText add(@Nullable Object value) {
        if (begun) {
            out.append('\t');
        }
        begun = true;
        if (value == null) {
            out.append("\\N");
        }
        else {
            escape(value.toString());
        }
        return this;
    }

    void endRow() {
        out.append('\n');
        begun = false;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c);
            }
        }
    }

    /** Sends the rows within the transaction that is under way. */
    void into(JdbcTemplate jdbc, String tableAndColumns) {
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + tableAndColumns + " from stdin", new StringReader(out.toString()));
            }
            catch (IOException everythingIsInMemory) {
                throw new IllegalStateException(everythingIsInMemory);
            }
        });
    }

}
