package com.lianxing.connector.clamav;

import com.lianxing.document.VirusScanner;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Speaks INSTREAM with a clamd, whose StreamMaxLength must be at least the largest file that is taken. Only where
 * {@code lianxing.clamd.host} is set.
 */
@Component
@ConditionalOnProperty("lianxing.clamd.host")
class ClamdScanner implements VirusScanner {

    private static final Logger log = LoggerFactory.getLogger(ClamdScanner.class);
    private static final int LONGEST_ANSWER = 4096;

    private final String host;
    private final int port;
    private final int patienceMillis;

    ClamdScanner(
            @Value("${lianxing.clamd.host}") String host,
            @Value("${lianxing.clamd.port:3310}") int port,
            @Value("${lianxing.clamd.patience:PT10S}") Duration patience) {
        this.host = host;
        this.port = port;
        this.patienceMillis = Math.toIntExact(patience.toMillis());
    }

    @Override
    public Finding scan(byte[] content) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), patienceMillis);
            socket.setSoTimeout(patienceMillis);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            out.writeInt(content.length);
            out.write(content);
            out.writeInt(0);
            out.flush();
            String answer =
                    new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8).strip();
            return finding(answer.replace("\0", ""));
        } catch (IOException e) {
            log.warn("the virus scanner at {}:{} does not answer: {}", host, port, e.getMessage());
            return Finding.UNKNOWN;
        }
    }

    private static Finding finding(String answer) {
        if (answer.equals("stream: OK")) {
            return Finding.CLEAN;
        }
        if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
            return Finding.INFECTED;
        }
        log.warn("the virus scanner answered: {}", answer);
        return Finding.UNKNOWN;
    }
}
