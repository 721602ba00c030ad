package com.lianxing.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.lianxing.LianxingTest;
import com.lianxing.Staff;
import com.lianxing.access.People;
import com.lianxing.calendar.MovableClock;
import com.lianxing.notification.Notification;
import com.lianxing.notification.Outbox;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The real outbox, and a real SMTP server on the loopback. */
@LianxingTest
class OutboxMailTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    @Autowired
    private Outbox outbox;

    @Autowired
    private People people;

    @Autowired
    private IdentityService identity;

    @Autowired
    private MovableClock clock;

    private String reader = "";
    private String address = "";

    @BeforeEach
    void aReaderWithAnAddress() {
        server.start();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        sender.setDefaultEncoding("UTF-8");
        reader = Staff.hired(
                identity, people, "m-" + UUID.randomUUID().toString().substring(0, 8), "Asia/Shanghai");
        address = reader + "@example.org";
        people.put(
                reader,
                reader,
                Locale.CHINESE,
                ZoneId.of("Asia/Shanghai"),
                people.require(reader).department());
        people.setEmail(reader, address);
        clock.moveTo(clock.now());
    }

    @AfterEach
    void theServerStops() {
        people.setEmail(reader, null);
        server.stop();
        clock.release();
    }

    @Test
    void aMessageArrivesOnceInBothLanguagesTheReadersOwnFirst() throws Exception {
        Notification message = put();

        mail().sendDue();
        mail().sendDue();

        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getAllRecipients()[0]).hasToString(address);
        assertThat(received.getSubject()).isEqualTo("请完成ISF申报");
        assertThat(received.getMessageID()).isEqualTo(OutboxMail.messageId(message));
        MimeMultipart parts = (MimeMultipart) received.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContent().toString().strip()).isEqualTo("请完成ISF申报");
        assertThat(parts.getBodyPart(1).getContent().toString().strip()).isEqualTo("Please file the ISF");
    }

    @Test
    void aServerThatIsDownIsTriedAgainLaterAndLaterUnderTheSameId() throws Exception {
        Notification message = put();
        server.stop();
        mail().sendDue();
        clock.moveBy(Duration.ofMinutes(1));
        mail().sendDue();

        server.start();
        sender.setPort(server.getSmtp().getPort());
        clock.moveBy(Duration.ofSeconds(119));
        mail().sendDue();
        assertThat(server.getReceivedMessages())
                .as("two minutes after the second time")
                .isEmpty();
        clock.moveBy(Duration.ofSeconds(1));
        mail().sendDue();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getMessageID()).isEqualTo(OutboxMail.messageId(message));
    }

    @Test
    void whoeverHasNoAddressIsSentNothingAndHoldsNobodyUp() {
        String other = Staff.hired(
                identity, people, "n-" + UUID.randomUUID().toString().substring(0, 8), "Asia/Shanghai");
        outbox.put(new Notification(
                "nowhere-" + other, other, "STEP_REMINDER", "FBA-US-2026-001", "给无邮箱者", "Nowhere", clock.now()));
        put();

        mail().sendDue();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(outbox.to(other, 10)).hasSize(1);
    }

    private Notification put() {
        Notification message = new Notification(
                "mail-" + reader,
                reader,
                "STEP_REMINDER",
                "FBA-US-2026-001",
                "请完成ISF申报",
                "Please file the ISF",
                clock.now());
        outbox.put(message);
        return message;
    }

    private OutboxMail mail() {
        return new OutboxMail(outbox, people, sender, "lianxing@example.org");
    }
}
