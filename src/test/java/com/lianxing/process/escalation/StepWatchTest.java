package com.lianxing.process.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.access.Role;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.calendar.MovableClock;
import com.lianxing.notification.Notification;
import com.lianxing.notification.Outbox;
import com.lianxing.process.engine.Deadlines;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reminders and reports of open steps, on the real engine with the clock in the test's hand. */
@LianxingTest
class StepWatchTest {

    /** Friday, ten in the morning in Shanghai; the Monday after is a working day. */
    private static final Instant FRIDAY = Instant.parse("2027-03-05T02:00:00Z");

    @Autowired
    private WatchedProject company;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Deadlines deadlines;

    @BeforeEach
    void itIsFridayMorning() {
        clock.moveTo(FRIDAY);
    }

    @AfterEach
    void theClockRunsAgain() {
        clock.release();
    }

    @Test
    void twoWorkingDaysFromAFridayAreTuesdayEveningInShanghai() {
        String instance = company.start(FRIDAY.plus(Duration.ofDays(9)));

        assertThat(company.step(instance, "userTask_order").getDueDate()).isEqualTo("2027-03-09T18:00:00+08:00");
        assertThat(company.step(instance, "userTask_file").getDueDate())
                .as("a date variable is left alone")
                .isEqualTo(FRIDAY.plus(Duration.ofDays(9)));
    }

    @Test
    void makeUpDaysAreWorkedAndHolidaysAreNot() {
        // 2026: Saturday the 14th of February is worked, then the Spring Festival runs to the 23rd.
        clock.moveTo(Instant.parse("2026-02-13T02:00:00Z"));
        String instance = company.start(FRIDAY);

        assertThat(company.step(instance, "userTask_order").getDueDate()).isEqualTo("2026-02-24T18:00:00+08:00");
    }

    @Test
    void eachReminderGoesToThePersonOnceWithBothClocksInBothLanguages() {
        String instance = company.start(FRIDAY.plus(Duration.ofDays(4)));
        assertThat(reminders(instance)).isEmpty();

        clock.moveBy(Duration.ofHours(25));
        company.runDueJobs(instance);
        clock.moveBy(Duration.ofHours(1));
        company.runDueJobs(instance);

        assertThat(reminders(instance)).singleElement().satisfies(message -> {
            assertThat(message.person()).isEqualTo(company.person(Role.LOGISTICS));
            assertThat(message.textZh()).contains("向海关申报", "2027-03-09 10:00", "北京时间", "法定期限");
            assertThat(message.textEn()).contains("File with customs", "PT", "legal deadline");
        });
    }

    @Test
    void afterAStandstillOnlyTheLatestReminderIsSentAndTheNextOnesStillCome() {
        String instance = company.start(FRIDAY.plus(Duration.ofDays(5)));

        // Stopped over the reminders of three, two and one day before.
        clock.moveBy(Duration.ofHours(5 * 24 - 5));
        assertThat(company.runDueJobs(instance))
                .as("one look per task, however long it stood")
                .isEqualTo(2);
        assertThat(reminders(instance)).hasSize(1);
        assertThat(company.runDueJobs(instance)).isZero();

        clock.moveBy(Duration.ofHours(6));
        company.runDueJobs(instance);
        assertThat(reminders(instance)).as("then that it is late").hasSize(2);
    }

    @Test
    void aStepThatComesUpLateIsRemindedOfAtOnceAndOnlyOnce() {
        String instance = company.start(FRIDAY.plus(Duration.ofHours(20)));
        assertThat(reminders(instance)).hasSize(1);

        clock.moveBy(Duration.ofHours(1));
        company.runDueJobs(instance);
        assertThat(reminders(instance)).hasSize(1);
    }

