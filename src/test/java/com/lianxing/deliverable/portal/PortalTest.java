package com.lianxing.deliverable.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.audit.AuditEntry;
import com.lianxing.audit.AuditTrail;
import com.lianxing.deliverable.Deliverable;
import com.lianxing.deliverable.Deliverables;
import com.lianxing.deliverable.DeliveredVersion;
import com.lianxing.deliverable.OutsideParties;
import com.lianxing.deliverable.OutsideParty;
import com.lianxing.deliverable.PortalLink;
import com.lianxing.deliverable.PortalLinks;
import com.lianxing.deliverable.Review;
import com.lianxing.demo.DemoAccounts;
import com.lianxing.demo.InboundProjects;
import com.lianxing.document.Documents;
import com.lianxing.document.EicarScanner;
import com.lianxing.project.ProjectCode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The portal as somebody outside meets it: over HTTP, with nothing but an address. */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @LocalServerPort
    private int port;

    @Autowired
    private EicarScanner scanner;

    @Autowired
    private InboundProjects company;

    @Autowired
    private Deliverables deliverables;

    @Autowired
    private OutsideParties parties;

    @Autowired
    private PortalLinks links;

    @Autowired
    private Documents documents;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcClient jdbc;

    /** One deliverable that is waited for, and a link to it. */
    private record Case(ProjectCode project, Deliverable wanted, OutsideParty party, UUID link, String token) {

        String path() {
            return "/portal/" + token;
        }
    }

    @BeforeAll
    void enrol() {
        company.enrolTheCompany();
    }

    @AfterEach
    void releaseTheClock() {
        company.releaseTheClock();
    }

    @Test
    void thePageShowsTheOwnWorkInBothLanguagesAndOnBothClocks() {
        Case mine = open(Locale.CHINESE);
        HttpResponse<String> chinese = nobody().get(mine.path());
        assertThat(chinese.statusCode()).isEqualTo(200);
        assertThat(chinese.body())
                .contains(
                        "lang=\"zh-CN\"",
                        "验货报告",
                        "AQL 2.5 &lt;b&gt;",
                        "Asia/Shanghai",
                        " PT<",
                        "交付一个版本",
                        mine.party().name())
                .doesNotContain(mine.project().value());
        assertThat(nobody().get(mine.path() + "?lang=en").body())
                .contains("lang=\"en\"", "Inspection report", "Deliver a version");
        assertThat(chinese.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(chinese.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(chinese.headers().firstValue("Set-Cookie")).as("no session").isEmpty();
    }

    @Test
    void theTeamNamesThePartyMakesItsLinkOnceAndShutsIt() {
        ProjectCode project = company.startedAt("callActivity_reviewInspection");
        Deliverable wanted = deliverables.of(project).get(0);
        String page = "/projects/" + project;
        String work = page + "/deliverables/" + wanted.id();
        Visitor pm = Visitor.person(port, "pm", DemoAccounts.PASSWORD);
        UUID key = UUID.randomUUID();
        assertThat(pm.fill(page, work + "/links", Map.of("key", key.toString(), "days", "7"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(links.of(wanted.id())).as("nobody is named yet").isEmpty();

        pm.fill(
                page,
                work + "/brief",
                Map.of(
                        "party", "Shenzhen Lab",
                        "email", "lab@example.com",
                        "language", "zh",
                        "zone", "Asia/Shanghai",
                        "brief", "AQL 2.5",
                        "maxRounds", "3"));
        for (int click = 1; click <= 2; click++) {
            pm.fill(page, work + "/links", Map.of("key", key.toString(), "days", "7"));
        }
        assertThat(links.of(wanted.id())).hasSize(1);
        assertThat(pm.get(page).body()).contains("Shenzhen Lab", "AQL 2.5");

        PortalLink link = links.of(wanted.id()).get(0);
        Visitor stranger = Visitor.person(port, "ads", DemoAccounts.PASSWORD);
        assertThat(stranger.fill(page, work + "/links/" + link.id() + "/revoke", Map.of())
                        .statusCode())
                .isEqualTo(403);
        pm.fill(page, work + "/links/" + link.id() + "/revoke", Map.of());
        assertThat(links.state(links.of(wanted.id()).get(0))).isEqualTo(PortalLink.State.REVOKED);
        assertThat(pm.get("/api/reports/outside-parties").body()).contains("\"name\":\"Shenzhen Lab\"");
        assertThat(pm.get("/outside-parties").body()).contains("Shenzhen Lab");
    }

    @Test
    void anUploadIsTheNextVersionAndEndsTheStepOnBehalfOfTheParty() {
        Case mine = open(Locale.ENGLISH);

        HttpResponse<String> answer = upload(mine.token(), "AQL report.pdf", pdf("one"), "first");

        assertThat(scanner.wasAskedInTransaction()).isFalse();
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(nobody().get(mine.path() + "?done=uploaded").body())
                .contains("goes to review", "AQL report.pdf", "not reviewed", "No version is waited for");
        DeliveredVersion version = deliverables.lastVersion(mine.wanted().id()).orElseThrow();
        assertThat(version.number()).isEqualTo(1);
        assertThat(version.deliveredBy()).isEqualTo(mine.party().actor());
        assertThat(nobody().get(mine.path()).body()).contains(version.sha256());
        assertThat(company.open(mine.project())).containsExactly("userTask_reviewDeliverable");
        assertThat(trail.entries("project", mine.project().value(), 0, 200))
                .filteredOn(entry -> entry.action().equals("deliverable-review.deliver"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.content()).contains(version.sha256()))
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo(AuditEntry.SYSTEM))
                .satisfies(entry ->
                        assertThat(entry.onBehalfOf()).isEqualTo(mine.party().actor()));

        company.does(
                mine.project(),
                "userTask_reviewDeliverable",
                "reviewVerdict",
                "REVISE",
                "reviewComment",
                "photos missing");
        assertThat(nobody().get(mine.path()).body()).contains("to be revised", "photos missing", "2 of 2");
        assertThat(upload(mine.token(), "AQL report.pdf", pdf("one"), "").statusCode())
                .as("the same file again")
                .isEqualTo(409);
        assertThat(upload(mine.token(), "AQL report.pdf", pdf("two"), "").statusCode())
                .isEqualTo(303);
        company.does(mine.project(), "userTask_reviewDeliverable");

        DeliveredVersion second = deliverables.lastVersion(mine.wanted().id()).orElseThrow();
        assertThat(second.number()).isEqualTo(2);
        assertThat(deliverables.released(mine.wanted().id())).contains(second);
        assertThat(deliverables.reviews(mine.wanted().id()))
                .extracting(Review::sha256)
                .containsExactly(version.sha256(), second.sha256());
        assertThat(company.open(mine.project())).containsExactly("userTask_recordInspection");
    }

    @Test
    void twoUploadsAtOnceAreOneVersion() {
        Case mine = open(Locale.ENGLISH);
        List<Integer> answers = Stream.of("one", "two", "three")
                .map(content -> CompletableFuture.supplyAsync(() ->
                        upload(mine.token(), content + ".pdf", pdf(content), "").statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).containsExactlyInAnyOrder(303, 409, 409);
        assertThat(deliverables.versions(mine.wanted().id())).hasSize(1);
        assertThat(documents.list("project", mine.project().value(), "DELIVERABLE"))
                .as("what was refused left no file")
                .hasSize(1);
    }

    @Test
    void aRevokedLinkOpensNothingAnyMore() {
        Case mine = open(Locale.ENGLISH);
        upload(mine.token(), "a.pdf", pdf("one"), "");
        links.revoke(mine.link(), "pm");
        assertShut(mine, "withdrawn");
        assertThatThrownBy(() -> jdbc.sql("update portal_link set revoked_at = null, revoked_by = null where id = ?")
                        .param(mine.link())
                        .update())
                .as("not even in the database")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aLinkEndsByItself() {
        Case mine = open(Locale.ENGLISH);
        upload(mine.token(), "a.pdf", pdf("one"), "");
        company.letPass(Duration.ofDays(30).minusMinutes(5));
        assertThat(nobody().get(mine.path()).statusCode()).isEqualTo(200);
        company.letPass(Duration.ofMinutes(6));
        assertShut(mine, "time is over");
        assertThatThrownBy(
                        () -> jdbc.sql("update portal_link set expires_at = expires_at + interval '1 day' where id = ?")
                                .param(mine.link())
                                .update())
                .as("nobody makes it longer")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void anotherPartyThatTakesOverShutsTheLink() {
        Case mine = open(Locale.ENGLISH);
        upload(mine.token(), "a.pdf", pdf("one"), "");
        OutsideParty other = party(Locale.ENGLISH);
        deliverables.brief(mine.wanted().id(), other, "", 2, "pm");
        assertShut(mine, "withdrawn");
    }

    @Test
    void noGuessAndNoTamperedAddressOpensAnything() {
        Case mine = open(Locale.ENGLISH);
        String token = mine.token();
        char last = token.charAt(token.length() - 1);
        List<String> guesses = List.of(
                "a".repeat(43),
                token.substring(1),
                token + "A",
                token.substring(0, 42) + (last == 'A' ? 'B' : 'A'),
                token.substring(0, 42) + (char) (last + 1 > 'z' ? 'A' : last + 1),
                swapCase(token),
                mine.link().toString(),
                mine.wanted().id().toString(),
                URLEncoder.encode("' or '1'='1", StandardCharsets.UTF_8),
                "..%2f..%2fapi",
                "%00");
        for (String guess : guesses) {
            assertThat(nobody().get("/portal/" + guess).statusCode()).as(guess).isIn(400, 404);
            assertThat(upload(guess, "a.pdf", pdf("one"), "").statusCode())
                    .as(guess)
                    .isIn(400, 404);
        }
        assertThat(jdbc.sql("select count(*) from portal_link where token_sha256 = ?")
                        .param(token)
                        .query(Integer.class)
                        .single())
                .as("the secret itself is not kept")
                .isZero();
        String kept = jdbc.sql("select token_sha256 from portal_link where id = ?")
                .param(mine.link())
                .query(String.class)
                .single();
        assertThat(nobody().get("/portal/" + kept).statusCode())
                .as("what stands in the table is no key")
                .isEqualTo(404);
    }

    @Test
    void aLinkToOneOpensNothingOfAnother() {
        Case mine = open(Locale.ENGLISH);
        Case other = open(Locale.ENGLISH);
        upload(other.token(), "secret.pdf", pdf("secret"), "");
        comment(other.token(), "their words");

        assertThat(nobody().get(mine.path() + "/versions/1").statusCode()).isEqualTo(404);
        assertThat(nobody().get(mine.path() + "?id=" + other.wanted().id()).body())
                .doesNotContain("secret.pdf", "their words", other.party().name());
        UUID file = deliverables.lastVersion(other.wanted().id()).orElseThrow().documentId();
        assertThat(nobody().get("/api/files/" + file).statusCode()).isEqualTo(401);
        assertThat(nobody().get("/api/projects/" + other.project().value()).statusCode())
                .isEqualTo(401);
        assertThat(nobody().get(mine.path() + "/versions/" + file).statusCode()).isIn(400, 404);
        String body = multipart(
                "a.pdf",
                pdf("mine"),
                "",
                Map.of("deliverable", other.wanted().id().toString()));
        assertThat(send(mine.path() + "/versions?deliverable=" + other.wanted().id(), body)
                        .statusCode())
                .isEqualTo(303);
        assertThat(deliverables.versions(other.wanted().id())).hasSize(1);
        assertThat(deliverables.versions(mine.wanted().id())).hasSize(1);
    }

    @Test
    void whatIsNoProperFileIsRefusedAndChangesNothing() {
        Case mine = open(Locale.ENGLISH);
        assertRefused(mine, "report.pdf", "<html><script>alert(1)</script></html>", 422, "Files of this type");
        assertRefused(mine, "report.pdf", "MZ\u0090\0\u0003\0\0\0program", 422, "Files of this type");
        assertRefused(mine, "report.exe", pdf("one"), 422, "does not fit");
        assertRefused(mine, "report.html", pdf("one"), 422, "does not fit");
        assertRefused(mine, "empty.pdf", "", 422, "is empty");
        assertRefused(mine, "bad.pdf", pdf(EicarScanner.PRACTICE), 422, "virus scanner found");
        assertRefused(mine, "unknown.pdf", pdf(EicarScanner.SILENCE), 422, "does not answer");
        assertRefused(mine, "large.pdf", pdf("x".repeat(21 * 1024 * 1024)), 413, "larger than 20 MB");
        assertThat(deliverables.versions(mine.wanted().id())).isEmpty();
        assertThat(company.open(mine.project())).containsExactly("userTask_deliver");

        assertThat(upload(mine.token(), "../../etc/..\\passwd.pdf", pdf("one"), "")
                        .statusCode())
                .isEqualTo(303);
        assertThat(deliverables.lastVersion(mine.wanted().id()).orElseThrow().fileName())
                .isEqualTo("passwd.pdf");
    }

    @Test
    void whatWasUploadedIsNeverRendered() {
        Case mine = open(Locale.ENGLISH);
        upload(mine.token(), "报告.pdf", pdf("one"), "");
        HttpResponse<String> file = nobody().get(mine.path() + "/versions/1");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo(pdf("one"));
        assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(nobody().get(mine.path() + "/versions/2").statusCode()).isEqualTo(404);
    }

    @Test
    void commentsGoBothWaysAndAreTextOnly() {
        Case mine = open(Locale.ENGLISH);
        assertThat(comment(mine.token(), "<script>alert(1)</script> 何时到货?").statusCode())
                .isEqualTo(303);
        assertThat(comment(mine.token(), "  ").statusCode()).isEqualTo(422);
        assertThat(comment(mine.token(), "x".repeat(2001)).statusCode()).isEqualTo(422);
        assertThat(nobody().get(mine.path()).body())
                .contains("&lt;script&gt;", "何时到货?")
                .doesNotContain("<script>alert");
    }

    private void assertShut(Case mine, String sentence) {
        HttpResponse<String> page = nobody().reading("en").get(mine.path());
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body())
                .contains(sentence)
                .doesNotContain(mine.party().name(), "AQL", mine.project().value());
        int before = deliverables.versions(mine.wanted().id()).size();
        assertThat(nobody().get(mine.path() + "/versions/1").statusCode()).isEqualTo(404);
        assertThat(upload(mine.token(), "b.pdf", pdf("later"), "").statusCode()).isEqualTo(410);
        assertThat(comment(mine.token(), "still there?").statusCode()).isEqualTo(410);
        assertThat(deliverables.versions(mine.wanted().id())).hasSize(before);
    }

    private void assertRefused(Case mine, String name, String content, int status, String sentence) {
        HttpResponse<String> answer = upload(mine.token(), name, content, "");
        assertThat(answer.statusCode()).as(name).isEqualTo(status);
        assertThat(answer.body()).as(name).contains(sentence);
    }

    private Case open(Locale language) {
        ProjectCode project = company.startedAt("callActivity_reviewInspection");
        OutsideParty party = party(language);
        Deliverable wanted = deliverables.brief(
                deliverables.of(project).get(0).id(), party, "AQL 2.5 <b>\nphotos of every carton", 2, "pm");
        UUID id = UUID.randomUUID();
        PortalLinks.Issued issued = links.issue(id, wanted.id(), 30, "pm").orElseThrow();
        assertThat(links.issue(id, wanted.id(), 30, "pm")).as("once").isEmpty();
        return new Case(project, wanted, party, id, issued.token());
    }

    private OutsideParty party(Locale language) {
        return parties.put("Lab " + UUID.randomUUID(), language, CHINA, "lab@example.com");
    }

    private Visitor nobody() {
        return Visitor.nobody(port);
    }

    private HttpResponse<String> upload(String token, String name, String content, String note) {
        return send("/portal/" + token + "/versions", multipart(name, content, note, Map.of()));
    }

    private HttpResponse<String> send(String path, String multipart) {
        return nobody().send("POST", path, "multipart/form-data; boundary=border", "text/html", multipart);
    }

    private HttpResponse<String> comment(String token, String text) {
        return nobody().send(
                        "POST",
                        "/portal/" + token + "/comments",
                        "application/x-www-form-urlencoded",
                        "text/html",
                        "text=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    private static String multipart(String name, String content, String note, Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((field, value) -> body.append(
                "--border\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(field, value)));
        return body + "--border\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n" + note
                + "\r\n--border\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name.replace("\\", "\\\\")
                + "\"\r\nContent-Type: text/html\r\n\r\n" + content + "\r\n--border--\r\n";
    }

    private static String pdf(String content) {
        return "%PDF-1.4\n% " + content + "\n%%EOF\n";
    }

    private static String swapCase(String token) {
        String other = token.equals(token.toUpperCase(Locale.ROOT))
                ? token.toLowerCase(Locale.ROOT)
                : token.toUpperCase(Locale.ROOT);
        return Objects.requireNonNull(other);
    }
}
