package com.lianxing;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The sockets under the suite's pool, which a test can really break under its own thread: see {@link #breakAt}. Other
 * threads, and whatever the thread sends before and after, go on as if nothing had been.
 */
public final class BreakableSockets extends SocketFactory {

    /** How a connection ends. */
    public enum Break {
        /** The cable is cut: the server never hears of the statement. */
        BEFORE_IT_IS_SENT,
        /** The server has done what it was asked to, and nobody hears of it. */
        BEFORE_IT_IS_ANSWERED,
        /** The server ends its process: restart, failover, an administrator. */
        BY_THE_SERVER
    }

    private static final int NEXT_COMMIT = 0;
    private static final AtomicBoolean CUT_OFF = new AtomicBoolean();
    private static final ThreadLocal<@Nullable Watch> WATCHES = new ThreadLocal<>();

    /**
     * Breaks the connection at the n-th statement that this thread sends from now on, once.
     *
     * @param statement from 1
     */
    public static Watch breakAt(int statement, Break how) {
        Watch watch = new Watch(statement, how);
        WATCHES.set(watch);
        return watch;
    }

    /** Breaks it when the first transaction that wrote something is committed. */
    public static Watch breakAtCommit(Break how) {
        return breakAt(NEXT_COMMIT, how);
    }

    /** Takes the database away from everybody until {@link #reconnect}: nobody is connected, nobody is let in. */
    public static void cutOff() {
        CUT_OFF.set(true);
    }

    public static void reconnect() {
        CUT_OFF.set(false);
    }

    /** Only counts what this thread sends. */
    public static Watch count() {
        return breakAt(Integer.MAX_VALUE, Break.BEFORE_IT_IS_SENT);
    }

    /** What this thread has sent, and whether its connection was broken on the way. */
    public static final class Watch implements AutoCloseable {

        private final int at;
        private final Break how;
        private int sent;
        private boolean broken;
        private boolean brokenAtCommit;

        private Watch(int at, Break how) {
            this.at = at;
            this.how = how;
        }

        /** Statements sent, the one that broke the connection included. */
        public int sent() {
            return sent;
        }

        public boolean isBroken() {
            return broken;
        }

        /** Broken when what was written was committed. */
        public boolean isBrokenAtCommit() {
            return brokenAtCommit;
        }

        public Break how() {
            return how;
        }

        @Override
        public String toString() {
            return "%s, statement %d%s".formatted(how, sent, brokenAtCommit ? ", COMMIT" : "");
        }

        private boolean isDue(boolean commit) {
            sent++;
            boolean due = !broken && (at == NEXT_COMMIT ? commit : sent == at);
            broken |= due;
            brokenAtCommit |= due && commit;
            return due;
        }

        @Override
        public void close() {
            WATCHES.remove();
        }
    }

    @Override
    public Socket createSocket() {
        return new BreakableSocket();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("the driver connects by itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        return createSocket(address, port);
    }

    private static final class BreakableSocket extends Socket {

        private final SentStatements statements = new SentStatements();

        /** A statement may be written in pieces; it ends where the driver begins to read. */
        private boolean writing;

        private boolean answerIsLost;

        @Override
        public void connect(SocketAddress address, int timeout) throws IOException {
            if (CUT_OFF.get()) {
                throw new ConnectException("refused by the test");
            }
            super.connect(address, timeout);
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    boolean commit = statements.endTransaction(bytes, from, length);
                    if (!writing) {
                        writing = true;
                        beginStatement(commit);
                    }
                    out.write(bytes, from, length);
                }
            };
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    writing = false;
                    int read = in.read(bytes, from, length);
                    if (answerIsLost) {
                        BreakableSocket.this.close();
                        throw new SocketException("broken by the test before the answer");
                    }
                    return read;
                }
            };
        }

        private void beginStatement(boolean commit) throws IOException {
            if (CUT_OFF.get()) {
                close();
                throw new SocketException("cut off by the test");
            }
            Watch watch = WATCHES.get();
            if (watch == null || !watch.isDue(commit)) {
                return;
            }
            switch (watch.how) {
                case BEFORE_IT_IS_SENT -> {
                    close();
                    throw new SocketException("broken by the test before the statement");
                }
                case BEFORE_IT_IS_ANSWERED -> answerIsLost = true;
                case BY_THE_SERVER -> endServerProcess(getLocalPort());
            }
        }

        private static void endServerProcess(int clientPort) {
            JdbcClient.create(TestDatabase.asSuperuser(LianxingTest.DATABASE))
                    .sql("select pg_terminate_backend(pid, 5000) from pg_stat_activity where client_port = ?")
                    .param(clientPort)
                    .query(Boolean.class)
                    .single();
        }
    }
}
