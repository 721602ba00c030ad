package com.lianxing.audit;

import java.io.PrintStream;
import java.util.Locale;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * {@code java -jar lianxing.jar --verify-audit}: prints what is wrong with the record and ends, with 1 if anything is.
 * {@link VerifyAuditDefaults} keeps the rest of the product quiet meanwhile.
 */
@Component
@ConditionalOnProperty(name = VerifyAuditDefaults.ACTIVE, havingValue = "true")
@Order(Ordered.LOWEST_PRECEDENCE)
class VerifyAuditCommand implements ApplicationRunner {

    private final AuditVerifier verifier;
    private final MessageSource messages;
    private final ApplicationContext context;

    VerifyAuditCommand(AuditVerifier verifier, MessageSource messages, ApplicationContext context) {
        this.verifier = verifier;
        this.messages = messages;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int code = print(verifier.verify(), messages, System.out);
        System.exit(SpringApplication.exit(context, () -> code));
    }

    /** Each sentence in both languages: nobody is signed in on a command line. */
    static int print(AuditReport report, MessageSource messages, PrintStream out) {
        for (AuditFinding finding : report.findings()) {
            say(out, messages, finding.messageKey(), finding.messageArguments());
        }
        String summary = report.isSound() ? "audit.verify.sound" : "audit.verify.unsound";
        say(
                out,
                messages,
                summary,
                report.findings().size(),
                report.subjects(),
                report.entries(),
                report.checkpoints());
        if (report.checkpoints() == 0) {
            say(out, messages, "audit.verify.noCheckpoints");
        }
        return report.isSound() ? 0 : 1;
    }

    private static void say(PrintStream out, MessageSource messages, String key, Object... arguments) {
        out.println(messages.getMessage(key, arguments, Locale.ENGLISH));
        out.println(messages.getMessage(key, arguments, Locale.CHINESE));
    }
}
