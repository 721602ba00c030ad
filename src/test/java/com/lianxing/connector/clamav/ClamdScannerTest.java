package com.lianxing.connector.clamav;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.document.VirusScanner.Finding;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Against a daemon that speaks INSTREAM as clamd does. */
class ClamdScannerTest {

    private static final byte[] CONTENT = "what somebody handed in".getBytes(US_ASCII);

    @Test
    void theContentIsSentWholeAndItsAnswerUnderstood() throws Exception {
        assertThat(answering("stream: OK\0")).isEqualTo(Finding.CLEAN);
        assertThat(answering("stream: Eicar-Signature FOUND\0")).isEqualTo(Finding.INFECTED);
        assertThat(answering("INSTREAM size limit exceeded. ERROR\0")).isEqualTo(Finding.UNKNOWN);
        assertThat(answering("")).isEqualTo(Finding.UNKNOWN);
    }

    @Test
    void aScannerThatIsNotThereFindsNothingOut() throws IOException {
        int unused;
        try (ServerSocket socket = new ServerSocket(0)) {
            unused = socket.getLocalPort();
        }
        assertThat(scanner(unused).scan(CONTENT)).isEqualTo(Finding.UNKNOWN);
    }

    private static Finding answering(String answer) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<byte[]> received = CompletableFuture.supplyAsync(() -> serve(server, answer));
            Finding finding = scanner(server.getLocalPort()).scan(CONTENT);
            assertThat(received.get()).isEqualTo(CONTENT);
            return finding;
        }
    }

    private static byte[] serve(ServerSocket server, String answer) {
        try (Socket socket = server.accept();
                DataInputStream in = new DataInputStream(socket.getInputStream())) {
            assertThat(new String(in.readNBytes(10), US_ASCII)).isEqualTo("zINSTREAM\0");
            byte[] content = in.readNBytes(in.readInt());
            assertThat(in.readInt()).isZero();
            socket.getOutputStream().write(answer.getBytes(US_ASCII));
            return content;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ClamdScanner scanner(int port) {
        return new ClamdScanner("127.0.0.1", port, Duration.ofSeconds(5));
    }
}
