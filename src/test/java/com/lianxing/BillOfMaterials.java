package com.lianxing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** What the packaged application is made of, as the build writes it beside the jar (CycloneDX). */
record BillOfMaterials(List<Library> libraries) {

    static final Path FILE = Path.of("target", "sbom", "lianxing.cdx.json");

    private static final Pattern CLASSIFIER = Pattern.compile("[?&]classifier=([^&]+)");

    /**
     * @param url package URL without qualifiers, for example {@code pkg:maven/org.postgresql/postgresql@42.7.12}
     * @param file what the library's file is called
     */
    record Library(String name, String version, String url, String file, String sha256) {

        static Library of(JsonNode component) {
            String name = component.path("name").asText();
            String version = component.path("version").asText();
            String url = component.path("purl").asText();
            Matcher classifier = CLASSIFIER.matcher(url);
            String file = name + "-" + version + (classifier.find() ? "-" + classifier.group(1) : "") + ".jar";
            String sha256 = StreamSupport.stream(component.path("hashes").spliterator(), false)
                    .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
                    .map(hash -> hash.path("content").asText())
                    .findFirst()
                    .orElse("");
            return new Library(name, version, url.replaceFirst("\\?.*", ""), file, sha256);
        }
    }

    static BillOfMaterials read(Path file) throws IOException {
        List<Library> libraries = new ArrayList<>();
        new ObjectMapper()
                .readTree(file.toFile())
                .path("components")
                .forEach(component -> libraries.add(Library.of(component)));
        return new BillOfMaterials(List.copyOf(libraries));
    }

    /** The version of every library of that name, each once. */
    List<String> versions(Pattern url) {
        return libraries.stream()
                .filter(library -> url.matcher(library.url()).find())
                .map(Library::version)
                .distinct()
                .toList();
    }

    List<String> urls() {
        return libraries.stream()
                .map(Library::url)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
