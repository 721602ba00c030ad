package com.lianxing.process.engine;

import static com.lianxing.process.engine.MovingProcess.LOT_DUE_AT;
import static com.lianxing.process.engine.MovingProcess.PROJECT_DUE_AT;
import static com.lianxing.process.engine.MovingProcess.PROJECT_REMIND_AT;
import static com.lianxing.process.engine.MovingProcess.legal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.access.Role;
import com.lianxing.audit.AuditTrail;
import com.lianxing.audit.CanonicalJson;
import com.lianxing.audit.StoredEntry;
import com.lianxing.project.Projects;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@LianxingTest
class DeadlinesTest {

    @Autowired
    private MovingProcess process;

    @Autowired
    private MovingProcess.NoteTimeoutListener timeouts;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aMovedDateTakesTimerDueDateAndTimeoutListenerAlongAndOldAndNewStandInTheTrail() {
        Instant before = process.inDays(10);
        Instant after = process.inDays(17);
        String instance = process.start(process.inDays(5), before, null);
        Task lot = lots(instance).get(0);
        String person = colleagues.with(Role.LOGISTICS);

        Deadlines.Moved moved = colleagues.as(
                person, () -> deadlines.move(lot.getExecutionId(), LOT_DUE_AT, legal(after), "VESSEL_ROLLED"));

        assertThat(moved.before()).isEqualTo(Date.from(before));
        assertThat(moved.elements()).containsExactlyInAnyOrder("timerEvent_lotDue", "userTask_lot", "userTask_lot");
        assertThat(LOT_DUE_AT.find(runtime, lot.getExecutionId())).hasValue(Date.from(after));
        assertThat(due(lot.getId())).isEqualTo(after);
        assertThat(timersOf(lot))
                .hasSize(2)
                .allMatch(timer -> timer.getDuedate().equals(Date.from(after)));
        StoredEntry entry = lastEntry(instance);
        assertThat(entry.action()).isEqualTo("deadline.moved");
        assertThat(entry.actor()).isEqualTo(person);
        assertThat(CanonicalJson.read(entry.content()))
                .containsEntry("deadline", "lotDueAt")
                .containsEntry("before", before.toString())
                .containsEntry("after", after.toString())
                .containsEntry("kind", "LEGAL")
                .containsEntry("reason", "VESSEL_ROLLED");
    }

    @Test
    void whatReadsTheDateOfAnotherLotOrOfTheProjectStaysWhereItWas() {
        Instant before = process.inDays(10);
        String instance = process.start(process.inDays(5), before, null);
        List<Task> lots = lots(instance);

        deadlines.move(lots.get(0).getExecutionId(), LOT_DUE_AT, legal(process.inDays(17)), "VESSEL_ROLLED");
        deadlines.move(instance, PROJECT_REMIND_AT, legal(process.inDays(6)), "TARGET_MOVED");

        assertThat(due(lots.get(1).getId())).isEqualTo(before);
        assertThat(timersOf(lots.get(1)))
                .hasSize(2)
                .allMatch(timer -> timer.getDuedate().equals(Date.from(before)));
        assertThat(due(project(instance).getId())).isEqualTo(before);
        assertThat(timer(project(instance), before).getDuedate()).isEqualTo(Date.from(before));
    }

    @Test
    void aStepOfTheSystemMovesWhatItsOwnTransactionHasJustCreated() {
        Instant after = process.inDays(20);
        String instance = process.start(process.inDays(5), process.inDays(10), after);

        assertThat(due(project(instance).getId())).isEqualTo(after);
        assertThat(timer(project(instance), after)).isNotNull();
        assertThat(CanonicalJson.read(lastEntry(instance).content())).containsEntry("reason", "MOVED_AT_START");
    }

    @Test
    void aReminderThatWasSentForTheOldDateIsDueAgainForTheNewOne() {
        Instant first = process.inDays(1);
        String instance = process.start(first, process.inDays(10), null);
        management.executeJob(timer(project(instance), first).getId());
        assertThat(timersOf(project(instance))).hasSize(1);

        Instant again = process.inDays(8);
        assertThat(deadlines
                        .move(instance, PROJECT_REMIND_AT, legal(again), "TARGET_MOVED")
                        .elements())
                .containsExactly("timerEvent_projectReminder");

        management.executeJob(timer(project(instance), again).getId());
        assertThat(deadlines
                        .move(instance, PROJECT_REMIND_AT, legal(process.inDays(-1)), "TARGET_MOVED")
                        .elements())
                .as("nothing to remind of in the past")
                .isEmpty();
        assertThat(timersOf(project(instance))).hasSize(1);
    }

    @Test
    void aMovedTimeoutFiresForTheNewDateAndLeavesTheTaskOpen() {
        String instance = process.start(process.inDays(5), process.inDays(10), null);
        Task lot = lots(instance).get(0);
        deadlines.move(lot.getExecutionId(), LOT_DUE_AT, legal(process.inDays(2)), "SAILING_EARLIER");
        Job timeout = timersOf(lot).stream()
                .filter(job -> management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getJobType()
                        .equals("timer-task-listener"))
                .findFirst()
                .orElseThrow();

        management.executeJob(timeout.getId());

        assertThat(timeouts.tasks).contains(lot.getId());
        assertThat(tasks.createTaskQuery().taskId(lot.getId()).count()).isOne();
    }

    @Test
    void aMoveThatIsRolledBackMovedNothing() {
        Instant before = process.inDays(10);
        String instance = process.start(process.inDays(5), before, null);

        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    deadlines.move(instance, PROJECT_DUE_AT, legal(process.inDays(20)), "TARGET_MOVED");
                    throw new IllegalStateException("the step fails");
                }))
                .hasMessage("the step fails");

        assertThat(PROJECT_DUE_AT.find(runtime, instance)).hasValue(Date.from(before));
        assertThat(due(project(instance).getId())).isEqualTo(before);
        assertThat(timer(project(instance), before)).isNotNull();
        assertThat(entries(instance)).isEmpty();
    }

    @Test
    void theSameDateAgainIsNoMove() {
        Instant before = process.inDays(10);
        String instance = process.start(process.inDays(5), before, null);

        assertThat(deadlines.move(instance, PROJECT_DUE_AT, legal(before), "TARGET_MOVED"))
                .isEqualTo(new Deadlines.Moved(null, List.of()));
        assertThat(entries(instance)).isEmpty();
    }

    private List<Task> lots(String instance) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey("userTask_lot")
                .list();
    }

    private Task project(String instance) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey("userTask_project")
                .singleResult();
    }

    private Instant due(String taskId) {
        return tasks.createTaskQuery()
                .taskId(taskId)
                .singleResult()
                .getDueDate()
                .toInstant();
    }

    private List<Job> timersOf(Task task) {
        return management.createJobQuery().timers().list().stream()
                .filter(job -> task.getExecutionId().equals(job.getExecutionId()))
                .toList();
    }

    private Job timer(Task task, Instant due) {
        return timersOf(task).stream()
                .filter(job -> job.getDuedate().equals(Date.from(due)))
                .findFirst()
                .orElseThrow();
    }

    private StoredEntry lastEntry(String instance) {
        List<StoredEntry> entries = entries(instance);
        return entries.get(entries.size() - 1);
    }

    private List<StoredEntry> entries(String instance) {
        String code = runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey();
        return trail.entries(Projects.SUBJECT, code, 0, 50);
    }
}
