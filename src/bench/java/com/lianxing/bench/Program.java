package com.lianxing.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Spring Boot application in a process of its own, which ends with this object or with the benchmark. */
class Program implements AutoCloseable {

    static final String HEAP = "-Xmx768m";

    private static final int START_SECONDS = 300;

    private final int port;
    private final Process process;
    private final Thread onExit;

    /** Starts it, and waits until it says that it has started. */
    Program(Path log, List<String> what, List<String> settings) throws IOException, InterruptedException {
        port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(HEAP);
        command.addAll(what);
        command.add("--server.port=" + port);
        command.add("--server.address=127.0.0.1");
        command.addAll(settings);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        onExit = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(onExit);
        for (int second = 0; !Files.readString(log).contains("Application in "); second++) {
            if (!process.isAlive() || second == START_SECONDS) {
                throw new IllegalStateException("did not start:\n" + Files.readString(log));
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    Browser browser() {
        return new Browser(port);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
        Runtime.getRuntime().removeShutdownHook(onExit);
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }
}
