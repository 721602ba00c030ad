package com.lianxing.database;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The embedded server's passwords: random, kept beside its data, readable by the owner of the files alone. */
record Secrets(String superuser, String owner, String app) {

    static Secrets readOrCreate(Path file, boolean fresh) throws IOException {
        if (!fresh && Files.exists(file)) {
            Properties stored = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                stored.load(reader);
            }
            return new Secrets(stored.getProperty("superuser"), stored.getProperty("owner"), stored.getProperty("app"));
        }
        if (!fresh) {
            throw new StartRefused(
                    "The file " + file + " with the embedded database's passwords is missing.",
                    "Put the file back from a backup of the data directory.");
        }
        Secrets made = new Secrets(random(), random(), random());
        Files.deleteIfExists(file);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Properties stored = new Properties();
        stored.setProperty("superuser", made.superuser);
        stored.setProperty("owner", made.owner);
        stored.setProperty("app", made.app);
        try (Writer writer = Files.newBufferedWriter(file)) {
            stored.store(writer, null);
        }
        return made;
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "Secrets[hidden]";
    }
}
