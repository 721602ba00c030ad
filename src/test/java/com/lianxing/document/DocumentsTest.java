package com.lianxing.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.TestDatabase;
import com.lianxing.audit.AuditTrail;
import com.lianxing.audit.StoredEntry;
import com.lianxing.document.StoreResult.Reason;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LianxingTest
class DocumentsTest {

    @Autowired
    private Documents documents;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcClient jdbc;

    private String subject = "";

    @BeforeEach
    void aSubjectOfItsOwn() {
        subject = UUID.randomUUID().toString();
    }

    @Test
    void aFileComesBackAsItWas() {
        Document document = stored("发票.pdf", pdf("one"));
        assertThat(document.version()).isEqualTo(1);
        assertThat(document.contentType()).isEqualTo("application/pdf");
        assertThat(documents.open(document.id())).isEqualTo(pdf("one"));
        assertThat(documents.find(document.id())).contains(document);
        assertThat(audit.entries("test", subject, 0, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.content()).contains(document.sha256()))
                .extracting(StoredEntry::action)
                .isEqualTo("document.stored");
    }

    @Test
    void theSameNameAgainIsTheNextVersionAndTheSameContentAgainIsNone() {
        Document first = stored("a.pdf", pdf("one"));
        Document again = stored("a.pdf", pdf("one"));
        Document second = stored("a.pdf", pdf("two"));
        Document back = stored("a.pdf", pdf("one"));
        assertThat(again).isEqualTo(first);
        assertThat(second.version()).isEqualTo(2);
        assertThat(back.version()).isEqualTo(3);
        assertThat(back.sha256()).isEqualTo(first.sha256());
        assertThat(documents.list("test", subject, "INVOICE")).containsExactly(first, second, back);
        assertThat(documents.list("test", subject, "PHOTO")).isEmpty();
    }

    @Test
    void twoAtOnceUnderOneNameAreTwoVersions() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<StoreResult>> work = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                byte[] content = pdf("content " + i);
                work.add(() -> store("a.pdf", content));
            }
            for (Future<StoreResult> done : threads.invokeAll(work)) {
                assertThat(done.get()).isInstanceOf(StoreResult.Stored.class);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(documents.list("test", subject))
                .extracting(Document::version)
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @Test
    void whatIsNotTakenIsRefusedByAReasonAndLeavesNothing() {
        assertThat(store("a.pdf", new byte[0])).isEqualTo(new StoreResult.Refused(Reason.EMPTY));
        assertThat(store("a.pdf", new byte[Documents.MOST_BYTES + 1]))
                .isEqualTo(new StoreResult.Refused(Reason.TOO_LARGE));
        assertThat(store("a.html", "<html><script>alert(1)</script></html>".getBytes(UTF_8)))
                .isEqualTo(new StoreResult.Refused(Reason.TYPE_NOT_ALLOWED));
        assertThat(store("a.png", pdf("one"))).isEqualTo(new StoreResult.Refused(Reason.NAME_OF_OTHER_TYPE));
        assertThat(store("../..", pdf("one"))).isEqualTo(new StoreResult.Refused(Reason.NAME_UNUSABLE));
        assertThat(documents.list("test", subject)).isEmpty();
        assertThat(audit.entries("test", subject, 0, 10)).isEmpty();
    }

    @Test
    void theLargestAllowedFileIsTaken() {
        byte[] content = new byte[Documents.MOST_BYTES];
        byte[] head = pdf("large");
        System.arraycopy(head, 0, content, 0, head.length);
        assertThat(stored("large.pdf", content).size()).isEqualTo(Documents.MOST_BYTES);
    }

    @Test
    void aContentThatSomebodyChangedUnderneathIsNotHandedOut() {
        Document document = stored("a.pdf", pdf("honest"));
        JdbcClient owner = JdbcClient.create(TestDatabase.as(TestDatabase.OWNER, LianxingTest.DATABASE));
        owner.sql("alter table document_content disable trigger user").update();
        owner.sql("update document_content set bytes = ? where sha256 = ?")
                .params(pdf("forged"), document.sha256())
                .update();
        owner.sql("alter table document_content enable trigger user").update();
        assertThatThrownBy(() -> documents.open(document.id())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingIsChangedOrRemovedInTheDatabase() {
        stored("a.pdf", pdf("one"));
        for (String sql : List.of(
                "update document set name = 'b.pdf'",
                "delete from document",
                "delete from document_content",
                "truncate document_content cascade")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).isNotNull();
        }
    }

    private Document stored(String name, byte[] content) {
        return ((StoreResult.Stored) store(name, content)).document();
    }

    private StoreResult store(String name, byte[] content) {
        return documents.store("test", subject, "INVOICE", name, new ByteArrayInputStream(content), "ann");
    }

    private static byte[] pdf(String text) {
        return ("%PDF-1.4\n% " + text + "\n%%EOF\n").getBytes(UTF_8);
    }
}
