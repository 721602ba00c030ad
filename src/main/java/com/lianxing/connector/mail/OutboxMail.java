package com.lianxing.connector.mail;

import com.lianxing.access.People;
import com.lianxing.notification.Notification;
import com.lianxing.notification.Notification.Outside;
import com.lianxing.notification.Outbox;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends messages to the people who have an address, in both languages, their own first. The message's id stands in the
 * Message-ID, so that a mailbox knows one that comes twice. Without {@code spring.mail.host} nothing is sent, and the
 * outbox is read over {@code /api/notifications}.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class OutboxMail {

    private static final Logger log = LoggerFactory.getLogger(OutboxMail.class);
    private static final int MOST_AT_ONCE = 100;
    private static final int LONGEST_SUBJECT = 100;

    private final Outbox outbox;
    private final People people;
    private final JavaMailSender sender;
    private final String from;

    OutboxMail(
            Outbox outbox,
            People people,
            JavaMailSender sender,
            @Value("${lianxing.mail.from:lianxing@localhost}") String from) {
        this.outbox = outbox;
        this.people = people;
        this.sender = sender;
        this.from = from;
    }

    @Scheduled(fixedDelayString = "${lianxing.mail.every:PT15S}", initialDelayString = "PT15S")
    void sendDue() {
        for (int sent = 0; sent < MOST_AT_ONCE; sent++) {
            if (!outbox.deliverNext(this::send)) {
                return;
            }
        }
    }

    private boolean send(Notification message) {
        Optional<Outside> reader = reader(message);
        if (reader.isEmpty()) {
            return false;
        }
        try {
            sender.send(mail(message, reader.get()));
            return true;
        } catch (MailException | MessagingException e) {
            log.warn("message {} was not sent and is tried again: {}", message.id(), e.getMessage());
            return false;
        }
    }

    /** Somebody outside, or a person at the address it has here. */
    private Optional<Outside> reader(Notification message) {
        return Optional.ofNullable(message.outside())
                .or(() -> people.emailOf(message.person())
                        .map(address -> new Outside(
                                address, people.require(message.person()).readsChinese())));
    }

    private MimeMessage mail(Notification message, Outside reader) throws MessagingException {
        MimeMessage mail = sender.createMimeMessage();
        mail.setFrom(new InternetAddress(from));
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(reader.address()));
        String own = reader.readsChinese() ? message.textZh() : message.textEn();
        mail.setSubject(subject(own), "UTF-8");
        MimeMultipart both = new MimeMultipart();
        both.addBodyPart(reader.readsChinese() ? part(message.textZh(), "zh-CN") : part(message.textEn(), "en"));
        both.addBodyPart(reader.readsChinese() ? part(message.textEn(), "en") : part(message.textZh(), "zh-CN"));
        mail.setContent(both);
        mail.setHeader("Message-ID", messageId(message));
        return mail;
    }

    private static String subject(String text) {
        String line = text.lines().findFirst().orElse(text);
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT) + "…";
    }

    private static MimeBodyPart part(String text, String language) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8");
        part.setContentLanguage(new String[] {language});
        return part;
    }

    /** The same for the same message, whatever is in its id. */
    static String messageId(Notification message) {
        return "<" + UUID.nameUUIDFromBytes(message.id().getBytes(StandardCharsets.UTF_8)) + "@lianxing>";
    }
}
