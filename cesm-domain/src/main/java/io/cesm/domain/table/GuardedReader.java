package io.cesm.domain.table;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;

import io.cesm.domain.kernel.Refusal;

/**
 * Watches a text while it is read: no NUL, no endless line, no bytes of another encoding.
 */
final class GuardedReader extends Reader {

    private final Reader in;

    private final String encoding;

    private final int longest;

    private long line = 1;

    private int length;

    GuardedReader(Reader in, String encoding, int longest) {
        this.in = in;
        this.encoding = encoding;
        this.longest = longest;
    }

    @Override
    public int read(char[] buffer, int offset, int count) throws IOException {
        int read;
        try {
            read = in.read(buffer, offset, count);
        }
        catch (CharacterCodingException malformed) {
            throw new Refusal("table.encoding_wrong", encoding, line);
        }
        for (int i = offset; i < offset + read; i++) {
            watch(buffer[i]);
        }
        return read;
    }

    private void watch(char c) {
        if (c == '\n') {
            line++;
            length = 0;
            return;
        }
        if (c == 0) {
            throw new Refusal("table.nul", line);
        }
        if (++length > longest) {
            throw new Refusal("table.line_too_long", line, longest);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

}
