package io.cesm.web.once;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A JSON request whose body can be read twice: once for its digest, once by the endpoint.
 */
final class RepeatableBody extends HttpServletRequestWrapper {

    /** A JSON body beyond this is left to the endpoint, which refuses it. */
    private static final int LARGEST = 2 * 1024 * 1024;

    private final byte[] bytes;

    private RepeatableBody(HttpServletRequest request, byte[] bytes) {
        super(request);
        this.bytes = bytes;
    }

    static HttpServletRequest of(HttpServletRequest request) throws IOException {
        var type = request.getContentType();
        if (type == null || !type.contains("json") || request.getContentLengthLong() > LARGEST
                || request.getHeader(OnceKey.HEADER) == null) {
            return request;
        }
        return new RepeatableBody(request, request.getInputStream().readNBytes(LARGEST + 1));
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public ServletInputStream getInputStream() {
        var in = new ByteArrayInputStream(bytes);
        return new ServletInputStream() {

            @Override
            public boolean isFinished() {
                return in.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("the body has been read already");
            }

            @Override
            public int read() {
                return in.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return in.read(target, offset, length);
            }

        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

}
