package com.lianxing.process.engine.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body ends with an error once it is longer than said, also when it came without a length. */
class LimitedRequest extends HttpServletRequestWrapper {

    private final long most;
    private boolean exceeded;

    LimitedRequest(HttpServletRequest request, long most) {
        super(request);
        this.most = most;
    }

    boolean isExceeded() {
        return exceeded || getContentLengthLong() > most;
    }

    /** What reading such a body ends with. */
    static class TooLong extends IOException {

        private static final long serialVersionUID = 1L;

        private final long most;

        TooLong(long most) {
            super("body longer than " + most + " bytes");
            this.most = most;
        }

        /** In bytes. */
        long most() {
            return most;
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (getContentLengthLong() > most) {
            throw new TooLong(most);
        }
        return new Limited(super.getInputStream());
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private class Limited extends ServletInputStream {

        private final ServletInputStream source;
        private long read;

        Limited(ServletInputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            int b = source.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = source.read(bytes, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) throws IOException {
            read += bytes;
            if (read > most) {
                exceeded = true;
                throw new TooLong(most);
            }
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
