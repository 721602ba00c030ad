package com.lianxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The list of what is in the packaged application, and what is known against it. Maven does not write the list where it
 * runs offline ({@code -o}); the tests then say so, and look at nothing.
 */
class BillOfMaterialsIT {

    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @BeforeEach
    void theListIsOfThisBuild() throws IOException {
        assumeThat("offline true".equals(System.getProperty("maven")) && !isOfThisBuild())
                .as("Maven runs offline (-o) and so has not written " + BillOfMaterials.FILE + ": nothing is checked")
                .isFalse();
        assertThat(BillOfMaterials.FILE).isRegularFile();
    }

    private static boolean isOfThisBuild() throws IOException {
        return Files.exists(BillOfMaterials.FILE)
                && Files.getLastModifiedTime(BillOfMaterials.FILE)
                                .compareTo(Files.getLastModifiedTime(RunningApplication.jar()))
                        >= 0;
    }

    @Test
    void itListsEveryLibraryOfTheJarAsItIsInIt() throws Exception {
        Map<String, String> listed = BillOfMaterials.read(BillOfMaterials.FILE).libraries().stream()
                .collect(Collectors.toMap(
                        BillOfMaterials.Library::file, BillOfMaterials.Library::sha256, (one, same) -> one));

        Map<String, String> packaged = libraries(RunningApplication.jar());
        // Spring Boot's packaging puts its tool for unpacking beside the libraries; nothing depends on it.
        packaged.keySet().removeIf(file -> file.startsWith("spring-boot-jarmode-tools-"));

        assertThat(packaged).hasSizeGreaterThan(100);
        assertThat(listed).containsAllEntriesOf(packaged);
    }

    /** See src/docs/adr/0003-dependency-overrides.md. */
    @Test
    void whatWasRaisedAboveSpringBootsVersionIsRaisedEverywhere() throws IOException {
        BillOfMaterials bill = BillOfMaterials.read(BillOfMaterials.FILE);
        assertThat(bill.versions(Pattern.compile("/org.apache.tomcat.embed/tomcat-embed-")))
                .containsExactly("10.1.57");
        assertThat(bill.versions(Pattern.compile(
                        "/com.fasterxml.jackson.(core|datatype|module|dataformat)/(?!jackson-annotations)")))
                .containsExactly("2.21.6");
        assertThat(bill.versions(Pattern.compile("/org.postgresql/postgresql@")))
                .containsExactly("42.7.12");
    }

    @Test
    void nothingDangerousIsKnownAgainstItThatNobodyAccepted() throws Exception {
        VulnerabilitySource.Answer answer = VulnerabilitySource.ofProperties(PATIENCE)
                .ask(BillOfMaterials.read(BillOfMaterials.FILE).urls());
        System.out.println(answer.sentence());
        VulnerabilityExceptions exceptions = VulnerabilityExceptions.read(Path.of("src/docs/security-exceptions.json"));

        assertThat(exceptions.refused(answer.known(), LocalDate.now(ZoneOffset.UTC)))
                .isEmpty();
    }

    private static Map<String, String> libraries(Path jar) throws IOException, NoSuchAlgorithmException {
        Map<String, String> libraries = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().toList()) {
                if (entry.getName().startsWith(LIBRARIES) && entry.getName().endsWith(".jar")) {
                    libraries.put(entry.getName().substring(LIBRARIES.length()), sha256(file.getInputStream(entry)));
                }
            }
        }
        return libraries;
    }

    private static String sha256(InputStream content) throws IOException, NoSuchAlgorithmException {
        try (content) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.readAllBytes()));
        }
    }
}
