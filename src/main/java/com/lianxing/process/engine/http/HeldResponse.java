package com.lianxing.process.engine.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Holds a body back so that it can be replaced: every error, and what the caller names. All else passes through. */
class HeldResponse extends HttpServletResponseWrapper {

    private final boolean holdSuccess;
    private @Nullable ByteArrayOutputStream held;
    private @Nullable PrintWriter writer;

    HeldResponse(HttpServletResponse response, boolean holdSuccess) {
        super(response);
        this.holdSuccess = holdSuccess;
    }

    boolean isHeld() {
        return held != null || (!isCommitted() && isError());
    }

    boolean isError() {
        return getStatus() >= 400;
    }

    byte[] body() {
        if (writer != null) {
            writer.flush();
        }
        return held == null ? new byte[0] : held.toByteArray();
    }

    private boolean holds() {
        return held != null || isError() || holdSuccess;
    }

    private ByteArrayOutputStream hold() {
        ByteArrayOutputStream buffer = held;
        if (buffer == null) {
            buffer = new ByteArrayOutputStream(1024);
            held = buffer;
        }
        return buffer;
    }

    @Override
    public void sendError(int status) {
        setStatus(status);
        hold();
    }

    @Override
    public void sendError(int status, String message) {
        sendError(status);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return holds() ? new Held(hold()) : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (!holds()) {
            return super.getWriter();
        }
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(hold(), StandardCharsets.UTF_8));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!holds()) {
            super.flushBuffer();
        }
    }

    @Override
    public void resetBuffer() {
        if (held == null) {
            super.resetBuffer();
        } else {
            held.reset();
        }
    }

    /** The length may change; without one the container finds it. */
    @Override
    public void setContentLength(int length) {}

    @Override
    public void setContentLengthLong(long length) {}

    @Override
    public void setHeader(String name, String value) {
        if (!name.equalsIgnoreCase("Content-Length")) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!name.equalsIgnoreCase("Content-Length")) {
            super.addHeader(name, value);
        }
    }

    private static class Held extends ServletOutputStream {

        private final ByteArrayOutputStream target;

        Held(ByteArrayOutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int b) {
            target.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            target.write(bytes, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("nothing here is asynchronous");
        }
    }
}