    @Test
    void aLateStepThatIsGivenAWholeDayMoreIsRemindedOfItsNewDate() {
        Instant due = FRIDAY.plus(Duration.ofHours(20));
        String instance = company.start(due);
        clock.moveTo(due.plus(Duration.ofHours(25)));
        company.runDueJobs(instance);
        assertThat(reminders(instance)).as("a day before, and a day late").hasSize(2);

        moveFiling(instance, due.plus(Duration.ofDays(1)));
        clock.moveBy(Duration.ofHours(1));
        company.runDueJobs(instance);

        assertThat(reminders(instance)).hasSize(3);
    }

    @Test
    void whatWeAskOfOurselvesWaitsForTheMorningOfAWorkingDay() {
        String instance = company.start(FRIDAY.plus(Duration.ofDays(30)));

        // Saturday and Sunday evening: the reminders two days and one day before Tuesday evening have been due.
        clock.moveTo(Instant.parse("2027-03-07T12:00:00Z"));
        company.runDueJobs(instance);
        assertThat(messages(Role.PURCHASING, instance)).isEmpty();

        clock.moveTo(Instant.parse("2027-03-08T01:30:00Z"));
        company.runDueJobs(instance);
        assertThat(messages(Role.PURCHASING, instance))
                .singleElement()
                .satisfies(message -> assertThat(message.textEn()).contains("Order the goods", "2027-03-09 18:00"));
    }

    @Test
    void aStepThatIsDoneIsNotRemindedOfAnyMore() {
        String instance = company.start(FRIDAY.plus(Duration.ofDays(4)));
        Task file = company.step(instance, "userTask_file");
        company.complete(file);

        clock.moveBy(Duration.ofDays(6));
        company.runDueJobs(instance);

        assertThat(reminders(instance)).isEmpty();
    }

    @Test
    void aReminderThatWasNotSentYetIsNotSentOnceTheStepIsDone() {
        String instance = company.start(FRIDAY.plus(Duration.ofHours(20)));
        Notification reminder = reminders(instance).get(0);
        assertThat(outbox.due(FRIDAY, 10_000)).contains(reminder);

        company.complete(company.step(instance, "userTask_file"));

        assertThat(outbox.due(FRIDAY, 10_000)).doesNotContain(reminder);
    }

    @Test
    void aMovedDateIsRemindedOfAnew() {
        Instant due = FRIDAY.plus(Duration.ofHours(20));
        String instance = company.start(due);
        assertThat(reminders(instance)).hasSize(1);

        Instant later = due.plus(Duration.ofDays(7));
        moveFiling(instance, later);
        clock.moveTo(later.minus(Duration.ofHours(30)));
        company.runDueJobs(instance);

        assertThat(reminders(instance)).hasSize(2);
    }

    @Test
    void withoutAnEscalationInItsModelALateStepIsReportedToTheProjectManagerOnceADay() {
        String instance = company.start(WatchedProject.ALONE, FRIDAY.plus(Duration.ofHours(2)));

        clock.moveBy(Duration.ofHours(3));
        company.runDueJobs(instance);
        clock.moveBy(Duration.ofHours(1));
        company.runDueJobs(instance);
        assertThat(messages(Role.PROJECT_MANAGER, instance)).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo("STEP_OVERDUE");
            assertThat(message.textZh()).contains("向海关申报");
        });

        clock.moveBy(Duration.ofDays(1));
        company.runDueJobs(instance);
        assertThat(messages(Role.PROJECT_MANAGER, instance)).hasSize(2);
    }

    private void moveFiling(String instance, Instant to) {
        LocalDateTime local = LocalDateTime.ofInstant(to, WatchedProject.SHANGHAI);
        deadlines.move(
                instance,
                WatchedProject.FILING_DUE_AT,
                new Deadline(local, WatchedProject.SHANGHAI, DeadlineKind.LEGAL),
                "VESSEL_ROLLED");
    }

    /** To logistics, about the filing. */
    private List<Notification> reminders(String instance) {
        return messages(Role.LOGISTICS, instance);
    }

    private List<Notification> messages(Role role, String instance) {
        String code = company.projectOf(instance);
        return outbox.to(company.person(role), 200).stream()
                .filter(message -> message.subjectCode().equals(code))
                .toList();
    }
}
