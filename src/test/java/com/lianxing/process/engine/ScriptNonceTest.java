package com.lianxing.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.Staff;
import com.lianxing.Visitor;
import com.lianxing.access.People;
import com.lianxing.access.Role;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tasklist's scripts run only where the page names the same nonce as its header: else the page stays blank. */
@LianxingTest
class ScriptNonceTest {

    private static final int READERS = 8;
    private static final int LOADS = 60;
    private static final Pattern ALLOWED = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern NAMED = Pattern.compile("<script[^>]*nonce=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identity;

    @Autowired
    private People people;

    @Test
    void whoeverOpensTasklistWhileOthersDoGetsScriptsThatMayRun() throws Exception {
        Staff.hired(identity, people, "nonce-reader", "Asia/Shanghai", Role.PROJECT_MANAGER);
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            List<Future<List<String>>> all = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                all.add(readers.submit(this::nonces));
            }
            Set<String> seen = new HashSet<>();
            for (Future<List<String>> one : all) {
                seen.addAll(one.get());
            }
            assertThat(seen).as("a nonce for each page").hasSize(READERS * LOADS);
        } finally {
            readers.shutdownNow();
        }
    }

    private List<String> nonces() {
        Visitor reader = Visitor.person(port, "nonce-reader", "a-long-password-1");
        List<String> nonces = new ArrayList<>();
        for (int load = 0; load < LOADS; load++) {
            HttpResponse<String> page = reader.get("/camunda/app/tasklist/default/");
            String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
            String allowed = all(ALLOWED, policy).get(0);
            assertThat(all(NAMED, page.body()))
                    .as("of each script")
                    .hasSizeGreaterThan(3)
                    .containsOnly(allowed);
            nonces.add(allowed);
        }
        return nonces;
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
