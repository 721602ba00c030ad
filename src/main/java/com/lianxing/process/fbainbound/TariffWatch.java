package com.lianxing.process.fbainbound;

import com.lianxing.calendar.Clock;
import com.lianxing.inbound.Tariffs;
import com.lianxing.process.Messages;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import java.time.ZoneId;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Prices the duty of open shipments anew every day, and tells the project when a tariff has changed it. */
@Component
public class TariffWatch {

    private static final Logger LOG = LoggerFactory.getLogger(TariffWatch.class);
    private static final ZoneId CUSTOMS = ZoneId.of("America/New_York");

    private final Projects projects;
    private final Tariffs tariffs;
    private final Messages messages;
    private final Clock clock;
    private final TransactionTemplate transactions;

    TariffWatch(
            Projects projects,
            Tariffs tariffs,
            Messages messages,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.projects = projects;
        this.tariffs = tariffs;
        this.messages = messages;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Scheduled(
            initialDelayString = "${lianxing.tariff-watch-every:PT24H}",
            fixedDelayString = "${lianxing.tariff-watch-every:PT24H}")
    void lookAtAll() {
        projects.in(FbaInbound.KEY, Set.of(ProjectStatus.ACTIVE)).forEach(this::lookSafely);
    }

    /** One project that cannot be priced does not keep the others from it. */
    private void lookSafely(ProjectCode project) {
        try {
            look(project);
        } catch (RuntimeException e) {
            LOG.warn("The duty of {} could not be priced", project, e);
        }
    }

    /** @return whether the duty of the same shipments was other than the last time */
    public boolean look(ProjectCode project) {
        return Boolean.TRUE.equals(transactions.execute(status -> price(project)));
    }

    private boolean price(ProjectCode project) {
        projects.lock(project);
        if (!tariffs.price(project, clock.today(CUSTOMS))) {
            return false;
        }
        Tariffs.Repricing change = tariffs.lastChange(project).orElseThrow();
        String id = String.join(":", project.value(), "tariff", clock.now().toString());
        String content = "{\"before\":\"%s\",\"now\":\"%s\"}"
                .formatted(change.was().amount(), change.now().amount());
        messages.report(new Messages.Report(
                id, project, FbaInbound.TARIFF_CHANGED, null, null, content, ActingPerson.SYSTEM, null));
        return true;
    }
}
