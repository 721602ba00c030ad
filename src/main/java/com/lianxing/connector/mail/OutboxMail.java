package com.lianxing.connector.mail;

import com.lianxing.access.People;
import com.lianxing.notification.Delivery;
import com.lianxing.notification.Notification;
import com.lianxing.notification.Notification.Outside;
import com.lianxing.notification.Outbox;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends messages to the people who have an address, at their hours, in both languages, their own first, each with why it came
 * and how to end that. What goes out has its id in the Message-ID, so that a mailbox knows one that comes twice. Without
 * {@code spring.mail.host} nothing is sent, and people read what they were told on their page.
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
    private final MessageSource texts;
    private final String from;

    OutboxMail(
            Outbox outbox,
            People people,
            JavaMailSender sender,
            MessageSource texts,
            @Value("${lianxing.mail.from:lianxing@localhost}") String from) {
        this.outbox = outbox;
        this.people = people;
        this.sender = sender;
        this.texts = texts;
        this.from = from;
    }

    @Scheduled(fixedDelayString = "${lianxing.mail.every:PT15S}", initialDelayString = "PT15S")
    void sendDue() {
        outbox.plan();
        for (int sent = 0; sent < MOST_AT_ONCE; sent++) {
            if (!outbox.deliverNext(this::send)) {
                return;
            }
        }
    }

    private boolean send(Delivery delivery) {
        Optional<Outside> reader = reader(delivery.first());
        if (reader.isEmpty()) {
            return false;
        }
        try {
            sender.send(mail(delivery, reader.get()));
            return true;
        } catch (MailException | MessagingException e) {
            log.warn("{} was not sent and is tried again: {}", delivery.id(), e.getMessage());
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

    private MimeMessage mail(Delivery delivery, Outside reader) throws MessagingException {
        Locale own = reader.readsChinese() ? Locale.CHINESE : Locale.ENGLISH;
        Locale other = reader.readsChinese() ? Locale.ENGLISH : Locale.CHINESE;
        MimeMessage mail = sender.createMimeMessage();
        mail.setFrom(new InternetAddress(from));
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(reader.address()));
        mail.setSubject(subject(delivery, own), "UTF-8");
        MimeMultipart both = new MimeMultipart();
        both.addBodyPart(part(delivery, own));
        both.addBodyPart(part(delivery, other));
        mail.setContent(both);
        mail.setHeader("Message-ID", messageId(delivery.id()));
        return mail;
    }

    private String subject(Delivery delivery, Locale language) {
        if (delivery.messages().size() > 1) {
            return texts.getMessage(
                    "notification.digest", new Object[] {delivery.messages().size()}, language);
        }
        String text = text(delivery.first(), language);
        String line = text.lines().findFirst().orElse(text);
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT) + "…";
    }

    private MimeBodyPart part(Delivery delivery, Locale language) throws MessagingException {
        String all = delivery.messages().stream()
                .map(message -> text(message, language))
                .collect(Collectors.joining("\n\n"));
        MimeBodyPart part = new MimeBodyPart();
        part.setText(all + "\n\n-- \n" + why(delivery, language), "UTF-8");
        part.setContentLanguage(new String[] {language.equals(Locale.CHINESE) ? "zh-CN" : "en"});
        return part;
    }

    private String why(Delivery delivery, Locale language) {
        String subjects = delivery.messages().stream()
                .map(Notification::subjectCode)
                .distinct()
                .collect(Collectors.joining(", "));
        String why = delivery.first().outside() == null ? "notification.why" : "notification.whyOutside";
        return texts.getMessage(why, new Object[] {subjects}, language);
    }

    private static String text(Notification message, Locale language) {
        return language.equals(Locale.CHINESE) ? message.textZh() : message.textEn();
    }

    /** The same for the same delivery, whatever is in its id. */
    static String messageId(String id) {
        return "<" + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)) + "@lianxing>";
    }
}
