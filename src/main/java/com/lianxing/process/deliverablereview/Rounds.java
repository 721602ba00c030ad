package com.lianxing.process.deliverablereview;

import com.lianxing.calendar.Clock;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.calendar.WorkingCalendars;
import com.lianxing.deliverable.DeliverResult;
import com.lianxing.deliverable.DeliverResult.Kept;
import com.lianxing.deliverable.Deliverable;
import com.lianxing.deliverable.Deliverables;
import com.lianxing.deliverable.DeliveredVersion;
import com.lianxing.document.Document;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStep;
import com.lianxing.project.ProjectSteps;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/** What the running process and the kept deliverable must agree about: the round, its date, the version. */
@Component
class Rounds {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 5;

    private final Deliverables deliverables;
    private final ProjectSteps steps;
    private final FileOfVersion files;
    private final HistoryService history;
    private final WorkingCalendars calendars;
    private final Clock clock;

    Rounds(
            Deliverables deliverables,
            ProjectSteps steps,
            FileOfVersion files,
            HistoryService history,
            WorkingCalendars calendars,
            Clock clock) {
        this.deliverables = deliverables;
        this.steps = steps;
        this.files = files;
        this.history = history;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Asks for the version of the round: in five working days, unless another date was agreed for the first one. */
    Deliverable ask(DelegateExecution execution) {
        String instance = execution.getProcessInstanceId();
        UUID id = DeliverableReview.WORK_ITEM_ID
                .find(execution)
                .map(UUID::fromString)
                .orElseGet(() -> UUID.nameUUIDFromBytes(("deliverable:" + instance).getBytes(StandardCharsets.UTF_8)));
        LocalDate due = calendars.china().nthWorkingDayAfter(clock.today(CHINA), DAYS);
        Deliverable asked = deliverables.ask(
                id,
                DeliverableReview.project(execution),
                DeliverableReview.KIND.in(execution),
                DeliverableReview.SUBJECT.find(execution).orElse(""),
                instance,
                DeliverableReview.ROUND.in(execution).intValue(),
                Deadline.endOf(due, CHINA, DeadlineKind.CONTRACT));
        DeliverableReview.WORK_ITEM_ID.set(execution, id.toString());
        DeliverableReview.DELIVERY_DUE_AT.set(
                execution, Date.from(Objects.requireNonNull(asked.due()).instant()));
        return asked;
    }

    /** What was entered last in this review is the next version; others of the project may be delivered at the same time. */
    void recordVersion(DelegateExecution execution) {
        ProjectCode project = DeliverableReview.project(execution);
        ProjectStep entered = steps.latestAmong(deliveryTasks(execution.getProcessInstanceId()))
                .orElseThrow();
        Document file = files.enteredAt(entered.taskId(), project).orElseThrow();
        DeliverResult result = deliverables.deliver(DeliverableReview.workItem(execution), file, entered.person());
        if (!(result instanceof Kept kept)) {
            throw new IllegalStateException(
                    "%s of %s was delivered before: %s".formatted(file.name(), project, result));
        }
        DeliverableReview.VERSION.set(execution, (long) kept.version().number());
        DeliverableReview.VERSION_SHA256.set(execution, kept.version().sha256());
    }

    private List<String> deliveryTasks(String processInstanceId) {
        return history
                .createHistoricTaskInstanceQuery()
                .processInstanceId(processInstanceId)
                .taskDefinitionKey(DeliverableReview.DELIVER_TASK)
                .list()
                .stream()
                .map(HistoricTaskInstance::getId)
                .toList();
    }

    /** For an instance of a model from before versions were recorded: the same, late. */
    void recordVersionUnlessRecorded(DelegateExecution execution) {
        if (DeliverableReview.WORK_ITEM_ID.find(execution).isEmpty()) {
            ask(execution);
        }
        int round = DeliverableReview.ROUND.in(execution).intValue();
        boolean recorded = deliverables
                .lastVersion(DeliverableReview.workItem(execution))
                .map(DeliveredVersion::round)
                .filter(last -> last == round)
                .isPresent();
        if (!recorded) {
            recordVersion(execution);
        }
    }
}
