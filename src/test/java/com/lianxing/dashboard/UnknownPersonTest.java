package com.lianxing.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.access.People;
import com.lianxing.access.Role;
import com.lianxing.process.engine.EnginePeople;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An account that nobody has said anything about: a clear answer everywhere, and never a failure. */
@LianxingTest
class UnknownPersonTest {

    private static final String ACCOUNT = "unintroduced";

    @LocalServerPort
    private int port;

    @Autowired
    private EnginePeople engine;

    @Autowired
    private People people;

    @BeforeEach
    void somebodyWithAnAccountOnly() {
        engine.have(ACCOUNT, Role.PROJECT_MANAGER);
    }

    @AfterEach
    void gone() {
        engine.remove(ACCOUNT);
    }

    @Test
    void theFirstAdministratorFindsTheStartPage() {
        // Elsewhere in the suite the demo company may have given the account a department of its own.
        assertThat(people.find("admin")).isPresent();
        Visitor admin = Visitor.person(port, "admin", "suite-password-1");
        assertThat(admin.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void everyPageSaysWhatIsMissingInTheLanguageOfTheBrowser() {
        Visitor visitor = Visitor.person(port, ACCOUNT, EnginePeople.PASSWORD);
        for (String page : List.of("/", "/projects/FBA-US-2026-001", "/reference", "/tab/tasks/x")) {
            var chinese = visitor.reading("zh-CN,zh;q=0.9").get(page);
            assertThat(chinese.statusCode()).as(page).isEqualTo(403);
            assertThat(chinese.body()).as(page).contains("账号 unintroduced 尚未登记人员信息", "退出");

            var english = visitor.reading("en-US").get(page);
            assertThat(english.body()).as(page).contains("The account unintroduced belongs to nobody yet", "Sign out");
        }
        assertThat(visitor.reading("en").get("/camunda/app/tasklist/default/").statusCode())
                .isEqualTo(200);
    }

    @Test
    void programsGetAProblemWithATypeThatStays() throws IOException {
        Visitor program = Visitor.program(port, ACCOUNT, EnginePeople.PASSWORD).reading("zh");
        var answer = program.get("/api/tasks/x/files");
        assertThat(answer.statusCode()).isEqualTo(403);
        JsonNode problem = new ObjectMapper().readTree(answer.body());
        assertThat(problem.path("type").asText()).isEqualTo("urn:lianxing:problem:unknown-person");
        assertThat(problem.path("detail").asText()).contains("账号 unintroduced", "未作任何更改");
    }
}
