package com.lianxing.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.lianxing.LianxingTest;
import com.lianxing.Staff;
import com.lianxing.access.People;
import com.lianxing.calendar.MovableClock;
import com.lianxing.notification.Notification;
import com.lianxing.notification.Outbox;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
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
    private MessageSource texts;

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
        shanghai("2026-11-25T10:00");
    }

    @AfterEach
    void theServerStops() {
        people.setEmail(reader, null);
        server.stop();
        clock.release();
    }

    @Test
    void whatIsNoHurryArrivesOnceInTheMorningInBothLanguagesTheReadersOwnFirst() throws Exception {
        Notification message = put("STEP_REMINDER");

        mail().sendDue();
        shanghai("2026-11-26T08:29");
        mail().sendDue();
        assertThat(received()).isEmpty();
        shanghai("2026-11-26T08:30");
        mail().sendDue();
        mail().sendDue();

        MimeMessage received = only();
        assertThat(received.getSubject()).isEqualTo("请完成ISF申报");
        MimeMultipart parts = (MimeMultipart) received.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(text(parts, 0)).startsWith(message.textZh()).contains("/inbox", "FBA-US-2026-001");
        assertThat(text(parts, 1)).startsWith(message.textEn()).contains("/inbox", "FBA-US-2026-001");
    }

    @Test
    void whatIsRefusedArrivesAtOnceButNotAtNight() throws Exception {
        put("APPROVAL_REJECTED");
        mail().sendDue();
        assertThat(received()).hasSize(1);

        shanghai("2026-11-25T22:30");
        outbox.put(message("night", "SKU_BLOCKED"));
        mail().sendDue();
        shanghai("2026-11-26T07:59");
        mail().sendDue();
        assertThat(received()).hasSize(1);
        shanghai("2026-11-26T08:00");
        mail().sendDue();
        assertThat(received()).hasSize(2);
    }

    @Test
    void whatWouldComeTooLateArrivesAtNight() {
        shanghai("2026-11-25T22:30");
        outbox.put(message("legal", "STEP_REMINDER").notAfter(clock.now().plus(Duration.ofHours(4))));

        mail().sendDue();
        clock.moveBy(Duration.ofHours(4).minusSeconds(1));
        mail().sendDue();
        assertThat(received()).isEmpty();
        clock.moveBy(Duration.ofSeconds(1));
        mail().sendDue();

        assertThat(received()).hasSize(1);
    }

    @Test
    void manyOfOneDayAreOneDigestAndNoneIsLost() throws Exception {
        for (int number = 1; number <= 40; number++) {
            outbox.put(new Notification(
                    "many-" + reader + number,
                    reader,
                    "STEP_REMINDER",
                    "FBA-US-2026-" + number,
                    "第" + number + "条",
                    "number " + number + ".",
                    clock.now()));
        }
        mail().sendDue();
        shanghai("2026-11-26T08:30");
        mail().sendDue();

        MimeMessage received = only();
        assertThat(received.getSubject()).contains("40");
        String english = text((MimeMultipart) received.getContent(), 1);
        for (int number = 1; number <= 40; number++) {
            assertThat(english).containsOnlyOnce("number " + number + ".");
        }
    }

    @Test
    void aDigestWhoseSenderDiedBeforeItWasRecordedIsTheSameWhenItComesAgain() throws Exception {
        put("STEP_REMINDER");
        mail().sendDue();
        shanghai("2026-11-26T08:30");
        OutboxMail first = mail();
        JavaMailSenderImpl dying = new JavaMailSenderImpl() {
            @Override
            protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
                super.doSend(messages, originals);
                throw new OutOfMemoryError("died after the server had taken it");
            }
        };
        dying.setHost("127.0.0.1");
        dying.setPort(server.getSmtp().getPort());
        assertThatThrownBy(() -> mail(dying).sendDue()).isInstanceOf(OutOfMemoryError.class);
        outbox.put(message("later", "STEP_REMINDER"));

        first.sendDue();

        List<MimeMessage> twice = received();
        assertThat(twice).hasSize(2);
        assertThat(twice.get(1).getMessageID()).isEqualTo(twice.get(0).getMessageID());
        assertThat(text((MimeMultipart) twice.get(1).getContent(), 1))
                .isEqualTo(text((MimeMultipart) twice.get(0).getContent(), 1));
        first.sendDue();
        assertThat(received()).hasSize(2);
    }

    @Test
    void aServerThatIsDownIsTriedAgainLaterAndLaterUnderTheSameId() throws Exception {
        Notification message = put("APPROVAL_REJECTED");
        server.stop();
        mail().sendDue();
        clock.moveBy(Duration.ofMinutes(1));
        mail().sendDue();

        server.start();
        sender.setPort(server.getSmtp().getPort());
        clock.moveBy(Duration.ofSeconds(119));
        mail().sendDue();
        assertThat(received()).as("two minutes after the second time").isEmpty();
        clock.moveBy(Duration.ofSeconds(1));
        mail().sendDue();

        assertThat(only().getMessageID()).isEqualTo(OutboxMail.messageId(message.id()));
    }

    @Test
    void whoeverHasNoAddressIsSentNothingAndHoldsNobodyUp() {
        String other = Staff.hired(
                identity, people, "n-" + UUID.randomUUID().toString().substring(0, 8), "Asia/Shanghai");
        outbox.put(new Notification(
                "nowhere-" + other, other, "APPROVAL_REJECTED", "FBA-US-2026-001", "给无邮箱者", "Nowhere", clock.now()));
        put("APPROVAL_REJECTED");

        mail().sendDue();

        assertThat(received()).hasSize(1);
        assertThat(outbox.to(other, 10)).hasSize(1);
    }

    private Notification put(String kind) {
        Notification message = message("mail", kind);
        outbox.put(message);
        return message;
    }

    private Notification message(String name, String kind) {
        return new Notification(
                name + "-" + reader, reader, kind, "FBA-US-2026-001", "请完成ISF申报", "Please file the ISF", clock.now());
    }

    private void shanghai(String local) {
        clock.moveTo(
                LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
    }

    private MimeMessage only() {
        assertThat(received()).hasSize(1);
        return received().get(0);
    }

    /** What the reader got; other tests' messages to people outside may come as well. */
    private List<MimeMessage> received() {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> address.equals(recipient(message)))
                .toList();
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(MimeMultipart parts, int index) throws Exception {
        return parts.getBodyPart(index).getContent().toString().strip();
    }

    private OutboxMail mail() {
        return mail(sender);
    }

    private OutboxMail mail(JavaMailSenderImpl through) {
        return new OutboxMail(outbox, people, through, texts, "lianxing@example.org");
    }
}
