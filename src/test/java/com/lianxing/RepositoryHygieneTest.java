package com.lianxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What no file of the repository may hold, wherever it was written. */
class RepositoryHygieneTest {

    // Written in pieces, so that this file passes its own test.
    private static final Pattern REGISTRY = Pattern.compile(
            "registry\\." + "(?:npmjs|yarnpkg|npmmirror)|repo1?\\." + "maven|repo\\." + "spring\\.io|artifacts\\."
                    + "camunda|maven\\." + "aliyun|npm\\." + "pkg\\.github|central\\." + "sonatype");
    private static final Pattern MACHINE = Pattern.compile(
            "(?<![\\w.}])/(?:root|work|Users)" + "/[\\w.]|(?<![\\w.}])/home/(?!\\$)[a-z][\\w-]*/|[A-Z]:\\\\Users");

    private static final Map<Path, String> FILES = new TreeMap<>();

    @BeforeAll
    static void readTrackedFiles() throws IOException, InterruptedException {
        assumeThat(Path.of(".git"))
                .as("a checkout: only git knows what is tracked")
                .exists();
        Process git = new ProcessBuilder("git", "ls-files", "-z").start();
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).isZero();
        for (String name : names.split("\0")) {
            Path file = Path.of(name);
            if (Files.isRegularFile(file)) {
                text(Files.readAllBytes(file)).ifPresent(content -> FILES.put(file, content));
            }
        }
        assertThat(FILES).containsKey(Path.of("pom.xml"));
    }

    private static Optional<String> text(byte[] content) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    @Test
    void noFileNamesTheHostOfARegistry() {
        assertThat(linesWith(REGISTRY)).isEmpty();
    }

    @Test
    void noFileNamesAPathOfOneMachine() {
        assertThat(linesWith(MACHINE)).isEmpty();
    }

    @Test
    void lockFilesDoNotSayWhereFrom() {
        assertThat(FILES.keySet()).anyMatch(RepositoryHygieneTest::isLock);
        assertThat(FILES.entrySet())
                .filteredOn(file -> isLock(file.getKey()))
                .allSatisfy(file ->
                        assertThat(file.getValue()).as(file.getKey().toString()).doesNotContain("\"resolved\""));
    }

    @Test
    void thePomNamesNoRepository() {
        assertThat(FILES.get(Path.of("pom.xml")))
                .doesNotContain("<repositories>", "<pluginRepositories>", "<distributionManagement>");
        assertThat(FILES.keySet()).noneMatch(file -> file.startsWith(".mvn/wrapper"));
    }

    @Test
    void theRulesSeeWhatTheyForbid() {
        assertThat("https://registry." + "npmjs.org/x").containsPattern(REGISTRY);
        assertThat("cd /" + "root/.m2").containsPattern(MACHINE);
        assertThat("file:/" + "home/zoe/lianxing").containsPattern(MACHINE);
    }

    private static boolean isLock(Path file) {
        return file.endsWith("package-lock.json");
    }

    private static List<String> linesWith(Pattern pattern) {
        List<String> found = new ArrayList<>();
        FILES.forEach((file, content) -> content.lines()
                .filter(line -> pattern.matcher(line).find())
                .forEach(line -> found.add(file + ": " + line.strip())));
        return found;
    }
}
