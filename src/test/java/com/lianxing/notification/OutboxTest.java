package com.lianxing.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.Staff;
import com.lianxing.access.People;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LianxingTest
class OutboxTest {

    private static final Instant DUE = Instant.parse("2026-09-01T02:00:00Z");

    @Autowired
    private Outbox outbox;

    @Autowired
    private People people;

    @Autowired
    private IdentityService identity;

    private String reader = "";
    private String id = "";

    @BeforeEach
    void aReader() {
        reader = Staff.hired(
                identity, people, "o-" + UUID.randomUUID().toString().substring(0, 8), "Asia/Shanghai");
        id = "message-" + UUID.randomUUID();
    }

    @Test
    void aMessageIsSaidOnceHoweverOftenItIsPutIn() {
        Notification message = message("请审批", DUE);
        outbox.put(message);
        outbox.put(message("请审批", DUE.plusSeconds(60)));
        assertThat(outbox.to(reader, 10)).containsExactly(message);
    }

    @Test
    void otherContentUnderTheSameIdIsAnError() {
        outbox.put(message("请审批", DUE));
        assertThatThrownBy(() -> outbox.put(message("不必审批", DUE)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("other content");
    }

    @Test
    void aMessageFromTheCatalogueIsInBothLanguages() {
        outbox.put(id, reader, "ROLE_GIVEN", "FBA-US-2026-001", "role.finance");
        assertThat(outbox.to(reader, 10)).singleElement().satisfies(message -> {
            assertThat(message.textZh()).isEqualTo("财务");
            assertThat(message.textEn()).isEqualTo("Finance");
        });
    }

    @Test
    void aMessageIsNotDueBeforeItsTime() {
        outbox.put(message("请审批", DUE));
        assertThat(outbox.due(DUE.minusMillis(1), 200))
                .extracting(Notification::id)
                .doesNotContain(id);
        assertThat(outbox.due(DUE, 200)).extracting(Notification::id).contains(id);
    }

    @Test
    void whatWasAskedForAndHasEndedIsNotSentAnyMore() {
        outbox.put(message("请审批", DUE), "task-" + id);
        outbox.withdraw("task-" + id);

        assertThat(outbox.due(DUE, 200)).extracting(Notification::id).doesNotContain(id);
        assertThat(outbox.to(reader, 10)).as("the reader's own list").hasSize(1);
    }

    @Test
    void ofASubjectThatEndedOnlyWhatIsStillAskedForIsSent() {
        Notification told = message("请审批", DUE);
        Notification asked = new Notification(
                id + "-asked", reader, "APPROVAL_ASKED", told.subjectCode(), "请审批", "Please decide", DUE);
        outbox.put(told);
        outbox.put(asked, id);
        outbox.withdrawAllOf(told.subjectCode(), Set.of(id));

        assertThat(outbox.due(DUE, 200))
                .extracting(Notification::id)
                .contains(asked.id())
                .doesNotContain(told.id());
    }

    private Notification message(String zh, Instant due) {
        return new Notification(id, reader, "APPROVAL_ASKED", "FBA-US-2026-001", zh, "Please decide", due);
    }
}
