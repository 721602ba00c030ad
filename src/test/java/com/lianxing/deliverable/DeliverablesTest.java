package com.lianxing.deliverable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.calendar.Clock;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.demo.InboundProjects;
import com.lianxing.document.Document;
import com.lianxing.document.Documents;
import com.lianxing.document.StoreResult.Stored;
import com.lianxing.project.ProjectCode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Versions and verdicts: what Java refuses, the database refuses as well. */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliverablesTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Autowired
    private Deliverables deliverables;

    @Autowired
    private OutsideParties parties;

    @Autowired
    private PartyReports reports;

    @Autowired
    private Documents documents;

    @Autowired
    private InboundProjects company;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private ProjectCode project = new ProjectCode("FBA-US-2026-001");

    @BeforeAll
    void aProject() {
        company.enrolTheCompany();
        project = company.started();
    }

    @AfterEach
    void releaseTheClock() {
        company.releaseTheClock();
    }

    @Test
    void aVerdictOnTheSecondVersionNeverReleasesTheThird() {
        UUID id = asked();
        DeliveredVersion second = twoVersions(id);
        deliverables.review("on-2:" + id, id, verdict(second, Verdict.ACCEPT));
        assertThat(deliverables.released(id)).contains(second);

        DeliveredVersion third = delivered(id, "three");

        assertThat(deliverables.released(id)).as("still the second").contains(second);
        assertThatThrownBy(() -> deliverables.review("late:" + id, id, verdict(second, Verdict.ACCEPT)))
                .as("a verdict on what is not the last version")
                .isInstanceOf(IllegalArgumentException.class);
        Review mixed = new Review(3, second.sha256(), 1, Verdict.ACCEPT, 5, "", "ops", clock.now());
        assertThatThrownBy(() -> deliverables.review("mixed:" + id, id, mixed))
                .as("the number of one and the hash of another")
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(third.number()).isEqualTo(3);
        assertThat(deliverables.reviews(id)).hasSize(1);
    }

    @Test
    void theDatabaseReleasesNothingButWhatWasAccepted() {
        UUID id = asked();
        DeliveredVersion second = twoVersions(id);
        String revised = "revise:" + id;
        deliverables.review(revised, id, verdict(second, Verdict.REVISE));
        DeliveredVersion third = delivered(id, "three");

        refused("release_of_what_was_accepted", () -> release(id, revised, second, "ACCEPT"));
        refused("release_needs_acceptance", () -> release(id, revised, second, "REVISE"));

        String accepted = "accept:" + id;
        insertReview(accepted, id, 2, second.sha256(), "ACCEPT");
        refused("release_of_what_was_accepted", () -> release(id, accepted, third, "ACCEPT"));
        refused("review_of_a_version", () -> insertReview("mixed:" + id, id, 3, second.sha256(), "ACCEPT"));
        refused("review_names_its_version", () -> insertReview("loose:" + id, id, null, null, "ACCEPT"));
        assertThat(deliverables.released(id)).isEmpty();
    }

    @Test
    void aVersionIsNeverChangedNorTheSameContentCountedTwice() {
        UUID id = asked();
        DeliveredVersion first = delivered(id, "one");
        assertThat(deliverables.deliver(id, stored(id, "b.pdf", "one"), "ops")).isEqualTo(new DeliverResult.SameAs(1));
        assertThat(deliverables.deliver(id, documents.find(first.documentId()).orElseThrow(), "ops"))
                .as("a step that runs twice")
                .isEqualTo(new DeliverResult.Kept(first));
        assertThatThrownBy(() -> jdbc.sql("update deliverable_version set sha256 = sha256 where deliverable_id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(deliverables.versions(id)).containsExactly(first);
    }

    @Test
    void theReportCountsRoundsDaysOfEachSideLatenessAndScore() {
        OutsideParty lab = parties.put("Lab " + UUID.randomUUID(), Locale.ENGLISH, CHINA, null);
        UUID id = UUID.randomUUID();
        deliverables.ask(id, project, "INSPECTION_REPORT", "", "p:" + id, 1, due(Duration.ofDays(2)));
        deliverables.brief(id, lab, "AQL 2.5", 2, "pm");
        company.letPass(Duration.ofDays(3));
        DeliveredVersion late = delivered(id, "one");
        company.letPass(Duration.ofDays(1));
        deliverables.review("1:" + id, id, verdict(late, Verdict.REVISE));
        deliverables.ask(id, project, "INSPECTION_REPORT", "", "p:" + id, 2, due(Duration.ofDays(2)));
        company.letPass(Duration.ofDays(1));
        DeliveredVersion inTime = delivered(id, "two");
        company.letPass(Duration.ofDays(2));
        deliverables.review(
                "2:" + id, id, new Review(2, inTime.sha256(), 2, Verdict.ACCEPT, 5, "", "ops", clock.now()));

        PartyReport report = reports.of(lab.id()).orElseThrow();

        assertThat(report.deliverables()).isEqualTo(1);
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rounds()).isEqualTo(2);
        assertThat(report.lateVersions()).isEqualTo(1);
        assertThat(report.waitingLate()).isZero();
        assertThat(report.outsideDays()).isEqualByComparingTo("4.0");
        assertThat(report.insideDays()).isEqualByComparingTo("3.0");
        assertThat(report.lateDays()).isEqualByComparingTo("1.0");
        assertThat(report.score()).as("of 3 and 5").isEqualByComparingTo("4.00");
    }

    @Test
    void whoNeverDeliversIsLateAllTheSame() {
        OutsideParty agency = parties.put("Agency " + UUID.randomUUID(), Locale.CHINESE, CHINA, null);
        UUID id = UUID.randomUUID();
        deliverables.ask(id, project, "INSPECTION_REPORT", "", "p:" + id, 1, due(Duration.ofDays(2)));
        deliverables.brief(id, agency, "", 2, "pm");
        assertThat(reports.of(agency.id()).orElseThrow().waitingLate()).isZero();

        company.letPass(Duration.ofDays(5));

        PartyReport report = reports.of(agency.id()).orElseThrow();
        assertThat(report.waitingLate()).isEqualTo(1);
        assertThat(report.lateDays()).isEqualByComparingTo("3.0");
        assertThat(report.outsideDays()).isEqualByComparingTo("5.0");
        assertThat(report.score()).isNull();
    }

    @Test
    void aDateAgreedBeforeHoldsForTheFirstRoundOnly() {
        UUID id = UUID.randomUUID();
        Deadline agreed = due(Duration.ofDays(30));
        deliverables.plan(id, project, "INSPECTION_REPORT", agreed);
        Deadline usual = due(Duration.ofDays(5));
        assertThat(deliverables
                        .ask(id, project, "INSPECTION_REPORT", "", "p:" + id, 1, usual)
                        .due())
                .isEqualTo(agreed);
        assertThat(deliverables
                        .ask(id, project, "INSPECTION_REPORT", "", "p:" + id, 2, usual)
                        .due())
                .isEqualTo(usual);
        assertThatThrownBy(() -> deliverables.ask(id, project, "INSPECTION_REPORT", "", "another", 3, usual))
                .isInstanceOf(IllegalStateException.class);
    }

    private UUID asked() {
        UUID id = UUID.randomUUID();
        deliverables.ask(id, project, "INSPECTION_REPORT", "", "p:" + id, 1, due(Duration.ofDays(5)));
        return id;
    }

    private DeliveredVersion twoVersions(UUID id) {
        delivered(id, "one");
        return delivered(id, "two");
    }

    private DeliveredVersion delivered(UUID id, String content) {
        DeliverResult result = deliverables.deliver(id, stored(id, "report.pdf", content), "ops");
        assertThat(result).isInstanceOf(DeliverResult.Kept.class);
        return ((DeliverResult.Kept) result).version();
    }

    private Document stored(UUID id, String name, String content) {
        byte[] pdf = ("%PDF-1.4\n% " + content + " of " + id + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
        return ((Stored) documents.store(
                        "test", id.toString(), "DELIVERABLE", name, new ByteArrayInputStream(pdf), "ops"))
                .document();
    }

    private Review verdict(DeliveredVersion version, Verdict verdict) {
        return new Review(version.number(), version.sha256(), 1, verdict, 3, "", "ops", clock.now());
    }

    private Deadline due(Duration from) {
        return new Deadline(LocalDateTime.ofInstant(clock.now().plus(from), CHINA), CHINA, DeadlineKind.CONTRACT);
    }

    private void insertReview(
            String reviewId, UUID id, @Nullable Integer version, @Nullable String sha256, String verdict) {
        jdbc.sql("""
                        insert into deliverable_review (id, project_code, kind, round, verdict, score, comment, reviewed_by,
                          reviewed_at, deliverable_id, version, sha256)
                        values (?, ?, 'INSPECTION_REPORT', 1, ?, 3, '', 'ops', now(), ?, ?, ?)""")
                .params(reviewId, project.value(), verdict, version == null ? null : id, version, sha256)
                .update();
    }

    private void release(UUID id, String reviewId, DeliveredVersion version, String verdict) {
        jdbc.sql("""
                        insert into deliverable_release (deliverable_id, review_id, version, sha256, verdict)
                        values (?, ?, ?, ?, ?)""")
                .params(id, reviewId, version.number(), version.sha256(), verdict)
                .update();
    }

    private static void refused(String constraint, Runnable statement) {
        assertThatThrownBy(statement::run)
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining(constraint);
    }
}
