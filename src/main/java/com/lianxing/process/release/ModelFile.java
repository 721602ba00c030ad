package com.lianxing.process.release;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One file of a release; its name says its kind and the id of what is inside. */
record ModelFile(String name, byte[] content) {

    /** The kinds of files that are deployed at all. */
    enum Kind {
        PROCESS("bpmn"),
        DECISION("dmn"),
        FORM("form"),
        TRANSLATION("zh.json");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }
    }

    private static final Pattern NAME = Pattern.compile("([a-z][a-z0-9-]*)\\.(bpmn|dmn|form|zh\\.json)");

    /** Empty for a file that is none of ours. */
    Optional<Kind> kind() {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        for (Kind kind : Kind.values()) {
            if (kind.ending.equals(matcher.group(2))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** {@code fba-inbound} of {@code fba-inbound.bpmn}. */
    String stem() {
        return name.substring(0, name.indexOf('.'));
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }
}
