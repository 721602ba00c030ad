package com.lianxing.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.audit.AuditTrail;
import com.lianxing.audit.StoredEntry;
import com.lianxing.deliverable.Deliverables;
import com.lianxing.deliverable.OutsideParty;
import com.lianxing.deliverable.PortalLinks;
import com.lianxing.project.ProjectCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What staff do on a project's page about work of outside parties, and the report on these. */
@LianxingTest
class OutsideWorkTest {

    private static final Pattern ADDRESS = Pattern.compile("http://[^<\"]+(/portal/[A-Za-z0-9_-]{43})");

    @LocalServerPort
    private int port;

    @Autowired
    private InboundProjects company;

    @Autowired
    private Deliverables deliverables;

    @Autowired
    private PortalLinks links;

    @Autowired
    private AuditTrail trail;

    private ProjectCode project = new ProjectCode("FBA-US-2026-999");
    private UUID report = new UUID(0, 0);
    private String lab = "";

    @BeforeEach
    void aReportIsWaitedFor() {
        company.enrolTheCompany();
        project = company.startedAt("callActivity_reviewInspection");
        report = deliverables.of(project).get(0).id();
        lab = "Lab " + report;
    }

    @AfterEach
    void releaseTheClock() {
        company.releaseTheClock();
    }

    @Test
    void theManagerLetsAPartyInShowsItsAddressOnceAndShutsItOut() {
        Visitor manager = person("pm");
        brief(manager, Map.of());
        String key = UUID.randomUUID().toString();

        act(manager, "links", Map.of("key", key, "days", "14"));

        String made = manager.get(page()).body();
        Matcher address = ADDRESS.matcher(made);
        assertThat(address.find()).isTrue();
        String portal = Objects.requireNonNull(address.group(1));
        assertThat(manager.get(page()).body()).as("once").doesNotContain(portal).contains("由");
        assertThat(nobody().get(portal).body()).contains(lab, "AQL 4.0");

        act(manager, "links", Map.of("key", key, "days", "14"));
        assertThat(links.of(report)).as("a second click").hasSize(1);

        act(manager, "comments", Map.of("text", "请补箱唛照片"));
        assertThat(nobody().get(portal).body()).contains("请补箱唛照片");

        act(manager, "links/" + links.of(report).get(0).id() + "/revoke", Map.of());
        assertThat(manager.get(page()).body()).contains("链接已撤销");
        assertThat(nobody().get(portal).statusCode()).isEqualTo(410);
        assertThat(trail.entries("project", project.value(), 0, 500))
                .filteredOn(entry -> entry.action().startsWith("deliverable."))
                .extracting(StoredEntry::action, StoredEntry::actor)
                .containsExactly(
                        tuple("deliverable.briefed", "pm"),
                        tuple("deliverable.linkIssued", "pm"),
                        tuple("deliverable.linkRevoked", "pm"));
        assertThat(trail.entries("project", project.value(), 0, 500))
                .extracting(StoredEntry::content)
                .as("the secret is in no record")
                .noneMatch(content -> content.contains(portal.substring("/portal/".length())));
    }

    @Test
    void whoRecordsForOutsidePartiesMayAndNobodyElse() {
        brief(person("purchasing"), Map.of());
        assertThat(deliverables.require(report).party())
                .extracting(OutsideParty::name)
                .isEqualTo(lab);

        for (String stranger : new String[] {"ops", "finance", "auditor"}) {
            Visitor visitor = person(stranger);
            assertThat(visitor.get(page()).body()).as(stranger).contains(lab).doesNotContain("/deliverables/");
            act(visitor, "links", Map.of("key", UUID.randomUUID().toString(), "days", "14"));
            brief(visitor, Map.of("party", "Somebody else"));
            act(visitor, "comments", Map.of("text", "hello"));
        }
        assertThat(links.of(report)).isEmpty();
        assertThat(deliverables.require(report).party())
                .extracting(OutsideParty::name)
                .isEqualTo(lab);

        UUID link = UUID.randomUUID();
        links.issue(link, report, 5, "pm");
        act(person("ops"), "links/" + link + "/revoke", Map.of());
        assertThat(links.of(report)).singleElement().extracting("revokedAt").isNull();
    }

    @Test
    void whatBelongsToAnotherProjectIsUnknownAndWhatMakesNoSenseIsRefused() {
        Visitor manager = person("pm");
        ProjectCode other = company.startedAt("callActivity_reviewInspection");
        UUID theirs = deliverables.of(other).get(0).id();
        assertThat(manager.fill(
                                page(),
                                page() + "/deliverables/" + theirs + "/comments",
                                Map.of("text", "through the wrong door"))
                        .statusCode())
                .isEqualTo(404);

        act(manager, "links", Map.of("key", UUID.randomUUID().toString(), "days", "14"));
        assertThat(links.of(report)).isEmpty();
        for (Map<String, String> wrong : List.of(
                Map.of("party", " "),
                Map.of("zone", "Shenzhen"),
                Map.of("email", "nowhere"),
                Map.of("maxRounds", "0"),
                Map.of("language", "fr"),
                Map.of("brief", "x".repeat(4001)))) {
            brief(manager, wrong);
            assertThat(deliverables.require(report).party())
                    .as(wrong.toString())
                    .isNull();
        }
        brief(manager, Map.of());
        act(manager, "links", Map.of("key", UUID.randomUUID().toString(), "days", "91"));
        assertThat(links.of(report)).isEmpty();
    }

    @Test
    void theReportTellsRoundsLatenessAndScoreToWhoeverReadsProjects() {
        brief(person("pm"), Map.of());
        company.does(project, "userTask_deliver");
        company.does(project, "userTask_reviewDeliverable", "reviewScore", 4);

        assertThat(person("auditor").get("/outside-parties").body()).contains(lab, "Score (1–5)", "4.00");
        assertThat(person("pm").get("/outside-parties").body()).contains(lab, "评分");
        String json = person("finance")
                .get("/api/reports/outside-parties?limit=1&after="
                        + URLEncoder.encode(lab.substring(0, lab.length() - 1), StandardCharsets.UTF_8))
                .body();
        assertThat(json)
                .contains(
                        "\"name\":\"" + lab + "\"",
                        "\"rounds\":1",
                        "\"accepted\":1",
                        "\"score\":4.00",
                        "\"next\":\"" + lab + "\"")
                .doesNotContain("lab@example.com");
        assertThat(person("integrator").get("/outside-parties").statusCode()).isEqualTo(403);
        assertThat(person("integrator").get("/api/reports/outside-parties").statusCode())
                .isEqualTo(403);
        assertThat(nobody().get("/api/reports/outside-parties").statusCode()).isEqualTo(401);
    }

    private void brief(Visitor visitor, Map<String, String> instead) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "party", lab,
                "language", "zh",
                "zone", "Asia/Shanghai",
                "email", "lab@example.com",
                "brief", "AQL 4.0",
                "maxRounds", "3"));
        fields.putAll(instead);
        act(visitor, "brief", fields);
    }

    private void act(Visitor visitor, String action, Map<String, String> fields) {
        visitor.fill(page(), page() + "/deliverables/" + report + "/" + action, fields);
    }

    private String page() {
        return "/projects/" + project;
    }

    private Visitor person(String id) {
        return Visitor.person(port, id, DemoAccounts.PASSWORD);
    }

    private Visitor nobody() {
        return Visitor.nobody(port);
    }
}
